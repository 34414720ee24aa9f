"""Plays 25 pull requests and prints comments and one table: ``python -m tests.demo``.

With ``--page`` it writes the page of the documentation that shows one of the comments.
"""

from __future__ import annotations

import sys

from tests.demo.page import PAGE, page, table
from tests.demo.play import Played, play

_WIDTH = 100


def main() -> None:
    """Write the page or print the demo, depending on the command line."""
    if sys.argv[1:] == ["--page"]:
        PAGE.write_text(page(), encoding="utf-8", newline="")
        return
    for each in play():
        sys.stdout.write(_shown(each))
        sys.stdout.flush()
    sys.stdout.write(f"\n{'=' * _WIDTH}\n{table()}")


def _shown(each: Played) -> str:
    title = f"#{each.number} {each.proposal.title}, by {each.proposal.author} "
    statuses = ", then ".join(each.statuses)
    labels = f"; labels: {', '.join(each.labels)}" if each.labels else ""
    asked = f"; asked for a review: {', '.join(each.asked)}" if each.asked else ""
    result = f"{each.proposal.tries}\nStatus: {statuses}{labels}{asked}."
    return f"\n{title:=<{_WIDTH}}\n{result}\n\n{each.comment}\n"


if __name__ == "__main__":
    main()
