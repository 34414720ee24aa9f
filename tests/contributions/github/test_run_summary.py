"""Nothing is ready unless everything that was judged is shown in the comment, or linked from it."""

from dataclasses import replace
from pathlib import Path

import pytest

from catalog_tool.contributions.github.review import comment_of
from catalog_tool.contributions.github.run_summary import RunSummary
from catalog_tool.contributions.review import Review
from catalog_tool.contributions.review.verdict import Verdict
from catalog_tool.linter.reporters import write
from catalog_tool.linter.reporters.markdown import fits
from catalog_tool.text.github_markdown import MOST_CHARACTERS, MOST_SUMMARY_BYTES
from tests.checking import ordered_entry
from tests.pull_requests import Files, reviewed

URL = "https://github.com/contoso/catalog/actions/runs/42"
LINK = f"Read [the whole review]({URL}) in the summary of the run."
WORDS = " ".join(f"word{number}" for number in range(400))


def changed(number: int) -> Review:
    """Return the review of an admin's change to many long descriptions."""
    names = [f"p-{each}" for each in range(number)]
    base: Files = {f"partners/{name}.yaml": ordered_entry("", name) for name in names}
    part = f"description: Gateway of {{}}. {WORDS}\n"
    changes: Files = {
        f"partners/{name}.yaml": ordered_entry(part.format(name), name) for name in names
    }
    return reviewed(changes, "root", base=base, admins=("root",))


@pytest.fixture(scope="module")
def long() -> Review:
    return changed(20)


def summary_in(folder: Path) -> RunSummary:
    return RunSummary(folder / "summary.md", URL)


def test_a_comment_that_shows_everything_links_nothing(tmp_path: Path) -> None:
    short = changed(1)
    judged, said = comment_of(short, summary_in(tmp_path))
    assert (judged, judged.verdict) == (short, Verdict.READY)
    assert LINK not in write(said, "markdown")
    assert not (tmp_path / "summary.md").exists()


def test_what_a_comment_does_not_show_is_in_the_summary_of_the_run(
    long: Review, tmp_path: Path
) -> None:
    judged, said = comment_of(long, summary_in(tmp_path))
    text = write(said, "markdown")
    assert judged.verdict is Verdict.READY
    assert LINK in text
    assert len(text) <= MOST_CHARACTERS
    assert "Not shown: " in text
    whole = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert whole.count("<summary>Preview: ") == 20
    assert "Not shown: " not in whole


def test_without_a_summary_an_admin_has_to_look(long: Review) -> None:
    judged, said = comment_of(long, RunSummary())
    assert (judged.verdict, judged.labels) == (Verdict.NEEDS_ADMIN, ("needs-admin",))
    why = "it changes more than a comment can show, so an admin has to approve."
    assert f"\n- The whole pull request: {why}\n" in write(said, "markdown")


def test_an_admin_who_looked_can_approve_it(long: Review) -> None:
    approved = replace(long, proposal=replace(long.proposal, approvals=("Root",)))
    judged, said = comment_of(approved, RunSummary())
    assert judged.verdict is Verdict.READY
    assert "The whole pull request: Root approved this commit." in write(said, "markdown")


def test_a_review_that_does_not_fit_anywhere_is_not_ready(long: Review, tmp_path: Path) -> None:
    (tmp_path / "summary.md").write_bytes(b"x" * MOST_SUMMARY_BYTES)
    judged, _said = comment_of(long, summary_in(tmp_path))
    assert judged.verdict is Verdict.NEEDS_ADMIN
    assert (tmp_path / "summary.md").stat().st_size == MOST_SUMMARY_BYTES
    judged, said = comment_of(changed(300), summary_in(tmp_path))
    assert judged.verdict is Verdict.NEEDS_ADMIN
    assert not fits(said)


@pytest.mark.parametrize("missing", ["", "GITHUB_STEP_SUMMARY", "GITHUB_RUN_ID"])
def test_the_summary_is_found_with_the_variables_of_a_step(missing: str) -> None:
    environment = {
        "GITHUB_STEP_SUMMARY": "summary.md",
        "GITHUB_SERVER_URL": "https://github.com",
        "GITHUB_REPOSITORY": "contoso/catalog",
        "GITHUB_RUN_ID": "42",
    }
    found = RunSummary.from_environment({**environment, **({missing: ""} if missing else {})})
    expected = RunSummary() if missing else RunSummary(Path("summary.md"), URL)
    assert found == expected
