"""The option ``--format``: how a command shows its results."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import click

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def format_option(
    names: Iterable[str], help_text: str, *, finds_problems: bool = False
) -> Callable[[Decorated], Decorated]:
    """Return the option of a command that prints text unless the user chooses another format.

    Args:
        names: the names of the formats, ``text`` among them.
        help_text: the sentence for the help.
        finds_problems: whether the command finds problems, which GitHub Actions can annotate.
    """
    default = "text, or github in GitHub Actions" if finds_problems else "text"
    return click.option(
        "--format",
        "format_name",
        type=click.Choice(sorted(names)),
        default=default_format if finds_problems else "text",
        help=f"{help_text} [default: {default}]",
    )


def default_format(environment: Mapping[str, str] = os.environ) -> str:
    """Return the format for GitHub Actions or for a terminal."""
    return "github" if environment.get("GITHUB_ACTIONS") == "true" else "text"
