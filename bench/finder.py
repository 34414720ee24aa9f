"""Print what the finder costs a visitor, compared with the theme's own search on the same site.

Kilobytes are those of all files that are fetched before the first answer, compressed. A keystroke
is timed in Chromium from its event until the answer is painted. The times depend on how busy the
machine is, so compare only the two searches of one run.
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

from playwright.sync_api import Browser, CDPSession, Page, Request, sync_playwright

from bench.synthetic import Size, write_catalog
from tests.browser.chromium import find
from tests.browser.server import BASE, serve

SIZES = (Size(100, 60), Size(10_000, 2_000))
QUERIES = (
    # Both searches find the first one at each size.
    *("amber", "who connects our ledger?", "amberaccess ledger", "payrol", "quartz", "healthcare"),
    *("zzzz qqqq", "rest", "fjrod circuit", "slate lifecycle retail", "heron vault clinic", "o"),
    *("solutions amber group payroll", "x", "the sap hcm", "birch claims amber", "s"),
)
FACETS = "category=hr&category=finance&interfaces=rest"
PATIENCE = 3_000
"""Milliseconds to wait for a search that shows nothing."""

_KEYSTROKES = (Path(__file__).parent / "keystrokes.js").read_text(encoding="utf-8").strip()[:-1]
_FINDER_FILES = ("/assets/finder", "/assets/finder/")
_THEME_FILES = ("/search/search_index.json", "/assets/javascripts/workers/search")


@dataclass(frozen=True)
class Cost:
    """What one search costs a visitor.

    Attributes:
        name: the search.
        kilobytes: compressed size of everything that it fetches before the first answer.
        first: milliseconds from the first key until the first answer is painted.
        busy: milliseconds of the page's processor time per keystroke, on average.
        keys: milliseconds from a keystroke until its answer is painted: median and 95th percentile.
        frames: the same for frames in between, without a keystroke.
    """

    name: str
    kilobytes: float
    first: float
    busy: float
    keys: tuple[float, float]
    frames: tuple[float, float]


def costs(browser: Browser, url: str, site: Path) -> Iterator[Cost]:
    """Measure each search of a site."""
    yield _cost("finder", browser, url, site, finder=True)
    yield _cost("finder, filtered", browser, f"{url}?{FACETS}", site, finder=True)
    yield _cost("theme's search", browser, url, site, finder=False)


def _cost(name: str, browser: Browser, url: str, site: Path, *, finder: bool) -> Cost:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    fetched: list[Request] = []
    page.on("request", lambda request: fetched.append(request))  # noqa: PLW0108 - Playwright takes functions only
    page.goto(url)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = _busy(devtools)
    typed = _type(page, finder=finder)
    busy = _busy(devtools) - before
    page.close()
    keys, frames = typed["keystrokes"], typed["frames"]
    return Cost(
        name,
        sum(_compressed_sizes(site, _FINDER_FILES if finder else _THEME_FILES, fetched)) / 1000,
        typed["firstAnswer"],
        busy / len(keys),
        _middle_and_slowest(keys),
        _middle_and_slowest(frames),
    )


def _busy(devtools: CDPSession) -> float:
    """Return the processor time of the page's own thread so far, in milliseconds."""
    metrics: list[dict[str, Any]] = devtools.send("Performance.getMetrics")["metrics"]
    return 1000 * next(float(each["value"]) for each in metrics if each["name"] == "TaskDuration")


def _middle_and_slowest(times: Sequence[float]) -> tuple[float, float]:
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def _type(page: Page, *, finder: bool) -> dict[str, Any]:
    task = {"finder": finder, "queries": QUERIES, "patience": PATIENCE}
    typed: dict[str, Any] = page.evaluate(_KEYSTROKES, task)
    return typed


def _compressed_sizes(
    site: Path, parts: Sequence[str], fetched: Sequence[Request]
) -> Iterator[int]:
    for path in sorted({urlsplit(request.url).path for request in fetched}):
        if any(part in path for part in parts):
            yield len(gzip.compress((site / path.removeprefix(BASE)).read_bytes()))


def _build(root: Path, size: Size) -> Path:
    root.mkdir()
    write_catalog(root, size)
    command = [sys.executable, "-m", "catalog_tool", "build"]
    subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL)
    return root / "site"


def _print(size: Size, measured: Iterator[Cost]) -> None:
    print(f"\n{size.entries:,} partners, {size.applications:,} applications; load ", end="")
    print(f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print(f"{'ms':16}{'KB (gzip)':>10}{'first':>7}{'busy':>7}{'key':>7}{'95 %':>7}", end="")
    print(f"{'idle':>9}{'95 %':>7}")
    for cost in measured:
        times = "".join(f"{each:7.1f}" for each in (cost.busy, *cost.keys))
        frames = f"{cost.frames[0]:9.1f}{cost.frames[1]:7.1f}"
        print(f"{cost.name:16}{cost.kilobytes:10.1f}{cost.first:7.0f}{times}{frames}", flush=True)


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
