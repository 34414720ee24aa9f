"""Print the performance of the commands, next to plain libraries in the same run.

Each figure has a peer: what a plain library needs for the same files, or another command. Ratios of
processor time hold on any machine; times are those of this one. The exponent says how a time grows
with the number of entries: 1 is linear.
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.catalogs import catalog, change_entry, commit, plain_site
from bench.compare import compare_revisions
from bench.figure import Figure, write_figures
from bench.hostile import measure_slowest
from bench.preview import time_preview
from bench.timing import Ratio, Run, compare, run

REPOSITORY = Path(__file__).resolve().parents[1]
PYTHON = sys.executable
CATALOG = [PYTHON, "-m", "catalog_tool"]
MODEL = """
import click, pydantic, yaml
class Model(pydantic.BaseModel):
    name: str
Model(name="Contoso")
"""
PARSE_ALL = """
import pathlib, sys, yaml
for path in pathlib.Path(sys.argv[1]).glob("[a-z]*.yaml"):
    for event in yaml.parse(path.read_bytes(), Loader=yaml.CSafeLoader):
        pass
"""
CSV_HEAD = "Partner,Website,Contact,Description,Applications\n"


class Bench:
    """Measures a selection of figures in a folder for its catalogs."""

    def __init__(self, folder: Path, sizes: list[int], pairs: int) -> None:
        self.folder = folder
        self.sizes = sizes
        self.pairs = pairs
        self.largest = max(sizes)

    def figures(self) -> Iterator[Figure]:
        """Measure everything, and yield each figure when it is ready."""
        yield self._start_up()
        yield _hostile()
        yield from _with_exponent("check", self._checks())
        yield from self._one_entry()
        yield from self._published()
        yield from _with_exponent("build", self._builds())
        yield from _with_exponent("review", self._reviews())
        yield self._import()
        yield self._preview()

    def _start_up(self) -> Figure:
        result = self._against([*CATALOG, "check"], REPOSITORY, [PYTHON, "-c", MODEL], 5)
        return _figure("check of 3 / importing libraries and making a model", result, 1.5)

    def _checks(self) -> Iterator[Figure]:
        for size in self.sizes:
            root = catalog(self.folder, size)
            parse = [PYTHON, "-c", PARSE_ALL, str(root / "partners")]
            result = self._against([*CATALOG, "check"], root, parse)
            name = f"check of {size:,} / yaml.parse of the same files"
            yield _figure(name, result, 9 * (size >= 10_000), "check", size)
            if size == self.largest:
                yield Figure(f"{name}, wall time", result.wall, 5, run=result.run)
                yield Figure(f"memory of check of {size:,}", result.run.memory, 400, "MiB")

    def _one_entry(self) -> Iterator[Figure]:
        root = catalog(self.folder, self.largest)
        entry = str(min((root / "partners").glob("[a-z]*.yaml")))
        result = self._against([*CATALOG, "check", entry], root, [*CATALOG, "check"])
        yield _figure(f"check of one entry among {self.largest:,} / check of all", result, 1)

    def _published(self) -> Iterator[Figure]:
        size = min(1_000, self.largest)
        root = catalog(self.folder, size)
        for command in (["publish"], ["render", "--out", "rendered"]):
            result = self._against([*CATALOG, *command], root, [*CATALOG, "check"])
            yield _figure(f"{command[0]} of {size:,} / check of {size:,}", result)

    def _builds(self) -> Iterator[Figure]:
        result = self._against([*CATALOG, "build", "--out", str(self.folder / "own")], REPOSITORY)
        yield Figure("build of 3", result.run.seconds, 0, "s", result.run)
        for size in self.sizes:
            root, plain = catalog(self.folder, size), plain_site(self.folder, size)
            build = [PYTHON, "-m", "mkdocs", "build", "--quiet"]
            result = compare(
                lambda root=root: run([*CATALOG, "build"], root),  # type: ignore[misc]
                lambda plain=plain, build=build: run(build, plain),  # type: ignore[misc]
                self.pairs,
            )
            name = f"build of {size:,} / MkDocs Material with as many plain pages"
            yield _figure(name, result, 1.5 * (size == 1_000), "build", size)
            yield from _of_site(root / "site", size, result.run)

    def _reviews(self) -> Iterator[Figure]:
        for size in (each for each in (1_000, 5_000) if each <= self.largest):
            root = catalog(self.folder, size)
            change_entry(root)
            commit(root, "Change an entry")
            review = [*CATALOG, "review", "HEAD~1", "HEAD", "--author", "contoso-anna"]
            result = self._against(review, root, [*CATALOG, "check"])
            name = f"review of one changed file at {size:,} / check of {size:,}"
            yield _figure(name, result, 0.7 * (size == 5_000), "review", size)

    def _import(self) -> Figure:
        size = min(2_000, self.largest)
        root = catalog(self.folder, size)
        rows = (
            f"{path.stem},https://www.{path.stem}.com/,https://www.{path.stem}.com/contact,"
            '"The gateway provisions accounts.","IBM RACF; SAP ECC"\n'
            for path in sorted((root / "partners").glob("[a-z]*.yaml"))
        )
        table = self.folder / "partners.csv"
        table.write_text(CSV_HEAD + "".join(rows), encoding="utf-8")
        command = [*CATALOG, "import", str(table), "--into", str(self.folder / "imported")]
        result = self._against([*command, "--dry-run"], root, [*CATALOG, "check"])
        return _figure(f"import of {size:,} / check of as many", result)

    def _preview(self) -> Figure:
        size = min(1_000, self.largest)
        used = time_preview(catalog(self.folder, size))
        return Figure(f"serve of {size:,}, from saving an entry to its page", used.wall, 1, "s")

    def _against(
        self, command: list[str], root: Path, peer: list[str] | None = None, pairs: int = 0
    ) -> Ratio:
        base = peer or [PYTHON, "-c", MODEL]
        return compare(lambda: run(command, root), lambda: run(base, root), pairs or self.pairs)


def _figure(
    name: str, result: Ratio, goal: float = 0, series: str = "", entries: int = 0
) -> Figure:
    return Figure(name, result.ratio, goal, "x", result.run, series, entries)


def _of_site(site: Path, size: int, used: Run) -> Iterator[Figure]:
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.name == "index.html" for path in files)
    total = sum(path.stat().st_size for path in files)
    name = f"bytes of the site of {size:,}, per page of {pages:,}"
    yield Figure(name, total / 1024 / pages, 25 * (size >= 10_000), "KiB")
    index = sum(p.stat().st_size for p in files if "assets/finder" in p.as_posix())
    yield Figure(f"bytes of the finder of {size:,}: index and texts", index / 1024, 0, "KiB")
    if size >= 10_000:
        yield Figure(f"processor time of build of {size:,}", used.seconds, 45, "s", used)
        yield Figure(f"time of build of {size:,}", used.wall, 30, "s", used)
        yield Figure(f"memory of build of {size:,}", used.memory, 2048, "MiB", used)


def _with_exponent(series: str, measured: Iterator[Figure]) -> Iterator[Figure]:
    found = []
    for figure in measured:
        found += [figure] if figure.series == series else []
        yield figure
    if len(found) > 1:
        few, many = found[-2], found[-1]
        growth = math.log(many.run.seconds / few.run.seconds)
        value = growth / math.log(many.entries / few.entries)
        name = f"{series}: exponent of the growth from {few.entries:,} to {many.entries:,}"
        yield Figure(name, value, 1.05, "")


def _hostile() -> Figure:
    cost = measure_slowest(REPOSITORY)
    name = (
        f"check of the slowest of {cost.files:,} hostile files / yaml.parse of an ordinary one: "
        f"{cost.name}"
    )
    used = Run(cost.seconds, cost.seconds, cost.memory / 1024 / 1024)
    return Figure(name, cost.seconds / cost.baseline, 65, "x", used)


def main() -> None:
    """Measure, and print one row per figure; or compare this program with an earlier one."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[100, 1_000, 10_000], help="entries of the catalogs"
    )
    parser.add_argument("--pairs", type=int, default=3, help="rounds for each ratio")
    parser.add_argument("--plots", type=Path, help="a folder for the figures and their plots")
    parser.add_argument("--compare", metavar="REV", help="measure beside an earlier revision")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="catalog-bench-") as folder:
        if options.compare:
            compare_revisions(Path(folder), options.compare, options.sizes, options.pairs)
            return
        figures = []
        for figure in Bench(Path(folder), sorted(options.sizes), options.pairs).figures():
            print(figure.row(), flush=True)
            figures.append(figure)
    if options.plots:
        write_figures(options.plots, figures)


if __name__ == "__main__":
    main()
