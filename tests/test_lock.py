"""The locked requirements pin everything that pyproject.toml asks for, and nothing is unhashed."""

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REPOSITORY = Path(__file__).parents[1]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
LOCKS = ("check", "site", "dev")
"""From the smallest to the one that has everything."""
EXTRAS = {"check": [], "site": ["site"], "dev": ["site"]}
GROUPS = {"check": ["build"], "site": ["build"], "dev": ["build", "plugins", "dev"]}


class Pin(NamedTuple):
    requirement: Requirement
    hashes: int

    @property
    def name(self) -> str:
        return canonicalize_name(self.requirement.name)

    @property
    def version(self) -> str:
        return str(self.requirement.specifier).removeprefix("==")


def pins(lock: str) -> list[Pin]:
    """Read a lock: a requirement and its hashes are one line, continued by backslashes."""
    text = (REPOSITORY / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    lines = text.replace("\\\n", " ").splitlines()
    stated = [
        line.split(" --hash=") for line in lines if line and not line.lstrip().startswith("#")
    ]
    return [Pin(Requirement(requirement), len(hashes)) for requirement, *hashes in stated]


def wanted(lock: str) -> list[Requirement]:
    """Return what pyproject.toml asks for and a lock must pin."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    texts = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    for extra in EXTRAS[lock]:
        texts += project["project"]["optional-dependencies"][extra]
    for group in GROUPS[lock]:
        texts += [text for text in project["dependency-groups"][group] if isinstance(text, str)]
    return [Requirement(text) for text in texts]


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("lock", LOCKS)
def test_each_requirement_is_pinned_to_a_version_that_it_allows(lock: str, python: str) -> None:
    environment = {"python_version": python, "python_full_version": f"{python}.9"}
    pinned = {
        pin.name: pin
        for pin in pins(lock)
        if not pin.requirement.marker or pin.requirement.marker.evaluate(environment)
    }
    requirements = wanted(lock)
    missing = [str(each) for each in requirements if canonicalize_name(each.name) not in pinned]
    assert missing == []
    refused = [
        str(each)
        for each in requirements
        if not each.specifier.contains(pinned[canonicalize_name(each.name)].version)
    ]
    assert refused == []


@pytest.mark.parametrize("lock", LOCKS)
def test_each_pin_is_exact_and_hashed(lock: str) -> None:
    loose = [
        str(pin.requirement)
        for pin in pins(lock)
        if not pin.hashes or [each.operator for each in pin.requirement.specifier] != ["=="]
    ]
    assert loose == []


def test_locked_packages_are_installed_as_wheels_with_these_hashes() -> None:
    command = ["make", "--dry-run", "--always-make", ".venv/.dev"]
    steps = subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True, text=True)
    installed = [line for line in steps.stdout.splitlines() if "--requirement" in line]
    assert len(installed) == len(LOCKS)
    assert [line for line in installed if "--require-hashes --only-binary :all:" not in line] == []


def test_each_lock_has_the_versions_of_the_smaller_one() -> None:
    small, site, developers = ({str(pin.requirement) for pin in pins(lock)} for lock in LOCKS)
    assert small < site < developers


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_place_to_install_from(lock: str) -> None:
    text = (REPOSITORY / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert not [line for line in text.splitlines() if line.startswith("-")]


def imported_packages(path: Path) -> Iterator[str]:
    """Yield the top-level package of each import in a file."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_each_dependency_is_imported() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    extra = project["project"]["optional-dependencies"]["site"]
    texts = [*project["project"]["dependencies"], *extra]
    dependencies = {canonicalize_name(Requirement(text).name) for text in texts}
    sources = (REPOSITORY / "catalog_tool").rglob("*.py")
    packages = {name for path in sources for name in imported_packages(path)}
    brings = packages_distributions()
    imported = {canonicalize_name(name) for each in packages for name in brings.get(each, ())}
    # MkDocs finds its theme by name, and Zensical runs as a program.
    assert dependencies - imported == {"mkdocs-material", "zensical"}
