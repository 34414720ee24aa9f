"""The same input gives the same bytes, independent of time, place, language, and disk order.

The day is an input, as attestations grow old; tests/model/test_freshness.py has what it changes.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from catalog_tool.writer.manifest import MANIFEST
from tests.repository import git

REPOSITORY = Path(__file__).parents[2]
BUILD = [sys.executable, "-m", "catalog_tool"]
# A module of this name is imported when Python starts: the disk lists each folder backwards.
BACKWARDS = """
import os
_listdir, _scandir = os.listdir, os.scandir


class _Backwards:
    def __init__(self, *arguments):
        with _scandir(*arguments) as found:
            self._found = iter(sorted(found, key=lambda entry: entry.name, reverse=True))

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._found)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def close(self):
        pass


os.listdir = lambda *arguments: sorted(_listdir(*arguments), reverse=True)
os.scandir = _Backwards
"""
CIRCUMSTANCES: dict[str, Mapping[str, str]] = {
    "east": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "0"},
    "west, with a backwards disk": {
        "TZ": "Pacific/Niue",
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "1",
        "PYTHONPATH": "backwards",
        "PYTHONUTF8": "0",
    },
    "turkey, at another hour and in another home": {
        "TZ": "Europe/Istanbul",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "SOURCE_DATE_EPOCH": "1893455999",
        "PYTHONHASHSEED": "4294967295",
        "NO_COLOR": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": "elsewhere",
    },
}
# The first second of 2029-12-31, when the attestation below has become stale; above is its last.
DAY = {"SOURCE_DATE_EPOCH": "1893369600"}
MASKS = {"east": 0o077, "west, with a backwards disk": 0o002}


def checked_out(source: Path, place: Path) -> Path:
    """Clone a catalog; each clone has files of another time, in a folder of another name."""
    place.parent.mkdir(parents=True, exist_ok=True)
    git(source, "clone", "--quiet", ".", os.fspath(place))
    for number, path in enumerate(sorted((place / "partners").iterdir())):
        os.utime(path, (number * 1e6, 1e9 - number * 1e6))
    return place


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's catalog with a history of its own."""
    root = tmp_path_factory.mktemp("source")
    for folder in ("docs", "partners"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    # What is shown of an old attestation depends on the day and on nothing else.
    with (root / "partners" / "aquera.yaml").open("a", encoding="utf-8") as entry:
        entry.write("tested_on: 2028-06-30\n")
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(
        root, "commit", "--quiet", "--message", "All entries", "--date", "2026-05-04T23:30:00-05:00"
    )
    return root


def built(catalog: Path, name: str) -> tuple[str, dict[str, str]]:
    """Build a site; return the checksum of its manifest, and that of each file as it is."""
    (catalog.parent / "backwards").mkdir()
    (catalog.parent / "backwards" / "sitecustomize.py").write_text(BACKWARDS, encoding="utf-8")
    environment = {**os.environ, **DAY, **CIRCUMSTANCES[name]}
    for variable in {"PYTHONPATH", "HOME"} & CIRCUMSTANCES[name].keys():
        environment[variable] = str(catalog.parent / environment[variable])
    environment["PYTHONPATH"] = f"{environment.get('PYTHONPATH', '')}:{REPOSITORY}".lstrip(":")
    done = subprocess.run(
        [*BUILD, "build"],
        cwd=catalog,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        umask=MASKS.get(name, 0o022),
    )
    assert done.returncode == 0, done.stderr
    site = catalog / "site"
    manifest = (site / MANIFEST).read_bytes()
    sums = {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }
    assert json.loads(manifest) == sums
    for path in sums:
        assert os.fsencode(catalog) not in (site / path).read_bytes(), f"{path} names its place"
    return hashlib.sha256(manifest).hexdigest(), sums


def test_every_circumstance_gives_one_checksum(source: Path, tmp_path: Path) -> None:
    sites = {
        name: built(checked_out(source, tmp_path / f"in {number}" / f"catalog-{number}"), name)
        for number, name in enumerate(CIRCUMSTANCES)
    }
    first = sites["east"][1]
    for name, (_, sums) in sites.items():
        different = {path for path in first | sums if first.get(path) != sums.get(path)}
        assert different == set(), name
    assert len({total for total, _ in sites.values()}) == 1


def test_the_order_of_the_disk_is_really_backwards(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(BACKWARDS, encoding="utf-8")
    listing = "import os; print(os.listdir('.'), [e.name for e in os.scandir('.')])"
    for name in "ab":
        (tmp_path / "listed" / name).mkdir(parents=True)
    listed = subprocess.run(
        [sys.executable, "-c", listing],
        cwd=tmp_path / "listed",
        env=dict(os.environ) | {"PYTHONPATH": str(tmp_path)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert listed.stdout == "['b', 'a'] ['b', 'a']\n"
