"""The option ``--format``: how a command shows what it found."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import click

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def format_option(
    names: Iterable[str], says: str, *, judges: bool = False
) -> Callable[[Decorated], Decorated]:
    """Return the option of a command that shows text unless another format is chosen.

    Args:
        names: the names of the formats, ``text`` among them.
        says: its line in the help, a sentence.
        judges: whether the command finds problems, which GitHub Actions can show at their lines.
    """
    default = "text; inside GitHub Actions: github" if judges else "text"
    return click.option(
        "--format",
        "format_name",
        type=click.Choice(sorted(names)),
        default=usual_format if judges else "text",
        help=f"{says} [default: {default}]",
    )


def usual_format(environment: Mapping[str, str] = os.environ) -> str:
    """Return the format that suits where we are."""
    return "github" if environment.get("GITHUB_ACTIONS") == "true" else "text"
