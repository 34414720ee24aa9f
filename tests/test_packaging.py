"""The wheel is the whole tool: far from the repository, it checks and builds a catalog."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

import pytest

from catalog_tool.loader.configuration import load_settings
from catalog_tool.site.assets import ASSETS, SOURCES, asset_text
from catalog_tool.site.messages import messages_of
from catalog_tool.site.messages.scripts import script_messages

REPOSITORY = Path(__file__).parents[1]
PACKAGE = REPOSITORY / "catalog_tool"
# What a catalog consists of, apart from the tool that reads it.
CATALOG = ("CATALOG.md", "docs", "mkdocs.yml", "partners")


def run(command: list[str | Path], folder: Path) -> str:
    """Run a command in a folder, with nothing of this repository on the import path."""
    environment = {key: os.environ[key] for key in os.environ.keys() - {"PYTHONPATH"}}
    finished = subprocess.run(
        command, cwd=folder, env=environment, check=False, capture_output=True, text=True
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this repository without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    build: list[str | Path] = [sys.executable, "-m", "build", "--wheel", "--no-isolation"]
    run([*build, "--outdir", folder], REPOSITORY)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a new environment that has the wheel, and borrows what the wheel needs."""
    environment = tmp_path_factory.mktemp("environment")
    paths = {"base": str(environment), "platbase": str(environment)}
    scripts = Path(sysconfig.get_path("scripts", "venv", paths))
    packages = Path(sysconfig.get_path("purelib", "venv", paths))
    run([sys.executable, "-m", "venv", "--without-pip", environment], environment)
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", scripts / "python"]
    run([*pip, "install", "--no-index", "--no-deps", wheel], environment)
    # Python searches a folder that a .pth file names, but reads no .pth files there: the editable
    # installation of this repository is not borrowed.
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return scripts


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    """A copy of this repository's catalog, without the tool."""
    for name in CATALOG:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name)
        elif source.exists():
            shutil.copy(source, tmp_path / name)
    return tmp_path


def test_the_wheel_holds_the_whole_package_and_nothing_else(wheel: Path) -> None:
    expected = {
        path.relative_to(REPOSITORY).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert "catalog_tool/py.typed" in expected
    assert packed == expected


def test_the_package_is_imported_from_the_environment(programs: Path, tmp_path: Path) -> None:
    where = "import catalog_tool; print(catalog_tool.__file__)"
    imported = Path(run([programs / "python", "-c", where], tmp_path).strip())
    assert imported.is_relative_to(programs.parent)


def test_the_command_explains_itself(programs: Path, tmp_path: Path) -> None:
    listed = run([programs / "catalog", "--help"], tmp_path)
    assert {"build", "check", "publish", "serve"} <= set(listed.split())


def test_the_command_finds_its_rules(programs: Path, tmp_path: Path) -> None:
    assert "missing-contact" in run([programs / "catalog", "rules"], tmp_path)


def test_a_catalog_is_checked(programs: Path, catalog: Path) -> None:
    run([programs / "catalog", "check"], catalog)


def test_a_wrong_entry_is_found(programs: Path, catalog: Path) -> None:
    (catalog / "partners" / "nobody.yaml").write_text("name: Nobody\n", encoding="utf-8")
    finished = subprocess.run(
        [programs / "catalog", "check"], cwd=catalog, check=False, capture_output=True, text=True
    )
    assert finished.returncode == 1
    assert "missing-contact" in finished.stdout


def test_a_site_is_built_with_the_templates_and_assets_of_the_wheel(
    wheel: Path, programs: Path, catalog: Path
) -> None:
    run([programs / "catalog", "build", "--out", "site"], catalog)
    site = catalog / "site"
    entries = {path.stem for path in (catalog / "partners").glob("[!_]*.yaml")}
    assert entries == {path.parent.name for path in site.glob("partners/*/index.html")}
    with ZipFile(wheel) as archive:
        packed = {
            name.removeprefix("catalog_tool/site/"): archive.read(name)
            for name in archive.namelist()
            if name.startswith("catalog_tool/site/")
        }
    words = messages_of(load_settings(catalog))
    for name, parts in ASSETS.items():
        assert all(packed[part] == (SOURCES / part).read_bytes() for part in parts), name
        text = script_messages(name, words) + asset_text(name)
        assert (site / "assets" / name).read_bytes() == text.encode(), name


def test_a_new_catalog_needs_no_clone(programs: Path, tmp_path: Path) -> None:
    run([programs / "catalog", "init", "contoso"], tmp_path)
    run([programs / "catalog", "--config", "contoso/mkdocs.yml", "check", "--strict"], tmp_path)
    on_github = ["init", "new", "--repository", "https://github.com/f/c", "--admin", "fay"]
    run([programs / "catalog", *on_github], tmp_path)
    workflows = tmp_path / "new/.github/workflows"
    assert not workflows.exists()
    run([programs / "catalog", *on_github, "--tool-commit", "0" * 40], tmp_path)
    assert f"@{'0' * 40}" in (workflows / "review.yml").read_text(encoding="utf-8")


def test_workflows_call_the_commit_and_version_of_a_release(programs: Path, tmp_path: Path) -> None:
    (package,) = programs.parent.rglob("site-packages/catalog_tool")
    # As the workflow release writes it; see tests/workflows/test_release.py.
    (package / "released-commit.txt").write_text("2" * 40 + "\n", encoding="ascii")
    on_github = ["init", "new", "--repository", "https://github.com/f/c", "--admin", "fay"]
    run([programs / "catalog", *on_github], tmp_path)
    (package / "released-commit.txt").unlink()
    review = (tmp_path / "new/.github/workflows/review.yml").read_text(encoding="utf-8")
    assert f"@{'2' * 40} # v{version('partner-catalog')}\n" in review
    assert (tmp_path / "new/.github/dependabot.yml").exists()


def test_workflows_call_the_commit_that_pip_installed(programs: Path, tmp_path: Path) -> None:
    (metadata,) = programs.parent.rglob("partner_catalog-*.dist-info")
    origin = metadata / "direct_url.json"
    before = origin.read_text(encoding="utf-8")
    # As pip writes it for git+https://…; see PEP 610.
    origin.write_text(json.dumps({"url": "…", "vcs_info": {"vcs": "git", "commit_id": "1" * 40}}))
    on_github = ["init", "new", "--repository", "https://github.com/f/c", "--admin", "fay"]
    run([programs / "catalog", *on_github], tmp_path)
    origin.write_text(before, encoding="utf-8")
    review = tmp_path / "new/.github/workflows/review.yml"
    assert f"@{'1' * 40}" in review.read_text(encoding="utf-8")
