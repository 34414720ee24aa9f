"""The processor time of a page's own thread. Other work on the machine changes it little."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from playwright.sync_api import Page

Result = TypeVar("Result")

START = "thread-time-start"
END = "thread-time-end"
"""Names of the user timing marks around what is measured."""

_TASK = "ThreadControllerImpl::RunTask"
_POLL = 50


def thread_times(page: Page, act: Callable[[], Result]) -> tuple[Result, list[float]]:
    """Run a function while Chromium records the tasks of the page.

    Args:
        page: an open page.
        act: makes the page set the two marks around each thing that is measured.

    Returns:
        What the function returns, and for each pair of marks the milliseconds of processor time
        that the page's thread used for the tasks from one to the other: scripts, styles, layout,
        and paint.
    """
    events: list[dict[str, Any]] = []
    complete: list[Any] = []
    devtools = page.context.new_cdp_session(page)
    devtools.on("Tracing.dataCollected", lambda part: events.extend(part["value"]))
    devtools.on("Tracing.tracingComplete", lambda end: complete.append(end))  # noqa: PLW0108 - Playwright takes functions only
    categories = "toplevel,blink.user_timing"
    devtools.send("Tracing.start", {"categories": categories, "transferMode": "ReportEvents"})
    result = act()
    devtools.send("Tracing.end")
    while not complete:
        page.wait_for_timeout(_POLL)
    return result, list(_between_marks(events))


def _between_marks(events: Sequence[dict[str, Any]]) -> list[float]:
    marks = sorted((each["ts"], each["name"]) for each in events if each["name"] in {START, END})
    starts = [at for at, name in marks if name == START]
    ends = [at for at, name in marks if name == END]
    thread = next((each["pid"], each["tid"]) for each in events if each["name"] == START)
    times = [0.0] * len(starts)
    for each in events:
        if each["name"] == _TASK and (each["pid"], each["tid"]) == thread:
            end = each["ts"] + each.get("dur", 0)
            at = bisect.bisect(starts, end) - 1  # a mark is set inside a task
            if at >= 0 and each["ts"] < ends[at]:
                times[at] += each.get("tdur", 0) / 1000
    return times
