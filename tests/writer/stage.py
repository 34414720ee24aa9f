"""Plays scenes repeatedly, each time in a process that ends differently.

``python -m tests.writer.stage FOLDER`` prints as JSON how each scene ended in each way. A process
of its own forks: the one of the tests has threads.
"""

import errno
import json
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from itertools import count
from pathlib import Path

from catalog_tool.writer import trees
from catalog_tool.writer.refused import WriteRefusedError
from tests.writer.faults import Counter, Disk, before_changes, before_writes, failing, kill
from tests.writer.scenes import SCENES, Scene, View, empty, left_behind, view, void

DONE, FAILED, CRASHED, KILLED = 0, 2, 3, -9
FAULTS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS)
WITHOUT_EXCHANGE = ("a site", "a tree")
"""The scenes that are also played on a system that cannot exchange two folders."""
BYTES_MORE = 720
"""By how much each disk is larger than the one before."""


@dataclass(frozen=True)
class Ending:
    """How one process ended.

    Attributes:
        code: how the process ended: ``DONE``, ``FAILED`` with an error it told, or worse.
        step: name of the call that it was killed before, or that failed.
        seen: what a reader sees then: ``old``, ``new``, ``mixed`` of old and new files, or worse.
        left: names of what was left beside it.
        seen_again: what a reader sees after the next run.
        left_again: names of what the next run left.
    """

    code: int
    step: str
    seen: str
    left: list[str]
    seen_again: str
    left_again: list[str]


def endings(scene: Scene, how: str, folder: Path) -> Iterator[Ending]:
    """Yield each ending of a scene: ``kill``, ``fail`` or ``space``."""
    old, new = _states(scene, folder)
    for number in count(1):
        empty(folder)
        scene.prepare(folder)
        code, step = _forked(partial(scene.write, folder), partial(_install, how, number))
        if not step:
            return
        seen, left = _seen(folder, old, new), left_behind(folder)
        _forked(partial(scene.write, folder))
        yield Ending(code, step, seen, left, _seen(folder, old, new), left_behind(folder))


def _install(how: str, number: int, tell: Callable[[str], None]) -> None:
    """Let this process end in one way, and tell when it does."""
    if how == "space":
        before_writes(Disk(number * BYTES_MORE, tell))
    elif how == "kill":
        before_changes(Counter(number, kill, tell), looking=True)
    else:
        before_changes(Counter(number, failing(FAULTS[number % len(FAULTS)]), tell))


def _states(scene: Scene, folder: Path) -> tuple[View, View]:
    empty(folder)
    scene.prepare(folder)
    old = view(folder)
    scene.write(folder)
    return old, view(folder)


def _seen(folder: Path, old: View, new: View) -> str:
    seen = view(folder)
    if not seen:
        return "old" if not old else "nothing"
    if seen in (old, new):
        return "old" if seen == old else "new"
    is_whole = all(text in (old.get(path), new.get(path)) for path, text in seen.items())
    return f"{'mixed' if is_whole else 'torn'}: {sorted(seen)}"


def _forked(
    write: Callable[[], object], install: Callable[[Callable[[str], None]], object] | None = None
) -> tuple[int, str]:
    """Run something in a process of its own; return how it ended and the call that failed."""
    reading, writing = os.pipe()
    process = os.fork()
    if not process:
        if install:
            install(lambda step: void(os.write(writing, step.encode())))
        _play(write)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        step = pipe.read()
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), step


def _play(write: Callable[[], object]) -> None:
    code = CRASHED
    try:
        write()
        code = DONE
    except (OSError, WriteRefusedError):
        code = FAILED
    except BaseException:  # noqa: BLE001 - whatever else it is, the tests are to see it
        traceback.print_exc()
    finally:
        os._exit(code)


def main(folder: str) -> None:
    """Print every ending of every scene."""
    found = {}
    for name, scene in SCENES.items():
        for how in ("kill", "fail", "space"):
            found[f"{how}: {name}"] = [*endings(scene, how, Path(folder))]
    vars(trees)["exchange"] = lambda *_: False
    for name in WITHOUT_EXCHANGE:
        found[f"kill without exchange: {name}"] = [*endings(SCENES[name], "kill", Path(folder))]
    json.dump({name: [*map(asdict, each)] for name, each in found.items()}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
