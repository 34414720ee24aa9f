"""The real commands, killed at random moments and run on disks that are too small.

``CATALOG_MOMENTS=200`` tries that many of each command; without it a few are tried.
"""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.writer import write_tree
from tests.writer.commands import KILLED, Outcome

REPOSITORY = Path(__file__).parents[2]
MOMENTS = int(os.environ.get("CATALOG_MOMENTS", "5"))
OWN_MOUNTS = ["unshare", "--mount"] + ["--map-root-user"] * (os.geteuid() != 0)


def outcomes(how: str, folder: Path, *before: str) -> list[Outcome]:
    """Play the commands and return how each ended."""
    module = [sys.executable, "-m", "tests.writer.commands", how, str(MOMENTS), str(folder)]
    environment = dict(os.environ) | {"PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(
        [*before, *module], cwd=folder, env=environment, check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    return [Outcome(**outcome) for outcome in json.loads(done.stdout)]


@pytest.mark.slow
def test_killed_at_any_moment_the_old_or_the_new_is_there(tmp_path: Path) -> None:
    found = outcomes("kill", tmp_path)
    for outcome in found:
        assert outcome.seen in {"old", "new"}, outcome
        assert outcome.code in {KILLED, 0}, outcome
        assert outcome.code == KILLED or not outcome.left, outcome
    assert KILLED in {outcome.code for outcome in found}


@pytest.mark.slow
@pytest.mark.skipif(
    subprocess.run([*OWN_MOUNTS, "true"], check=False, capture_output=True).returncode != 0,
    reason="this machine lets nobody mount a disk; test_interrupted imitates a full one",
)
def test_a_full_disk_is_reported_and_leaves_the_old(tmp_path: Path) -> None:
    found = outcomes("space", tmp_path, *OWN_MOUNTS)
    for outcome in found:
        assert not outcome.left, outcome
        assert outcome.seen == ("old" if outcome.code else "new"), outcome
        if outcome.code:
            assert outcome.code == 2, outcome
            assert "No space left on device" in outcome.told
            assert "What was there before is unchanged." in outcome.told
            assert "Traceback" not in outcome.told
    assert {outcome.command for outcome in found if outcome.code} == {"build", "render", "publish"}


def test_readers_see_only_whole_sites(tmp_path: Path) -> None:
    """Each of the sites says its number on every page; the first page is never missing."""
    site, names = tmp_path / "site", [f"{name}/index.html" for name in "abcdefgh"]
    done = threading.Event()
    missing: list[Exception] = []
    seen: set[str] = set()

    def read() -> None:
        while not done.is_set():
            try:
                seen.add((site / names[0]).read_text(encoding="utf-8"))
                folder = os.open(site, os.O_RDONLY)
                texts = {_read_below(folder, name) for name in names} - {""}
                os.close(folder)
            except OSError as error:
                missing.append(error)
                return
            if len(texts) > 1:
                missing.append(ValueError(f"pages of {texts} at once"))

    write_tree([GeneratedFile(name, "0\n") for name in names], site)
    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 60):
        write_tree([GeneratedFile(name, f"{number}\n") for name in names], site)
    done.set()
    reader.join()
    assert missing == []
    assert len(seen) > 2


def _read_below(folder: int, name: str) -> str:
    """Return the text of a file below an open folder; none once the folder has been replaced."""
    try:
        with os.fdopen(os.open(name, os.O_RDONLY, dir_fd=folder), encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return ""
