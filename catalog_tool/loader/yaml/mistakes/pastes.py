"""Entries that were pasted from something else: a patch, JSON, a list, or below a title."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.line import ENTRY_KEYS, SourceLine, all_lines
from catalog_tool.loader.yaml.mistakes.mistake import Mistake, in_whole_file
from catalog_tool.model.edits import Edit

_PATCH_HEAD = re.compile(
    r"(?:diff --git |index [0-9a-f]+\.\.|new file mode |--- \S|\+\+\+ \S|@@ -)"
)
_MERGE_MARKER = re.compile(r"\s*(?:- )?(?P<mark><{7}|={7}|>{7}|\|{7})(?=\s|\Z)")
_TOP = re.compile(r"(?P<key>[^\s:#'\"-][^:\n]*):[ \t]*\Z")
# No blanks before the comma where anything matches them, or they would take quadratic time.
_ENDS_IN_COMMA = re.compile(
    r"^(?:[\"']?[A-Za-z_]+[\"']?[ \t]*:[ \t]*(?:[\"'\w].*|\[.*\][ \t]*)|\][ \t]*)"
    r"(?P<comma>,)[ \t]*$",
    re.MULTILINE,
)
_LACKS_COMMA = re.compile(r"(?P<end>[\"'\]}])[ \t]*\n(?=\s*[\"'][A-Za-z_]+[\"'][ \t]*:)")
_NO_REMARK = re.compile(r"(?!\[[\w .-]+\]\Z)[\[{\"'|>&*!%@`]|- ")


def merge_marker(line: SourceLine) -> Mistake | None:
    """Recognize lines that are left over from a merge; delete them if no key is there twice."""
    marker = _MERGE_MARKER.match(line.content)
    if not marker:
        return None
    lines = line.all()
    keys = [each.key for each in lines if not each.indent and each.key in each.keys]
    twice = next((key for key in keys if keys.count(key) > 1), "")
    markers = [each for each in lines if _MERGE_MARKER.match(each.content)]
    return Mistake(
        f"The line {marker['mark']} is left over from a merge"
        + (f", and {twice!r} appears twice." if twice else "."),
        "Delete it. If the lines around it are two versions of the same text, keep only one.",
        line.span,
        () if twice else tuple(each.delete() for each in markers),
        "delete the lines of the merge",
        safe=False,
    )


@in_whole_file
def patch(text: str) -> Mistake | None:
    """Recognize a file that begins like a patch, or in which each line begins with a plus."""
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


def _without_mark(line: SourceLine) -> Edit | None:
    """Return the change that reduces a line to its text in the new file, or ``None``."""
    if line.start == line.end:
        return None
    if _PATCH_HEAD.match(line.content) or line.content.startswith("-"):
        return line.delete()
    return Edit(line.start, line.start + 1, "")


@in_whole_file
def entry_below_key(text: str) -> Mistake | None:
    """Recognize a file whose only line at the margin is a key that entries don't have."""
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
        (first.delete(), *(Edit(each.start, each.start + width, "") for each in lines[1:])),
        "move the keys to the margin",
    )


def _is_entry(lines: list[SourceLine]) -> bool:
    if not lines or not lines[0].indent:
        return False
    width = len(lines[0].indent)
    keys = [each.key for each in lines if len(each.indent) == width]
    return all(len(each.indent) >= width for each in lines) and len(ENTRY_KEYS & {*keys}) > 1


@in_whole_file
def list_of_partners(text: str) -> Mistake | None:
    """Recognize a list of whole entries; one entry is moved to the margin."""
    lines = [each for each in all_lines(text) if each.content and each.content[0] != "#"]
    entries = [at for at, each in enumerate(lines) if _starts_entry(each, lines[at + 1 : at + 2])]
    if not entries or entries[0] > 1:
        return None
    first = lines[entries[0]]
    if len(entries) > 1:
        return Mistake(
            f"The file contains {len(entries)} partners. Each file can have only one.",
            "Put each partner in its own file, or let 'catalog import FILE' do it.",
            lines[entries[1]].span,
        )
    width = len(first.content) - len(first.content.lstrip(" -"))
    below = lines[entries[0] + 1 :]
    if any(len(each.indent) < width for each in below):
        return None
    above = (each.delete() for each in lines[: entries[0]])
    moved = (Edit(each.start, each.start + width, "") for each in (first, *below))
    return Mistake(
        "The entry is in a list, but a file has only one entry.",
        "Delete the dash before 'name:', and start all keys at the left margin.",
        first.span,
        (*above, *moved),
        "move the keys to the margin",
    )


def _starts_entry(line: SourceLine, below: list[SourceLine]) -> bool:
    """Whether a line is ``- name: …`` and the next one is another key of the same entry."""
    is_first = line.has_dash and line.key == "name"
    return is_first and any(each.key in ENTRY_KEYS and not each.has_dash for each in below)


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
        tuple(Edit(comma, comma + 1, "") for comma in commas),
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
        tuple(Edit(end, end, ",") for end in ends),
        "add the comma",
    )


def line_above_keys(line: SourceLine) -> Mistake | None:
    """Recognize text above the first key, if the line of the key is right; make it a comment.

    Examples are ``// …``, ``<!-- … -->``, ``[partner]``, or a title, which YAML reads as part of
    the key.
    """
    remarks = []
    for each in line.all():
        if each.key in each.keys:
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
        tuple(Edit(each.start, each.start, "# ") for each in remarks),
        "make it a comment",
        safe=False,
    )


def _is_no_remark(line: SourceLine) -> bool:
    return bool(line.indent or ":" in line.content or _NO_REMARK.match(line.content))
