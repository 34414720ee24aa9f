"""The formats of a review are consistent, short enough, and inert."""

import re
from pathlib import Path

import pytest

from catalog_tool.contributions.review import Review
from catalog_tool.contributions.review.report import MOST_OF_SUMMARY, document, review_object
from catalog_tool.contributions.review.verdict import LABELS, Verdict
from catalog_tool.linter.reporters import markdown, write
from catalog_tool.loader.git.revision import load_revision
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.site.exports import repository_text
from catalog_tool.text.github_markdown import MOST_CHARACTERS
from tests.checking import ordered_entry
from tests.pull_requests import MAINTAINED, TOPIC, Blob, Files, proposed, reviewed, ticked
from tests.repository import LINK as LINK_MODE
from tests.repository import SUBMODULE

CONTOSO = "partners/contoso.yaml"
CHANGED = MAINTAINED.replace("IBM RACF", "Epic")
MANY: Files = {f"partners/partner-{n}.yaml": "name: [\n" for n in range(3_000)}


@pytest.fixture(scope="module")
def asking() -> Review:
    """A change by somebody who isn't a maintainer."""
    return reviewed({CONTOSO: CHANGED.replace("contoso-bob", "eve")}, "eve")


@pytest.fixture(scope="module")
def failing() -> Review:
    """A change with an error that a suggestion fixes."""
    return reviewed({CONTOSO: MAINTAINED.replace("website: https", "website: http")})


@pytest.fixture(scope="module")
def huge() -> Review:
    """The most entries that are checked, all of them broken."""
    return reviewed(MANY, description="-")


def comment(review: Review) -> str:
    return write(document(review), "markdown")


def test_a_comment_starts_with_its_marker_the_commit_and_the_verdict(asking: Review) -> None:
    marker, commit, _, verdict, *_ = comment(asking).split("\n")
    assert marker == "<!-- partner-catalog-review -->"
    assert commit == f"Commit reviewed: `{asking.proposal.head[:12]}`. For the admins."
    assert verdict == "**🔎 Waiting for approval from a maintainer.** 1 file checked: no problems."


def test_a_comment_describes_and_previews_what_readers_will_see(asking: Review) -> None:
    text = comment(asking)
    assert "- **Contoso**: +1 application (Epic), −1 application (IBM RACF)" in text
    assert "<details><summary>Preview: <code>contoso</code></summary>\n\n### Contoso\n" in text
    assert "\n- Epic\n" in text


def test_only_maintainers_from_the_main_branch_are_mentioned(asking: Review) -> None:
    called = re.findall(r"(?<![\w`])@[\w-]+", comment(asking))
    assert called == ["@contoso-anna", "@contoso-bob", "@contoso-bob"]


def test_the_hint_says_that_the_maintainers_change(asking: Review) -> None:
    (found,) = asking.findings
    assert found.hint.endswith("Note that this changes the maintainers to: contoso-anna, eve.")


def test_changed_maintainers_are_listed() -> None:
    text = comment(reviewed({CONTOSO: MAINTAINED.replace("contoso-bob", "contoso-cy")}))
    told = "contoso-cy becomes a maintainer; @contoso-bob is no longer a maintainer after this."
    assert "**🔎 Waiting for approval from an admin.**" in text
    assert f"\n- Contoso: {told}\n" in text


def test_changed_maintainers_of_a_renamed_entry_are_listed() -> None:
    labs = MAINTAINED.replace("Contoso", "Contoso Labs", 1).replace("contoso-bob", "eve")
    record = "former:\n  contoso:\n    name: Contoso\n    moved_to: contoso-labs\n"
    changes: Files = {
        CONTOSO: None,
        "partners/contoso-labs.yaml": labs,
        "partners/_former.yaml": record,
    }
    told = "eve becomes a maintainer; @contoso-bob is no longer a maintainer after this."
    assert f"\n- Contoso Labs: {told}\n" in comment(reviewed(changes))


def test_a_pull_request_of_many_entries_mentions_ten_people() -> None:
    base = {
        f"partners/p-{n}.yaml": ordered_entry(f"maintainers:\n  - of-{n}\n", f"p-{n}")
        for n in range(12)
    }
    review = reviewed(dict.fromkeys(base, ""), "eve", base=base)
    assert len(review.reviewers) == len(base)
    assert comment(review).count("@of-") == 10
    assert " and 2 more." in comment(review)


def test_an_error_has_a_suggestion(failing: Review) -> None:
    text = comment(failing)
    assert text.split("\n")[3].startswith("**❌ Not ready to merge.** 1 error in 1 file.")
    assert "```suggestion\nwebsite: https://www.contoso.com/identity\n```" in text


def test_an_entry_with_errors_has_a_preview_of_what_can_be_read(failing: Review) -> None:
    _, _, preview = comment(failing).partition("<summary>Preview: <code>contoso</code></summary>")
    assert preview.startswith("\n\n### Contoso\n\n#### Description\n")
    assert "\n- Contact: <https://www.contoso.com/contact>\n" in preview
    assert "Website" not in preview
    assert "\n- Maintainers: contoso-anna, contoso-bob\n\n</details>" in preview
    assert "until the files below are fixed.\n\n- partners/contoso.yaml can't" in comment(failing)


def test_an_unused_template_is_one_mistake() -> None:
    (found,) = reviewed({CONTOSO: CHANGED}, description="Please merge.").findings
    assert found.message == (
        "4 boxes of the template are missing from the description or aren't checked."
    )
    assert found.hint.count("\n- [x] ") == 4


def test_one_unchecked_box_is_named() -> None:
    boxes = ticked(Settings(root=Path()))
    (found,) = reviewed({CONTOSO: CHANGED}, description=boxes.replace("[x]", "[ ]", 1)).findings
    assert found.message == (
        "This box isn't checked: I work for this company, or it asked me to list its integration."
    )


def test_an_approval_is_not_a_problem(asking: Review) -> None:
    assert [found.code for found in asking.findings] == ["CAT503"]
    assert "CAT503" not in comment(asking)


def test_json_has_what_a_program_needs(asking: Review) -> None:
    told = review_object(asking)
    assert told["version"] == 1
    assert told["verdict"] == "needs-maintainer"
    assert told["labels"] == ["needs-admin", "needs-maintainer"]
    assert sorted(told["labels"] + told["other_labels"]) == sorted(LABELS)
    assert told["reviewers"] == ["contoso-anna", "contoso-bob"]
    assert told["changes"] == [{"path": CONTOSO, "id": "contoso", "status": "changed"}]
    assert told["summary"] == {
        "files": 1,
        "errors": 0,
        "warnings": 0,
        "elsewhere": 0,
        "excepted": 0,
    }
    assert [found["code"] for found in told["diagnostics"]] == ["CAT503"]


def test_annotations_are_worst_first(failing: Review) -> None:
    lines = write(document(failing), "github").split("\n")
    assert lines[0].startswith(f"::error file={CONTOSO},line=2,")
    assert "Not ready to merge. 1 error in 1 file." in lines


@pytest.mark.slow
def test_the_largest_comment_fits_on_github(huge: Review) -> None:
    text = comment(huge)
    assert len(text) <= MOST_CHARACTERS
    assert "Not shown: " in text
    assert "… and " in text


@pytest.mark.slow
def test_the_step_summary_has_room_for_more(huge: Review) -> None:
    text = markdown.write(document(huge), MOST_OF_SUMMARY)
    assert 2 * len(comment(huge)) < len(text)
    assert len(text.encode()) < 1024 * 1024


@pytest.mark.slow
def test_the_json_of_the_largest_review_has_every_problem(huge: Review) -> None:
    told = review_object(huge)
    assert {found["path"] for found in told["diagnostics"]} >= MANY.keys()


def test_a_comment_on_code_says_so() -> None:
    text = comment(reviewed({"README.md": "x\n"}, "eve", description="-"))
    assert text.split("\n")[3] == (
        "**🔎 This pull request doesn't change entries.** It is reviewed as code."
    )
    assert "\n### Files that only admins decide on\n\n- README.md\n" in text
    assert "### Check results" not in text


def test_existing_problems_are_separate() -> None:
    broken = ordered_entry("contact: nowhere\n", "broken")
    review = reviewed(
        {CONTOSO: CHANGED}, base={CONTOSO: MAINTAINED, "partners/broken.yaml": broken}
    )
    title = "You can ignore these existing problems in other entries: 1 error in 1 file."
    assert title in comment(review)
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
            "comes from partners/contoso.yaml.",
        ),
        (
            SEALED.replace("Words", "Mine"),
            "comes from partners/contoso.yaml, partners/fabrikam.yaml.",
        ),
        (SEALED.replace("# Partners", "# Ours", 1), "edit its file in partners/."),
        (SEALED.replace("### Contoso\n\nWords.\n\n", ""), "comes from partners/contoso.yaml."),
        (SEALED.replace("### Contoso", "### Mine"), "comes from partners/contoso.yaml."),
    ],
)
def test_an_edited_catalog_names_the_file_to_edit(edited: str, named: str) -> None:
    base: Files = {
        CONTOSO: MAINTAINED,
        "partners/fabrikam.yaml": ordered_entry("", "fabrikam"),
        "CATALOG.md": SEALED,
    }
    (found,) = reviewed({"CATALOG.md": edited}, base=base, description="-").findings
    assert (found.code, found.path) == ("CAT502", "CATALOG.md")
    assert named in found.hint


def test_the_published_catalog_can_be_up_to_date() -> None:
    due = generated(CHANGED)
    review = reviewed({CONTOSO: CHANGED, "CATALOG.md": due})
    assert (review.verdict, review.findings) == (Verdict.READY, ())
    late = reviewed({"CATALOG.md": due}, base={CONTOSO: CHANGED}, description="-")
    assert (late.verdict, late.findings) == (Verdict.READY, ())


def test_a_forged_checksum_proves_nothing() -> None:
    forged = generated(CHANGED.replace("www.contoso.com", "www.contoso-login.com"))
    (found,) = reviewed({"CATALOG.md": forged}, description="-").findings
    assert (found.code, found.path) == ("CAT502", "CATALOG.md")


def test_a_changed_program_can_regenerate_and_is_reviewed_as_code() -> None:
    changes: Files = {"CATALOG.md": generated(CHANGED), "catalog_tool/x.py": "x = 1\n"}
    review = reviewed(changes, description="-")
    assert (review.verdict, review.findings) == (Verdict.CODE, ())
    unsealed: Files = {**changes, "CATALOG.md": "# Mine\n"}
    assert [each.code for each in reviewed(unsealed, description="-").findings] == ["CAT502"]


def test_both_labels_if_both_have_to_approve() -> None:
    base: Files = {CONTOSO: MAINTAINED, "partners/fabrikam.yaml": ordered_entry("", "fabrikam")}
    changes: Files = {
        CONTOSO: CHANGED,
        "partners/fabrikam.yaml": ordered_entry("applications:\n  - Epic\n", "fabrikam"),
    }
    review = reviewed(changes, "eve", base=base)
    assert (review.verdict, review.labels) == (Verdict.NEEDS_MAINTAINER, LABELS)


TERMS = "docs/prose/terms.md"
LINK = Blob("/etc/passwd", LINK_MODE)
WITH_TERMS: Files = {CONTOSO: MAINTAINED, TERMS: "# Terms\n\nWe don't check\nentries.\n"}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (
            "# Terms\n\nWe check\nentries.\n",
            (
                f"\n- **{TERMS}**: shown on terms/, text changed\n\n"
                "  text: Terms We <del><strong>don't</strong></del> check entries.\n"
            ),
        ),
        ("# Terms\n\nWe don't\ncheck entries.\n", " Nothing changes for readers.\n"),
        (None, f"\n- **{TERMS}** (removed): shown on terms/\n\n  text: <del>"),
        (LINK, f"\n- {TERMS} can't be compared until it is fixed\n"),
    ],
)
def test_a_changed_text_of_the_owner_is_shown(changed: str | Blob | None, expected: str) -> None:
    review = reviewed({TERMS: changed}, base=WITH_TERMS, description="-")
    assert review.verdict is Verdict.CODE
    assert expected in comment(review)
    assert f"### Files that only admins decide on\n\n- {TERMS}\n" in comment(review)


def test_a_text_that_main_changed_later_is_not_a_change() -> None:
    later: Files = {TERMS: "# Terms\n\nOurs.\n"}
    assert TERMS not in comment(reviewed({CONTOSO: CHANGED}, base=WITH_TERMS, later=later))


@pytest.mark.parametrize("folder", [LINK, "a file\n", Blob("1" * 40, SUBMODULE)])
def test_a_replaced_folder_of_texts_is_read_as_empty(folder: str | Blob) -> None:
    changes: Files = {TERMS: None, "docs/prose": folder}
    assert f"- **{TERMS}** (removed)" in comment(
        reviewed(changes, base=WITH_TERMS, description="-")
    )
