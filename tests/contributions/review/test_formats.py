"""How a review is shown: the same in every format, short enough, and inert."""

import re

import pytest

from catalog_tool.contributions.review import LABELS, Review, Verdict
from catalog_tool.contributions.review.report import MOST_OF_SUMMARY, document, facts
from catalog_tool.linter.reporters import markdown, write
from catalog_tool.loader.git.revision import load_revision
from catalog_tool.model.publication import Publication
from catalog_tool.site.exports import repository_text
from catalog_tool.text.github_markdown import MOST_CHARACTERS
from tests.checking import ordered_entry
from tests.pull_requests import MAINTAINED, TOPIC, Files, proposed, reviewed

CONTOSO = "partners/contoso.yaml"
CHANGED = MAINTAINED.replace("IBM RACF", "Epic")
MANY: Files = {f"partners/partner-{n}.yaml": "name: [\n" for n in range(3_000)}


@pytest.fixture(scope="module")
def asking() -> Review:
    """A change by somebody who is no maintainer."""
    return reviewed({CONTOSO: CHANGED.replace("contoso-bob", "eve")}, "eve")


@pytest.fixture(scope="module")
def failing() -> Review:
    """A change with a mistake that a suggestion mends."""
    return reviewed({CONTOSO: MAINTAINED.replace("website: https", "website: http")})


@pytest.fixture(scope="module")
def huge() -> Review:
    """The most entries that are judged, all of them broken."""
    return reviewed(MANY, description="-")


def comment(review: Review) -> str:
    return write(document(review), "markdown")


def test_a_comment_begins_with_its_marker_and_the_verdict(asking: Review) -> None:
    marker, verdict, *_ = comment(asking).split("\n")
    assert marker == "<!-- partner-catalog-review -->"
    assert verdict == "**🔎 Waiting for a maintainer to agree.** 1 warning in 1 file."


def test_a_comment_tells_what_readers_will_see_and_shows_it(asking: Review) -> None:
    text = comment(asking)
    assert "- **Contoso**: +1 application (Epic), −1 application (IBM RACF)" in text
    assert "<details><summary>Preview: <code>contoso</code></summary>\n\n### Contoso\n" in text
    assert "\n- Epic\n" in text


def test_only_maintainers_of_the_main_branch_are_called(asking: Review) -> None:
    called = re.findall(r"(?<![\w`])@[\w-]+", comment(asking))
    assert called == ["@contoso-anna", "@contoso-bob"]


def test_whoever_must_agree_is_told_that_the_maintainers_change(asking: Review) -> None:
    (found,) = asking.findings
    assert found.hint.endswith("Mind that it changes the maintainers to: contoso-anna, eve.")


def test_an_admin_is_told_when_a_maintainer_hands_an_entry_over() -> None:
    text = comment(reviewed({CONTOSO: MAINTAINED.replace("contoso-bob", "contoso-cy")}))
    told = "- Contoso: maintained by contoso-anna, contoso-cy, before by contoso-anna, contoso-bob."
    assert "**✅ Ready to merge.**" in text
    assert f"\n{told}\n" in text


def test_an_entry_that_is_renamed_is_handed_over_all_the_same() -> None:
    labs = MAINTAINED.replace("Contoso", "Contoso Labs", 1).replace("contoso-bob", "eve")
    record = "former:\n  contoso:\n    name: Contoso\n    moved_to: contoso-labs\n"
    changes: Files = {
        CONTOSO: None,
        "partners/contoso-labs.yaml": labs,
        "partners/_former.yaml": record,
    }
    told = "- Contoso Labs: maintained by contoso-anna, eve, before by contoso-anna, contoso-bob."
    assert f"\n{told}\n" in comment(reviewed(changes))


def test_a_pull_request_of_many_entries_calls_few() -> None:
    base = {
        f"partners/p-{n}.yaml": ordered_entry(f"maintainers:\n  - of-{n}\n", f"p-{n}")
        for n in range(12)
    }
    review = reviewed(dict.fromkeys(base, ""), "eve", base=base)
    assert len(review.reviewers) == len(base)
    assert comment(review).count("@of-") == 10
    assert " and 2 more." in comment(review)


def test_a_mistake_comes_with_its_place_and_a_suggestion(failing: Review) -> None:
    text = comment(failing)
    assert text.split("\n")[1].startswith("**❌ 1 mistake to mend.** 1 error in 1 file.")
    assert "```suggestion\nwebsite: https://www.contoso.com/identity\n```" in text


def test_json_has_what_a_program_needs(asking: Review) -> None:
    told = facts(asking)
    assert told["version"] == 1
    assert told["verdict"] == "needs-maintainer"
    assert told["labels"] == ["needs-maintainer"]
    assert sorted(told["labels"] + told["other_labels"]) == sorted(LABELS)
    assert told["reviewers"] == ["contoso-anna", "contoso-bob"]
    assert told["changes"] == [{"path": CONTOSO, "id": "contoso", "status": "changed"}]
    assert told["summary"] == {"files": 1, "errors": 0, "warnings": 1, "elsewhere": 0}
    assert [found["code"] for found in told["diagnostics"]] == ["CAT503"]


def test_annotations_are_worst_first(failing: Review) -> None:
    lines = write(document(failing), "github").split("\n")
    assert lines[0].startswith(f"::error file={CONTOSO},line=2,")
    assert "1 mistake to mend. 1 error in 1 file." in lines


def test_the_largest_comment_is_one_that_github_takes(huge: Review) -> None:
    text = comment(huge)
    assert len(text) <= MOST_CHARACTERS
    assert "Left out here for their length: " in text
    assert "… and " in text


def test_the_summary_of_a_step_has_room_for_more(huge: Review) -> None:
    text = markdown.write(document(huge), MOST_OF_SUMMARY)
    assert 2 * len(comment(huge)) < len(text)
    assert len(text.encode()) < 1024 * 1024


def test_the_largest_review_names_every_problem_to_programs(huge: Review) -> None:
    told = facts(huge)
    assert {found["path"] for found in told["diagnostics"]} >= MANY.keys()


def test_a_comment_on_code_says_so() -> None:
    text = comment(reviewed({"README.md": "x\n"}, "eve", description="-"))
    assert text.split("\n")[1].startswith("**🔎 No entry is changed: reviewed as code.**")
    assert "### What the checks say" not in text


def test_what_was_there_before_is_told_apart() -> None:
    broken = ordered_entry("contact: nowhere\n", "broken")
    review = reviewed(
        {CONTOSO: CHANGED}, base={CONTOSO: MAINTAINED, "partners/broken.yaml": broken}
    )
    assert "Not yours to mend, and there before: 1 error in 1 file." in comment(review)
    assert "\n- partners/broken.yaml: CAT103 " in comment(review)
    assert {found.path for found in review.findings} == set()


SEALED = """\
# Partners

### Contoso

Words.

### Fabrikam

Words.
"""


def generated(contoso: str) -> str:
    """Return the published catalog of one entry."""
    with proposed({CONTOSO: contoso}, {"README.md": "x"}) as settings:
        catalog = load_revision(settings, TOPIC).catalog
        return repository_text(Publication(catalog, settings), "CATALOG.md") or ""


@pytest.mark.parametrize(
    ("edited", "named"),
    [
        (
            SEALED.replace("### Contoso\n\nWords", "### Contoso\n\nMine"),
            "comes from partners/contoso.yaml:",
        ),
        (
            SEALED.replace("Words", "Mine"),
            "comes from partners/contoso.yaml, partners/fabrikam.yaml:",
        ),
        (SEALED.replace("# Partners", "# Ours", 1), "edit its file in partners/."),
        (SEALED.replace("### Contoso\n\nWords.\n\n", ""), "comes from partners/contoso.yaml:"),
        (SEALED.replace("### Contoso", "### Mine"), "comes from partners/contoso.yaml:"),
    ],
)
def test_whoever_edits_the_published_catalog_is_told_which_file_to_edit(
    edited: str, named: str
) -> None:
    base: Files = {
        CONTOSO: MAINTAINED,
        "partners/fabrikam.yaml": ordered_entry("", "fabrikam"),
        "CATALOG.md": SEALED,
    }
    (found,) = reviewed({"CATALOG.md": edited}, base=base, description="-").findings
    assert (found.code, found.path) == ("CAT502", "CATALOG.md")
    assert named in found.hint


def test_the_published_catalog_may_be_what_it_will_be() -> None:
    due = generated(CHANGED)
    review = reviewed({CONTOSO: CHANGED, "CATALOG.md": due})
    assert (review.verdict, review.findings) == (Verdict.READY, ())
    late = reviewed({"CATALOG.md": due}, base={CONTOSO: CHANGED}, description="-")
    assert (late.verdict, late.findings) == (Verdict.READY, ())


def test_a_checksum_that_somebody_wrote_himself_proves_nothing() -> None:
    forged = generated(CHANGED.replace("www.contoso.com", "www.contoso-login.com"))
    (found,) = reviewed({"CATALOG.md": forged}, description="-").findings
    assert (found.code, found.path) == ("CAT502", "CATALOG.md")


def test_another_program_may_generate_anew_and_is_reviewed_as_code() -> None:
    changes: Files = {"CATALOG.md": generated(CHANGED), "catalog_tool/x.py": "x = 1\n"}
    review = reviewed(changes, description="-")
    assert (review.verdict, review.findings) == (Verdict.CODE, ())
    unsealed: Files = {**changes, "CATALOG.md": "# Mine\n"}
    assert [each.code for each in reviewed(unsealed, description="-").findings] == ["CAT502"]


def test_both_labels_where_both_must_agree() -> None:
    base: Files = {CONTOSO: MAINTAINED, "partners/fabrikam.yaml": ordered_entry("", "fabrikam")}
    changes: Files = {
        CONTOSO: CHANGED,
        "partners/fabrikam.yaml": ordered_entry("applications:\n  - Epic\n", "fabrikam"),
    }
    review = reviewed(changes, "eve", base=base)
    assert (review.verdict, review.labels) == (Verdict.NEEDS_MAINTAINER, LABELS)
