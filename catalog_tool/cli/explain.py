"""``catalog explain``: explain one rule."""

from __future__ import annotations

import textwrap

import click

import catalog_tool
from catalog_tool.cli._exit import usage_error
from catalog_tool.cli._reporting import wants_color
from catalog_tool.cli._settings import nearby_settings

SECTION = "partners"

_EPILOG = """\b
Examples:
  catalog explain missing-contact
  catalog explain CAT104
"""


@click.command(epilog=_EPILOG)
@click.argument("rule", metavar="RULE")
def command(rule: str) -> None:
    """Explain what a rule requires and why, with a bad and a good example.

    RULE is the code or the name of a rule. `catalog check` prints both.
    """
    with usage_error():
        found = catalog_tool.find_rule(rule)
    settings = nearby_settings()
    graded = catalog_tool.select_rules(settings).get(found.name) if settings else found
    severity = graded.severity.value if graded else "ignored in this catalog"
    click.echo(_explanation(graded or found, severity), color=wants_color())


def _explanation(rule: catalog_tool.Rule, severity: str) -> str:
    text = rule.explanation
    title = click.style(f"{rule.code} {rule.name}", bold=True)
    parts = [
        f"{title} ({severity})",
        text.summary,
        text.what,
        _section("Why", text.why),
        _section("Warns about" if rule.only_warns else "Refused", text.refused),
        _section("Accepted", text.accepted),
        _section("For admins", "\n".join(catalog_tool.choices_of(rule))),
    ]
    return "\n\n".join(part.replace("``", "`") for part in parts if part)


def _section(heading: str, text: str) -> str:
    if not text:
        return ""
    return f"{click.style(heading, bold=True)}\n\n{textwrap.indent(text.rstrip(), '    ')}"
