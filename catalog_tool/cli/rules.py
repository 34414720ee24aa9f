"""``catalog rules``: list the rules."""

from __future__ import annotations

from typing import Any

import click

import catalog_tool
from catalog_tool.cli._format import format_option
from catalog_tool.cli._settings import nearby_settings
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
    """List every rule with its code, name, severity, and what it finds.

    In a catalog, these are the severities from its settings. An asterisk marks rules that can't be
    graded or switched off.
    """
    settings = nearby_settings()
    every = catalog_tool.all_rules()
    graded = catalog_tool.select_rules(settings) if settings else every
    if format_name == "json":
        listed = [_facts(rule, graded.get(name)) for name, rule in every.items()]
        click.echo(write({"version": 1, "rules": listed}), nl=False)
        return
    width = max(map(len, every))
    for name, rule in every.items():
        facts = _facts(rule, graded.get(name))
        mark = "*" if rule.mandatory else " "
        click.echo(f"{rule.code}  {name:<{width}}  {facts['severity']:<7}{mark} {facts['summary']}")


def _facts(rule: catalog_tool.Rule, graded: catalog_tool.Rule | None) -> dict[str, Any]:
    """Return what programs need to know about a rule, and about it as the catalog grades it."""
    shown = graded or rule
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": graded.severity.value if graded else "ignore",
        "summary": " ".join(shown.explanation.summary.split()),
        "mandatory": rule.mandatory.value if rule.mandatory else None,
        "exceptions": rule.allows_exceptions,
        "parameters": {
            name: {
                "value": parameter.number,
                "default": parameter.default,
                "minimum": 1,
                "maximum": parameter.most,
                "meaning": parameter.meaning,
            }
            for name, parameter in shown.parameters.items()
        },
    }
