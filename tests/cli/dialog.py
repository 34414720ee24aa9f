"""A conversation with a command on a terminal."""

import contextlib
import os
import pty
import select
import signal
import subprocess
import sys
from collections.abc import Sequence

from tests.forked_program import forked_small_part

WHOLE = (sys.executable, "-m", "catalog_tool")
"""The program itself, which gets signals."""
NO_ANSWER_WITHIN = 60  # seconds until a dialog that hangs fails the test


class Dialog:
    """A real command on a real terminal.

    Args:
        arguments: the arguments of the command.
        program: what runs; by default, a copy of the small part, which starts soonest.
    """

    def __init__(self, *arguments: str, program: Sequence[str] = ()) -> None:
        self._master, slave = pty.openpty()
        command = [*(program or [os.fspath(forked_small_part() / "catalog")]), *arguments]
        environment = os.environ | {"TERM": "dumb", "NO_COLOR": "1", "INPUTRC": os.devnull}
        self._process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment
        )
        os.close(slave)
        self.shown = ""
        self._seen = 0

    def answer(self, prompt: str, *answers: str) -> None:
        """Wait for a prompt before each answer, then type the answer and Enter."""
        for answer in answers:
            self._wait_for(prompt)
            os.write(self._master, f"{answer}\n".encode())

    def leave(self, prompt: str, *, by_signal: bool) -> None:
        """Wait for a prompt, then interrupt the command or end its input."""
        self._wait_for(prompt)
        if by_signal:
            self._interrupt()
        else:
            os.write(self._master, b"\x04")

    def _interrupt(self) -> None:
        """Interrupt as a person does, and again if nothing happens.

        A signal that arrives after the prompt is shown and before readline listens for it is seen
        only at the next key or signal.
        """
        for _ in range(NO_ANSWER_WITHIN):
            self._process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(1)
                return

    def _wait_for(self, prompt: str) -> None:
        while (at := self.shown.find(prompt, self._seen)) < 0:
            assert self._read(), f"{prompt!r} was not asked:\n{self.shown}"
        self._seen = at + len(prompt)

    def end(self) -> int:
        """Read to the end and return the exit code."""
        while self._read():
            pass
        os.close(self._master)
        return self._process.wait(NO_ANSWER_WITHIN)

    def _read(self) -> bool:
        assert select.select([self._master], [], [], NO_ANSWER_WITHIN)[0], self.shown
        try:
            read = os.read(self._master, 4096)
        except OSError:  # on Linux, the other side is closed
            return False
        self.shown += read.decode(errors="replace").replace("\r", "")
        return bool(read)
