"""Real commands on this repository's catalog, ended at random moments.

``python -m tests.writer.commands kill|space MOMENTS FOLDER`` prints what came of it as JSON. Each
command runs in a fork of a process that has imported everything, from its first line to its last.
"""

import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from catalog_tool.cli import main as run
from catalog_tool.site import build as site_builder
from catalog_tool.site import pages
from catalog_tool.site.engines import mkdocs
from tests.writer.scenes import left_behind

# Imported so that no fork has to.
WARM = (mkdocs, pages, site_builder)

REPOSITORY = Path(__file__).parents[2]
COMMANDS = {"build": "site", "render": "site", "publish": "CATALOG.md"}
KILLED = -9
BLOCK = 4096

Sums = Mapping[str, str]
"""The checksum of each file that a reader sees, by its path."""


@dataclass(frozen=True)
class Outcome:
    """How one command ended.

    Attributes:
        command: its command line.
        code: how it ended, negative for a signal.
        seen: what a reader sees then: ``old``, ``new`` or anything else.
        left: names of what was left.
        told: what it said on standard error.
    """

    command: str
    code: int
    seen: str
    left: list[str]
    told: str


class Stage:
    """A catalog that has two states, and what was published of each.

    Attributes:
        root: folder of the catalog.
        out: folder that is published into.
    """

    def __init__(self, root: Path, out: Path) -> None:
        self.root, self.out = root, out
        for folder in ("docs", "partners"):
            shutil.copytree(REPOSITORY / folder, root / folder)
        shutil.copy(REPOSITORY / "mkdocs.yml", root)
        out.mkdir(exist_ok=True)
        os.chdir(root)

    def switch(self, *, to_new: bool) -> None:
        """Let the catalog have a partner less and a word more, or not."""
        for name in ("aquera", "idmworks"):
            shutil.copy(REPOSITORY / "partners" / f"{name}.yaml", self.root / "partners")
        if to_new:
            (self.root / "partners/aquera.yaml").unlink()
            path = self.root / "partners/idmworks.yaml"
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("description: |\n", "description: |\n  New.\n"))

    def line(self, command: str) -> list[str]:
        target = str(self.out / COMMANDS[command])
        return [command, target] if command == "publish" else [command, "--out", target]

    def seen(self) -> Sums:
        return {
            path.relative_to(self.out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(self.out.rglob("*"))
            if path.is_file() and not path.relative_to(self.out).parts[0].startswith(".")
        }

    def clear(self) -> None:
        for path in self.out.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    def start(self, command: str) -> int:
        """Run a command in a process of its own; return the process."""
        process = os.fork()
        if not process:
            told = os.open(self.root / "told", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(told, 1)
            os.dup2(told, 2)
            try:
                run(self.line(command))
            except SystemExit as ending:
                sys.stdout.flush()
                os._exit(ending.code if isinstance(ending.code, int) else 1)
            finally:
                os._exit(70)
        return process

    def outcome(self, command: str, process: int, old: Sums, new: Sums) -> Outcome:
        """Wait for a process, and look at what it did."""
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        seen = self.seen()
        told = (self.root / "told").read_text(encoding="utf-8", errors="replace")
        what = "old" if seen == old else "new" if seen == new else f"mixed: {sorted(seen)}"
        return Outcome(command, code, what, left_behind(self.out), told)

    def finish(self, command: str) -> None:
        """Run a command to its end."""
        os.waitpid(self.start(command), 0)

    def states(self, command: str) -> tuple[Sums, Sums, float]:
        """Publish both states, the old one last; return them, and the seconds that it took."""
        self.clear()
        self.switch(to_new=True)
        self.finish(command)
        new, start = self.seen(), time.monotonic()
        self.switch(to_new=False)
        self.finish(command)
        return self.seen(), new, time.monotonic() - start


def killed(stage: Stage, moments: int) -> Iterator[Outcome]:
    """Kill commands at random moments of the time that they take."""
    for command in COMMANDS:
        old, new, seconds = stage.states(command)
        is_new = False
        for _ in range(moments):
            stage.switch(to_new=not is_new)
            process = stage.start(command)
            time.sleep(random.random() * seconds)  # noqa: S311 - any moment will do
            os.kill(process, signal.SIGKILL)
            yield stage.outcome(command, process, old, new)
            is_new = stage.seen() == new
        yield stage.outcome(command, stage.start(command), old, new)


def starved(stage: Stage, moments: int) -> Iterator[Outcome]:
    """Let commands write to a real disk that has just room for the old, then for more."""
    for command in COMMANDS:
        old, new, _ = stage.states(command)
        kept = stage.root / "kept"
        shutil.copytree(stage.out, kept)
        with small_disk(stage.out, 2**18):
            shutil.copytree(kept, stage.out, dirs_exist_ok=True)
            space = os.statvfs(stage.out)
        used = space.f_blocks - space.f_bfree
        stage.switch(to_new=True)
        for number in range(moments):
            with small_disk(stage.out, used + used * number**2 // moments**2):
                shutil.copytree(kept, stage.out, dirs_exist_ok=True)
                yield stage.outcome(command, stage.start(command), old, new)
        shutil.rmtree(kept)


@contextmanager
def small_disk(place: Path, blocks: int) -> Iterator[None]:
    """Mount a disk of so many blocks; allowed to whoever has a mount namespace of their own."""
    size = f"size={blocks * BLOCK}"
    subprocess.run(["mount", "-t", "tmpfs", "-o", size, "none", place], check=True)  # noqa: S607 - wherever it is
    try:
        yield
    finally:
        subprocess.run(["umount", place], check=True)  # noqa: S607 - wherever it is


def main(how: str, moments: str, folder: str) -> None:
    """Print every outcome."""
    root = Path(folder) / "catalog"
    stage = Stage(root, Path(folder) / "out")
    outcomes = {"kill": killed, "space": starved}[how](stage, int(moments))
    json.dump([asdict(outcome) for outcome in outcomes], sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
