"""Reads lists of objects, whose keys say what their values are: YAML, JSON, CSV, and TSV.

Front matter of a page is an object, too. What the list gives as a place for a partner rather than
as one, such as *Available* or an object that is hidden, is a question in the report.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from catalog_tool.importers.choices import Choices
from catalog_tool.importers.names import is_sentence
from catalog_tool.importers.parsing import ParsedObject, parse_objects
from catalog_tool.importers.placeholders import is_placeholder
from catalog_tool.importers.record import Record, partner_of
from catalog_tool.importers.result import Count, Import, ImportMessage
from catalog_tool.importers.sites import LEAST, Site, have_different_owners, sites_in
from catalog_tool.importers.titles import HIDES, keys_of
from catalog_tool.importers.values import said
from catalog_tool.importers.words import QUESTION, says_nothing, words_of
from catalog_tool.model.error import CatalogError
from catalog_tool.model.nodes import Plain
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.urls.owners import host_in, is_like, owner_of

_EMAIL = re.compile(r"(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_PAGE = re.compile(r"[/#.]\S*|[^\s:]+(?:/|\.html?|\.md)", re.IGNORECASE)
"""An address in the same site."""
_NAMELESS = "Is this a partner? No name was recognized."
_LINK_AND_TEXT = re.compile(r"(https?://[^\s,]+),\s+(\S[^\n]*)", re.IGNORECASE)
_LINK = frozenset({"link", "links"})
"""Words of a title whose only link can be the website."""
_ARTICLE = "Is this a partner? Its title is a sentence, like those of most others."
_HIDDEN = "Is this a partner? The list says that it isn't shown."
_PLACE = "Is this a partner? It has no website of its own, and the name says that a place is free."
_INSIDE = "Is this a partner? Its address is a page of the same site, unlike those of the others."


def read(text: str, vocabulary: Vocabulary, choices: Choices) -> Import | None:  # noqa: ARG001 - names stay as written
    """Return a partner for each object with a name, and the lines outside of them.

    At least one of the objects must also have a website or the like, unless columns were named.

    Raises:
        CatalogError: the text doesn't have the format that was given.
    """
    if choices.format_name == "markdown":
        return None
    try:
        found = list(parse_objects(text, choices))
    except CatalogError:
        if choices.format_name:
            raise
        return None
    named, nameless, keys = records_of(found, choices)
    with_sites = [each for each in named if any(sites_in(each.values, each.keys))]
    is_telling = len(with_sites) >= LEAST or any(each.is_telling for each in named)
    is_telling = is_telling or bool(choices.columns)
    reasons = list(doubts_of(named)) if is_telling else [QUESTION for _ in named]
    pairs = list(zip(named, reasons, strict=True))
    partners = [record for record, reason in pairs if not reason]
    if not partners and not choices.format_name and len(found) < LEAST:
        return None
    # Lines with nothing else are reported as they are written.
    shared = {n for each in named for n in (each.lines.first, each.lines.last)}
    pairs += [(each, _NAMELESS) for each in nameless if not shared.isdisjoint(each.lines.numbers)]
    questions = tuple(
        ImportMessage(each.lines, said(each.values), reason) for each, reason in pairs if reason
    )
    changes = tuple(_of_one_site(partners))
    total = len(named) + len(nameless)
    count = Count(total, len(partners), total - len(partners))
    return Import(tuple(map(partner_of, partners)), changes, questions, tuple(keys), count)


def records_of(
    found: Sequence[ParsedObject], choices: Choices
) -> tuple[list[Record], list[Record], dict[str, str]]:
    """Return the objects with a name, the others, and the key that each title means, or ``""``."""
    found = [(lines, _with_texts_apart(values)) for lines, values in found]
    keys = keys_of([values for _, values in found], choices)
    records = [Record(lines, values, dict(keys), choices) for lines, values in found]
    named = [record for record in records if record.name]
    for record in named:
        record.prefer_best()
    _take_addresses(named)
    return named, [each for each in records if each.values and not each.name], keys


def _with_texts_apart(values: Mapping[str, Plain]) -> dict[str, Plain]:
    """Return values with the text of a link, as in ``https://contoso.com, Contoso``, as another."""
    apart: dict[str, Plain] = {}
    for title, value in values.items():
        link = _LINK_AND_TEXT.fullmatch(value) if isinstance(value, str) else None
        apart[title] = link[1] if link else value
        if link and link[2] != link[1]:
            apart[f"{title} text"] = link[2]
    return apart


def _take_addresses(records: Sequence[Record]) -> None:
    """Take the only web address of each object as its website, if they have different owners.

    Of several, it is the one with the title that the only addresses of other objects have, or else
    the only ones with the names of the objects.
    One of several links can have a label for the website. The only email address is the contact.
    """
    only: list[Site] = []
    only_named: list[Site] = []
    possible: list[tuple[Record, Site]] = []
    for record in records:
        emails = [k for k, v in record.values.items() if _EMAIL.fullmatch(str(v))]
        if len(emails) == 1 and not record.keys[emails[0]] and not record.told("contact"):
            record.guess("contact", emails[0])
        guess = record.choices.guess_key
        sites = [] if record.told("website") else list(sites_in(record.values, record.keys))
        if labeled := [each for each in sites if "website" in map(guess, each.labels)]:
            record.take(labeled[0])
            continue
        free = [each for each in sites if _may_be_website(each, record)]
        possible += [(record, each) for each in free]
        only += free if len(sites) == 1 else ()
        named = [each for each in free if is_like(each.address, record.name)]
        only_named += named if len(named) == 1 else ()
    for sure in (only, only_named):
        titles = {site.title for site in sure}
        if have_different_owners([site.address for site in sure]):
            for record, site in possible:
                if site.title in titles and not record.told("website"):
                    record.take(site)


def _of_one_site(records: Sequence[Record]) -> Iterator[ImportMessage]:
    """Yield each title with pages of one site, such as a directory's, if no object has a website.

    These are links, because a page about a partner isn't its website.
    """
    if any(record.told("website") for record in records):
        return
    owners: dict[str, list[str]] = defaultdict(list)
    for record in records:
        for site in sites_in(record.values, record.keys):
            if _may_be_website(site, record):
                owners[site.title].append(owner_of(site.address))
    for title, owned in owners.items():
        if len(owned) >= LEAST and len(set(owned)) == 1:
            reason = f"All addresses of {title!r} are on {owned[0]}, so they are links."
            how = "If they are the websites of the partners, say so: --columns website=TITLE."
            yield ImportMessage(records[0].lines, "", f"{reason} {how}")


def _may_be_website(site: Site, record: Record) -> bool:
    """Return whether neither the title of an address nor its label means something else."""
    key = record.keys[site.title]
    is_link = key == "links" and not _LINK.isdisjoint(words_of(site.title))
    names = words_of(record.name)
    labels = [label for label in site.labels if label not in {site.address, site.title}]
    return (not key or is_link) and all(says_nothing(label, names) for label in labels)


def doubts_of(records: Sequence[Record]) -> Iterator[str]:
    """Yield for each object why it may not be a partner, or ``""``."""
    names: dict[str, set[str]] = defaultdict(set)
    titles: set[str] = set()
    for record in records:
        names[record.told("website")].add(record.name)
        titles |= {record.name_title} if record.told("website") else set()
    are_articles = 2 * sum(is_sentence(record.name) for record in records) > len(records)
    outside = sum(host_in(site) is not None for site in names)
    is_catalog = any(each.is_of_a_catalog for each in records)
    for record in records:
        site = record.told("website")
        is_outside = host_in(site) is not None
        own = site if len(names[site]) == 1 else ""
        is_article = are_articles and record.name_title.lower() == "title"
        doubts = {
            _HIDDEN: any(HIDES.get(k.lower()) == str(v).lower() for k, v in record.values.items()),
            QUESTION: titles and record.name_title not in titles and not record.is_telling,
            _ARTICLE: is_article and is_sentence(record.name),
            _INSIDE: not is_outside and 2 * outside > len(names) and _PAGE.fullmatch(site),
            _PLACE: is_placeholder(record.name, own, map(str, record.values.values())),
        }
        yield next((reason for reason, holds in doubts.items() if holds and not is_catalog), "")
