"""Text around an entry that was pasted with it: sentences of a chat, an email, code fences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from catalog_tool.loader.schema.key_aliases import known_name
from catalog_tool.loader.yaml.mistakes.line import ENTRY_KEYS, TEXTS, SourceLine, all_lines
from catalog_tool.loader.yaml.mistakes.mistake import Mistake, in_whole_file
from catalog_tool.model.edits import Edit
from catalog_tool.text.phrases import join_names, quantity, shorten

_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,})")
_MAIL_HEADER = re.compile(
    r"(?:From|To|Cc|Bcc|Sent|Date|Subject|Reply-To|Von|An|Gesendet|Datum|Betreff|De|À|Para|Da|A"
    r"|Envoyé|Enviado|Inviato|Objet|Asunto|Oggetto|Assunto|Van|Aan|Verzonden|Onderwerp) ?:(?: |\Z)"
)
_FEWEST_HEADERS = 2
# A sentence or greeting, the name of a chat with the time, or the line above a signature.
_PROSE = re.compile(r"\S+ .*[.!?:,]\Z|(?:\S+ +){5}|--\Z|.*\b[0-9]{1,2}[:.][0-9]{2}\b")
_NO_TEXT = re.compile(r"#|- |---\Z")
_MOST_NAMED, _LONGEST_NAMED = 6, 60


@in_whole_file
def code_fence(text: str) -> Mistake | None:
    """Recognize code fences around an entry; keep only the code block with the entry."""
    lines = all_lines(text)
    fences = [at for at, line in enumerate(lines) if _FENCE.match(line.content)]
    if not fences:
        return None
    ends = [-1, *fences, len(lines)]
    blocks = [lines[start + 1 : end] for start, end in pairwise(ends)]
    filled = [block for block in blocks if any(line.content for line in block)]
    entries = [block for block in filled if any(map(_names_key, block))] or filled
    if len(entries) != 1:
        return None
    (entry,) = entries
    around = [line for block in blocks if block is not entry for line in block]
    first = lines[fences[0]]
    mark = (_FENCE.match(first.content) or [""])[0].strip()
    message = f"The line {mark} marks code in Markdown, but an entry isn't Markdown."
    hint = "Delete this line" + (" and the matching one." if len(fences) > 1 else ".")
    if named := name_lines(around):
        message += f" The text around the code isn't part of the entry: {named}"
        hint += " Also delete the text around the code."
    return Mistake(
        message,
        hint,
        first.span,
        delete_lines([*(lines[at] for at in fences), *around]),
        "keep only the code block" if named else "delete the code fences",
        safe=not named,
    )


@in_whole_file
def text_around_entry(text: str) -> Mistake | None:
    """Recognize an email or the sentences of a chat around an entry; keep only the entry."""
    lines = all_lines(text)
    first = next((at for at, line in enumerate(lines) if _has_key(line)), 0)
    head = [line for line in lines[:first] if _is_text(line)]
    is_mail = sum(map(_is_header, head)) >= _FEWEST_HEADERS
    if not first or not (is_mail or not head or _is_prose(head)):
        return None if first else _without(lines, _tail(lines, is_mail=False), is_mail=False)
    head = [*lines[:first]] if head else []
    return _without(lines, [*head, *_tail(lines, is_mail=is_mail)], is_mail=is_mail)


def is_mail_without_entry(text: str) -> bool:
    """Return whether a text begins with the headers of an email and contains no entry."""
    lines = [line for line in all_lines(text) if line.content]
    is_mail = sum(map(_is_header, lines[:_FEWEST_HEADERS])) == _FEWEST_HEADERS
    return is_mail and not any(map(_has_key, lines))


def _without(
    lines: Sequence[SourceLine], around: list[SourceLine], *, is_mail: bool
) -> Mistake | None:
    shown = [line for line in around if line.content]
    if not shown:
        return None
    what = (
        "This is an email. These lines aren't part of the entry"
        if is_mail
        else ("This text isn't part of the entry")
    )
    entry = next(line for line in lines if _has_key(line))
    return Mistake(
        f"{what}: {name_lines(around)}",
        f"Keep only the lines from '{entry.key}:' to the end of the entry.",
        shown[0].span,
        delete_lines(around),
        "keep only the entry",
        safe=False,
    )


def _tail(lines: Sequence[SourceLine], *, is_mail: bool) -> list[SourceLine]:
    """Return the lines of text at the margin below the last list or address of an entry."""
    at = len(lines)
    while (
        at and not lines[at - 1].indent and (_is_text(lines[at - 1]) or not lines[at - 1].content)
    ):
        at -= 1
    tail = [*lines[at:]]
    owner = next((line for line in reversed(lines[:at]) if _has_key(line)), None)
    is_apart = bool(tail) and not tail[0].content
    if not is_apart or owner is None or owner.key in TEXTS:
        return []
    return tail if is_mail or any(_PROSE.match(line.content) for line in tail) else []


def _is_prose(lines: list[SourceLine]) -> bool:
    return all(_PROSE.match(line.content) and not _is_key_like(line) for line in lines)


def _is_key_like(line: SourceLine) -> bool:
    key, colon, value = f"{line.content} ".partition(": ")
    return bool(colon and (value.strip() or known_name(key, ENTRY_KEYS)))


def _is_header(line: SourceLine) -> bool:
    return _MAIL_HEADER.match(line.content) is not None


def _is_text(line: SourceLine) -> bool:
    """Whether a line has text that is neither a comment nor a key nor a value of an entry."""
    return bool(line.content) and not _NO_TEXT.match(line.content) and not _has_key(line)


def _has_key(line: SourceLine) -> bool:
    return not line.has_dash and _names_key(line)


def _names_key(line: SourceLine) -> bool:
    if line.indent or not line.key or _is_header(line):
        return False
    return _is_known(line.key)


# After a repair, nearly all lines have the same keys.
@lru_cache(maxsize=1024)
def _is_known(key: str) -> bool:
    return known_name(key, ENTRY_KEYS) is not None


def name_lines(lines: list[SourceLine]) -> str:
    """Return the text of a few lines for a message, and the number of the others."""
    texts = [line.content.strip() for line in lines if line.content.strip()]
    named = [repr(shorten(text, _LONGEST_NAMED)) for text in texts[:_MOST_NAMED]]
    if more := len(texts) - len(named):
        named.append(f"{quantity(more, 'more line')}")
    return join_names(named) if named else ""


def delete_lines(lines: list[SourceLine]) -> tuple[Edit, ...]:
    """Return the changes that delete lines, in the order of the file."""
    return tuple(line.delete() for line in sorted(lines, key=lambda line: line.start))
