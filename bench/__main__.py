"""Print the performance of the commands, as ratios to plain libraries in the same run."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.hostile import measure_slowest
from bench.synthetic import Size, write_catalog
from bench.timing import Ratio, compare, process_seconds

REPOSITORY = Path(__file__).resolve().parents[1]
PYTHON = sys.executable
CATALOG = [PYTHON, "-m", "catalog_tool"]
IMPORTS = "import pydantic, yaml, click"
PARSE_ALL = """
import pathlib, sys, yaml
for path in pathlib.Path(sys.argv[1]).glob("[a-z]*.yaml"):
    for event in yaml.parse(path.read_bytes(), Loader=yaml.CSafeLoader):
        pass
"""


@dataclass(frozen=True)
class Figure:
    """One row of the table. ``goal`` is the upper limit of the ratio; ``note`` has details."""

    name: str
    result: Ratio
    goal: float
    note: str = ""


def figures(folder: Path, entries: int, pages: int) -> Iterator[Figure]:
    """Measure everything, and yield each figure when it is ready."""
    yield _start_up()
    yield _hostile()
    yield from _check(folder, entries)
    yield _build(folder, pages)


def _start_up() -> Figure:
    result = compare(
        lambda: process_seconds([*CATALOG, "check"], REPOSITORY),
        lambda: process_seconds([PYTHON, "-c", IMPORTS], REPOSITORY),
        pairs=11,
    )
    return Figure(f'check, 3 entries / python -c "{IMPORTS}"', result, 2.5)


def _hostile() -> Figure:
    cost = measure_slowest(REPOSITORY)
    result = Ratio(cost.seconds, cost.baseline, cost.seconds / cost.baseline)
    name = f"check, the slowest of {cost.files:,} hostile files / yaml.parse of an ordinary one"
    memory = cost.memory / 1024 / 1024
    note = f"{cost.seconds * 1000:.0f} ms, at most {memory:.0f} MiB; {cost.name}"
    return Figure(name, result, 65, note)


def _check(folder: Path, entries: int) -> Iterator[Figure]:
    few, many = _catalog(folder, entries // 5), _catalog(folder, entries)
    against_parse = compare(
        lambda: process_seconds([*CATALOG, "check"], many),
        lambda: process_seconds([PYTHON, "-c", PARSE_ALL, str(many / "partners")], many),
        pairs=3,
    )
    speed = f"{entries / against_parse.seconds:,.0f} entries per second"
    yield Figure(
        f"check, {entries:,} entries / yaml.parse of the same files", against_parse, 4, speed
    )
    against_fifth = compare(
        lambda: process_seconds([*CATALOG, "check"], many),
        lambda: process_seconds([*CATALOG, "check"], few),
        pairs=3,
    )
    name = f"check, {entries:,} entries / {entries // 5:,} entries (linear: 5)"
    yield Figure(name, against_fifth, 5.5)


def _build(folder: Path, pages: int) -> Figure:
    catalog = _catalog(folder, pages)
    plain = _plain_site(folder / "plain", pages)
    result = compare(
        lambda: process_seconds([*CATALOG, "build"], catalog),
        lambda: process_seconds([PYTHON, "-m", "mkdocs", "build", "--quiet"], plain),
        pairs=3,
    )
    built = len(list((catalog / "site").rglob("index.html")))
    note = f"{built:,} pages versus {pages + 1:,}"
    return Figure(
        f"build, {pages:,} entries / MkDocs Material, {pages:,} plain pages", result, 1.5, note
    )


def _catalog(folder: Path, entries: int) -> Path:
    root = folder / f"catalog-{entries}"
    if not root.exists():
        root.mkdir()
        write_catalog(root, Size(entries, max(entries // 5, 20)))
    return root


def _plain_site(root: Path, pages: int) -> Path:
    """Write a plain MkDocs Material site whose pages have as much text as partner pages."""
    source = _catalog(root.parent, pages) / "partners"
    (root / "docs" / "partners").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(PLAIN_CONFIGURATION, encoding="utf-8")
    (root / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    for path in source.glob("[a-z]*.yaml"):
        text = path.read_text(encoding="utf-8").partition("description: |\n")[2]
        page = f"# {path.stem}\n\n{text.replace('applications:', '').replace('  ', '')}"
        (root / "docs" / "partners" / f"{path.stem}.md").write_text(page, encoding="utf-8")
    return root


PLAIN_CONFIGURATION = """\
site_name: Plain pages
theme:
  name: material
  font: false
plugins:
nav:
  - Home: index.md
not_in_nav: /partners/
"""


def main() -> None:
    """Parse the sizes, measure, and print one row per figure."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--entries", type=int, default=10_000, help="entries to check")
    parser.add_argument("--pages", type=int, default=1_000, help="entries to build a site with")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="catalog-bench-") as folder:
        for figure in figures(Path(folder), options.entries, options.pages):
            verdict = "reached" if figure.result.ratio <= figure.goal else "MISSED"
            print(
                f"{figure.result.ratio:6.2f}  goal {figure.goal:<4} {verdict:8} {figure.name}\n"
                f"        {figure.result.seconds:.2f} s / {figure.result.baseline:.2f} s"
                f"  {figure.note}",
                flush=True,
            )


if __name__ == "__main__":
    main()
