"""Plays ten pull requests and prints verdicts and comments: ``python -m tests.demo``.

With ``--page`` it writes the page of the documentation that shows one of the comments.
"""

from __future__ import annotations

import sys

from tests.demo.page import PAGE, page
from tests.demo.play import Played, play

_WIDTH = 100


def main() -> None:
    """Write the page or print the demo, depending on the command line."""
    if sys.argv[1:] == ["--page"]:
        PAGE.write_text(page(), encoding="utf-8", newline="")
        return
    results = []
    for each in play():
        results.append(each)
        sys.stdout.write(_shown(each))
        sys.stdout.flush()
    sys.stdout.write(_overview(results))


def _shown(each: Played) -> str:
    title = f"#{each.number} {each.proposal.title}, by {each.proposal.author} "
    labels = f"; labels: {', '.join(each.labels)}" if each.labels else ""
    asked = f"; asked for a review: {', '.join(each.asked)}" if each.asked else ""
    return f"\n{title:=<{_WIDTH}}\nStatus: {each.status}{labels}{asked}.\n\n{each.comment}\n"


def _overview(results: list[Played]) -> str:
    rows = [f"{each.status:7}  {each.verdict:36}  {each.proposal.title}" for each in results]
    return "\n".join(["", "=" * _WIDTH, *rows, ""])


if __name__ == "__main__":
    main()
