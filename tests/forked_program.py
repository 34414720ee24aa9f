"""The command ``catalog``, as copies of a process that has imported it.

A command imports for longer than it works, and the workflows call hundreds. Each is still a process
of its own, with the arguments, folder, environment, and open files of its caller. One of the small
part finds no package that the part doesn't have; ``tests/cli/test_small_part.py`` starts each from
nothing.
"""

import atexit
import contextlib
import gc
import importlib
import marshal
import os
import runpy
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from select import select

REPOSITORY = Path(__file__).parents[1]
COMMANDS = "catalog_tool.cli"
SMALL = [f"{COMMANDS}.{name}" for name in "check comment from_issue links propose review".split()]
"""The modules of the commands that the workflows call most."""
WHOLE = [
    *(f"{COMMANDS}.{name}" for name in "build check diff find init publish schema upgrade".split()),
    "catalog_tool.mkdocs_plugin",
]
"""The modules of the commands in the documents, and of what they build a site with."""
CALLER = Path(__file__).with_name("forked_caller.py")
# What a shell adds to the number of a signal that ended a process.
BY_SIGNAL = 128
SECONDS_TO_END = 9


@cache
def forked_small_part() -> Path:
    """Start a process with the small part, and return the folder of a command that copies it."""
    from tests.small_part import install_small_part, python_of  # noqa: PLC0415 - not in the process

    folder = temporary_folder()
    return start(python_of(folder), SMALL, folder, install_small_part(folder))


@cache
def forked_program() -> Path:
    """Start a process with the whole program; see :func:`forked_small_part`."""
    folder = temporary_folder()
    programs = folder / "bin"
    programs.mkdir()
    return start(f'PYTHONPATH="{REPOSITORY}" exec "{sys.executable}" -P', WHOLE, folder, programs)


def temporary_folder() -> Path:
    """Return a new folder for this process."""
    home = tempfile.TemporaryDirectory()
    atexit.register(home.cleanup)
    return Path(home.name)


def start(python: str, modules: Iterable[str], folder: Path, programs: Path) -> Path:
    """Start the process that is copied, and write the command.

    Args:
        python: how a shell becomes the Python of the process.
        modules: what the process imports.
        folder: for the address of the process.
        programs: the folder of the command.

    Returns:
        The folder of the command.
    """
    address = folder / "socket"
    program = subprocess.Popen(
        ["/bin/sh", "-c", f'{python} "$@"', "sh", __file__, address, *modules],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert program.stdout
    atexit.register(stop, program)
    with program.stdout as told:
        assert told.readline() == b"ready\n"
    called = f'exec "{sys.executable}" -I -S "{CALLER}" "{address}" "$@"'
    command = programs / "catalog"
    command.write_text(f"#!/bin/sh\n{called}\n", encoding="utf-8")
    command.chmod(0o755)
    return programs


def stop(program: subprocess.Popen[bytes]) -> None:
    """End the process, even if a command that it started never ends."""
    assert program.stdin
    program.stdin.close()
    try:
        program.wait(SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()


def serve(address: str, modules: Iterable[str]) -> None:
    """Import the program, and answer callers until the standard input ends."""
    for name in modules:
        importlib.import_module(name)
    gc.freeze()
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(address)
        listening.listen()
        os.write(sys.stdout.fileno(), b"ready\n")
        while sys.stdin not in select([listening, sys.stdin], [], [])[0]:
            caller, _ = listening.accept()
            if os.fork() == 0:
                listening.close()
                answer(caller)
            caller.close()
            with contextlib.suppress(ChildProcessError):
                os.waitpid(-1, os.WNOHANG)
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()


def answer(caller: socket.socket) -> None:
    """Run a copy as the caller asks, and send the exit code."""
    _, files, _, _ = socket.recv_fds(caller, 1, 3)
    arguments, folder, environment = marshal.loads(caller.makefile("rb").read())  # noqa: S302 - from our own caller
    if (copy := os.fork()) == 0:
        caller.close()
        for number, file in enumerate(files):
            os.dup2(file, number)
            os.close(file)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        time.tzset()
        become(arguments)
    code = os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])
    caller.sendall(bytes([code if code >= 0 else BY_SIGNAL - code]))
    os._exit(0)


def become(arguments: list[str]) -> None:
    """End as ``python -m catalog_tool`` would, or as another module that the arguments name."""
    from catalog_tool.cli import main  # noqa: PLC0415 - only where it is imported already

    sys.argv[1:] = arguments
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        old = getattr(sys, name)  # knows what kind of file it had before
        new = open(number, old.mode, encoding=old.encoding, errors=old.errors, closefd=False)  # noqa: SIM115 - open until it ends
        setattr(sys, name, new)
    if arguments[:1] == ["-m"]:
        del sys.argv[1:3]
        runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)
    main(prog_name="catalog")


if __name__ == "__main__":
    serve(sys.argv[1], sys.argv[2:])
