"""The group of all commands. It imports only the command that runs."""

from __future__ import annotations

import importlib
import os
import re
import sys
from collections import defaultdict
from difflib import get_close_matches
from keyword import iskeyword
from types import ModuleType

import click

from catalog_tool.cli._exit import CannotRun, report_failure
from catalog_tool.text.terminal import visible

COMMANDS = (
    "build check comment diff digest doctor explain find freshness from-issue import init links "
    "new propose publish queue render review rolling-issue rules schema serve upgrade vocabulary"
).split()
"""The commands; each is a module of this package."""
SECTIONS = {"partners": "For partners", "admins": "For admins", "publishing": "For publishing"}
"""Headings of the help, by the ``SECTION`` of the commands below them."""
_UNDECODED = re.compile("[\udc80-\udcff]")


class CatalogGroup(click.Group):
    """Commands that are modules of this package."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of all commands without importing them."""
        return COMMANDS

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import and return one command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = _module(cmd_name).command
        command.name = cmd_name
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command, or suggest the one that was probably meant."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            near = get_close_matches(name, COMMANDS, 1)
            advice = f" Did you mean {near[0]!r}?" if near else ""
            ctx.fail(f"There is no command {name!r}.{advice}")
        _refuse_other_encodings(args[1:])
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands in sections, by who uses them."""
        sections: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for name in COMMANDS:
            command = self.get_command(ctx, name)
            if command and not command.hidden:
                row = (name, command.get_short_help_str(limit=80))
                sections[_module(name).SECTION].append(row)
        for section, heading in SECTIONS.items():
            if rows := sections[section]:
                with formatter.section(heading):
                    formatter.write_dl(rows)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: object,
    ) -> click.Context:
        """Read the options of the group. Some of them print and exit, such as ``--help``."""
        with report_failure():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command and print all of its output, or report in one sentence why it failed."""
        with report_failure():
            result: object = super().invoke(ctx)
            sys.stdout.flush()
            return result


def _refuse_other_encodings(args: list[str]) -> None:
    """Refuse text in another encoding than the system's, unless it's the name of a file."""
    for arg in args:
        if _UNDECODED.search(arg) and not os.path.lexists(arg):
            encoding = sys.getfilesystemencoding().upper()
            message = (
                f"{visible(arg)} isn't {encoding}, the encoding that this system says it uses."
            )
            raise CannotRun(
                message, "Check the encoding of your terminal, and the variable LC_ALL."
            )


def _module(command: str) -> ModuleType:
    name = command.replace("-", "_")
    return importlib.import_module(f"{__package__}.{name}{'_' if iskeyword(name) else ''}")
