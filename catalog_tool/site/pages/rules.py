"""The rules: an overview, and one page for each rule."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from catalog_tool.linter.rules.rule import Rule
from catalog_tool.linter.selection import choices_of, configured_rules
from catalog_tool.model.publication import Publication
from catalog_tool.site.pages.breadcrumbs import Step
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.templating import fill
from catalog_tool.text.markup import parse_line, parse_markup, to_plain

ADDRESS = "rules/"
CONTRIBUTE_STEP = Step("Add your integration", "contribute/")

CHAPTERS = {
    "CAT0": "Reading the file",
    "CAT1": "One entry",
    "CAT2": "The whole catalog",
    "CAT3": "Generated files",
    "CAT4": "Links",
    "CAT5": "Pull requests",
}
"""What the first digit of a code means."""

_CODE_FAMILY = 4


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the overview, then one page for each rule."""
    rules = configured_rules(publication.settings).values()
    families = groupby(rules, key=lambda rule: rule.code[:_CODE_FAMILY])
    chapters = {CHAPTERS[family]: list(members) for family, members in families}
    yield fill(
        Page(
            ADDRESS,
            title="Rules",
            description="What we check before an entry is published, and how to fix each problem.",
            trail=(CONTRIBUTE_STEP,),
        ),
        "rules.html",
        publication,
        chapters=chapters,
        parse_line=parse_line,
        rule_address=rule_address,
    )
    for rule in rules:
        yield _page(publication, rule)


def rule_address(rule: Rule) -> str:
    """Return the address of a rule's page."""
    return f"rules/{rule.name}/"


def _page(publication: Publication, rule: Rule) -> Page:
    explanation = rule.explanation
    return fill(
        Page(
            rule_address(rule),
            title=f"{rule.code} {rule.name}",
            description=f"{to_plain(parse_line(explanation.summary))} "
            "See why it matters and what to write instead.",
            kind="Rule",
            trail=(CONTRIBUTE_STEP, Step("Rules", ADDRESS)),
        ),
        "rule.html",
        publication,
        rule=rule,
        choices=tuple(choices_of(rule)),
        summary=parse_line(explanation.summary),
        what=parse_markup(explanation.what),
        why=parse_markup(explanation.why),
    )
