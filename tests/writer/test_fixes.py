"""``catalog check --fix`` on a real disk that is full: every file is fixed, or none."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checking import entry_text
from tests.writer.commands import small_disk
from tests.writer.test_commands import OWN_MOUNTS

NAMES = ("contoso", "fabrikam", "litware")
CONFIGURATION = "site_name: T\nplugins: [catalog]\n"
BLOCKS = (22, 27, 32, 37, 60)
LARGE = "# " + "x" * 20_000 + "\n"


def broken(name: str) -> str:
    """Return an entry with a mistake that is fixed, and larger than a few blocks of the disk."""
    return LARGE + entry_text("description: Connects applications.  \n", name)


def main(place: str) -> None:
    """Fix a catalog on disks of every size; print how each run ended, and how many were fixed."""
    folder = Path(place)
    endings = []
    for blocks in BLOCKS:
        with small_disk(folder, blocks):
            (folder / "partners").mkdir()
            (folder / "mkdocs.yml").write_text(CONFIGURATION)
            for name in NAMES:
                (folder / f"partners/{name}.yaml").write_text(broken(name))
            command = [sys.executable, "-m", "catalog_tool", "check", "--fix"]
            done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
            texts = [(folder / f"partners/{name}.yaml").read_text() for name in NAMES]
            fixed = sum(text != broken(name) for name, text in zip(NAMES, texts, strict=True))
            left = sorted(path.name for path in (folder / "partners").iterdir())
            endings.append([done.returncode, fixed, left, done.stderr])
    json.dump(endings, sys.stdout)


@pytest.mark.skipif(
    subprocess.run([*OWN_MOUNTS, "true"], check=False, capture_output=True).returncode != 0,
    reason="this machine lets nobody mount a disk; test_interrupted imitates a full one",
)
def test_a_full_disk_leaves_every_file_as_it_was(tmp_path: Path) -> None:
    repository = Path(__file__).parents[2]
    done = subprocess.run(
        [*OWN_MOUNTS, sys.executable, "-m", "tests.writer.test_fixes", str(tmp_path)],
        cwd=repository,
        env=dict(os.environ) | {"PYTHONPATH": str(repository)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    codes = set()
    for code, fixed, left, told in json.loads(done.stdout):
        codes.add(code)
        assert (code, fixed) in {(0, 3), (2, 0)}, told
        assert left == [f"{name}.yaml" for name in NAMES]
        if code:
            assert "The fixes couldn't be written." in told
            assert "No space left on device." in told
            assert "What was there before is unchanged." in told
    assert codes == {0, 2}


if __name__ == "__main__":
    main(*sys.argv[1:])
