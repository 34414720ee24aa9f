"""``catalog explain``: one rule in full."""

from __future__ import annotations

import textwrap

import click

import catalog_tool
from catalog_tool.cli._outcome import usage_error
from catalog_tool.cli._reporting import wants_colour

SECTION = "partners"

_EPILOG = """\b
Examples:
  catalog explain missing-contact
  catalog explain CAT104
"""


@click.command(epilog=_EPILOG)
@click.argument("rule", metavar="RULE")
def command(rule: str) -> None:
    """Say what a rule wants and why, with a bad and a good example.

    RULE is its code or its name, as a check shows them.
    """
    with usage_error():
        found = catalog_tool.rule_named(rule)
    click.echo(_explanation(found), color=wants_colour())


def _explanation(rule: catalog_tool.Rule) -> str:
    told = rule.explanation
    title = click.style(f"{rule.code} {rule.name}", bold=True)
    parts = [
        f"{title} ({rule.severity})",
        told.summary,
        told.what,
        _section("Why", told.why),
        _section("Refused", told.refused),
        _section("Accepted", told.accepted),
    ]
    return "\n\n".join(part.replace("``", "`") for part in parts if part)


def _section(heading: str, text: str) -> str:
    return f"{click.style(heading, bold=True)}\n\n{textwrap.indent(text.rstrip(), '    ')}"
