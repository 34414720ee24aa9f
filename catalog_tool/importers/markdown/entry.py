"""Builds the values of one entry from findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain

from catalog_tool.importers.markdown.addresses import sort_addresses
from catalog_tool.importers.markdown.findings import ApplicationName, PartnerFindings, Text
from catalog_tool.importers.markdown.names import (
    interfaces_in,
    is_any_application,
    split,
    with_capitals,
    without_interfaces,
)
from catalog_tool.importers.markdown.prose import ANY_TAG, TAG_LEFT, on_one_line
from catalog_tool.importers.markdown.words import Part, part_of, says_nothing
from catalog_tool.importers.result import ImportedPartner, Lines, Placement
from catalog_tool.model.nodes import Plain
from catalog_tool.model.values import LINE_MAX_LENGTH
from catalog_tool.text.markup.page import ADDRESS
from catalog_tool.text.ordering import sort_key

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_INTERFACE_WORDS = frozenset("api apis file files script scripts service services".split())
_LISTS = (Part.FORMER_NAMES, Part.PRODUCTS, Part.DIRECTIONS, Part.MAINTAINERS)
UNGROUPED = "Other applications"
"""The group for names that a page with groups lists outside of them."""


def build_entry(lines: Lines, findings: PartnerFindings) -> ImportedPartner:
    """Return the partner from the findings, with every line of its section."""
    values: dict[str, Plain] = {"name": findings.name}
    for add in (sort_addresses, _applications, _interfaces, _details, _note):
        values.update(add(findings))
    _add_description(values, findings)
    _report_unread(lines, findings)
    return ImportedPartner(
        lines,
        values,
        tuple(_join(findings.placements)),
        tuple(sorted(findings.changes, key=lambda remark: remark.lines)),
        tuple(sorted(findings.unplaced, key=lambda remark: remark.lines)),
    )


def _applications(findings: PartnerFindings) -> dict[str, Plain]:
    """Return the canonical names of the applications, sorted, without duplicates."""
    groups: dict[str, dict[str, Lines]] = {}
    has_groups = any(found.group for found in findings.applications)
    for found in findings.applications:
        group = found.group or (UNGROUPED if has_groups else "")
        _add_application(found, groups.setdefault(group, {}), findings)
    ordered = {
        group: tuple(sorted(groups[group], key=sort_key)) for group in sorted(groups, key=sort_key)
    }
    _report_order(groups, ordered, findings)
    if not ordered:
        return {}
    return {"applications": dict(ordered) if has_groups else ordered[""]}


def _add_application(
    found: ApplicationName, names: dict[str, Lines], findings: PartnerFindings
) -> None:
    findings.place("applications", found.lines, is_guess=found.is_guess)
    name = findings.vocabulary.canonical(found.name) or found.name
    if name != found.name:
        findings.report_change(found.lines, found.name, f"Replaced by its canonical name: {name}.")
    if name in names:
        findings.report_change(
            found.lines, found.name, f"Already listed on line {names[name].first}."
        )
    names.setdefault(name, found.lines)


def _report_order(
    groups: dict[str, dict[str, Lines]],
    ordered: dict[str, tuple[str, ...]],
    findings: PartnerFindings,
) -> None:
    is_sorted = list(groups) == list(ordered) and all(
        tuple(groups[group]) == names for group, names in ordered.items()
    )
    lines = [found.lines for found in findings.applications]
    if lines and not is_sorted:
        where = Lines(min(lines).first, max(each.last for each in lines))
        findings.report_change(where, "", "The applications were sorted alphabetically.")
    if UNGROUPED in groups:
        first = min(groups[UNGROUPED].values())
        findings.report_change(
            first, "", f"Applications without a group are listed under {UNGROUPED!r}."
        )


def _interfaces(findings: PartnerFindings) -> dict[str, Plain]:
    """Return the listed interfaces, or those that a remark mentions for any application."""
    found: dict[str, None] = {}
    for listed in findings.lists.get(Part.INTERFACES, ()):
        text = with_capitals(listed.text)
        found.update(dict.fromkeys(interfaces_in(text)))
        if not says_nothing(without_interfaces(text), _INTERFACE_WORDS):
            reason = "This contains more than the interfaces that an entry can list."
            findings.report_unplaced(listed.lines, listed.text, reason)
    for note in findings.notes:
        if findings.applications and not is_any_application(note.text):
            continue
        if interfaces := list(interfaces_in(ADDRESS.sub(" ", note.text))):
            found.update(dict.fromkeys(interfaces))
            findings.place("interfaces", note.lines)
    return {"interfaces": tuple(found)} if found else {}


def _details(findings: PartnerFindings) -> dict[str, Plain]:
    """Return other names, the directions, the test, and the maintainers, as in the text."""
    values: dict[str, Plain] = {}
    for part, texts in findings.lists.items():
        for text in texts:
            findings.place(part.value, text.lines)
        if part in _LISTS:
            names = [name.strip(" @") for text in texts for name in split(text.text)]
            is_direction = part is Part.DIRECTIONS
            if names:
                values[part.value] = tuple(name.lower() if is_direction else name for name in names)
        elif part is not Part.INTERFACES:
            values[part.value] = texts[0].text
            for other in texts[1:]:
                reason = "An entry can have only one value here."
                findings.report_unplaced(other.lines, other.text, reason)
    return values


def _note(findings: PartnerFindings) -> dict[str, Plain]:
    """Return the note before the applications; a long note becomes part of the description."""
    texts = sorted(findings.notes, key=lambda note: note.lines)
    joined = _sentences(texts)
    if len(joined) <= LINE_MAX_LENGTH:
        return {"applications_note": joined} if joined else {}
    reason = "Too long for the note before the applications. It was moved to the description."
    for text in texts:
        findings.report_change(text.lines, text.text, reason)
        findings.place("description", text.lines)
    findings.description += texts
    findings.placements = [each for each in findings.placements if each.key != "applications_note"]
    return {}


def _add_description(values: dict[str, Plain], findings: PartnerFindings) -> None:
    """Join the texts, without the website and the contact where they say nothing else."""
    joined = ""
    for found in sorted(findings.description, key=lambda text: text.lines):
        text = _without_address(found.text.strip("\n"), values, findings)
        is_list = text.startswith("- ") and joined.rpartition("\n")[2].startswith("- ")
        space = ("\n" if is_list else "\n\n") if joined and text else ""
        joined += space + text
    if joined.strip():
        values["description"] = f"{joined}\n"


def _without_address(text: str, values: Mapping[str, Plain], findings: PartnerFindings) -> str:
    """Return a text without a final ``Contact: sales@contoso.com`` that is in the entry, too."""
    *_, last = text.split() or [""]
    before = text[: len(text) - len(last)].rstrip()
    *_, label = _SENTENCE_END.split(before)
    is_known = last.strip("<>.") in {values.get("website"), values.get("contact")}
    is_label = part_of(label, findings.name_words) in {None, Part.WEBSITE, Part.CONTACT}
    is_repeated = is_known and is_label and says_nothing(label, findings.name_words)
    return before[: len(before) - len(label)].rstrip() if is_repeated else text


def _sentences(texts: Iterable[Text]) -> str:
    """Join texts on one line; each text except the last ends as a sentence."""
    sentences = [on_one_line(text.text) for text in texts]
    ended = [text if text.endswith((".", "!", "?", ":")) else f"{text}." for text in sentences[:-1]]
    return " ".join([*ended, *sentences[-1:]])


def _report_unread(lines: Lines, findings: PartnerFindings) -> None:
    """Report lines that were not read, so that none is lost."""
    placed = (each.lines for each in findings.placements)
    remarked = (each.lines for each in (*findings.changes, *findings.unplaced))
    for where, text in findings.document.unread(lines, chain(placed, remarked)):
        if ANY_TAG.sub("", text):
            findings.report_unplaced(where, text, "This text wasn't recognized.")
        else:
            findings.report_change(where, text, TAG_LEFT)


def _join(placements: Iterable[Placement]) -> Iterable[Placement]:
    """Join placements of neighboring lines with the same key, in the order of the text."""
    numbers: dict[tuple[str, bool], set[int]] = {}
    for placement in placements:
        lines = range(placement.lines.first, placement.lines.last + 1)
        numbers.setdefault((placement.key, placement.is_guess), set()).update(lines)
    for (key, is_guess), found in sorted(numbers.items(), key=lambda pair: (min(pair[1]), pair[0])):
        start = before = min(found)
        for number in sorted(found)[1:]:
            if number > before + 1:
                yield Placement(key, Lines(start, before), is_guess)
                start = number
            before = number
        yield Placement(key, Lines(start, before), is_guess)
