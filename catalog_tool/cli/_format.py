"""The option ``--format``: how a command shows what it found."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import click

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def format_option(names: Iterable[str], says: str) -> Callable[[Decorated], Decorated]:
    """Return the option of a command that shows text unless it is asked otherwise.

    Args:
        names: the formats that there are, ``text`` among them.
        says: its line in the help, a sentence.
    """
    return click.option(
        "--format",
        "format_name",
        type=click.Choice(sorted(names)),
        default="text",
        show_default=True,
        help=says,
    )


def judging_format_option(names: Iterable[str], says: str) -> Callable[[Decorated], Decorated]:
    """Return the option of a command that judges, and whose text GitHub can show at the lines.

    Args:
        names: the formats that there are, ``github`` and ``text`` among them.
        says: its line in the help, a sentence.
    """
    return click.option(
        "--format",
        "format_name",
        type=click.Choice(sorted(names)),
        default=usual_format,
        help=f"{says} [default: text; inside GitHub Actions: github]",
    )


def usual_format(environment: Mapping[str, str] = os.environ) -> str:
    """Return the format that suits where we are."""
    return "github" if environment.get("GITHUB_ACTIONS") == "true" else "text"
