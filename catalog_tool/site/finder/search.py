"""From a query to an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from catalog_tool.site.finder.answer import (
    Answer,
    ApplicationAnswer,
    LongerList,
    Loosened,
    MayConnect,
    Nearest,
    PartnerAnswer,
)
from catalog_tool.site.finder.facets import FACETS, FacetFilter, Facets, Finding, Passing
from catalog_tool.site.finder.index import FinderIndex
from catalog_tool.site.finder.indexed import IndexedPartner
from catalog_tool.site.finder.matching import Found, Match, Matching
from catalog_tool.site.finder.mentions import found_mentioned
from catalog_tool.site.finder.nearest import MOST_NAMES, nearest_owners
from catalog_tool.site.finder.query import (
    Attempt,
    Query,
    attempts,
    described,
    read_query,
    without_versions,
)
from catalog_tool.site.finder.together import found_together
from catalog_tool.site.finder.words import MOST_CHARACTERS

_NO_CHOICE = Facets()


def find(index: FinderIndex, query: str, facets: Facets = _NO_CHOICE) -> Answer:
    """Return what answers to a query.

    Args:
        index: the catalog.
        query: what a customer typed; one without a word to look for asks for everything.
        facets: what the customer chose; values that do not exist are not looked at.
    """
    asked = read_query(query)
    hits = _hits(index, asked)
    filter_ = index.facets
    chosen = filter_.known(facets)
    passing = filter_.passing(hits.finding, chosen)
    return Answer(
        query[:MOST_CHARACTERS],
        tuple(_applications(index, hits, passing)),
        tuple(_partners(index, hits, passing)),
        tuple(_may_connect(index, hits, chosen)),
        hits.nearest,
        filter_.values(hits.finding, chosen),
        tuple(_loosened(filter_, hits.finding, chosen)) if not passing.count else (),
        tuple(_longer_lists(index, hits, chosen)),
    )


@dataclass(frozen=True)
class _Hits:
    """What answers to a query, whatever is chosen in the facets.

    Attributes:
        found: what was found, by its number in the index.
        finding: the same as positions of applications and of partners, best first.
        nearest: close names.
        is_query: whether anything in particular was asked for.
    """

    found: dict[int, Found]
    finding: Finding
    nearest: tuple[Nearest, ...]
    is_query: bool


def _hits(index: FinderIndex, query: Query) -> _Hits:
    """Return what the first reading of a query that finds something finds.

    Only if none does, a query is taken for the names of several things, and at last for a sentence
    with names in it.
    """
    if query.is_empty:
        return _everything(index)
    tried = []
    for reading in attempts(query, index.known):
        matching = Matching(index, reading)
        if found := matching.found():
            return _hits_of(index, _instead_of_unlisted(index, reading, found))
        tried.append((reading, matching))
    if query.is_all_filler:
        return _everything(index)
    for reading, matching in tried:
        if found := found_together(index, reading, matching):
            return _hits_of(index, found)
    strictest = tried[0][0]
    if found := (
        found_mentioned(index, query)
        or _described(index, strictest)
        or _of_any_version(index, strictest)
    ):
        return _hits_of(index, found)
    unstated = (index.unstated.get(word) for word in query.words)
    ways = (Nearest("unstated", name, "") for name in unstated if name)
    near = (_near(index, owner) for owner in nearest_owners(index, *tried[0]))
    return _Hits({}, Finding((), ()), (*ways, *near), is_query=True)


def _instead_of_unlisted(index: FinderIndex, reading: Attempt, found: list[Found]) -> list[Found]:
    """Return what descriptions find, where nobody lists what names find and none is a whole one."""
    if any(index.is_listed(each.owner) or each.is_whole for each in found):
        return found
    wider = _described(index, reading)
    return wider if any(index.is_listed(each.owner) for each in wider) else found


def _described(index: FinderIndex, reading: Attempt) -> list[Found]:
    """Return what has all words, some of them in the description of its category."""
    wider = described(reading, index.known)
    return Matching(index, wider).found() if wider else []


def _of_any_version(index: FinderIndex, reading: Attempt) -> list[Found]:
    """Return what has all words but those of a version; it answers to a part of the query only."""
    versionless = without_versions(reading)
    found = Matching(index, versionless).found() if versionless else []
    return [replace(each, match=Match.MENTIONED) for each in found]


def _hits_of(index: FinderIndex, found: Sequence[Found]) -> _Hits:
    listed = [each for each in found if index.is_listed(each.owner)]
    unlisted = [
        each.owner
        for each in found
        if not index.is_listed(each.owner) and (not listed or each.is_meant_before(listed[0]))
    ]
    near = tuple(_near(index, owner) for owner in unlisted[:MOST_NAMES])
    numbers = [each.owner for each in listed]
    first = index.first_partner
    finding = Finding(
        [number for number in numbers if number < first],
        [number - first for number in numbers if number >= first],
    )
    return _Hits({each.owner: each for each in listed}, finding, near, is_query=True)


def _everything(index: FinderIndex) -> _Hits:
    finding = Finding(range(len(index.applications)), range(len(index.partners)))
    return _Hits({}, finding, (), is_query=False)


def _applications(index: FinderIndex, hits: _Hits, passing: Passing) -> Iterator[ApplicationAnswer]:
    for number, partners in passing.applications:
        application = index.applications[number]
        found = hits.found.get(number)
        lister = found.matched if found and found.match is Match.PARTNER else ""
        first = sorted(partners, key=lambda each: index.partners[each].name != lister)
        yield ApplicationAnswer(
            application.name,
            application.slug,
            application.category,
            application.aliases,
            tuple(index.partners[partner].id for partner in first),
            found.match if found else Match.ALL,
            found.matched if found else "",
        )


def _partners(index: FinderIndex, hits: _Hits, passing: Passing) -> Iterator[PartnerAnswer]:
    for number in passing.partners:
        partner = index.partners[number]
        found = hits.found.get(index.first_partner + number)
        match = found.match if found else Match.ALL
        yield PartnerAnswer(partner.id, partner.name, match, found.matched if found else "")


def _may_connect(index: FinderIndex, hits: _Hits, chosen: Facets) -> Iterator[MayConnect]:
    """Yield partners with interfaces, if an application was asked for that they do not list.

    The category is not asked for: a generic interface reaches applications of any.
    """
    means_application = hits.finding.applications or not hits.finding.partners
    if not (hits.is_query and means_application):
        return
    listing = {
        partner
        for number in hits.finding.applications
        for partner in index.applications[number].partners
    }
    for number, partner in enumerate(index.partners):
        if partner.interfaces and number not in listing and index.facets.states(number, chosen):
            yield MayConnect(partner.id, partner.name, partner.interfaces)


def _longer_lists(index: FinderIndex, hits: _Hits, chosen: Facets) -> Iterator[LongerList]:
    """Yield partners that list more elsewhere, if nobody lists here what was asked for."""
    is_more = hits.nearest or any(each.match is Match.MENTIONED for each in hits.found.values())
    is_listed = hits.finding.applications or (hits.finding.partners and not is_more)
    if is_listed or not hits.is_query:
        return
    for number, partner in enumerate(index.partners):
        if partner.full_list and index.facets.states(number, chosen):
            yield LongerList(partner.id, partner.name, partner.full_list)


def _near(index: FinderIndex, owner: int) -> Nearest:
    known = index.owners[owner]
    if isinstance(known, IndexedPartner):
        return Nearest("partner", known.name, f"partners/{known.id}/")
    if known.partners:
        return Nearest("application", known.name, f"applications/{known.slug}/")
    return Nearest("unlisted", known.name, "")


def _loosened(filter_: FacetFilter, finding: Finding, chosen: Facets) -> Iterator[Loosened]:
    """Yield the facets to drop, or that all are to be dropped where dropping one is no help."""
    active = [facet for facet in FACETS if chosen.of(facet)]
    alone = [
        Loosened(facet, filter_.passing(finding, chosen.without(facet)).count) for facet in active
    ]
    helpful = [loosened for loosened in alone if loosened.count]
    yield from helpful
    if not helpful and (count := filter_.passing(finding, _NO_CHOICE).count):
        yield Loosened("all", count)
