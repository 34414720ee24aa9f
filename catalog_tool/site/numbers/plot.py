"""Draws plots as SVG. Style sheets color them, so that they fit the light and the dark scheme.

A plot shows a finding, which is its title, and readers who want the numbers open its table.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup as SafeHtml

from catalog_tool.text.markup import inert
from catalog_tool.text.phrases import shorten

WIDTH, HEIGHT = 320, 200
"""Size of a drawing in its own units, which are about pixels."""

_MOST_LINES = 4  # lines of a grid
_LEFT, _RIGHT, _TOP, _BOTTOM = 32, 302, 36, 174  # the area of a line plot
_GAP, _TEXT, _TEXT_WIDTH = 9, 16, 96  # between a line and its text; the size of such a text
_CHARACTER = 7.4  # about the width of one
_BARS_END, _ROW = 284, 24  # a bar plot
_LONGEST_NAME = 24  # characters
_BASE, _TALLEST, _COLUMN = 168, 130, 38  # a column plot
_Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot with its numbers.

    Attributes:
        title: the finding.
        measure: what is drawn, and in which unit.
        drawing: an ``svg`` element.
        heads: the heads of the table's columns, the first one for its rows.
        rows: the rows of the table: a name, and numbers as readers see them.
    """

    title: str
    measure: str
    drawing: SafeHtml
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One number of a plot: its name, its height, its text, and a word for its style, if any."""

    name: str
    value: int
    shown: str
    style: str = ""


def draw_lines(
    label: str,
    times: Sequence[tuple[dt.date, str]],
    lines: tuple[Sequence[int], Sequence[int]],
    ends: tuple[str, str],
    number: Callable[[int], str],
) -> SafeHtml:
    """Return two values over time, the first of them above an area.

    Args:
        label: what readers hear who can't see the drawing.
        times: the points in time, at least two, in their order, and a text for each of them; the
            first text, the last one, and one between them are shown.
        lines: the values of each line, one for each point.
        ends: a text for the end of each line.
        number: writes a number.
    """
    step, highest = _scale(max(max(line) for line in lines))
    grid = [_grid(_level(at, highest), number(at)) for at in range(0, highest + 1, step)]
    across = _across([day for day, _ in times])
    drawn = [
        [(x, _level(value, highest)) for x, value in zip(across, line, strict=True)]
        for line in lines
    ]
    shapes = [_line(points, is_first=not at) for at, points in enumerate(drawn)]
    heights = _beside(*drawn)
    values = [_text("value", _RIGHT, y, end, "end") for y, end in zip(heights, ends, strict=True)]
    axis = _axis(across, [text for _, text in times])
    return _svg(label, [*grid, *shapes, *values, *axis])


def draw_bars(label: str, bars: Sequence[Bar]) -> SafeHtml:
    """Return horizontal bars with names; the height depends on their number."""
    longest = max((bar.value for bar in bars), default=0) or 1
    names = [shorten(bar.name, _LONGEST_NAME) for bar in bars]
    start = _CHARACTER * (max(map(len, names), default=0) + 1)
    parts = []
    for number, (bar, name) in enumerate(zip(bars, names, strict=True)):
        y, length = number * _ROW + 6, (_BARS_END - start) * bar.value / longest
        parts += [
            _text("name", 0, y + 11, name),
            _rectangle("bar", start, y, length, 14),
            _text("value", start + length + 6, y + 11, bar.shown),
        ]
    return _svg(label, parts, len(bars) * _ROW + 8)


def draw_columns(label: str, bars: Sequence[Bar]) -> SafeHtml:
    """Return vertical bars with names below them, each word on a line of its own."""
    tallest = max((bar.value for bar in bars), default=0) or 1
    room = WIDTH / len(bars)
    parts = [SafeHtml('<path class="grid" d="M0 {}H{}"/>').format(_BASE, WIDTH)]
    for number, bar in enumerate(bars):
        height, middle = _TALLEST * bar.value / tallest, room * (number + 0.5)
        style = f"bar bar--{bar.style}" if bar.style else "bar"
        parts += [
            _rectangle(style, middle - _COLUMN / 2, _BASE - height, _COLUMN, height),
            _text("value", middle, _BASE - height - 6, bar.shown, "middle"),
            *(
                _text("", middle, _BASE + 16 + 14 * line, word, "middle")
                for line, word in enumerate(bar.name.split())
            ),
        ]
    return _svg(label, parts, _BASE + 38)


def _scale(highest: int) -> tuple[int, int]:
    """Return the step between lines of a grid, and the highest line, which no value passes."""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if step * _MOST_LINES >= highest:
                return step, step * max(1, -(-highest // step))
        size *= 10


def _line(points: Sequence[_Point], *, is_first: bool) -> SafeHtml:
    way = " ".join(f"{_short(x)},{_short(y)}" for x, y in points)
    x, y = points[-1]
    area = f"{_LEFT},{_BOTTOM} {way} {_RIGHT},{_BOTTOM}" if is_first else ""
    style = "line" if is_first else "line line--second"
    dot = "dot" if is_first else "dot dot--second"
    return (
        (SafeHtml('<polygon class="area" points="{}"/>').format(area) if area else SafeHtml())
        + SafeHtml('<polyline class="{}" points="{}"/>').format(style, way)
        + SafeHtml('<circle class="{}" cx="{}" cy="{}" r="3.5"/>').format(dot, _short(x), _short(y))
    )


def _beside(first: Sequence[_Point], second: Sequence[_Point]) -> tuple[float, float]:
    """Return where the texts of two lines stand, so that no line crosses one.

    The text of the upper line is above both. The other one is below both; or between them; or, if
    there is no room, above both as well.
    """
    is_first_above = first[-1][1] <= second[-1][1]
    upper = [*_near_the_end(first if is_first_above else second)]
    lower = [*_near_the_end(second if is_first_above else first)]
    above, below = min(upper + lower) - _GAP, max(upper + lower) + _TEXT
    if below > _BOTTOM - _GAP / 2:
        below = min(lower) - _GAP
        if below - _TEXT < max(upper):
            above, below = above - _TEXT, above
    return (above, below) if is_first_above else (below, above)


def _near_the_end(line: Sequence[_Point]) -> Iterator[float]:
    """Yield the heights of a line next to the text at its end."""
    for (x, y), (following, _) in pairwise(line):
        if following > _RIGHT - _TEXT_WIDTH:
            start = max(x, _RIGHT - _TEXT_WIDTH)
            yield y if start == x else _height_at(line, start)
    yield line[-1][1]


def _height_at(line: Sequence[_Point], x: float) -> float:
    """Return the height of a line at a place between its ends."""
    for (left, above), (right, below) in pairwise(line):
        if left <= x <= right:
            return above + (below - above) * (x - left) / (right - left)
    return line[-1][1]


def _axis(across: Sequence[float], texts: Sequence[str]) -> Iterator[SafeHtml]:
    """Yield the first and the last text of an axis, and one in the middle if there is room."""
    yield _text("", _LEFT, HEIGHT - 8, texts[0], "start")
    first = _LEFT + _CHARACTER * (len(texts[0]) + 1)
    last = _RIGHT - _CHARACTER * (len(texts[-1]) + 1)
    fitting = [
        (x, text)
        for x, text in zip(across, texts, strict=True)
        if first <= x - _CHARACTER * len(text) / 2 and x + _CHARACTER * len(text) / 2 <= last
    ]
    if fitting:
        x, text = min(fitting, key=lambda each: abs(each[0] - (_LEFT + _RIGHT) / 2))
        yield _text("", x, HEIGHT - 8, text, "middle")
    yield _text("", _RIGHT, HEIGHT - 8, texts[-1], "end")


def _across(days: Sequence[dt.date]) -> list[float]:
    first, last = days[0], days[-1]
    width = (_RIGHT - _LEFT) / (last - first).days
    return [_LEFT + width * (day - first).days for day in days]


def _level(value: int, highest: int) -> float:
    return _BOTTOM - (_BOTTOM - _TOP) * value / highest


def _grid(y: float, label: str) -> SafeHtml:
    line = SafeHtml('<path class="grid" d="M{} {}H{}"/>').format(_LEFT, _short(y), _RIGHT)
    return line + _text("", _LEFT - 6, y + 4, label, "end")


def _rectangle(style: str, x: float, y: float, width: float, height: float) -> SafeHtml:
    sizes = map(_short, (x, y, width, height))
    shape = SafeHtml('<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="2"/>')
    return shape.format(style, *sizes)


def _text(style: str, x: float, y: float, text: str, anchor: str = "start") -> SafeHtml:
    shape = SafeHtml('<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>')
    return shape.format(style, _short(x), _short(y), anchor, inert(text))


def _svg(label: str, parts: Iterable[SafeHtml], height: float = HEIGHT) -> SafeHtml:
    drawing = SafeHtml('<svg viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>')
    return drawing.format(WIDTH, _short(height), inert(label), SafeHtml().join(parts))


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
