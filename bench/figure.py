"""What the benchmark prints, and writes for the documentation."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.plots import Point, write_plot
from bench.timing import Run

NOTHING = Run(0)


@dataclass(frozen=True)
class Figure:
    """One row of the table.

    Attributes:
        name: what is measured, and with what it is compared.
        value: the figure.
        goal: its upper limit; 0 if it has none.
        unit: ``x`` for a ratio of processor time.
        run: the run behind it.
        series: the curve that it belongs to, for the plots.
        entries: the size of the catalog.
    """

    name: str
    value: float
    goal: float = 0
    unit: str = "x"
    run: Run = NOTHING
    series: str = ""
    entries: int = 0

    def row(self) -> str:
        """Return the figure as a row of text."""
        met = ("met" if self.value <= self.goal else "MISSED") if self.goal else ""
        goal = f"goal {self.goal:g}" if self.goal else ""
        row = f"{self.value:9.2f} {self.unit:6}{goal:11}{met:8}{self.name}"
        if self.run == NOTHING:
            return row
        used = f"{self.run.seconds:.2f} s, {self.run.wall:.2f} s wall, {self.run.memory:.0f} MiB"
        return f"{row}\n{'':36}{used}"


def write_figures(folder: Path, figures: list[Figure]) -> None:
    """Write the figures as JSON, and plots of how they grow.

    Args:
        folder: where they will be; made if it isn't there.
        figures: all of a run.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rows = [asdict(figure) for figure in figures]
    (folder / "scaling.json").write_text(json.dumps(rows, indent=1) + "\n", "utf-8")
    measured = [figure for figure in figures if figure.series]
    seconds = [Point(each.series, each.entries, each.run.seconds) for each in measured]
    memory = [Point(each.series, each.entries, each.run.memory) for each in measured]
    write_plot(folder / "time.svg", "Processor time by number of partners", "s", seconds)
    write_plot(folder / "memory.svg", "Peak memory by number of partners", "MiB", memory)
