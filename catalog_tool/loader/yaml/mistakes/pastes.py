"""Text around an entry that was pasted from something else: a chat, a patch, or JSON."""

from __future__ import annotations

import re
from functools import lru_cache

from catalog_tool.loader.yaml.mistakes.line import ENTRY_KEYS, SourceLine, all_lines
from catalog_tool.loader.yaml.mistakes.mistake import Mistake
from catalog_tool.model.edits import ReplaceText

_PATCH_HEAD = re.compile(
    r"(?:diff --git |index [0-9a-f]+\.\.|new file mode |--- \S|\+\+\+ \S|@@ -)"
)
_FENCE = re.compile(r"^(?P<mark>`{3,}|~{3,}).*(?:\n|\Z)", re.MULTILINE)
_MOST_FENCES = 2
_TOP = re.compile(r"(?P<key>[^\s:#'\"-][^:\n]*):[ \t]*\Z")
_ENDS_IN_COMMA = re.compile(
    r"^(?:[\"']?[A-Za-z_]+[\"']?[ \t]*:[ \t]*(?:[\"'\w].*|\[.*\])|\])"
    r"[ \t]*(?P<comma>,)[ \t]*$",
    re.MULTILINE,
)
_LACKS_COMMA = re.compile(r"(?P<end>[\"'\]}])[ \t]*\n(?=\s*[\"'][A-Za-z_]+[\"'][ \t]*:)")
_NO_REMARK = re.compile(r"[\[{\"'|>&*!%@`]|- ")


def patch(line: SourceLine) -> Mistake | None:
    """Recognize a file that begins like a patch, or in which each line begins with a plus."""
    return _patch_in(line.text)


# Called for each suspected line, with the same result for the whole file.
@lru_cache(maxsize=1)
def _patch_in(text: str) -> Mistake | None:
    lines = all_lines(text)
    has_head = _PATCH_HEAD.match(text) is not None and "\n@@ -" in f"\n{text}"
    if not has_head and not all(each.content.startswith("+") for each in lines if each.content):
        return None
    return Mistake(
        "This file is a patch: its lines begin with + or -.",
        "Delete the lines that begin with -. On the other lines, delete the + or space in front.",
        (lines[0].start, lines[0].start + len(lines[0].content)),
        tuple(change for each in lines if (change := _without_mark(each))),
        "keep the new lines of the patch",
        safe=False,
    )


def _without_mark(line: SourceLine) -> ReplaceText | None:
    """Return the change that reduces a line to its text in the new file, or ``None``."""
    if line.start == line.end:
        return None
    if _PATCH_HEAD.match(line.content) or line.content.startswith("-"):
        return ReplaceText(line.start, min(line.end + 1, len(line.text)), "")
    return ReplaceText(line.start, line.start + 1, "")


def code_fence(line: SourceLine) -> Mistake | None:
    """Recognize Markdown code fences at the beginning or end of the file; delete them."""
    fences = list(_FENCE.finditer(line.text))
    if not 0 < len(fences) <= _MOST_FENCES:
        return None
    before, after = line.text[: fences[0].start()], line.text[fences[-1].end() :]
    if before.strip() and after.strip():
        return None
    first = fences[0]
    return Mistake(
        f"The line {first.group('mark')} marks code in Markdown, but an entry isn't Markdown.",
        "Delete this line and the matching one at the other end of the file."
        if len(fences) > 1
        else "Delete this line.",
        (first.start(), first.start() + len(first.group().rstrip())),
        tuple(ReplaceText(fence.start(), fence.end(), "") for fence in fences),
        "delete the code fences",
    )


def entry_below_key(line: SourceLine) -> Mistake | None:
    """Recognize a file whose only line at the margin is a key that entries don't have."""
    return _key_above_entry(line.text)


# Called for each suspected line too.
@lru_cache(maxsize=1)
def _key_above_entry(text: str) -> Mistake | None:
    lines = [each for each in all_lines(text) if each.content and each.content[0] != "#"]
    top = _TOP.match(lines[0].content) if lines else None
    if not top or top.group("key") in ENTRY_KEYS or not _is_entry(lines[1:]):
        return None
    width = len(lines[1].indent)
    first = lines[0]
    return Mistake(
        f"The whole entry is indented below {top.group()!r}. Its keys must start at the margin.",
        f"Delete the line {top.group()!r}, and remove the {width} spaces before each line below.",
        (first.start, first.start + len(first.content)),
        (
            ReplaceText(first.start, first.end + 1, ""),
            *(ReplaceText(each.start, each.start + width, "") for each in lines[1:]),
        ),
        "move the keys to the margin",
    )


def _is_entry(lines: list[SourceLine]) -> bool:
    if not lines or not lines[0].indent:
        return False
    width = len(lines[0].indent)
    keys = [each.key for each in lines if len(each.indent) == width]
    return all(len(each.indent) >= width for each in lines) and len(ENTRY_KEYS & {*keys}) > 1


def commas_of_json(line: SourceLine) -> Mistake | None:
    """Recognize commas that are missing inside braces, or that aren't needed without braces."""
    if line.text.lstrip().startswith("{"):
        return _missing_commas(line.text)
    commas = [match.start("comma") for match in _ENDS_IN_COMMA.finditer(line.text)]
    if not commas:
        return None
    return Mistake(
        "The line ends in a comma, as in JSON. An entry doesn't need commas.",
        "Delete the commas at the ends of the lines.",
        (commas[0], commas[0] + 1),
        tuple(ReplaceText(comma, comma + 1, "") for comma in commas),
        "delete the commas",
    )


def _missing_commas(text: str) -> Mistake | None:
    ends = [match.end("end") for match in _LACKS_COMMA.finditer(text)]
    if not ends:
        return None
    return Mistake(
        "There is no comma between this value and the next key. Inside braces, you need one.",
        "Add a comma at the end of the line.",
        (ends[0] - 1, ends[0]),
        tuple(ReplaceText(end, end, ",") for end in ends),
        "add the comma",
    )


def line_above_keys(line: SourceLine) -> Mistake | None:
    """Recognize text above the first key, if the line of the key is right; make it a comment.

    Examples are ``// …``, ``<!-- … -->``, or a title, which YAML reads as part of the key.
    """
    remarks = []
    for each in all_lines(line.text):
        if each.key in ENTRY_KEYS:
            break
        if each.content and not each.content.startswith("#") and each.content != "---":
            remarks.append(each)
    else:
        return None
    if not remarks or any(map(_is_no_remark, remarks)):
        return None
    first = remarks[0]
    return Mistake(
        f"This line is above the first key but isn't a key: {first.content[:60]}",
        "Delete it, or write # in front to make it a comment.",
        first.span,
        tuple(ReplaceText(each.start, each.start, "# ") for each in remarks),
        "make it a comment",
        safe=False,
    )


def _is_no_remark(line: SourceLine) -> bool:
    return bool(line.indent or ":" in line.content or _NO_REMARK.match(line.content))
