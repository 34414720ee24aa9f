"""``links: {label: Docs``: a curly bracket that is never closed, where a list belongs."""

from __future__ import annotations

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake

RANK = 41

_LISTS = {"applications", "interfaces", "directions", "links", "maintainers"}


def find(line: Line) -> Mistake | None:
    """Recognise a list whose value has more curly brackets that open than that close."""
    if line.key not in _LISTS or line.value is None:
        return None
    start, value = line.value
    if value[0] != "{" or line.text.count("{", start) <= line.text.count("}", start):
        return None
    wanted = "'- label: …' and, below it, 'url: …'" if line.key == "links" else "'- ' and a name"
    return Mistake(
        "The bracket { is opened and never closed.",
        f"Write it without brackets, on lines of their own: {wanted}.",
        (start, start + len(value)),
        (),
        "",
        safe=False,
    )
