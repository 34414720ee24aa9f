"""Finds the names of applications in a line of text, and the remarks about them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from catalog_tool.importers.words import says_nothing
from catalog_tool.model.applications import NO_APPLICATION
from catalog_tool.model.values import NAME_MAX_LENGTH
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.bullets import MARK
from catalog_tool.text.phrases import first_sentence

_LONGEST_NAME = 9
"""Most words of a name; more words are a sentence."""
_SENTENCE_WORDS = frozenset(
    "are be been can cannot could etc even has have hence hundreds includes is may our please "
    "provide provides should such supports that their these they thousands us using was we were "
    "which will would you your".split()
)
_REMARK = re.compile(
    r"\b(?:over|more than|at least|up to|around|approximately) \d|\d\s?\+(?:\s|\Z)"
    r"|\d+ (?:apps|applications|connectors|integrations|others|more|systems)\b"
    r"|\band (?:many )?(?:more|others)\b|\A(?:and )?(?:many )?(?:more|others?)\b|\byour own\b"
    r"|\A(?:none|n/a|tb[ad]|coming soon|not applicable)\b|\betc\b|…\Z|\.\.\.\Z",
    re.IGNORECASE,
)
_ANY = re.compile(
    r"\b(?:any|every|all|other|custom|generic|universal|your own)\b[^.]{0,200}"
    r"\b(?:apps?|applications?|systems?|connectors?|platform)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(.*?\b(?:including|includes?|such as|for example|e\.g\.|incl\.|like)\b[:,]?)\s+(.+)",
    re.IGNORECASE,
)
_BRACKETS = {"(": 1, "[": 1, ")": -1, "]": -1}
_COMPANY_FORMS = frozenset(
    "ag co corp corporation gmbh inc incorporated limited llc ltd sa".split()
)


_END = re.compile(r"(?<!\S)(\w{3,})[.!]\Z")
"""The last word of a sentence."""


@dataclass(frozen=True, slots=True)
class NameList:
    """The content of a line of names.

    Attributes:
        names: the names.
        remarks: other statements, such as ``Over 40 including those listed.``
    """

    names: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def is_remark(text: str) -> bool:
    """Return whether a text is a remark about applications and not a name."""
    is_no_name = NO_APPLICATION.reason_against(text) or _REMARK.search(text)
    return bool(is_no_name) or is_any_application(text) or is_sentence(text)


def is_any_application(text: str) -> bool:
    """Return whether a text is about applications without naming them."""
    return _ANY.search(text) is not None


def is_sentence(text: str) -> bool:
    """Return whether a text is a sentence and not a name."""
    words = _outside_brackets(text).split()
    ends = text.rstrip().endswith((".", "!", "?")) and len(words) > _LONGEST_NAME // 2
    is_long = len(words) > _LONGEST_NAME or len(text) > NAME_MAX_LENGTH
    spoken = {word.strip(".,:;").lower() for word in words[:1]} | set(words[1:])
    return is_long or ends or not _SENTENCE_WORDS.isdisjoint(spoken)


def is_statement(text: str) -> bool:
    """Return whether a short text ends like a sentence, and not like *Contoso Inc.* does."""
    found = _END.search(text)
    return found is not None and found[1].lower() not in _COMPANY_FORMS


def split_remark(name: str) -> tuple[str, str]:
    """Split a name such as *Contoso. Consulting in Europe.* into the name and the remark."""
    first = first_sentence(name)
    remark = name[len(first) :].strip()
    is_remark = len(remark.split()) > 1 and is_statement(remark)
    return (first.rstrip("."), remark) if is_remark else (name, "")


def read_names(text: str, vocabulary: Vocabulary) -> NameList:
    """Return the names in a line such as ``ADP, Concur and Calendly`` or ``Over 40 including ADP``.

    Returns:
        No names if the line is not a list of names.
    """
    text = text.rstrip(" .")
    if match := _LEAD.fullmatch(text):
        lead, names = match.groups()
    elif listed := _read_list(text, vocabulary):
        return listed
    else:
        lead, names = _without_lead(text)
    if not lead or is_any_application(lead):
        return NameList()
    pair = _last(names, vocabulary)
    listed = NameList(tuple(pair)) if len(pair) > 1 and "," not in names else None
    listed = listed or _read_list(names, vocabulary)
    if listed is None:
        return NameList()
    remark = () if says_nothing(lead) else (f"{lead} those listed.",)
    return NameList(listed.names, (*remark, *listed.remarks))


def split(text: str) -> list[str]:
    """Split a text at its lines, and at commas and semicolons outside brackets."""
    pieces = [""]
    depth = 0
    for char in text:
        depth = 0 if char == "\n" else max(0, depth + _BRACKETS.get(char, 0))
        if char in ",;\n" and not depth:
            pieces.append("")
        else:
            pieces[-1] += char
    pieces = [piece.strip() for piece in pieces]
    if "\n" in text:
        pieces = [MARK.sub("", piece) for piece in pieces]
    joined: list[str] = []
    for piece in filter(None, pieces):
        if joined and piece.lower().rstrip(".") in _COMPANY_FORMS:  # as in *Contoso, Inc*
            joined[-1] += f", {piece}"
        else:
            joined.append(piece)
    return joined


def _read_list(text: str, vocabulary: Vocabulary) -> NameList | None:
    """Return the names of a text that is only a list of names."""
    first, *rest = split(text) or [""]
    if not first or is_remark(first):
        return None
    pieces = [first, *rest[:-1], *(_last(rest[-1], vocabulary) if rest else ())]
    remarks = [piece for piece in pieces if is_remark(piece)]
    names = [piece for piece in pieces if piece not in remarks]
    proper = sum(_is_proper(name, vocabulary) for name in names)
    is_list = all(map(_may_be_name, names)) and 2 * proper > len(names)
    return NameList(tuple(names), tuple(map(_capital, remarks))) if is_list else None


def _last(piece: str, vocabulary: Vocabulary) -> list[str]:
    """Split the last of several names at *and*."""
    piece = re.sub(
        r"\A(?:and|or|&)\s+(?!(?:many )?(?:more|others?)\b)", "", piece, flags=re.IGNORECASE
    )
    first, mark, second = piece.partition(" and ")
    is_one = vocabulary.canonical(piece) is not None or is_remark(piece)
    return [piece] if not mark or is_one or not _is_proper(second, vocabulary) else [first, second]


def _without_lead(text: str) -> tuple[str, str]:
    """Split the words that introduce names from the names."""
    words = text.split()
    count = next((n for n, word in enumerate(words) if n and not word[0].islower()), 0)
    lead = " ".join(words[:count])
    return (lead, " ".join(words[count:])) if says_nothing(lead) else ("", text)


def _is_proper(name: str, vocabulary: Vocabulary) -> bool:
    has_mark = any(char.isupper() or char.isdigit() for char in name)
    return has_mark or vocabulary.canonical(name) is not None


def _may_be_name(piece: str) -> bool:
    """Return whether most words of a piece look like a name: capitalized, or with digits."""
    words = [word for word in _outside_brackets(piece).split() if word[0].isalpha()]
    common = sum(word.islower() for word in words)
    return not is_sentence(piece) and (common <= 1 or 2 * common < len(words))


def _outside_brackets(text: str) -> str:
    return re.sub(r"\([^()]*\)", "", text)


def _capital(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}" + ("" if text.endswith((".", "…")) else ".")
