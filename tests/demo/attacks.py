"""The pull requests of people who don't mean well."""

from __future__ import annotations

from tests.demo.contributions import (
    CODE,
    FROM_ADMIN,
    FROM_MAINTAINER,
    MISTAKES,
    REVIEW_TESTS,
    WORKFLOW_TESTS,
)
from tests.demo.proposal import CONTOSO, FABRIKAM, REVIEW, Proposal, changed, entry, text_of

_HOSTILE = """\
name: "Fabrikam \\u202evt"
website: https://www.fabrikam.com.evil.test:8080/
contact: https://www.contoso.com@evil.test/
description: |
  <img src=x onerror=alert(1)> @adventure-works/catalog-admins closes #1
  ::error::forged ![pixel](https://evil.test/p.gif) [click](javascript:alert(1))
applications:
  - "=HYPERLINK(\\"https://evil.test\\")"
"""
_FACTS = f"{REVIEW_TESTS}/test_facts.py::test_fact"
_OF_COMMITS = f"{WORKFLOW_TESTS}/test_review.py::test_a_success_is_only_for_its_commit"
_MORE = changed(FABRIKAM, "  - Epic\n", "  - Epic\n  - IBM RACF\n")

ATTACKS = (
    Proposal(
        "Nothing to see here",
        "mallory",
        "Every value of an entry is hostile.",
        ("failure",),
        MISTAKES,
        f"{REVIEW_TESTS}/test_inert.py::test_a_comment_is_inert_on_github",
        {"partners/fabrikam-vt.yaml": _HOSTILE},
    ),
    Proposal(
        "Fabrikam connects more",
        "fabrikam-ben",
        "A second push adds a mistake, and says `[skip ci]`.",
        ("success", "failure"),
        MISTAKES,
        _OF_COMMITS,
        _MORE,
        steps=(
            lambda stage: stage.push(
                "[skip ci] Typo", changed(FABRIKAM, "connect@fabrikam.com", "call us")
            ),
        ),
    ),
    Proposal(
        "Fabrikam connects much more",
        "fabrikam-ben",
        "A second push renames the workflow that reviews it.",
        ("success", "failure"),
        MISTAKES,
        _OF_COMMITS,
        _MORE,
        steps=(
            lambda stage: stage.push(
                "Rename", {REVIEW: None, ".github/workflows/mine.yml": text_of(REVIEW)}
            ),
        ),
    ),
    Proposal(
        "Less to wait for",
        "mallory",
        "The workflow that reviews is deleted.",
        ("pending",),
        CODE,
        _OF_COMMITS,
        {REVIEW: None},
    ),
    Proposal(
        "Contoso, call us",
        "contoso-anna",
        "A job of the pull request is called `catalog/review`, and succeeds.",
        ("failure", "failure"),
        MISTAKES,
        f"{WORKFLOW_TESTS}/test_review.py::test_a_job_with_the_name_of_the_status_proves_nothing",
        changed(CONTOSO, "https://www.contoso.com/contact", "call us"),
        steps=(lambda stage: stage.finish_job("catalog/review"),),
    ),
    Proposal(
        "Contoso connects everything",
        "mallory",
        "Approvals: a stranger's, a maintainer's, and then another push.",
        ("pending", "pending", "success", "pending"),
        FROM_MAINTAINER,
        f"{WORKFLOW_TESTS}/test_review.py"
        "::test_an_approval_lifts_the_waiting_and_a_push_brings_it_back",
        changed(CONTOSO, "  - IBM RACF\n", "  - Epic\n  - IBM RACF\n"),
        steps=(
            lambda stage: stage.approve("mallory-two"),
            lambda stage: stage.approve("contoso-anna"),
            lambda stage: stage.push(
                "One more", changed(CONTOSO, "  - IBM RACF\n", "  - Epic\n  - IBM i (AS/400)\n")
            ),
        ),
    ),
    Proposal(
        "Contoso has a new website",
        "contoso-anna",
        "A maintainer, or a thief of the account, moves an entry to another domain.",
        ("pending",),
        FROM_ADMIN,
        _FACTS,
        changed(CONTOSO, "www.contoso.com/identity", "contoso.pages.dev/identity"),
    ),
    Proposal(
        "Add Lamna",
        "mallory",
        "A new entry has a domain that looks like Contoso's.",
        ("pending",),
        FROM_ADMIN,
        _FACTS,
        {"partners/lamna.yaml": entry("Lamna", "c0ntoso.com", "IBM RACF")},
    ),
    Proposal(
        "Add Epic Systems",
        "mallory",
        "A new entry has the name of a vendor.",
        ("pending",),
        FROM_ADMIN,
        _FACTS,
        {"partners/epic-inc.yaml": entry("Epic Inc.", "epic-identity.com", "Epic")},
    ),
    Proposal(
        "Add all our brands",
        "mallory",
        "A stranger adds 200 entries.",
        ("pending",),
        FROM_ADMIN,
        f"{REVIEW_TESTS}/test_facts.py::test_entries_of_a_stranger_with_one_text",
        {
            f"partners/brand-{number}.yaml": entry(f"Brand {number}", f"brand-{number}.com", "Epic")
            for number in range(1, 201)
        },
    ),
    Proposal(
        "Clearer terms",
        "mallory",
        "The terms lose a short word.",
        ("pending",),
        CODE,
        "tests/contributions/diff/test_comparison.py::test_a_text_changes",
        changed("docs/prose/terms.md", "do not share", "share"),
    ),
    Proposal(
        "One more admin",
        "mallory",
        "The settings get another admin, who is the author.",
        ("pending",),
        CODE,
        "tests/cli/test_review.py::test_the_settings_are_those_of_the_checkout",
        changed(
            "mkdocs.yml",
            "        - adventure-ada\n",
            "        - adventure-ada\n        - mallory\n",
        ),
    ),
)
