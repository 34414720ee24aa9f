"""The review of pull requests, as the workflow runs it: each script, with real Git."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from catalog_tool.model.attestation import LONGEST_DESCRIPTION
from catalog_tool.model.settings import Settings
from tests.checking import ordered_entry
from tests.pull_requests import BASE, MAINTAINED, Blob, Files, ticked
from tests.repository import git
from tests.workflows.runner import CONFIGURATION, NUMBER, Run, Runner

FETCH, REVIEW = "Fetch the pull request as Git objects", "Review the pull request"
CONTOSO, FABRIKAM = "partners/contoso.yaml", "partners/fabrikam.yaml"
CHANGED = MAINTAINED.replace("IBM RACF", "Epic")
NEW = ordered_entry("description: Fabrikam connects hospital systems.\n", "fabrikam")
RAN = "$(touch ran)`touch ran`"
COMMAND = "::error file=README.md::forged"
TICKED = ticked(Settings(root=Path()))
RENAMED: Files = {
    CONTOSO: None,
    "partners/contoso-labs.yaml": MAINTAINED.replace("Contoso", "Contoso Labs", 1),
    "partners/_former.yaml": "former:\n  contoso:\n    name: Contoso\n    moved_to: contoso-labs\n",
}
NAMES: Files = {
    f"partners/{RAN}.yaml": "x",
    "partners/a\n::error::b.yaml": "x",
    f"partners/{COMMAND}.yaml": "x",
    "partners/--help.yaml": "x",
    "partners/\udcff.yaml": "x",
    "partners/contoso.yaml/nested.yaml": "x",
    CONTOSO: None,
}

Make = Callable[..., Runner]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def made(changes: Files, *, later: Files | None = None) -> Runner:
        return Runner(tmp_path, BASE, changes, later=later)

    return made


def validate(runner: Runner, *, body: str = TICKED, login: str = "contoso-anna") -> Run:
    """Run the job as for a pull request from a fork."""
    pull: dict[str, Any] = {
        "number": NUMBER,
        "user": {"login": login},
        "head": {"sha": runner.head},
        "body": body,
    }
    return runner.run("validate", "review", "pull_request", {"pull_request": pull})


def is_untouched(runner: Runner) -> bool:
    """Return whether the checkout equals main and has no other files."""
    dirty = git(runner.workspace, "status", "--porcelain")
    return not dirty and git(runner.workspace, "rev-parse", "HEAD").strip() == runner.commit("main")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({CONTOSO: CHANGED}, "Ready to merge."),
        ({CONTOSO: CHANGED, FABRIKAM: NEW}, "New entry, please verify."),
        (RENAMED, "Waiting for approval from an admin."),
        ({"README.md": "Read me.\n"}, "reviewed as code"),
        ({}, "This pull request changes nothing."),
    ],
    ids=["changed", "new", "renamed with a record", "code", "nothing"],
)
def test_a_good_pull_request_passes(make: Make, changes: Files, said: str) -> None:
    runner = make(changes)
    run = validate(runner)
    assert (run.failed, said in run.output) == ("", True), run.output
    assert "**" in run.summary
    assert run.done[-2:] == [FETCH, REVIEW]
    assert is_untouched(runner)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({CONTOSO: MAINTAINED.replace("contact:", "kontact:")}, "CAT011"),
        ({CONTOSO: CHANGED, ".github/workflows/validate.yml": "on: push\n"}, "CAT501"),
        ({CONTOSO: CHANGED, "mkdocs.yml": CONFIGURATION + "# mine\n"}, "CAT501"),
        ({"CATALOG.md": "# Mine\n"}, "CAT502"),
        ({CONTOSO: None}, "CAT2"),
        ({CONTOSO: Blob("../../../etc/passwd", "120000")}, "CAT0"),
        ({f"partners/p{number}.yaml": "x" for number in range(3_001)}, "CAT506"),
        (NAMES, "CAT0"),
    ],
    ids=["key", "checks", "settings", "catalog", "gone", "link", "3,001 files", "names"],
)
def test_a_bad_pull_request_fails_with_an_annotation(make: Make, changes: Files, code: str) -> None:
    runner = make(changes)
    run = validate(runner)
    assert (run.failed, run.code) == (REVIEW, 1), run.output
    annotations = [line for line in run.output.splitlines() if line.startswith("::error")]
    assert code in annotations[0]
    assert not any(COMMAND in line.partition("title=")[0] for line in annotations)
    assert "Not ready to merge" in run.summary
    assert is_untouched(runner)


@pytest.mark.parametrize("text", [f'{RAN}"; touch ran; "\n::stop-commands::y\nEOF\n', "--help"])
def test_the_authors_text_is_inert(make: Make, text: str) -> None:
    runner = make({CONTOSO: CHANGED})
    run = validate(runner, body=text, login="eve")
    assert run.failed == REVIEW  # no box is checked
    assert "::stop-commands" not in run.output
    assert not list(runner.folder.rglob("ran"))


def test_the_longest_description_is_read(make: Make) -> None:
    """Checked boxes after as many three-byte characters as GitHub accepts."""
    text = "字" * (LONGEST_DESCRIPTION - len(TICKED) - 2)
    run = validate(make({CONTOSO: CHANGED}), body=f"{text}\n\n{TICKED}")
    assert run.failed == "", run.output


def test_the_settings_of_the_pull_request_are_not_used(make: Make) -> None:
    hook = "plugins: !!python/object/apply:os.system ['touch ran']\n"
    runner = make({"mkdocs.yml": hook, ".gitattributes": "* filter=evil\n"})
    assert validate(runner).failed == ""
    assert not list(runner.folder.rglob("ran"))


def test_main_may_have_newer_commits(make: Make) -> None:
    runner = make({CONTOSO: CHANGED}, later={FABRIKAM: ordered_entry("", "fabrikam")})
    run = validate(runner)
    assert (run.failed, "Ready to merge" in run.output) == ("", True), run.output
    assert "fabrikam" not in run.summary.lower()


def test_a_missing_commit_does_not_pass(make: Make) -> None:
    """After a force push, the run of the newer commit reviews that commit."""
    runner = make({CONTOSO: CHANGED})
    runner.head = "1" * 40
    run = validate(runner)
    assert (run.failed, run.code) == (REVIEW, 2)
