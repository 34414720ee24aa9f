"""The page about the mistakes people make, made from the corpus: ``docs/mistakes.md``."""

from __future__ import annotations

import difflib
import html
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from tests.mistake_corpus import Mistake, Outcome, all_mistakes, texts_of

PAGE = Path(__file__).parents[1] / "docs" / "mistakes.md"

CHAPTERS = {
    "addresses": "Addresses",
    "files": "Files, their names and encodings",
    "habits": "Habits of other formats",
    "keys": "Keys",
    "lists": "Lists",
    "several": "Several at once",
    "signs": "Signs that mean something to YAML",
    "spaces": "Spaces, tabs and indentation",
    "text": "The description",
    "values": "Applications, dates and choices",
}
INTRODUCTION = """\
<!-- Made by `python -m tests.mistakes_page`; do not edit. -->
# What people write, and what the check makes of it

Each row is a wrong entry as somebody could send it. The last column is what
`catalog check --fix` makes of it; where that needs your judgement, it says so, and
`catalog check --fix --unsafe-fixes` does it. Only the lines that matter are shown.
"""
MOST_LINES = 6
_BY_HAND = "*only you can know*"
_NOT_WORD = re.compile(r"[^\w ,.;/]")


def page() -> str:
    """Return the page."""
    chapters = groupby(all_mistakes(), key=lambda mistake: mistake.path.parent.name)
    parts = (part for name, mistakes in chapters for part in _chapter(CHAPTERS[name], mistakes))
    return "\n".join([INTRODUCTION, *parts])


def _chapter(title: str, mistakes: Iterable[Mistake]) -> Iterator[str]:
    yield f"## {title}\n"
    yield "| Mistake | What people write | What the check says | What it becomes |"
    yield "|---|---|---|---|"
    yield from map(_row, mistakes)
    yield ""


def _row(mistake: Mistake) -> str:
    safe = mistake.fixed(unsafe=False)
    unsafe = mistake.fixed(unsafe=True)
    before = texts_of(mistake)
    best = unsafe if unsafe.files != before else safe
    wrong, right = _changed_lines(before, best)
    wrong = wrong or _marked_lines(mistake)
    after = _code(right) if right or best.files != before else _BY_HAND
    if best.files != safe.files:
        after = f"*if you say so:* {after}"
    cells = (_prose(mistake.name.capitalize()), _code(wrong), _said(mistake), after)
    return f"| {' | '.join(cells)} |"


def _changed_lines(before: dict[str, str], after: Outcome) -> tuple[list[str], list[str]]:
    if [*before] != [*after.files]:
        return [*before], [*after.files]
    wrong, right = [], []
    for path, text in before.items():
        lines = list(difflib.ndiff(text.splitlines(), after.files[path].splitlines()))
        wrong += [line[2:] for line in lines if line.startswith("- ")]
        right += [line[2:] for line in lines if line.startswith("+ ")]
    return wrong, right


def _marked_lines(mistake: Mistake) -> list[str]:
    found = mistake.diagnostics()
    return [each.excerpt for each in found if each.excerpt] or [*mistake.files]


def _said(mistake: Mistake) -> str:
    said = []
    for found in mistake.diagnostics():
        hint = f"<br>→ {_prose(found.hint)}" if found.hint else ""
        said.append(f"{found.code}: {_prose(found.message)}{hint}")
    return "<br>".join(said)


def _code(lines: list[str]) -> str:
    shown = [line.replace("\t", "→   ") for line in lines[:MOST_LINES]]
    more = ["…"] if len(lines) > MOST_LINES else []
    return "<br>".join(f"<code>{_inert(line) or '&nbsp;'}</code>" for line in [*shown, *more])


def _inert(text: str) -> str:
    """Return text that neither Markdown nor HTML reads as anything but text."""
    text = "".join(f"&#{ord(char)};" if _NOT_WORD.match(char) else char for char in text)
    return re.sub(r"^ +| {2,}", lambda blanks: "&nbsp;" * len(blanks.group()), text)


def _prose(text: str) -> str:
    text = html.escape(" ".join(text.split()), quote=False)
    return re.sub(r"[|*_`\[\]\\~{}:]", lambda sign: f"&#{ord(sign.group())};", text)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="")
