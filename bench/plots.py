"""Draw how the needs of commands grow with a catalog, as SVG for the documentation."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_WIDTH, _HEIGHT, _EDGE = 640, 360, 56
_COLORS = {"check": "#1f6feb", "build": "#bf4b00", "review": "#1a7f37"}
_STYLE = "text{font:13px system-ui,sans-serif;fill:#57606a}line{stroke:#d0d7de}"


@dataclass(frozen=True, order=True)
class Point:
    """What a command needs for a catalog.

    Attributes:
        curve: name of the command.
        entries: number of partners.
        needed: seconds or MiB.
    """

    curve: str
    entries: int
    needed: float


def write_plot(path: Path, title: str, unit: str, points: Iterable[Point]) -> None:
    """Write a plot with both axes logarithmic, so that linear growth is a slope of one.

    Args:
        path: the SVG file.
        title: read out in place of the picture.
        unit: of the vertical axis.
        points: at least one.
    """
    path.write_text(_plot(title, unit, sorted(points)), encoding="utf-8")


def _plot(title: str, unit: str, points: list[Point]) -> str:
    left, right = _decades([each.entries for each in points])
    low, high = _decades([each.needed for each in points])

    def place(entries: float, needed: float) -> tuple[float, float]:
        across = (math.log10(entries) - left) / (right - left)
        up = (math.log10(needed) - low) / (high - low)
        room = _WIDTH - 2 * _EDGE, _HEIGHT - 2 * _EDGE
        return round(_EDGE + across * room[0], 1), round(_HEIGHT - _EDGE - up * room[1], 1)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img">',
        f"<title>{title}</title>",
        f'<style>{_STYLE}</style><rect width="100%" height="100%" fill="#fff"/>',
    ]
    for power in range(left, right + 1):
        x, _ = place(10**power, 10**low)
        parts.append(f'<line x1="{x}" x2="{x}" y1="{_EDGE}" y2="{_HEIGHT - _EDGE}"/>')
        parts.append(f'<text x="{x}" y="{_HEIGHT - 32}" text-anchor="middle">{10**power:,}</text>')
    for power in range(low, high + 1):
        _, y = place(10**left, 10**power)
        parts.append(f'<line x1="{_EDGE}" x2="{_WIDTH - _EDGE}" y1="{y}" y2="{y}"/>')
        parts.append(f'<text x="{_EDGE - 8}" y="{y + 4}" text-anchor="end">{10**power:,g}</text>')
    for curve in sorted({each.curve for each in points}):
        places = [place(each.entries, each.needed) for each in points if each.curve == curve]
        color, (x, y) = _COLORS[curve], places[-1]
        line = " ".join(f"{across},{up}" for across, up in places)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{color}" stroke-width="2"/>')
        parts += [f'<circle cx="{x}" cy="{y}" r="3.5" fill="{color}"/>' for x, y in places]
        parts.append(f'<text x="{x + 8}" y="{y + 4}" style="fill:{color}">{curve}</text>')
    parts.append(f'<text x="{_WIDTH / 2}" y="{_HEIGHT - 10}" text-anchor="middle">partners</text>')
    parts.append(f'<text x="{_EDGE - 8}" y="{_EDGE - 20}" text-anchor="end">{unit}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _decades(values: list[float] | list[int]) -> tuple[int, int]:
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return low, max(high, low + 1)
