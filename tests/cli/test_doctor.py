"""`catalog doctor`: what is wrong with the settings, as a report or a checklist."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Catalog
from tests.contributions.github.server import REPOSITORY, TOKEN, GitHub
from tests.contributions.github.test_settings import RIGHT

CONFIGURATION = """\
site_name: Partners
plugins:
  - catalog:
      repository: https://github.com/contoso/partners
      admins: [anna]
"""
SCHEDULED = """\
on:
  schedule:
    - cron: "23 * * * *"
jobs:
  review:
    uses: ./.github/workflows/review.yml
  publish:
    uses: ./.github/workflows/publish.yml
"""


@pytest.fixture
def ready(catalog: Catalog) -> Catalog:
    """A catalog with what belongs into its folder."""
    for name, text in {
        "mkdocs.yml": CONFIGURATION,
        ".github/CODEOWNERS": "* @anna\n",
        ".github/workflows/review.yml": "run: catalog comment\n",
        ".github/workflows/scheduled.yml": SCHEDULED,
    }.items():
        path = catalog.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return catalog


def variables(github: GitHub) -> dict[str, str]:
    return {"GITHUB_API_URL": github.url, "GITHUB_REPOSITORY": REPOSITORY, "GITHUB_TOKEN": TOKEN}


@pytest.fixture(autouse=True)
def _without_a_token(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GH_TOKEN", "GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN"):
        monkeypatch.delenv(name, raising=False)


def test_without_a_token_it_prints_a_checklist(ready: Catalog) -> None:
    done = ready.run("doctor")
    assert done.exit_code == 0
    assert "To check on GitHub" in done.stdout
    assert "https://github.com/contoso/partners/settings/pages" in done.stdout
    assert done.stdout.endswith("Of 21 checks: 0 wrong, 0 recommended, 16 unknown, 5 OK.\n")


def test_right_settings_exit_with_0(ready: Catalog, github: GitHub) -> None:
    github.settings = {**RIGHT}
    done = ready.run("doctor", **variables(github))
    assert done.exit_code == 0
    assert done.stdout.endswith("Of 21 checks: 0 wrong, 0 recommended, 0 unknown, 21 OK.\n")


def test_a_wrong_setting_exits_with_1_and_says_what_to_do(ready: Catalog, github: GitHub) -> None:
    github.settings = {**RIGHT} | {"pages": (200, {"build_type": "legacy"})}
    done = ready.run("doctor", **variables(github))
    assert done.exit_code == 1
    assert done.stdout.startswith("Wrong\n  GitHub Actions deploys GitHub Pages.\n")
    assert "select GitHub Actions as the source" in done.stdout


def test_as_json_it_is_for_programs(ready: Catalog, github: GitHub) -> None:
    github.settings = {**RIGHT} | {"labels": (200, [])}
    done = ready.run("doctor", "--format", "json", **variables(github))
    said = json.loads(done.stdout)
    assert done.exit_code == 0
    assert said["version"] == 1
    assert said["repository"] == "https://github.com/contoso/partners"
    assert said["summary"] == {"ok": 20, "wrong": 1, "unknown": 0}
    (wrong,) = [each for each in said["checks"] if each["state"] == "wrong"]
    assert (wrong["name"], wrong["required"]) == ("labels", False)
    assert wrong["url"] == "https://github.com/contoso/partners/labels"


def test_without_a_catalog_it_cannot_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = Catalog(tmp_path).run("doctor")
    assert done.exit_code == 2
    assert "mkdocs.yml" in done.stderr


def test_nothing_is_written(ready: Catalog, github: GitHub) -> None:
    def listing() -> list[tuple[Path, int]]:
        paths = sorted(ready.root.rglob("*"))
        return [(path, path.stat().st_mtime_ns) for path in paths]

    before = listing()
    ready.run("doctor", **variables(github))
    assert listing() == before
    assert all(line.startswith("GET ") for line in github.requests)
