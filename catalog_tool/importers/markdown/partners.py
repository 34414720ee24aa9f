"""Finds the sections of a page that are partners.

A section is a partner if it is a record, or contains a part of an entry: a heading such as *Contact
information*, or a line such as ``Website: https://…``. A section that contains partners is not a
partner. If only the heading above a section or its address says that it is a partner, its neighbors
must be like it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain

from catalog_tool.importers import words
from catalog_tool.importers.markdown.blocks import Block
from catalog_tool.importers.markdown.evidence import (
    ANNOUNCED,
    LABELED,
    UNANNOUNCED,
    Evidence,
    is_telling,
)
from catalog_tool.importers.markdown.headings import (
    are_names,
    bare_partners,
    has_part,
    linked_headings,
)
from catalog_tool.importers.markdown.line import name_of
from catalog_tool.importers.markdown.outline import PageSection, cut_footer
from catalog_tool.importers.markdown.records import records_in
from catalog_tool.importers.markdown.tables import lists_partners
from catalog_tool.importers.names import is_sentence
from catalog_tool.importers.placeholders import is_placeholder
from catalog_tool.importers.words import words_of
from catalog_tool.text.urls.owners import host_in

_Lists = Mapping[PageSection, tuple[list[PageSection], list[Block]]]
"""The records of each section if it lists partners, and its other blocks."""
_FEW = 3
"""Least number of records that make a list, although nothing says that partners follow."""
_MANY = 8
"""Number of records of a long list, of which fewer need to be named like their sites."""


def partners_in(page: PageSection, title: str = "") -> list[PageSection]:
    """Return the sections of a page that are partners, in the order of the page.

    Args:
        page: the page.
        title: its title beside its headings.
    """
    titles = [section.title for section in page.all_sections()]
    lines = (line for block in page.walk() for line in block.text_lines)
    links = (line.label for line in lines if line.addresses and not is_sentence(line.label))
    is_project = any(map(words.is_of_a_project, chain(titles, links)))
    lists: _Lists = {each: records_in(each.blocks, ANNOUNCED) for each in page.all_sections()}
    is_list = (not title and _is_only_list(page, lists)) or _consists_of_records(lists)
    is_list = is_list and not is_project
    _add_records(page, ANNOUNCED if is_list else LABELED, _without_labels(lists))
    _add_categories(page)
    found = _partners(page)
    bare = bare_partners(page, LABELED if is_project else UNANNOUNCED)
    linked = list(linked_headings(page))
    is_list = ANNOUNCED.accepts(linked, len(linked)) and not is_project
    if is_list and not set(linked) <= set(bare):
        bare = linked
    alike = [each for each in bare if not found or each.is_named_like_site]
    taken = {number for each in found for number in each.lines.numbers}
    apart = [each for each in alike if taken.isdisjoint(each.lines.numbers)]
    found = sorted([*found, *apart], key=lambda each: each.lines)
    # Beside records, or for a single partner, a sentence with whom to write to isn't enough.
    if any(each.is_record for each in found) or (len(found) == 1 and not _has_parts(found[0])):
        found = [each for each in found if each.is_record or not _says_only_emails(each)]
    cut_footer([each for each in found if not each.is_record])
    return [] if is_project and len(found) == 1 else found


def _says_only_emails(section: PageSection) -> bool:
    return bool(section.outside) and all(each.is_email for each in section.outside)


def _without_labels(lists: _Lists) -> _Lists:
    """Return the sections but those whose records are named like others, with other addresses.

    Such names are labels, such as *Shop* in the list below each partner.
    """
    told = {section: _owners_by_name(records) for section, (records, _) in lists.items()}
    owners: dict[str, set[str]] = defaultdict(set)
    for name, owner in chain.from_iterable(each.items() for each in told.values()):
        owners[name].add(owner)
    labels = {name for name, found in owners.items() if len(found) > 1}
    return {
        section: found
        for section, found in lists.items()
        if 2 * len(labels & told[section].keys()) <= len(told[section])
    }


def _owners_by_name(records: Sequence[PageSection]) -> dict[str, str]:
    named = {name_of(each.heading.line): each.outside[:1] for each in records if each.heading}
    return {name: "".join(to.owner for to in first) for name, first in named.items() if name}


def _add_records(
    section: PageSection,
    needed: Evidence | None,
    lists: _Lists,
    *,
    is_only: bool = False,
    is_group: bool = False,
) -> None:
    """Turn records outside of partners into sections."""
    needed = _evidence_below(section, needed)
    records: list[PageSection] = []
    others = section.blocks
    if needed and section in lists:
        is_group = is_group or section.announces or words.is_level(section.title)
        is_group = is_group and needed.is_announced
        is_read = needed == ANNOUNCED and not is_group
        found = lists[section] if is_read else None
        records, others = found or records_in(section.blocks, needed, is_group=is_group)
    records = [each for each in records if not _is_placeholder(each)]
    is_partner = (
        _has_parts(section)
        or any(map(is_telling, others))
        or (len(records) == 1 and section.is_named_like_site)
        or ([*map(_is_bare_host, records)] == [True] and not words.is_level(section.title))
    )
    if is_partner and section.heading and not (is_only or section.announces):
        return
    is_only = len(section.sections) == 1 and section.heading is None
    are_groups = any(len(lists[each][0]) > 1 for each in section.sections if each in lists)
    for child in section.sections:
        _add_records(child, needed, lists, is_only=is_only, is_group=are_groups)
    if records:
        section.blocks = others
        section.sections = [*records, *section.sections]


def _is_bare_host(record: PageSection) -> bool:
    """Return whether a record has only a host for a name, so the heading above it is the name."""
    return host_in(record.title) is not None and not record.blocks


def _is_placeholder(record: PageSection) -> bool:
    sites = [each.target for each in record.outside if not each.is_email]
    texts = (line.after for block in record.blocks for line in block.text_lines)
    return is_placeholder(record.title, "".join(sites[:1]), texts)


def _evidence_below(section: PageSection, needed: Evidence | None) -> Evidence | None:
    """Return what records in a section must tell, or ``None`` if it has other links."""
    if section.announces:
        return ANNOUNCED
    if not section.heading or not words.has_other_links(section.title):
        return needed
    if any(map(lists_partners, section.blocks)):
        return LABELED
    # Such as *Human resources*; so the records must be named like their sites.
    may_list = needed == ANNOUNCED and words.may_be_category(section.title)
    return UNANNOUNCED if may_list else None


def _add_categories(page: PageSection) -> None:
    """Give records the heading above them, if it says what they are about."""
    for section in page.all_sections():
        categories = [
            each
            for each in section.sections
            if any(len(word) > 1 for word in words_of(each.title))
            and _has_records(each)
            and not each.announces  # such as *Partners: A - C*
        ]
        for category in categories if len(categories) > 1 else ():
            for record in category.sections:
                record.category = category.title


def _is_only_list(page: PageSection, lists: _Lists) -> bool:
    """Return whether a page has nothing but records, so that somebody must have chosen them."""
    records, others = lists[page]
    owners = {each.owner for record in records for each in record.outside[:1]}
    is_apart = _FEW <= len(records) == len(owners)
    return is_apart and not (page.sections or any(block.line.text for block in others))


def _consists_of_records(lists: _Lists) -> bool:
    """Return whether most of a page are records, although no heading says that partners follow."""
    sections = [each for each in lists if not words.has_other_links(each.title)]
    records = [record for section in sections for record in lists[section][0]]
    texts = [PageSection(blocks=each.blocks) for each in sections]
    links, all_links = (sum(len(each.outside) for each in found) for found in (records, texts))
    alike = sum(each.is_named_like_site or _is_linked_and_labeled(each) for each in records)
    enough = 4 * alike if len(records) >= _MANY else 2 * alike
    return 2 * links > all_links and len(records) >= _FEW and enough >= len(records)


def _is_linked_and_labeled(record: PageSection) -> bool:
    """Return whether a record is like the row of a table that starts with a link."""
    facts = [line for block in record.blocks for line in block.text_lines]
    addresses = record.heading.line.addresses if record.heading else ()
    return bool(addresses and facts) and all(line.has_mark for line in facts)


def _has_records(section: PageSection) -> bool:
    return any(child.is_record for child in section.sections)


def _has_parts(section: PageSection) -> bool:
    """Return whether a section has a part as a heading; a section about the catalog needs two."""
    names = words_of(section.title)
    parts = {child.key or words.CORE.key_of(child.title, names) for child in section.sections}
    if words.is_about_the_catalog(section.title) and not section.key:
        return len(parts & words.TELLING) > 1
    if section.outside and not PageSection(section.heading, blocks=section.blocks).outside:
        parts.discard("applications")  # linked names below *Systems* can be partners
    return bool(parts & {*words.TELLING, "description"})


def _partners(section: PageSection) -> list[PageSection]:
    """Return the partners at or below a section."""
    if section.is_record:
        return [section]
    tells_otherwise = (words.is_to_fill_in, words.is_how_to, words.is_question)
    if section.heading and any(each(section.title) for each in tells_otherwise):
        return []
    is_named = are_names(section.sections)
    inner = [(child, _partners(child)) for child in section.sections]
    named = [[child] if is_named and has_part(child, found) else found for child, found in inner]
    found = list(chain.from_iterable(named))
    is_name = words.may_be_name(section.title) and not words.says_only_partners(section.title)
    is_told = _has_parts(section) or any(map(is_telling, section.blocks))
    is_partner = is_name and not section.key and is_told and not _holds(found)
    return [section] if is_partner else found


def _holds(found: Sequence[PageSection]) -> bool:
    """Return whether sections in another one are partners, and not a product of one partner."""
    return len(found) > 1 or any(each.is_record or _has_parts(each) for each in found)
