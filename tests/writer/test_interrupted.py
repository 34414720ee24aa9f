"""After a kill, a full disk, or a disk error, a reader sees either the old or the new version."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.writer.scenes import SCENES
from tests.writer.stage import DONE, FAILED, KILLED, WITHOUT_EXCHANGE, Ending

REPOSITORY = Path(__file__).parents[2]
REMOVING = {"os.remove", "os.rmdir", "os.unlink"}

SEVERAL_FILES = {"two files", "a tree in a repository"}

every_scene = pytest.mark.parametrize("scene", SCENES)


Played = dict[str, list[Ending]]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Every ending of every scene."""
    command = [sys.executable, "-m", "tests.writer.stage", str(tmp_path_factory.mktemp("stage"))]
    done = subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True, text=True)
    assert done.stderr == ""
    return {
        name: [Ending(**ending) for ending in endings]
        for name, endings in json.loads(done.stdout).items()
    }


@every_scene
def test_killed_before_any_call(scene: str, played: Played) -> None:
    """Several files are several things to a reader, each of them whole; a folder is one."""
    seen = played[f"kill: {scene}"]
    assert len(seen) > 10
    for ending in seen:
        assert ending.code == KILLED
        seen_as = ending.seen.partition(":")[0]
        assert seen_as in {"old", "new"} | ({"mixed"} if scene in SEVERAL_FILES else set()), ending
        assert (ending.seen_again, ending.left_again) == ("new", []), ending
    assert {"old", "new"} <= {ending.seen for ending in seen}


@pytest.mark.parametrize("scene", WITHOUT_EXCHANGE)
def test_killed_where_folders_cannot_be_exchanged(scene: str, played: Played) -> None:
    """There is a moment without a site; the next run puts the old one back."""
    seen = played[f"kill without exchange: {scene}"]
    assert [ending.seen for ending in seen].count("nothing") == 1
    for ending in seen:
        assert ending.seen in {"old", "new", "nothing"}, ending
        assert (ending.seen_again, ending.left_again) == ("new", []), ending


@every_scene
def test_any_call_failing_once(scene: str, played: Played) -> None:
    """What fails leaves the old; what is told as done is done."""
    seen = played[f"fail: {scene}"]
    assert len(seen) > 10
    for ending in seen:
        assert ending.code in {DONE, FAILED}, ending
        assert ending.seen == ("new" if ending.code == DONE else "old"), ending
        assert not ending.left or ending.step in REMOVING | {"fcntl.flock"}, ending
        assert (ending.seen_again, ending.left_again) == ("new", []), ending
    assert {DONE, FAILED} == {ending.code for ending in seen}


@every_scene
def test_a_disk_that_is_full_leaves_the_old(scene: str, played: Played) -> None:
    """At every size from nothing to almost enough."""
    seen = played[f"space: {scene}"]
    assert len(seen) > 35
    for ending in seen:
        assert (ending.code, ending.seen, ending.left) == (FAILED, "old", []), ending
        assert (ending.seen_again, ending.left_again) == ("new", []), ending
