"""Builds one entry from the findings about a partner."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from catalog_tool.importers.choices import DETECTED
from catalog_tool.importers.markdown.addresses import sort_addresses
from catalog_tool.importers.markdown.findings import (
    ANY_TAG,
    TAG_LEFT,
    PartnerFindings,
    on_one_line,
)
from catalog_tool.importers.markdown.page import read_page
from catalog_tool.importers.names import is_any_application, split
from catalog_tool.importers.result import ImportedPartner, ImportMessage, Lines, Placement
from catalog_tool.importers.values import chosen_in
from catalog_tool.importers.words import CORE, LISTS, says_nothing
from catalog_tool.model.nodes import Plain
from catalog_tool.model.values import LINE_MAX_LENGTH
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.markup import parse_markup
from catalog_tool.text.markup.page import ADDRESS
from catalog_tool.text.markup.page_writing import opens_no_page
from catalog_tool.text.ordering import sort_key

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_IN_BRACKETS = re.compile(r"\A\((.*)\)\Z")
_READ_OTHERWISE = frozenset({"applications", "applications_note", "description"})
UNGROUPED = "Other applications"
"""The group for names that a page with groups lists outside of them."""


def build_entry(lines: Lines, findings: PartnerFindings) -> ImportedPartner:
    """Return the partner from the findings, with every line of its section."""
    values: dict[str, Plain] = {"name": findings.name}
    for add in (sort_addresses, _applications, _choices, _note, _details):
        values.update(add(findings))
    if description := _join_descriptions(values, findings):
        values["description"] = f"{description}\n"
    for key, texts in findings.texts.items():
        for text in texts:
            findings.place(key, text.lines, is_guess=text.is_guess)
    _report_unread(lines, findings)
    return ImportedPartner(
        lines,
        values,
        tuple(_join(findings.placements)),
        tuple(sorted(findings.changes, key=lambda remark: remark.lines)),
        tuple(sorted(findings.unplaced, key=lambda remark: remark.lines)),
    )


def read_prose(text: str, lines: Lines) -> tuple[str, list[ImportMessage], list[ImportMessage]]:
    """Return a description with only what entries allow, what was changed, and what has no place.

    Args:
        text: the description.
        lines: the lines of the partner, for the messages.
    """
    markup = parse_markup(text)
    if not markup.refused and not any(opens_no_page(each.target) for each in markup.anchors):
        return text, [], []
    page = read_page(text, DETECTED)
    findings = PartnerFindings(page, Vocabulary(), CORE, "")
    for block in page.blocks:
        findings.add_block(block)
        findings.report_unwritten(block)
    changes, unplaced = (
        [replace(each, lines=lines) for each in found]
        for found in (findings.changes, findings.unplaced)
    )
    return _join_descriptions({}, findings), changes, unplaced


def _applications(findings: PartnerFindings) -> dict[str, Plain]:
    """Return the canonical names of the applications, sorted, without duplicates."""
    groups: dict[str, dict[str, Lines]] = {}
    listed = findings.texts["applications"]
    has_groups = any(found.group for found in listed)
    for found in listed:
        names = groups.setdefault(found.group or (UNGROUPED if has_groups else ""), {})
        name = findings.vocabulary.canonical(found.text) or found.text
        if name != found.text:
            reason = f"Replaced by its canonical name: {name}."
            findings.report_change(found.lines, found.text, reason)
        if name in names:
            reason = f"Already listed on line {names[name].first}."
            findings.report_change(found.lines, found.text, reason)
        names.setdefault(name, found.lines)
    if not groups:
        return {}
    ordered = {
        group: tuple(sorted(groups[group], key=sort_key)) for group in sorted(groups, key=sort_key)
    }
    given = {group: tuple(names) for group, names in groups.items()}
    if list(given.items()) != list(ordered.items()):
        lines = [found.lines for found in listed]
        where = Lines(min(lines).first, max(each.last for each in lines))
        findings.report_change(where, "", "The applications were sorted alphabetically.")
    if UNGROUPED in groups:
        first = min(groups[UNGROUPED].values())
        reason = f"Applications without a group are listed under {UNGROUPED!r}."
        findings.report_change(first, "", reason)
    return {"applications": dict(ordered) if has_groups else ordered[""]}


def _details(findings: PartnerFindings) -> Iterator[tuple[str, Plain]]:
    """Yield what labels say of other keys and of own fields, as in the text."""
    for key, texts in findings.texts.items():
        field = findings.labels.fields.get(key)
        if not texts or key in _READ_OTHERWISE or (field and field.choices):
            continue
        if key in LISTS or (field and field.multiple):
            names = (name.strip(" @") for text in texts for name in split(text.text))
            yield key, tuple(filter(None, names))
        else:
            yield key, texts[0].text
            for other in texts[1:]:
                reason = "An entry can have only one value here."
                findings.report_unplaced(other.lines, other.text, reason)


def _choices(findings: PartnerFindings) -> Iterator[tuple[str, Plain]]:
    """Yield the values that texts choose, and report the rest of their words.

    What a remark says of any application counts, too, if the field tells how that is reached.
    """
    for key, field in findings.labels.fields.items():
        found: dict[str, None] = {}
        if not field.choices:
            continue
        for text in findings.texts[key]:
            chosen, rest = chosen_in(field, text.text)
            if not says_nothing(rest) or (len(chosen) > 1 and not field.multiple):
                reason = f"This contains more than the values of the field {field.label!r}."
                findings.report_unplaced(text.lines, text.text, reason)
            found.update(dict.fromkeys(chosen))
        for note in findings.texts["applications_note"] if field.reaches_any_application else ():
            is_told = not findings.texts["applications"] or is_any_application(note.text)
            chosen, _ = chosen_in(field, ADDRESS.sub(" ", note.text), is_exact=True)
            if is_told and chosen:
                findings.place(key, note.lines)
                found.update(dict.fromkeys(chosen))
        if found:
            yield key, tuple(found) if field.multiple else next(iter(found))


def _note(findings: PartnerFindings) -> dict[str, Plain]:
    """Return the note before the applications; a long note becomes part of the description."""
    texts = sorted(findings.texts["applications_note"], key=lambda note: note.lines)
    # Each text except the last ends as a sentence.
    sentences = [on_one_line(text.text) for text in texts]
    ended = [text if text.endswith((".", "!", "?", ":")) else f"{text}." for text in sentences[:-1]]
    joined = " ".join([*ended, *sentences[-1:]])
    if len(joined) <= LINE_MAX_LENGTH:
        return {"applications_note": joined} if joined else {}
    reason = "Too long for the note before the applications. It was moved to the description."
    for text in findings.texts.pop("applications_note"):
        findings.report_change(text.lines, text.text, reason)
        findings.add("description", text.lines, text.text)
    return {}


def _join_descriptions(values: Mapping[str, Plain], findings: PartnerFindings) -> str:
    """Join the texts, without the website and the contact where they say nothing else."""
    joined = ""
    for found in sorted(findings.texts["description"], key=lambda text: text.lines):
        text = _without_address(found.text.strip("\n"), values, findings)
        is_list = text.startswith("- ") and joined.rpartition("\n")[2].startswith("- ")
        space = ("\n" if is_list else "\n\n") if joined and text else ""
        joined += space + text
    return joined if joined.strip() else ""


def _without_address(text: str, values: Mapping[str, Plain], findings: PartnerFindings) -> str:
    """Return a text without a final ``Contact: sales@contoso.com`` that is in the entry, too."""
    *_, last = text.split() or [""]
    before = text[: len(text) - len(last)].rstrip()
    *_, label = _SENTENCE_END.split(before)
    is_known = _IN_BRACKETS.sub(r"\1", last.strip("<>.")) in {
        values.get("website"),
        values.get("contact"),
    }
    is_label = findings.key_of(label) in {"", "website", "contact"}
    is_repeated = is_known and is_label and says_nothing(label, findings.name_words)
    return before[: len(before) - len(label)].rstrip() if is_repeated else text


def _report_unread(lines: Lines, findings: PartnerFindings) -> None:
    """Report lines that were not read, so that none is lost."""
    read = {n for each in findings.placements for n in each.lines.numbers}
    read |= {n for each in (*findings.changes, *findings.unplaced) for n in each.lines.numbers}
    for number in lines.numbers:
        where, text = Lines(number, number), findings.page.lines[number - 1].strip()
        if number in read or not text:
            continue
        if ANY_TAG.sub("", text):
            findings.report_unplaced(where, text, "This text wasn't recognized.")
        else:
            findings.report_change(where, text, TAG_LEFT)


def _join(placements: Iterable[Placement]) -> Iterator[Placement]:
    """Join placements of neighboring lines with the same key, in the order of the text."""
    numbers: dict[tuple[str, bool], set[int]] = {}
    for each in placements:
        numbers.setdefault((each.key, each.is_guess), set()).update(each.lines.numbers)
    for (key, is_guess), found in sorted(numbers.items(), key=lambda pair: (min(pair[1]), pair[0])):
        for _, run in groupby(enumerate(sorted(found)), key=lambda pair: pair[1] - pair[0]):
            lines = [number for _, number in run]
            yield Placement(key, Lines(lines[0], lines[-1]), is_guess)
