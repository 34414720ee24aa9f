"""A text has more than 60 characters in a row without a space.

Web addresses do not count, and neither do scripts that are written without spaces, such as
Chinese, Japanese and Thai.

Why:
    A phone shows about 40 characters in a line. A longer run cannot be broken, so it pushes the
    page out of the screen, and it is nearly always a list whose spaces were lost.

Bad:
    description: |
      Contoso connects IBM_RACF/CA_ACF2/CA_Top_Secret/IBM_i/HP_NonStop/OpenVMS/SAP_ECC and others.

Good:
    description: |
      Contoso connects IBM RACF, CA ACF2, CA Top Secret, IBM i, HP NonStop, OpenVMS and SAP ECC.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from catalog_tool.linter.rules._texts import plain_texts
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity

CODE = "CAT112"
SEVERITY = Severity.ERROR

LONGEST_RUN = 60
"""Most characters without a space: one and a half lines on a phone."""

_HAN_AND_KANA = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff65\U00020000-\U0003ffff"
_UNSPACED = f"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff{_HAN_AND_KANA}"
_WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report the first run of each value that is too long."""
    if len(max(entry.source.text.split(), key=len)) <= LONGEST_RUN:
        return
    for where, text in plain_texts(entry):
        for run in _runs().findall(text):
            if not _WEB_ADDRESS.search(run):
                yield _problem(where, run)
                break


@cache
def _runs() -> re.Pattern[str]:
    """Compiled when the first text needs it: such large classes take longer than a check."""
    return re.compile(rf"(?<![^\s{_UNSPACED}])[^\s{_UNSPACED}]{{{LONGEST_RUN + 1},}}")


def _problem(where: tuple[str | int, ...], run: str) -> Problem:
    message = f"{len(run)} characters follow each other without a space: {run[:20]!r} …"
    hint = f"Put spaces where words end; at most {LONGEST_RUN} characters may follow each other."
    return Problem(where, message, hint, quote=run)
