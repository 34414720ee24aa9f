"""The words by which people label the parts and the facts of an entry.

Everything here is a table: a new wording is a new word in it. A heading or label means a part if
all its words are known and one of them, the last such, is a word for that part.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum

from catalog_tool.text.ordering import fold


class Part(StrEnum):
    """What a section or a labelled line of an entry is about."""

    DESCRIPTION = "description"
    WEBSITE = "website"
    CONTACT = "contact"
    APPLICATIONS = "applications"
    LINKS = "links"
    INTERFACES = "interfaces"
    DIRECTIONS = "directions"
    TESTED_ON = "tested_on"
    TESTED_BY = "tested_by"
    MAINTAINERS = "maintainers"


_NOUNS = {
    Part.DESCRIPTION: "description descriptions overview about summary introduction intro profile",
    Part.WEBSITE: "website websites web site homepage www url webpage page",
    Part.CONTACT: "contact contacts email mail reach touch",
    Part.APPLICATIONS: "application applications app apps integration integrations connector "
    "connectors system systems target targets software",
    Part.LINKS: "link links resource resources reading documentation docs reference references "
    "marketplace marketplaces",
    Part.INTERFACES: "interface interfaces protocol protocols standards",
    Part.DIRECTIONS: "direction directions",
    Part.MAINTAINERS: "maintainer maintainers",
}
_PART_OF_NOUN = {noun: part for part, nouns in _NOUNS.items() for noun in nouns.split()}
# Words that say nothing of their own beside one of the nouns.
_FILLERS = frozenset(
    "a address addresses all also an and are at available below built by can catalog "
    "catalogue categories cloud com company complete connect connected connectivity connects "
    "corporate currently customer customers date detail details directory e example examples "
    "featured find following for form full further get go here home in inc include included "
    "includes including info information integrate is key learn list listed listing listings "
    "main more most my name names of official on online our out over partial partner please "
    "point popular pre prebuilt product products provided public ready sales sample see "
    "select selected short solution some such support supported supporting supports that the "
    "their them these they this to top us useful via visit we what which who with you your".split()
)
_WORD = re.compile(r"[^\W_]+")

# Words in the heading of a section that is about the catalog, not about a partner.
_ABOUT_THE_CATALOG = frozenset(
    "about adding agreement appendix background changelog conclusion contents contribute "
    "contributing contribution disclaimer faq faqs feedback foreword glossary guidance "
    "guideline guidelines history how howto index instructions introduction legal licence "
    "license next notice option options overview preface prerequisites process purpose "
    "references related requirements rules scope steps submission submit summary table terms "
    "toc updates welcome what why".split()
)
_HOW_TO = frozenset("contribute contributing guidelines how howto instructions submit".split())
# Words of a heading that stands for a name to be filled in.
_TO_FILL_IN = frozenset(
    "company example here insert name new partner sample template the title vendor your".split()
)
_OF_PARTNERS = frozenset(
    "catalog catalogue gateways integrations isvs partner partners providers vendors".split()
)
_PLACEHOLDER = re.compile(r"\s*[<\[{(].*[>\]})]\s*")


def words_of(text: str) -> list[str]:
    """Return the words of a text, without case and accents."""
    return _WORD.findall(fold(text))


def part_of(label: str, names: Collection[str] = ()) -> Part | None:
    """Return the part of an entry that a heading or label means, or ``None``.

    Args:
        label: as people write it: ``Popular Applications supported:``.
        names: words that say nothing here either, such as those of the partner's own name.
    """
    words = words_of(label)
    nouns = [word for word in words if word in _PART_OF_NOUN]
    known = _FILLERS.union(names)
    if not nouns or not all(
        word in _PART_OF_NOUN or word in known or word.isdigit() for word in words
    ):
        return _TESTED.get(" ".join(words))
    return _PART_OF_NOUN[nouns[-1]]


_TESTED = {
    "tested": Part.TESTED_ON,
    "tested on": Part.TESTED_ON,
    "last tested": Part.TESTED_ON,
    "tested by": Part.TESTED_BY,
    "get in touch": Part.CONTACT,
    "contact us": Part.CONTACT,
}


def says_nothing(text: str, names: Collection[str] = ()) -> bool:
    """Return whether all words of a text are words of labels or one of ``names``."""
    known = _FILLERS.union(names)
    return all(word in known or word in _PART_OF_NOUN for word in words_of(text))


def is_about_the_catalog(heading: str) -> bool:
    """Return whether a heading begins a section about the catalog itself."""
    return not _ABOUT_THE_CATALOG.isdisjoint(words_of(heading))


def is_how_to(heading: str) -> bool:
    """Return whether a heading begins advice for partners; entries below it are examples."""
    return not _HOW_TO.isdisjoint(words_of(heading))


def is_to_fill_in(heading: str) -> bool:
    """Return whether a heading only stands for the name of a partner to come."""
    words = set(words_of(heading))
    return words <= _TO_FILL_IN or _PLACEHOLDER.fullmatch(heading) is not None


def is_of_partners(heading: str) -> bool:
    """Return whether a heading announces partners."""
    return not _OF_PARTNERS.isdisjoint(words_of(heading))
