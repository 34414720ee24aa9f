"""How a command ends: exit codes, and one plain sentence if it could not run."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NoReturn

import click

from catalog_tool import ConfigurationError
from catalog_tool.model.error import CatalogError, reason_of
from catalog_tool.text.terminal import visible

FINDINGS = 1
CANNOT_RUN = 2
INTERRUPTED = 130
PIPE_CLOSED = 141
DEBUG_VARIABLE = "CATALOG_DEBUG"


class CannotRun(click.ClickException):
    """The command could not run, for a reason outside the entries."""

    exit_code = CANNOT_RUN

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the reason and the hint."""
        message = "\n       ".join(visible(line) for line in self.message.splitlines())
        click.echo(f"Error: {message}", file=file, err=True)
        if self.hint:
            click.echo(f"Hint: {visible(self.hint)}", file=file, err=True)


def leave_with_findings() -> NoReturn:
    """Exit with the code that means that problems were found."""
    raise click.exceptions.Exit(FINDINGS)


@contextmanager
def usage_error() -> Iterator[None]:
    """Turn an error of the catalog into a usage error, which also shows how to use the command.

    Raises:
        click.UsageError: instead of the ``CatalogError``, unless it is about the settings.
    """
    try:
        yield
    except ConfigurationError:
        raise
    except CatalogError as error:
        raise click.UsageError(error.message) from error


@contextmanager
def report_failure() -> Iterator[None]:
    """Turn every exception of a command into an exit code and at most one plain sentence.

    Raises:
        click.exceptions.Exit: the command was interrupted, or its output is no longer read.
        CannotRun: instead of any exception that click does not handle itself.
    """
    _open_closed_streams()
    _tolerate_any_text()
    try:
        yield
    except KeyboardInterrupt as interrupt:
        raise click.exceptions.Exit(INTERRUPTED) from interrupt
    except BrokenPipeError as closed:
        _silence()
        raise click.exceptions.Exit(PIPE_CLOSED) from closed
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except CatalogError as error:
        raise CannotRun(error.message, error.hint) from error
    except OSError as error:
        raise _failure(reason_of(error)) from error
    except Exception as error:
        reason = f"{type(error).__name__}: {error}".replace("\n", " ")
        advice = f"Please report this line; {DEBUG_VARIABLE}=1 shows more."
        raise _failure(f"Unexpected error in catalog. {advice} {reason}") from error


def _open_closed_streams() -> None:
    """Print nowhere if the program was started without an output, instead of failing."""
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for good
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - as above


def _tolerate_any_text() -> None:
    """Print escapes for what the output cannot encode, such as a file name that is not UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _silence() -> None:
    """Give the interpreter somewhere to flush to after the reader has closed the pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _failure(message: str) -> CannotRun:
    if os.environ.get(DEBUG_VARIABLE) == "1":
        traceback.print_exc()
    return CannotRun(message)
