"""``catalog rules``: list the rules."""

from __future__ import annotations

import click

import catalog_tool
from catalog_tool.cli._format import format_option
from catalog_tool.linter.reporters.json import write

SECTION = "admins"

_EPILOG = """\b
Examples:
  catalog rules
  catalog rules --format json
  catalog explain missing-contact        explain one of them
"""


@click.command(epilog=_EPILOG)
@format_option(["json", "text"], "How to show the rules.")
def command(format_name: str) -> None:
    """List every rule with its code, name, severity, and what it finds."""
    rules = catalog_tool.all_rules().values()
    if format_name == "json":
        listed = {"version": 1, "rules": [_facts(rule) for rule in rules]}
        click.echo(write(listed), nl=False)
        return
    name_width = max(len(rule.name) for rule in rules)
    for rule in rules:
        summary = " ".join(rule.explanation.summary.split())
        click.echo(f"{rule.code}  {rule.name:<{name_width}}  {rule.severity:<7}  {summary}")


def _facts(rule: catalog_tool.Rule) -> dict[str, str]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "summary": " ".join(rule.explanation.summary.split()),
    }
