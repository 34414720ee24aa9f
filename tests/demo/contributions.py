"""The pull requests of people who mean well: what they change, and what they forget."""

from __future__ import annotations

from tests.demo.proposal import ADMIN, CONTOSO, FABRIKAM, Proposal, changed, entry, text_of

READY, MISTAKES = "Ready to merge", "Not ready to merge"
VERIFY = "New entry, please verify"
FROM_MAINTAINER = "Waiting for approval from a maintainer"
FROM_ADMIN = "Waiting for approval from an admin"
CONFLICT = "This pull request has conflicts with the main branch"
CODE = "This pull request doesn't change entries"
REVIEW_TESTS, WORKFLOW_TESTS = "tests/contributions/review", "tests/workflows"

_TAILSPIN = """\
name: Tailspin
website: http://www.tailspin.com/identity
contact: sales@tailspin.com
description: |
  Tailspin Bridge provisions accounts in hospital systems and in the
  directories of mainframes.
applications:
  - Epic
  - AS400
"""
_RECORD = "former:\n  fabrikam:\n    name: Fabrikam\n    moved_to: fabrikam-health\n"
_LINKS = "links:\n  - label: SDK\n    url: https://www.contoso.com/{}\n"
_EMPTY = (
    *("Note on the applications", "Full list of applications", "Links", "Former names", "Products"),
    *("Summary", "Tested on", "Tested by", "Maintainers"),
)
_EPIC = changed(CONTOSO, "  - IBM RACF\n", "  - Epic\n  - IBM RACF\n")

CONTRIBUTIONS = (
    Proposal(
        "Contoso also connects Epic",
        "contoso-anna",
        "A maintainer changes their entry, and the merge queue takes it.",
        ("success", "success"),
        READY,
        f"{WORKFLOW_TESTS}/test_review.py::test_a_merge_group_gets_the_status",
        _EPIC,
        steps=(lambda stage: stage.queue(),),
    ),
    Proposal(
        "Add Tailspin",
        "tailspin-tom",
        "A new entry has mistakes.",
        ("failure",),
        MISTAKES,
        f"{REVIEW_TESTS}/test_pull_requests.py::test_verdict",
        {"partners/tailspin.yaml": _TAILSPIN},
    ),
    Proposal(
        "Add Northwind",
        "northwind-nora",
        "A new entry is right, and an admin approves it.",
        ("pending", "success"),
        READY,
        f"{REVIEW_TESTS}/test_approvals.py::test_verdict_if_these_people_approve",
        {"partners/northwind.yaml": entry("Northwind", "northwind.com", "Epic")},
        steps=(lambda stage: stage.approve(ADMIN),),
    ),
    Proposal(
        "Contoso tested again",
        "contoso-anna",
        "The boxes of the template aren't checked.",
        ("failure",),
        MISTAKES,
        f"{REVIEW_TESTS}/test_attestation.py::test_answer",
        changed(CONTOSO, "tested_on: 2026-03-02", "tested_on: 2026-05-04"),
        is_ticked=False,
    ),
    Proposal(
        "Remove Fabrikam",
        "fabrikam-ben",
        "An entry disappears without a record.",
        ("failure",),
        MISTAKES,
        "tests/cli/test_former.py::test_git_knows_entries_that_no_catalog_has_listed_yet",
        {FABRIKAM: None},
    ),
    Proposal(
        "Fabrikam is now Fabrikam Health",
        "fabrikam-ben",
        "A partner gets another name.",
        ("pending",),
        FROM_ADMIN,
        f"{REVIEW_TESTS}/test_approvals.py::test_an_admin_decides_whom_readers_and_admins_trust",
        {
            FABRIKAM: None,
            "partners/fabrikam-health.yaml": text_of(FABRIKAM).replace(
                "Fabrikam", "Fabrikam Health", 1
            ),
            "partners/_former.yaml": _RECORD,
        },
    ),
    Proposal(
        "Many people call Epic Hyperspace",
        "contoso-anna",
        "A partner changes the vocabulary.",
        ("pending",),
        FROM_ADMIN,
        f"{REVIEW_TESTS}/test_pull_requests.py::test_verdict",
        changed(
            "partners/_vocabulary.yaml",
            "  Epic:\n    category: health\n",
            "  Epic:\n    category: health\n    aliases:\n      - Hyperspace\n",
        ),
    ),
    Proposal(
        "Fix the list",
        "fabrikam-ben",
        "A generated file is edited.",
        ("failure",),
        MISTAKES,
        f"{REVIEW_TESTS}/test_formats.py::test_a_forged_checksum_proves_nothing",
        {"CATALOG.md": "# Partners\n\nFabrikam first.\n"},
    ),
    Proposal(
        "Contoso has an SDK",
        "contoso-anna",
        "Main gets the same field: the merge is clean, and wrong.",
        ("success", "failure"),
        MISTAKES,
        f"{REVIEW_TESTS}/test_merges.py::test_a_clean_merge_of_two_good_changes_can_be_wrong",
        changed(CONTOSO, "contact:", _LINKS.format("sdk") + "contact:"),
        steps=(
            lambda stage: stage.move_main(
                changed(CONTOSO, "maintainers:", _LINKS.format("kit") + "maintainers:")
            ),
        ),
    ),
    Proposal(
        "Contoso connects Epic instead",
        "contoso-anna",
        "Main changes the same line: a conflict.",
        ("success", "failure"),
        CONFLICT,
        f"{REVIEW_TESTS}/test_merges.py::test_a_conflict_is_never_ready",
        changed(CONTOSO, "  - IBM RACF\n", "  - Epic\n"),
        steps=(lambda stage: stage.move_main(changed(CONTOSO, "  - IBM RACF\n", "  - RACF\n")),),
    ),
    Proposal(
        "Contoso connects Epic, too",
        "contoso-anna",
        "Main corrects other lines: a branch behind main reverts nothing.",
        ("success", "success"),
        READY,
        f"{REVIEW_TESTS}/test_merges.py"
        "::test_a_branch_behind_main_does_not_revert_the_corrections_of_main",
        _EPIC,
        steps=(
            lambda stage: stage.move_main(
                {
                    **changed(CONTOSO, "contoso.com/contact", "contoso.com/sales"),
                    **changed(FABRIKAM, "caregivers", "nurses and physicians"),
                }
            ),
        ),
    ),
    Proposal(
        "Fabrikam, work in progress",
        "contoso-anna",
        "A draft waits for a maintainer, but nobody is asked.",
        ("pending",),
        FROM_MAINTAINER,
        f"{WORKFLOW_TESTS}/test_review.py::test_a_draft_is_reviewed_and_calls_nobody",
        changed(FABRIKAM, "  - Epic\n", "  - Epic\n  - IBM RACF\n"),
        is_draft=True,
    ),
    Proposal(
        "Add the entry adatum",
        "adatum-ada",
        "The form becomes a pull request; its issue is closed, then edited.",
        ("pending", "pending"),
        VERIFY,
        f"{WORKFLOW_TESTS}/test_from_issue.py::test_nothing_comes_from_a_closed_issue",
        answers={
            "Name": "Adatum",
            "Website": "https://www.adatum.com/identity",
            "Contact": "sales@adatum.com",
            "Description": "Adatum Connect provisions the accounts of caregivers.",
            "Applications": "Epic",
            **dict.fromkeys(_EMPTY, "_No response_"),
        },
        steps=(lambda stage: stage.close_issue(),),
    ),
)
