"""A review judges the merge: what is right on both sides can be wrong together."""

from dataclasses import dataclass, field

import pytest

from catalog_tool.contributions.diff import compare, diff
from catalog_tool.contributions.review import Review, review
from catalog_tool.contributions.review.report import document, review_object
from catalog_tool.contributions.review.verdict import Verdict
from catalog_tool.linter.reporters import write
from catalog_tool.loader.pull_request.proposal import PullRequest
from catalog_tool.text.characters import escape_hidden
from tests.checking import ordered_entry
from tests.pull_requests import (
    AUTHOR,
    BASE,
    MAIN,
    MAINTAINED,
    TOPIC,
    Files,
    proposed,
    reviewed,
    ticked,
)
from tests.repository import git

CONTOSO, FABRIKAM = "partners/contoso.yaml", "partners/fabrikam.yaml"
FORMER, VOCABULARY = "partners/_former.yaml", "partners/_vocabulary.yaml"
FABRIKAM_ENTRY = ordered_entry("maintainers:\n  - contoso-anna\n", "fabrikam")
LINKS = "links:\n  - label: SDK\n    url: https://www.contoso.com/sdk\n"
WORDS = "word " * 200
LONG = MAINTAINED.replace(
    "description: ", f"description: |\n  First.\n\n  {WORDS}\n\n  Last.\n  ", 1
)
APPLICATIONS = "".join(f"  - Application {letter}\n" for letter in "ABCDEFGH")
MANY = MAINTAINED.replace("  - IBM RACF\n", APPLICATIONS)
VOCABULARY_TEXT = """\
categories:
  health:
    name: Health
    description: Hospitals.
    icon: heart-pulse
  mainframe:
    name: Mainframe
    description: Mainframes.
    icon: server
applications:
  Epic:
    category: health
  IBM RACF:
    category: health
"""
WITHOUT_MAINFRAME = VOCABULARY_TEXT.replace(
    "  mainframe:\n    name: Mainframe\n    description: Mainframes.\n    icon: server\n", ""
)


@dataclass(frozen=True)
class Case:
    """Two changes without mistakes that Git merges without a conflict."""

    main: Files
    topic: Files
    codes: set[str]
    base: Files = field(default_factory=lambda: {CONTOSO: MAINTAINED, FABRIKAM: FABRIKAM_ENTRY})


CASES = {
    "both add links": Case(
        {CONTOSO: MAINTAINED + LINKS},
        {CONTOSO: MAINTAINED.replace("contact: ", f"{LINKS}contact: ", 1)},
        {"CAT006"},
    ),
    "together more than 500 words": Case(
        {CONTOSO: LONG.replace("First.", WORDS)},
        {CONTOSO: LONG.replace("Last.", WORDS)},
        {"CAT106"},
        {CONTOSO: LONG},
    ),
    "two entries with one website": Case(
        {"partners/adatum.yaml": ordered_entry("", "adatum")},
        {"partners/litware.yaml": ordered_entry("", "adatum").replace("Adatum", "Litware", 1)},
        {"CAT203"},
    ),
    "the same application in two places": Case(
        {CONTOSO: MANY.replace("  - Application A\n", "  - Application A\n  - Application AA\n")},
        {CONTOSO: MANY.replace("  - Application H\n", "  - application aa\n  - Application H\n")},
        {"CAT108"},
        {CONTOSO: MANY},
    ),
    "an application in a category that was removed": Case(
        {VOCABULARY: WITHOUT_MAINFRAME},
        {VOCABULARY: VOCABULARY_TEXT + "  RACF Gateway:\n    category: mainframe\n"},
        {"CAT206"},
        {CONTOSO: MAINTAINED, VOCABULARY: VOCABULARY_TEXT},
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_clean_merge_of_two_good_changes_can_be_wrong(case: Case) -> None:
    for alone in (case.main, case.topic):
        assert errors(reviewed(alone, base=case.base, admins=(AUTHOR,))) == set()
    together = reviewed(case.topic, base=case.base, later=case.main, admins=(AUTHOR,))
    assert (together.verdict, errors(together)) == (Verdict.MISTAKES, case.codes)


def errors(found: Review) -> set[str]:
    return {each.code for each in found.findings if each.severity == "error"}


def test_the_same_change_on_both_sides_changes_nothing() -> None:
    appended: Files = {CONTOSO: f"{MAINTAINED}{LINKS}"}
    assert reviewed(appended, later=appended).verdict is Verdict.UNCHANGED


def test_a_branch_behind_main_does_not_revert_the_corrections_of_main() -> None:
    """Main corrected another entry, the same entry, and the vocabulary."""
    corrected = {
        CONTOSO: MAINTAINED.replace("/contact", "/sales"),
        FABRIKAM: FABRIKAM_ENTRY.replace("IBM RACF", "Epic"),
        VOCABULARY: VOCABULARY_TEXT + "    aliases: [RACF]\n",
    }
    base: Files = {CONTOSO: MAINTAINED, FABRIKAM: FABRIKAM_ENTRY, VOCABULARY: VOCABULARY_TEXT}
    found = reviewed(
        {CONTOSO: MAINTAINED.replace("  - IBM RACF\n", "  - Epic\n  - IBM RACF\n")},
        base=base,
        later=corrected,
    )
    assert found.verdict is Verdict.READY
    assert [each["path"] for each in review_object(found)["changes"]] == [CONTOSO]
    comment = write(document(found), "markdown")
    assert "\n- **Contoso**: +1 application (Epic), " in comment
    assert "/sales" in comment  # in the preview
    assert "Fabrikam" not in comment


@pytest.mark.parametrize(
    ("author", "verdict"), [(AUTHOR, Verdict.READY), ("eve", Verdict.NEEDS_MAINTAINER)]
)
def test_a_change_follows_an_entry_that_main_renamed(author: str, verdict: Verdict) -> None:
    labs = "partners/contoso-labs.yaml"
    record = "former:\n  contoso:\n    name: Contoso\n    moved_to: contoso-labs\n"
    renamed = MAINTAINED.replace("Contoso", "Contoso Labs", 1)
    found = reviewed(
        {CONTOSO: MAINTAINED.replace("IBM RACF", "Epic")},
        author,
        later={CONTOSO: None, labs: renamed, FORMER: record},
    )
    assert (found.verdict, [each.name for each in found.proposal.changes]) == (verdict, [labs])


@pytest.mark.parametrize("path", [CONTOSO, "README.md", "partners/a\n::error::x\udcff.yaml"])
def test_a_conflict_is_never_ready(path: str) -> None:
    found = reviewed({path: "topic\n"}, base={**BASE, path: "base\n"}, later={path: "main\n"})
    assert (found.verdict, found.fails, found.labels) == (Verdict.CONFLICT, True, ())
    assert [(each.code, each.path) for each in found.findings] == [("CAT508", escape_hidden(path))]
    told = review_object(found)
    assert (told["verdict"], told["changes"]) == ("conflict", [])
    comment = write(document(found), "markdown")
    assert "**❌ This pull request has conflicts with the main branch.** 1 error" in comment
    assert "Nothing else was checked yet." in comment
    assert "Resolve conflicts" in comment
    assert "merges them" not in comment


def test_a_conflict_in_a_generated_file_is_resolved_with_the_lines_of_main() -> None:
    found = reviewed({"CATALOG.md": "topic\n"}, later={"CATALOG.md": "main\n"})
    assert "keep the lines of the main branch" in found.findings[0].hint


def test_an_admin_does_not_overrule_a_conflict() -> None:
    later = {CONTOSO: MAINTAINED.replace("IBM RACF", "Epic")}
    found = reviewed(
        {CONTOSO: MAINTAINED.replace("IBM RACF", "SAP")}, "root", later=later, admins=("root",)
    )
    assert found.verdict is Verdict.CONFLICT


def test_a_merge_driver_does_not_make_a_conflict_ready() -> None:
    attributes: Files = {**BASE, ".gitattributes": "* merge=union\n"}
    lines = (f"{MAINTAINED}links:\n  - label: {name}\n" for name in ("SDK", "Shop"))
    ours, theirs = ({CONTOSO: f"{text}    url: https://www.contoso.com/\n"} for text in lines)
    assert reviewed(ours, base=attributes, later=theirs).verdict is Verdict.CONFLICT


def test_a_merge_queue_gets_the_same_review() -> None:
    topic: Files = {CONTOSO: MAINTAINED.replace("IBM RACF", "Epic"), "partners/x.yaml": "name: X\n"}
    with proposed(topic, later={FABRIKAM: FABRIKAM_ENTRY}) as settings:
        root = settings.root
        tree = git(root, "merge-tree", "--write-tree", MAIN, TOPIC)
        queued = git(root, "commit-tree", tree, "-p", MAIN, "-p", TOPIC, "-m", "x")
        found = [
            review(settings, PullRequest(MAIN, head, AUTHOR, ticked(settings)))
            for head in (TOPIC, queued)
        ]
    of_branch, of_queue = found
    assert of_queue.findings == of_branch.findings != ()
    assert of_queue.proposal.changes == of_branch.proposal.changes
    assert of_queue.proposal.after == of_branch.proposal.after


@pytest.mark.parametrize("head", [TOPIC, MAIN])
def test_the_difference_is_that_of_the_command(head: str) -> None:
    topic: Files = {CONTOSO: MAINTAINED.replace("IBM RACF", "Epic")}
    with proposed(topic, later={FABRIKAM: FABRIKAM_ENTRY}) as settings:
        judged = review(settings, PullRequest(MAIN, head, AUTHOR)).proposal
        difference, ends = diff(settings, MAIN, head)
    assert (ends.base, ends.head) == (judged.base, judged.head)
    assert compare(judged.before, judged.after) == difference
    assert [each.name for each in difference.partners] == (["Contoso"] if head == TOPIC else [])


def test_a_mistake_in_lines_of_both_sides_says_so() -> None:
    case = CASES["both add links"]
    hint = f"{CONTOSO} has also changed on the main branch."
    together = reviewed(case.topic, base=case.base, later=case.main)
    assert hint in write(document(together), "markdown")
    apart = reviewed({CONTOSO: "- x\n"}, base=case.base, later={FABRIKAM: None})
    assert hint not in write(document(apart), "markdown")
