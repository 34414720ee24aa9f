"""Print what the finder costs a visitor.

Kilobytes are those of all files that are fetched for the queries, compressed: of names, and of the
texts that some queries need. A keystroke is timed in Chromium from its event until the answer is
painted, and the engine apart. These times depend on how busy the machine is: see the idle frames.
The processor time of the page's own thread for a key depends on it less.
"""

from __future__ import annotations

import argparse
import gzip
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request, sync_playwright

from bench.synthetic import Size, write_catalog
from bench.thread_time import thread_times
from tests.browser.chromium import find
from tests.browser.server import BASE, serve

SIZES = (Size(100, 60), Size(10_000, 2_000))
QUERIES = (
    *("amber", "who connects our ledger?", "amberaccess ledger", "payrol", "quartz", "healthcare"),
    *("zzzz qqqq", "rest", "fjrod circuit", "slate lifecycle retail", "heron vault clinic", "o"),
    *("solutions amber group payroll", "x", "the sap hcm", "birch claims amber", "s"),
    *("audit trail", "passwords over soap", "who reads identities from human resources?"),
)
FACETS = "category=hr&category=finance&interfaces=rest"
PATIENCE = 3_000
"""Milliseconds to wait for the first answer."""

_KEYSTROKES = (Path(__file__).parent / "keystrokes.js").read_text(encoding="utf-8").strip()[:-1]
_FILES = "/assets/finder"
_TEXTS = tuple(f"/assets/finder/{each}" for each in ("reading.js", "words/", "texts/"))


@dataclass(frozen=True)
class Cost:
    """What the finder costs a visitor.

    Attributes:
        name: what is measured.
        names: compressed kilobytes of the scripts, the styles, and the names.
        texts: compressed kilobytes of the texts that all queries need.
        first: milliseconds from the first key until the first answer is painted.
        busy: milliseconds of the page's processor time per keystroke: median and 95th percentile.
        keys: milliseconds from a keystroke until its answer is painted: median and 95th percentile.
        engine: the same for the engine alone.
        frames: the same for frames in between, without a keystroke.
    """

    name: str
    names: float
    texts: float
    first: float
    busy: tuple[float, float]
    keys: tuple[float, float]
    engine: tuple[float, float]
    frames: tuple[float, float]


def costs(browser: Browser, url: str, site: Path) -> Iterator[Cost]:
    """Measure the finder of a site, with and without filters."""
    yield _cost("finder", browser, url, site)
    yield _cost("filtered", browser, f"{url}?{FACETS}", site)


def _cost(name: str, browser: Browser, url: str, site: Path) -> Cost:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    fetched: list[Request] = []
    page.on("request", lambda request: fetched.append(request))  # noqa: PLW0108 - Playwright takes functions only
    page.goto(url)
    typed = _type(page)
    page.goto(url)  # again, because recording takes time
    _, busy = thread_times(page, lambda: _type(page))
    page.close()
    sizes = dict(_compressed_sizes(site, fetched))
    texts = sum(size for path, size in sizes.items() if path.startswith(_TEXTS))
    return Cost(
        name,
        (sum(sizes.values()) - texts) / 1000,
        texts / 1000,
        typed["firstAnswer"],
        _middle_and_slowest(busy),
        _middle_and_slowest(typed["keystrokes"]),
        _middle_and_slowest(typed["engine"]),
        _middle_and_slowest(typed["frames"]),
    )


def _type(page: Page) -> dict[str, Any]:
    """Type all queries into the finder of an open page."""
    options = {"queries": QUERIES, "patience": PATIENCE}
    typed: dict[str, Any] = page.evaluate(_KEYSTROKES, options)
    return typed


def _middle_and_slowest(times: Sequence[float]) -> tuple[float, float]:
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def _compressed_sizes(site: Path, fetched: Sequence[Request]) -> Iterator[tuple[str, int]]:
    for path in {urlsplit(request.url).path.removeprefix(BASE) for request in fetched}:
        if f"/{path}".startswith(_FILES):
            yield f"/{path}", len(gzip.compress((site / path).read_bytes()))


def _build(root: Path, size: Size) -> Path:
    root.mkdir()
    write_catalog(root, size)
    command = [sys.executable, "-m", "catalog_tool", "build"]
    subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL)
    return root / "site"


def _print(size: Size, measured: Iterator[Cost]) -> None:
    print(f"\n{size.entries:,} partners, {size.applications:,} applications; load ", end="")
    print(f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print(f"{'ms':10}{'names KB':>9}{'texts KB':>9}{'first':>7}", end="")
    print("".join(f"{name:>9}{'95 %':>7}" for name in ("key", "thread", "engine", "idle")))
    for cost in measured:
        sizes = f"{cost.names:9.1f}{cost.texts:9.1f}{cost.first:7.0f}"
        pairs = (cost.keys, cost.busy, cost.engine, cost.frames)
        times = "".join(f"{middle:9.1f}{slowest:7.1f}" for middle, slowest in pairs)
        print(f"{cost.name:10}{sizes}{times}", flush=True)


def main() -> None:
    """Build a site of each size, or use the given ones, and print a table for each."""
    parser = argparse.ArgumentParser(prog="python -m bench.finder", description=__doc__)
    parser.add_argument(
        "--sites", nargs=2, type=Path, help="a small and a large site, already built"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="catalog-bench-") as folder, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=find(), args=["--headless", "--disable-gpu"])
        for number, size in enumerate(SIZES):
            site = (
                options.sites[number] if options.sites else _build(Path(folder) / f"{number}", size)
            )
            with serve(site) as url:
                _print(size, costs(browser, url, site))
        browser.close()


if __name__ == "__main__":
    main()
