"""Below those that list an application are those that only mention it."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from catalog_tool.model.catalog import Catalog
from catalog_tool.model.vocabulary import Application, Category, Vocabulary
from catalog_tool.site.finder import Finder, FinderAnswer
from catalog_tool.site.finder.texts import text_of
from tests.site.exporters.catalogs import partner, publication
from tests.site.finder.catalogs import catalog_named, finder_of

SAYING = {
    "Ardmore": "We connect RACF and midrange systems.",
    "Birchwood": "We export the Resource Access Control Facility every night.",
    "Copperfield": "We don't connect RACF.",
    "Cressbrook": "RACF is no longer supported.",
    "Dunmore": "Our customers keep notes about their approvals.",
    "Elmhurst": "We keep Notes databases alive.",
    "Eversley": "We leave Workdaylike calendars alone.",
    "Fernhill": "It reads Access. Its control panel is quick.",
}
LISTING = {"Larchmont": ("RACF",), "Maplewood": ("HCL Notes", "Workday")}
KNOWN = {
    "RACF": ("Resource Access Control Facility",),
    "HCL Notes": ("Notes",),
    "Workday": (),
}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    saying = [
        partner(
            name=name, description=f"{text}\n", applications=("Kisdorf",), directions=("outbound",)
        )
        for name, text in SAYING.items()
    ]
    listing = [partner(name=name, applications=names) for name, names in LISTING.items()]
    applications = {
        name: Application(category="all", aliases=aliases) for name, aliases in KNOWN.items()
    }
    known = Vocabulary(
        categories={"all": Category(name="Systems", description="All.")}, applications=applications
    )
    return replace(publication([*saying, *listing]).catalog, vocabulary=known)


@pytest.fixture(scope="module")
def finder(catalog: Catalog) -> Finder:
    return Finder(catalog)


@pytest.mark.parametrize(
    ("query", "also"),
    [
        pytest.param("racf", ["Ardmore", "Birchwood"], id="by any of its names, and not if denied"),
        pytest.param("who connects our RACF?", ["Ardmore", "Birchwood"], id="in a question"),
        pytest.param("notes", ["Elmhurst"], id="a name, and not the ordinary word"),
        pytest.param("workday", [], id="nobody, because a beginning isn't the name"),
        pytest.param("racf, workday", [], id="several applications have an answer for all"),
        pytest.param(
            "racf but not workday", [], id="beside an exclusion, a sentence may be of the other"
        ),
        pytest.param("larchmont", [], id="a partner"),
        pytest.param("midrange systems", [], id="what nobody lists is mentioned"),
    ],
)
def test_who_only_mentions_an_application_follows(
    query: str, also: list[str], finder: Finder
) -> None:
    assert [each.name for each in finder.find(query).also] == also


def test_filters_are_for_them_too(finder: Finder) -> None:
    outbound = finder.find("racf", {"directions": ["outbound"]})
    assert not outbound.applications
    assert [each.name for each in outbound.mentioned] == ["Ardmore", "Birchwood"]
    assert not finder.find("racf", {"directions": ["inbound"]}).is_found


@pytest.mark.parametrize("name", ["own", "town"])
def test_whoever_says_the_name_of_an_application_is_in_its_answer(name: str) -> None:
    catalog = catalog_named(name).catalog
    finder = finder_of(name)
    said = list(names_said(catalog))
    for query, ids in said:
        shown = ids_in(finder.find(query))
        assert ids <= shown, query


def names_said(catalog: Catalog) -> Iterator[tuple[str, set[str]]]:
    """Yield the names of listed applications with the partners whose text says them."""
    texts = {
        entry.id: " ".join(text for _, text in text_of(entry).parts) for entry in catalog.entries
    }
    for application in catalog.applications:
        aliases = application.known.aliases if application.known else ()
        for name in (application.name, *aliases):
            pattern = re.compile(rf"(?<![\w.-]){re.escape(name)}(?![\w-])")
            if ids := {id_ for id_, text in texts.items() if pattern.search(text)}:
                yield name, ids


def ids_in(answer: FinderAnswer) -> set[str]:
    mentions = [*answer.mentioned, *answer.partly, *answer.also]
    listing = {id_ for each in answer.applications for id_ in each.partners}
    return listing | {each.id for each in answer.partners} | {each.id for each in mentions}
