"""What the checks look for: an overview, and one page for each rule."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from catalog_tool.pages.page import Page
from catalog_tool.pages.templating import render
from catalog_tool.publication import Publication
from catalog_tool.rules.rule import Rule, all_rules

PATH = "rules/index.md"

CHAPTERS = {
    "CAT0": "Reading the file",
    "CAT1": "One entry",
    "CAT2": "The whole catalog",
    "CAT3": "Generated files",
    "CAT4": "Links",
    "CAT5": "Pull requests",
}
"""What the first digit of a code says."""

_CODE_FAMILY = 4


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the overview, then one page for each rule."""
    rules = all_rules().values()
    families = groupby(rules, key=lambda rule: rule.code[:_CODE_FAMILY])
    chapters = {CHAPTERS[family]: list(members) for family, members in families}
    yield Page(
        path=PATH,
        title="Rules",
        description="What is checked before an entry is published, and what to do about it.",
        body=render("rules.html", PATH, publication, chapters=chapters, rule_page=rule_page),
    )
    for rule in rules:
        yield _page(publication, rule)


def rule_page(rule: Rule) -> str:
    """Return the path of a rule's page."""
    return f"rules/{rule.name}.md"


def _page(publication: Publication, rule: Rule) -> Page:
    path = rule_page(rule)
    explanation = rule.explanation
    return Page(
        path=path,
        title=f"{rule.code} {rule.name}",
        description=explanation.summary,
        body=render(
            "rule.html",
            path,
            publication,
            rule=rule,
            paragraphs=_paragraphs(explanation.what),
            reasons=_paragraphs(explanation.why),
        ),
    )


def _paragraphs(text: str) -> list[str]:
    return [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]
