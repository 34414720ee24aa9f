"""Which approvals a pull request needs, who can give them, and what is then left to do."""

import re
from dataclasses import dataclass, field

import pytest

from catalog_tool.contributions.review import Review
from catalog_tool.contributions.review.report import document, review_object
from catalog_tool.contributions.review.verdict import Verdict
from catalog_tool.linter.reporters import write
from catalog_tool.model.former_partners import withdrawn_hash
from tests.checking import ordered_entry
from tests.pull_requests import MAINTAINED, Files, reviewed

CONTOSO, FABRIKAM = "partners/contoso.yaml", "partners/fabrikam.yaml"
ADATUM, LABS = "partners/adatum.yaml", "partners/contoso-labs.yaml"
FORMER, VOCABULARY = "partners/_former.yaml", "partners/_vocabulary.yaml"
BASE: Files = {
    CONTOSO: MAINTAINED,
    FABRIKAM: ordered_entry("maintainers:\n  - fabrikam-ben\n", "fabrikam"),
    "mkdocs.yml": "site_name: Ours\n",
}
NEW = ordered_entry(
    "description: Adatum Bridge creates accounts in hospital systems.\nmaintainers:\n  - eve\n",
    "adatum",
)
CHANGED = MAINTAINED.replace("IBM RACF", "Epic")
WITHOUT_CONTACT = MAINTAINED.replace("contact: https://www.contoso.com/contact\n", "")
CONTOSO_LABS = MAINTAINED.replace("name: Contoso", "name: Contoso Labs")
RECORD = "former:\n  contoso:\n    name: Contoso\n    moved_to: contoso-labs\n"
ANNA, BOB, BEN, EVE, ROOT = "contoso-anna", "contoso-bob", "fabrikam-ben", "eve", "root"
ADMINS = (ROOT, "root-two")
READY, VERIFY = Verdict.READY, Verdict.VERIFY
ASKS, ADMIN = Verdict.NEEDS_MAINTAINER, Verdict.NEEDS_ADMIN


def changed(before: str, after: str) -> Files:
    """Return a change of the entry of Contoso."""
    assert before in MAINTAINED
    return {CONTOSO: MAINTAINED.replace(before, after)}


@dataclass(frozen=True)
class Case:
    """A pull request with approvals, and its expected verdict and labels."""

    changes: Files
    author: str
    approvals: tuple[str, ...]
    verdict: Verdict
    labels: set[str] = field(default_factory=set)


BOTH = {"needs-admin", "needs-maintainer"}
CASES = {
    "nobody": Case({CONTOSO: CHANGED}, EVE, (), ASKS, {"needs-maintainer"}),
    "a maintainer": Case({CONTOSO: CHANGED}, EVE, (ANNA,), READY),
    "a maintainer, in other case": Case({CONTOSO: CHANGED}, EVE, ("Contoso-BOB",), READY),
    "an admin for a maintainer": Case({CONTOSO: CHANGED}, EVE, (ROOT,), READY),
    "a stranger": Case({CONTOSO: CHANGED}, EVE, ("mallory",), ASKS, {"needs-maintainer"}),
    "a login that only looks like a maintainer": Case(
        {CONTOSO: CHANGED}, EVE, ("сontoso-anna", "contoso-ann", ""), ASKS, {"needs-maintainer"}
    ),
    "a login that only looks like an admin": Case(
        {CONTOSO: CHANGED}, EVE, ("r\N{CYRILLIC SMALL LETTER O}ot",), ASKS, {"needs-maintainer"}
    ),
    "the maintainer of another entry": Case(
        {CONTOSO: CHANGED}, EVE, (BEN,), ASKS, {"needs-maintainer"}
    ),
    "a maintainer in the pull request only": Case(
        changed("contoso-bob", "mallory"), EVE, ("mallory",), ASKS, BOTH
    ),
    "the maintainer of one of two entries": Case(
        {CONTOSO: CHANGED, FABRIKAM: ordered_entry("", "fabrikam")}, EVE, (ANNA,), ASKS, BOTH
    ),
    "a maintainer, for other maintainers": Case(
        changed("contoso-bob", "contoso-cy"), EVE, (BOB,), ADMIN, {"needs-admin"}
    ),
    "an admin, for everything": Case(changed("contoso-bob", "contoso-cy"), EVE, (ROOT,), READY),
    "another maintainer, for the vocabulary": Case(
        {VOCABULARY: "applications: {}\n"}, ANNA, (BOB,), ADMIN, {"needs-admin"}
    ),
    "an admin, for the vocabulary": Case(
        {VOCABULARY: "applications: {}\n"}, ANNA, ("ROOT-TWO",), READY
    ),
    "a maintainer, for an entry that nothing may name": Case(
        {CONTOSO: None, FORMER: f"withdrawn:\n  - {withdrawn_hash('contoso')}\n"},
        ANNA,
        (BOB,),
        ADMIN,
        {"needs-admin"},
    ),
    "nobody, for a new entry": Case({ADATUM: NEW}, EVE, (), VERIFY, {"needs-admin"}),
    "its own maintainer, for a new entry": Case(
        {ADATUM: NEW}, "mallory", (EVE,), VERIFY, {"needs-admin"}
    ),
    "an admin, for a new entry": Case({ADATUM: NEW}, EVE, (ROOT,), READY),
    "nobody, for a new entry and a change": Case(
        {ADATUM: NEW, CONTOSO: CHANGED}, EVE, (), ASKS, BOTH
    ),
    "a maintainer, for a new entry and a change": Case(
        {ADATUM: NEW, CONTOSO: CHANGED}, EVE, (ANNA,), ADMIN, {"needs-admin"}
    ),
    "nobody, for what the site loads": Case(
        {"mkdocs.yml": "plugins: [catalog: {content_policy: {script-src: [fabrikam.com]}}]\n"},
        EVE,
        (),
        Verdict.CODE,
        {"needs-admin"},
    ),
    "nobody, for code": Case({"mkdocs.yml": "x\n"}, ANNA, (), Verdict.CODE, {"needs-admin"}),
    "a maintainer, for code": Case(
        {"mkdocs.yml": "x\n"}, EVE, (ANNA,), Verdict.CODE, {"needs-admin"}
    ),
    "an admin, for code": Case({"mkdocs.yml": "x\n"}, EVE, (ROOT,), Verdict.CODE),
    "nobody, for code by an admin": Case({"mkdocs.yml": "x\n"}, ROOT, (), Verdict.CODE),
    "an admin, for a mistake": Case(
        changed("website: https", "website: http"), ANNA, (ROOT,), Verdict.MISTAKES
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_verdict_if_these_people_approve(case: Case) -> None:
    review = reviewed(case.changes, case.author, base=BASE, admins=ADMINS, approvals=case.approvals)
    assert (review.verdict, {*review.labels}) == (case.verdict, case.labels)


# Changes by a maintainer, and why an admin has to approve them; empty if nobody has to.
DECISIONS: dict[str, tuple[Files, str]] = {
    "an application": ({CONTOSO: CHANGED}, ""),
    "the order and case of maintainers": (
        changed("contoso-anna\n  - contoso-bob", "Contoso-Bob\n  - contoso-anna"),
        "",
    ),
    "a page on the same domain": (changed("www.contoso.com/identity", "contoso.com/new"), ""),
    "a contact on the domain of the website": (
        changed("https://www.contoso.com/contact", "sales@mail.contoso.com"),
        "",
    ),
    "the name": (changed("name: Contoso", "name: Contoso Ltd"), "its name becomes 'Contoso Ltd'"),
    "a former name": (
        changed("maintainers:", "former_names: [Wingtip]\nmaintainers:"),
        "it now says that it was 'Wingtip'",
    ),
    "a product": (changed("maintainers:", "products: [Gate]\nmaintainers:"), ""),
    "the domain of the website": (
        changed("https://www.contoso.com/identity", "https://www.contoso.net/identity"),
        "its website moves from contoso.com to contoso.net",
    ),
    "a domain of somebody else below a shared one": (
        changed("https://www.contoso.com/identity", "https://contoso.pages.dev/"),
        "its website moves from contoso.com to contoso.pages.dev",
    ),
    "the domain of the contact": (
        changed("https://www.contoso.com/contact", "contoso@example-mail.net"),
        "its contact moves from contoso.com to example-mail.net",
    ),
    "a maintainer added": (
        changed("  - contoso-bob\n", "  - contoso-bob\n  - contoso-cy\n"),
        "its maintainers change",
    ),
    "all maintainers removed": ({CONTOSO: ordered_entry("")}, "its maintainers change"),
    "name and file": (
        {CONTOSO: None, LABS: CONTOSO_LABS, FORMER: RECORD},
        "its name becomes 'Contoso Labs'",
    ),
    "only the file": (
        {CONTOSO: None, LABS: MAINTAINED, FORMER: RECORD},
        "its address becomes 'contoso-labs'",
    ),
    "another company under the name of a rename": (
        {CONTOSO: None, LABS: NEW.replace("Adatum", "Contoso Labs"), FORMER: RECORD},
        (
            "its name becomes 'Contoso Labs', its website moves from contoso.com to adatum.com"
            ", its contact moves from contoso.com to adatum.com, and its maintainers change"
        ),
    ),
    "a second entry": ({ADATUM: NEW}, "it is a new entry"),
}


@pytest.mark.parametrize(("changes", "why"), DECISIONS.values(), ids=DECISIONS)
def test_an_admin_decides_whom_readers_and_admins_trust(changes: Files, why: str) -> None:
    review = reviewed(changes, ANNA, base=BASE, admins=ADMINS)
    assert ", ".join(needed.why for needed in review.approvals) == why
    assert not any(needed.maintainers for needed in review.approvals)


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (MAINTAINED, WITHOUT_CONTACT, "its contact contoso.com is removed"),
        (WITHOUT_CONTACT, MAINTAINED, ""),  # on the domain of the website
        (
            WITHOUT_CONTACT,
            MAINTAINED.replace("https://www.contoso.com/contact", "contoso@example-mail.net"),
            "its contact is now example-mail.net",
        ),
    ],
)
def test_an_admin_decides_on_optional_contacts(before: str, after: str, why: str) -> None:
    base = {**BASE, CONTOSO: before}
    review = reviewed({CONTOSO: after}, ANNA, base=base, admins=ADMINS, required=())
    assert ", ".join(needed.why for needed in review.approvals) == why


def test_a_comment_on_the_program_starts_with_the_admins_and_lists_the_files() -> None:
    changes: Files = {"mkdocs.yml": "x\n", ".github/workflows/x.yml": "on: push\n"}
    review = reviewed(changes, EVE, base=BASE, admins=ADMINS)
    lines = comment(review).split("\n")
    assert lines[1].endswith(f"{review.proposal.head[:12]}`. For the admins: root, root-two.")
    heading = lines.index("### Files that only admins decide on")
    assert lines[heading + 2 : heading + 4] == ["- .github/workflows/x.yml", "- mkdocs.yml"]
    assert "For the admins" not in comment(reviewed(changes, ROOT, base=BASE, admins=ADMINS))


@pytest.mark.parametrize("path", ["partners/_fields.yaml", "partners/_exceptions.yaml"])
def test_lists_of_admins_need_an_admin(path: str) -> None:
    review = reviewed({path: "x: y\n"}, ANNA, base=BASE, admins=ADMINS, description="-")
    assert [(needed.path, needed.why) for needed in review.approvals] == [
        (path, "it belongs to the admins")
    ]
    shown = path.replace("_", r"\_")
    assert f"\n### Files that only admins decide on\n\n- {shown}\n" in comment(review)


def comment(review: Review) -> str:
    return write(document(review), "markdown")


def test_a_comment_says_who_has_approved_and_who_still_has_to() -> None:
    changes: Files = {
        CONTOSO: MAINTAINED.replace("contoso.com/identity", "contoso.net/identity"),
        FABRIKAM: ordered_entry("maintainers:\n  - fabrikam-ben\n", "fabrikam") + "# x\n",
    }
    text = comment(reviewed(changes, EVE, base=BASE, admins=ADMINS, approvals=(ANNA, BOB)))
    assert text.split("\n")[1].endswith(" For the admins: root, root-two.")
    said = re.search(r"(?:^- (?:Contoso|Fabrikam|Who this is): .*\n)+", text, re.MULTILINE)
    assert said
    assert said[0].splitlines() == [
        "- Contoso: its website moves from contoso.com to contoso.net, so an admin has to approve.",
        "- Fabrikam: one of its maintainers has to approve.",
        "- Who this is: 1 fact below raises a question, so an admin has to approve.",
        "- Contoso: contoso-anna, contoso-bob approved this commit.",
    ]
    assert "Asked for approval: @fabrikam-ben." in text


def test_json_says_who_has_approved_and_who_still_has_to() -> None:
    changes = changed("name: Contoso", "name: Contoso Ltd")
    told = review_object(reviewed(changes, EVE, base=BASE, admins=ADMINS, approvals=(ANNA,)))
    assert told["reviewers"] == []
    assert told["approvals"] == [
        {
            "kind": "owner",
            "path": CONTOSO,
            "name": "Contoso",
            "why": "",
            "maintainers": [ANNA, BOB],
            "given_by": [ANNA],
        },
        {
            "kind": "decision",
            "path": CONTOSO,
            "name": "Contoso",
            "why": "its name becomes 'Contoso Ltd'",
            "maintainers": [],
            "given_by": [],
        },
    ]


def people(number: int) -> str:
    return "maintainers:\n" + "".join(f"  - person-{each}\n" for each in range(number))


def test_a_removed_maintainer_is_told() -> None:
    text = comment(reviewed(changed("  - contoso-bob\n", ""), ANNA, base=BASE, admins=ADMINS))
    assert "\n- Contoso: @contoso-bob is no longer a maintainer after this.\n" in text


def test_nobody_is_told_because_of_a_mistake() -> None:
    text = comment(reviewed(changed("  - contoso-bob\n", "  - contoso bob\n"), ANNA, base=BASE))
    assert "@" not in text
    assert "Changed maintainers" not in text


def test_ten_removed_maintainers_are_mentioned_and_the_others_named() -> None:
    base: Files = {CONTOSO: ordered_entry(people(12))}
    text = comment(reviewed({CONTOSO: ordered_entry(people(1))}, "person-0", base=base))
    assert text.count("@person-") == 10
    assert "person-11 are no longer maintainers after this." in text


def test_an_admin_who_edits_many_entries_calls_no_partner() -> None:
    base: Files = {
        f"partners/p-{n}.yaml": ordered_entry(f"maintainers:\n  - of-{n}\n", f"p-{n}")
        for n in range(200)
    }
    changes: Files = {path: ordered_entry("", path[9:-5]) for path in base}
    review = reviewed(changes, ROOT, base=base, admins=ADMINS)
    assert (review.verdict, review.labels, review.reviewers) == (READY, (), ())
    assert "@" not in comment(review)
    assert "For the admins" not in comment(review)


def test_an_admin_who_removes_a_maintainer_tells_them() -> None:
    review = reviewed(changed("  - contoso-bob\n", ""), ROOT, base=BASE, admins=ADMINS)
    assert review.verdict is READY
    assert "@contoso-bob is no longer a maintainer" in comment(review)
