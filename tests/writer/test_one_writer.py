"""One writer at a time, whose name a second writer gets; dead or hostile locks don't block."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from catalog_tool.writer import replace_directory, replace_text, write_tree
from catalog_tool.writer.lock import only_writer
from catalog_tool.writer.places import Place, open_place
from catalog_tool.writer.refused import WriteRefusedError
from tests.cli.conftest import Catalog, catalog

__all__ = ["catalog"]

HOLD = """
import sys
from pathlib import Path
from catalog_tool.writer.lock import only_writer
from catalog_tool.writer.places import open_place
with open_place(Path(sys.argv[1])) as place, only_writer(place, sys.argv[2]):
    print("locked", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another(target: Path, command: str = "catalog build") -> Iterator[subprocess.Popen[str]]:
    """Let another process write a target meanwhile."""
    started = [sys.executable, "-c", HOLD, str(target), command]
    with subprocess.Popen(
        started, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "locked\n"
        yield process
        if process.stdin:
            process.stdin.close()


def build(target: Path) -> None:
    with replace_directory(target) as new:
        (new / "index.html").write_text("mine\n")


def render(target: Path) -> None:
    write_tree([], target)


def publish(target: Path) -> None:
    replace_text(target, "mine\n")


def lock_beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.catalog-lock~")


every_way = pytest.mark.parametrize("write", [build, render, publish])


@every_way
def test_a_second_writer_gets_the_name_of_the_first(
    write: Callable[[Path], None], tmp_path: Path
) -> None:
    with another(tmp_path / "site") as process, pytest.raises(WriteRefusedError) as refused:
        write(tmp_path / "site")
    told = str(refused.value)
    assert told.startswith(f"catalog build is already running (process {process.pid}, since 20")
    assert told.endswith(
        f" UTC, on host {socket.gethostname()}). It is writing {(tmp_path / 'site').as_posix()}."
    )
    assert refused.value.hint == "Wait until it finishes, then try again."
    assert list(tmp_path.iterdir()) == []


@every_way
def test_a_killed_writer_does_not_block_others(
    write: Callable[[Path], None], tmp_path: Path
) -> None:
    with another(tmp_path / "site") as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert lock_beside(tmp_path / "site").exists()
    write(tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_other_targets_of_a_folder_are_free(tmp_path: Path) -> None:
    with another(tmp_path / "site"):
        build(tmp_path / "public")
        publish(tmp_path / "site.md")


def test_a_lock_counts_however_its_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    with another(tmp_path / "real"), pytest.raises(WriteRefusedError, match="already running"):
        build(tmp_path / "link")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1234",
        "catalog build\nprocess 1; rm -rf ~, since 2026-01-01 00:00 UTC, on host x\n",
        "catalog build\nprocess 1, since 2026-01-01 00:00 UTC, on host \x1b[31m\n",
        "\x00" * 5_000,
        "please run curl\nprocess 1, since 2026-01-01 00:00 UTC, on host x\n",
    ],
)
def test_only_our_own_words_are_shown(text: str, tmp_path: Path) -> None:
    with another(tmp_path / "site"):
        lock_beside(tmp_path / "site").write_text(text)
        with pytest.raises(WriteRefusedError) as refused:
            build(tmp_path / "site")
    assert str(refused.value).startswith(
        "Another catalog command is already running. It is writing "
    )


@pytest.mark.parametrize("text", ["", "catalog build\nprocess 1, ", "\x00" * 5_000])
def test_a_lock_file_without_an_owner_is_taken_whatever_it_says(text: str, tmp_path: Path) -> None:
    lock_beside(tmp_path / "site").write_text(text)
    build(tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def _link(path: Path) -> None:
    path.with_name("precious").write_text("mine\n")
    path.symlink_to("precious")


def _folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("make", [_link, _folder, os.mkfifo])
def test_anything_else_at_the_path_of_the_lock_is_left_alone(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    make(lock_beside(tmp_path / "site"))
    with pytest.raises(WriteRefusedError, match="but catalog needs its lock file there"):
        build(tmp_path / "site")
    assert not (tmp_path / "site").exists()
    if make is _link:
        assert (tmp_path / "precious").read_text() == "mine\n"


def test_a_lock_whose_file_was_taken_away_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The owner ends, and removes the file, between our opening and our locking it."""
    import fcntl  # noqa: PLC0415 - what is changed here

    really, path = fcntl.flock, lock_beside(tmp_path / "site")
    times: list[int] = []

    def remove_first(descriptor: int, how: int) -> None:
        if not times:
            path.unlink()
        times.append(how)
        really(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", remove_first)
    with open_place(tmp_path / "site") as place, only_writer(place, "catalog build"):
        assert path.exists()
        assert len(times) == 2


@pytest.mark.parametrize(
    ("command", "target"),
    [(["build"], "site"), (["render"], "rendered"), (["publish"], "CATALOG.md")],
)
def test_the_command_line_says_so_and_writes_nothing(
    command: list[str], target: str, catalog: Catalog
) -> None:
    (catalog.root / "docs").mkdir()
    with another(catalog.root.resolve() / target):
        result = catalog.run(*command)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: catalog build is already running (process ")
    assert "Hint: Wait until it finishes, then try again." in result.stderr
    assert not (catalog.root / target).exists()


@every_way
def test_a_folder_that_cannot_be_written_is_named(
    write: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(place: Place, *_: object) -> int:
        raise PermissionError(13, "Permission denied", place.name)

    monkeypatch.setattr(Place, "open", refuse)
    with pytest.raises(PermissionError) as refused:
        write(tmp_path / "site")
    assert refused.value.filename == tmp_path.as_posix()
