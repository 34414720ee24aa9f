"""``+name: Contoso``, ``@@ -1,3 +1,6 @@``: a patch, as the tab *Files changed* shows it."""

from __future__ import annotations

import re
from functools import lru_cache

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake, all_lines
from catalog_tool.model.edits import ReplaceText

RANK = 1
IN_READABLE = True

_HEAD = re.compile(r"(?:diff --git |index [0-9a-f]+\.\.|new file mode |--- \S|\+\+\+ \S|@@ -)")


def find(line: Line) -> Mistake | None:
    """Recognise a file that begins as a patch does, or each line of which begins with a plus."""
    return _in_file(line.text)


# Asked of each suspected line, and the answer is one for the whole file.
@lru_cache(maxsize=1)
def _in_file(text: str) -> Mistake | None:
    lines = all_lines(text)
    has_head = _HEAD.match(text) is not None and "\n@@ -" in f"\n{text}"
    if not has_head and not all(each.content.startswith("+") for each in lines if each.content):
        return None
    return Mistake(
        "This is a patch: its lines begin with + and -, as a comparison shows them.",
        "Leave out the lines that begin with -, and the + or blank before each of the others.",
        (lines[0].start, lines[0].start + len(lines[0].content)),
        tuple(change for each in lines if (change := _without_mark(each))),
        "take the new lines of the patch",
        safe=False,
    )


def _without_mark(line: Line) -> ReplaceText | None:
    """Return the change that leaves of a line what the new file says, if that is less."""
    if line.start == line.end:
        return None
    if _HEAD.match(line.content) or line.content.startswith("-"):
        return ReplaceText(line.start, min(line.end + 1, len(line.text)), "")
    return ReplaceText(line.start, line.start + 1, "")
