"""Families of files that a stranger could send to slow down the check, up to the largest size."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, product
from pathlib import Path

import yaml

MOST_BYTES = 64 * 1024
# Lengths at the limits of a file, of text that is searched for slips, of a description, and of a
# value that is repaired; and a short one.
_LENGTHS = (MOST_BYTES, 16_000, 9_900, 990, 100)
# Line counts at the limits of a file, of values that are read, of lines in a description, of lines
# that are searched for slips, and of listed problems.
_NUMBERS = (20_000, 780, 490, 390, 45)
_ENTRY = {
    "name": "Contoso",
    "website": "https://www.contoso.com/identity",
    "contact": "https://www.contoso.com/contact",
    "description": "Contoso Gateway provisions accounts.",
    "applications": "\n  - IBM RACF",
}


def families() -> Iterator[tuple[str, str]]:
    """Yield more than ten thousand files, each with a name that describes it."""
    parts = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    units, lines = (list(chain.from_iterable(parts[name])) for name in ("units", "lines"))
    for (place, (key, value)), unit, most in product(parts["values"].items(), units, _LENGTHS):
        yield f"{place}: {unit!r} on {most:,} bytes", _of_units(key, value, unit, most)
    for unit, most, end in product(units, _LENGTHS, ("", "a", '"')):
        name = f"a file: {unit!r} on {most:,} bytes{end and f', then {end}'}"
        yield name, unit * ((most - len(end)) // len(unit.encode())) + end
    for (place, (above, indent)), line, most in product(parts["blocks"].items(), lines, _NUMBERS):
        yield (
            f"{place}: {most:,} times {line!r}",
            _of_lines(_entry_above(above), indent, line, most),
        )
    for line, most in product(lines, _NUMBERS):
        yield f"a file: {most:,} times {line!r}", _of_lines("", "", line, most)


def ordinary() -> str:
    """Return a file of the largest size that is unusual only in its length."""
    above = _entry_above("description: |")
    return _of_lines(above, "  ", "The gateway provisions users and groups.", 20_000)


def _of_units(key: str, value: str, unit: str, most: int) -> str:
    frame = "".join(f"{each}: {text}\n" for each, text in {**_ENTRY, key: value}.items())
    room = min(most, MOST_BYTES - len(frame)) // len(unit.encode())
    return frame.replace("{}", unit * room)


def _entry_above(above: str) -> str:
    """Return an entry without the key of a block, followed by the first line of the block."""
    kept = {key: text for key, text in _ENTRY.items() if not above.startswith(f"{key}:")}
    lines = (f"{key}: {text}\n" for key, text in kept.items())
    return "".join([*lines, f"{above}\n" if above else ""])


def _of_lines(above: str, indent: str, line: str, most: int) -> str:
    written, left = [above], MOST_BYTES - len(above)
    for at in range(most):
        each = f"{indent}{line}\n".replace("{at}", str(at))
        left -= len(each.encode())
        if left < 0:
            break
        written.append(each)
    return "".join(written)
