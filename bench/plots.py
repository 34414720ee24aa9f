"""Draw how the time of commands grows with a catalog, as SVG for the documentation."""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path

_WIDTH, _HEIGHT, _EDGE = 640, 360, 56
_COLORS = {"check": "#1f6feb", "build": "#bf4b00", "review": "#1a7f37"}
_STYLE = "text{font:13px system-ui,sans-serif;fill:#57606a}line{stroke:#d0d7de}"

Point = tuple[str, int, float]
"""A curve, a number of entries, and the seconds that they take."""


def write_plots(folder: Path, points: Iterable[Point]) -> None:
    """Write one plot with both axes logarithmic, so that linear growth is a slope of one."""
    known = sorted(point for point in points if point[0])
    (folder / "scaling.svg").write_text(_plot(known), encoding="utf-8")


def _plot(points: list[Point]) -> str:
    entries, seconds = [each[1] for each in points], [each[2] for each in points]
    left, right = _decades(entries)
    low, high = _decades(seconds)

    def place(count: float, time: float) -> tuple[float, float]:
        across = (math.log10(count) - left) / (right - left)
        up = (math.log10(time) - low) / (high - low)
        room = _WIDTH - 2 * _EDGE, _HEIGHT - 2 * _EDGE
        return round(_EDGE + across * room[0], 1), round(_HEIGHT - _EDGE - up * room[1], 1)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img">',
        "<title>Processor time of check, build, and review by the number of partners</title>",
        f'<style>{_STYLE}</style><rect width="100%" height="100%" fill="#fff"/>',
    ]
    for power in range(left, right + 1):
        x, _ = place(10**power, 10**low)
        parts.append(f'<line x1="{x}" x2="{x}" y1="{_EDGE}" y2="{_HEIGHT - _EDGE}"/>')
        parts.append(f'<text x="{x}" y="{_HEIGHT - 32}" text-anchor="middle">{10**power:,}</text>')
    for power in range(low, high + 1):
        _, y = place(10**left, 10**power)
        parts.append(f'<line x1="{_EDGE}" x2="{_WIDTH - _EDGE}" y1="{y}" y2="{y}"/>')
        parts.append(f'<text x="{_EDGE - 8}" y="{y + 4}" text-anchor="end">{10**power:g} s</text>')
    for curve in sorted({each[0] for each in points}):
        places = [place(count, time) for name, count, time in points if name == curve]
        color, (x, y) = _COLORS[curve], places[-1]
        line = " ".join(f"{across},{up}" for across, up in places)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{color}" stroke-width="2"/>')
        parts += [f'<circle cx="{x}" cy="{y}" r="3.5" fill="{color}"/>' for x, y in places]
        parts.append(f'<text x="{x + 8}" y="{y + 4}" style="fill:{color}">{curve}</text>')
    parts.append(f'<text x="{_WIDTH / 2}" y="{_HEIGHT - 10}" text-anchor="middle">partners</text>')
    return "\n".join([*parts, "</svg>", ""])


def _decades(values: list[float] | list[int]) -> tuple[int, int]:
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return low, max(high, low + 1)
