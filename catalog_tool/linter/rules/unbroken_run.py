"""A text has more than {limit} characters in a row without a space.

Web addresses don't count, and neither do scripts that are written without spaces, such as Chinese,
Japanese, and Thai.

Why:
    A phone shows about 40 characters per line. A longer run is broken in the middle of a word,
    which is hard to read. Nearly always, it is a list that lost its spaces. If it is one long word,
    leave it as it is.

Bad:
    description: |
      Contoso connects IBM_Maximo/BMC_Helix/SAP_Ariba/IBM_i/HP_NonStop/OpenVMS/SAP_ECC and others.

Good:
    description: |
      Contoso connects IBM Maximo, BMC Helix, SAP Ariba, IBM i, HP NonStop, OpenVMS and SAP ECC.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from catalog_tool.linter.rules._texts import plain_texts
from catalog_tool.linter.rules.rule import Parameter
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.text.phrases import shorten

CODE = "CAT112"
SEVERITY = Severity.WARNING

LONGEST_RUN = 60
"""The most characters without a space: one and a half lines on a phone."""
PARAMETERS = {"limit": Parameter("most characters without a space", LONGEST_RUN, most=200)}

_HAN_AND_KANA = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff65\U00020000-\U0003ffff"
_UNSPACED = f"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff{_HAN_AND_KANA}"
# Each byte as a space or not, to look for a run in the bytes of a text.
_SPACES = bytes(ord(" " if chr(byte).isspace() else "x") for byte in range(256))
_WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def check_entry(entry: Entry, _catalog: Catalog, limit: int = LONGEST_RUN) -> Iterator[Problem]:
    """Report the first run in each value that is too long."""
    # Far faster than a look at each word.
    if b"x" * (limit + 1) not in entry.source.text.encode("ascii", "replace").translate(_SPACES):
        return
    for where, text in plain_texts(entry):
        for run in _runs(limit).findall(text):
            if not _WEB_ADDRESS.search(run):
                yield _problem(where, run, limit)
                break


@cache
def _runs(limit: int) -> re.Pattern[str]:
    """Compile the pattern when the first text needs it: that takes longer than a check."""
    return re.compile(rf"(?<![^\s{_UNSPACED}])[^\s{_UNSPACED}]{{{limit + 1},}}")


def _problem(where: tuple[str | int, ...], run: str, limit: int) -> Problem:
    message = f"{len(run)} characters in a row have no space: {shorten(run, 20)!r}."
    hint = f"Put spaces between the words. The limit is {limit} characters in a row."
    return Problem(where, message, hint, quote=run)
