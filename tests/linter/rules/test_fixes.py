"""How the fixes of the rules change an entry, and the laws that all of them keep."""

from collections import Counter
from pathlib import Path

import pytest

from catalog_tool.pipeline import fix
from tests.checking import check_text, codes, fix_entry, rules_for, written
from tests.test_fixtures import files_of, fixtures

VOCABULARY = """\
categories:
  mainframe:
    name: Mainframe
    description: Mainframes.
applications:
  IBM i (AS/400):
    category: mainframe
    aliases: [AS/400, iSeries]
  IBM RACF:
    category: mainframe
    aliases: [RACF]
"""

# Part of an entry before and after.
SAFE = {
    "order": (
        "applications:\n  - Delta\n  # the first\n  - Alpha\n  - Beta\n",
        "applications:\n  # the first\n  - Alpha\n  - Beta\n  - Delta\n",
    ),
    "order in brackets": ("applications: [Beta, Alpha]\n", "applications: [Alpha, Beta]\n"),
    "order of groups": (
        "applications:\n  Two:\n    - B\n    - A\n  One:\n    - C\n",
        "applications:\n  One:\n    - C\n  Two:\n    - A\n    - B\n",
    ),
    "duplicate": (
        "applications:\n  - Alpha\n  - ALPHA\n  - Beta\n",
        "applications:\n  - Alpha\n  - Beta\n",
    ),
    "alias": ("applications:\n  - iSeries\n", "applications:\n  - IBM i (AS/400)\n"),
    "alias out of order": (
        'applications:\n  - "AS/400"\n  - Epic\n',
        'applications:\n  - Epic\n  - "IBM i (AS/400)"\n',
    ),
    "bare link": (
        "description: |\n  See https://docs.contoso.com/.\n\n  Thanks.\n",
        "description: |\n  See <https://docs.contoso.com/>.\n\n  Thanks.\n",
    ),
    "misspelled key": ("aplications_note: Two.\n", "applications_note: Two.\n"),
    "misspelled choice": ("directions: [outbond]\n", "directions: [outbound]\n"),
}
UNSAFE = {
    "insecure website": (
        "website: http://www.contoso.com/\n",
        "website: https://www.contoso.com/\n",
    ),
    "insecure link in text": (
        "description: >-\n  See [it](http://docs.contoso.com/)\n  or not.\n",
        "description: >-\n  See [it](https://docs.contoso.com/)\n  or not.\n",
    ),
    "near miss": ("applications:\n  - IBM RAFC\n", "applications:\n  - IBM RACF\n"),
    "doubled alias": ("applications:\n  - RACF\n  - IBM RACF\n", "applications:\n  - IBM RACF\n"),
    "heading": (
        "description: |\n  ## Gateway ##\n\n  Fast.\n",
        "description: |\n  **Gateway**\n\n  Fast.\n",
    ),
    "text for a list": ("applications: Alpha, Beta\n", "applications:\n  - Alpha\n  - Beta\n"),
    "escaped character": ('tested_by: "By\\u200b hand"\n', 'tested_by: "By hand"\n'),
}


@pytest.mark.parametrize(("before", "after"), SAFE.values(), ids=SAFE)
def test_safe(before: str, after: str) -> None:
    fixed = fix_entry(before, vocabulary=VOCABULARY)
    assert fixed.startswith(after)
    assert check_text(fixed, vocabulary=VOCABULARY, rules=rules_for(before)) == []


@pytest.mark.parametrize(("before", "after"), UNSAFE.values(), ids=UNSAFE)
def test_unsafe(before: str, after: str) -> None:
    assert fix_entry(before, vocabulary=VOCABULARY).startswith(before.partition("\n  -")[0])
    fixed = fix_entry(before, vocabulary=VOCABULARY, unsafe=True)
    assert fixed.startswith(after)
    assert check_text(fixed, vocabulary=VOCABULARY, rules=rules_for(before)) == []


def test_a_name_with_commas_in_brackets_stays_whole() -> None:
    fixed = fix_entry("applications: Alpha (old, new), Beta\n", unsafe=True)
    assert fixed.startswith("applications:\n  - 'Alpha (old, new)'\n  - Beta\n")


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("fixture", fixtures("invalid"), ids=lambda path: path.stem)
def test_fixes_never_add_a_finding(fixture: Path, *, unsafe: bool) -> None:
    """Fixes may uncover what a broken file hid. Otherwise, no code has more findings afterwards."""
    with written(dict(files_of(fixture))) as settings:
        fixes = fix(settings, unsafe=unsafe)
    left = fixes.after.diagnostics
    assert not any(found.fix and (found.fix.safe or unsafe) for found in left)
    before, after = Counter(codes(fixes.before.diagnostics)), Counter(codes(left))
    hid_something = any(code < "CAT100" for code in before)
    assert hid_something or after <= before
