"""The words that people use as labels for the parts and the facts of an entry.

A heading or label names a part if all its words are known and its last word for a part is the one
for that part (see the table of names for keys). The tables here contain words without a meaning of
their own, and words in headings about the catalog itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from functools import lru_cache

from catalog_tool.model.key_names import KEY_OF_NAME
from catalog_tool.model.key_names import KEY_OF_WORD as CORE_KEY_OF_WORD
from catalog_tool.text.ordering import fold


class Part(StrEnum):
    """The part of an entry that a section or a labeled line belongs to."""

    DESCRIPTION = "description"
    WEBSITE = "website"
    CONTACT = "contact"
    APPLICATIONS = "applications"
    LINKS = "links"
    FORMER_NAMES = "former_names"
    PRODUCTS = "products"
    INTERFACES = "interfaces"
    DIRECTIONS = "directions"
    TESTED_ON = "tested_on"
    TESTED_BY = "tested_by"
    MAINTAINERS = "maintainers"


KEY_OF_WORD: Mapping[str, str] = {
    **CORE_KEY_OF_WORD,
    **dict.fromkeys("interface interfaces protocol protocols standards".split(), "interfaces"),
    **dict.fromkeys(("direction", "directions"), "directions"),
}
"""The key that a word means. A catalog that has no such field gets a message about the text."""

# Words that add no meaning next to a word for a part.
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
_INITIALS = {
    "c": Part.CONTACT,
    "d": Part.DESCRIPTION,
    "l": Part.WEBSITE,
    "q": Part.CONTACT,
    "w": Part.WEBSITE,
}
"""Parts that a single letter means as a label; *Q* is for questions."""
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
_HOW_TO = frozenset(
    "adding contribute contributing guidelines how howto instructions submit".split()
)
# Words of a heading that is a placeholder for a name.
_TO_FILL_IN = frozenset(
    "company example here insert name new partner sample template the title vendor your".split()
)
_OF_PARTNERS = frozenset(
    "adopter adopters anbieter catalog catalogue companies company entreprise firma fournisseur "
    "gateways integrations isv isvs organisation organisations organization organizations "
    "partenaire partner partners provider providers supplier suppliers unternehmen vendor "
    "vendors".split()
)
# Words in the heading of a section whose links are not partners, and in the names of such links.
_OTHER_LINKS = frozenset(
    "acknowledgements acknowledgments articles author authors badges blogs books changelog code "
    "conduct contents contributors coveralls credits dependencies discussion docs documentation "
    "download downloads license licence links media meetings news npm posts prerequisites "
    "presentations press pypi reading reads related repository requirements resources roadmap "
    "slack social sponsors talks toc tracker tutorials videos".split()
)
# Some of these words are also what partners are about, such as *Human resources*.
_MAY_BE_CATEGORY = frozenset(
    "code discussion docs documentation download downloads media resources tracker".split()
)
# Words in the headings and the links of a page about one project.
_OF_A_PROJECT = frozenset(
    "building changelog cli disclosure download install installation installing pypi "
    "quickstart repository usage vulnerability".split()
)
_BETWEEN_SUBJECTS = re.compile(r"[&,/]|\band\b", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\s*[<\[{(].*[>\]})]\s*")


@lru_cache(4096)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text, without case and accents."""
    return tuple(_WORD.findall(fold(text)))


def part_of(label: str, names: Collection[str] = ()) -> Part | None:
    """Return the part of an entry that a heading or label means, or ``None``.

    Args:
        label: as people write it: ``Popular Applications supported:``.
        names: other words without a meaning here, such as those of the partner's own name.
    """
    words = words_of(label)
    if len(words) == 1 and words[0] in _INITIALS:
        return _INITIALS[words[0]]
    key = KEY_OF_NAME.get("_".join(words))
    if "tested" in words:
        return Part(key) if key else None
    if key in {Part.FORMER_NAMES, Part.PRODUCTS}:
        return Part(key)
    keys = [KEY_OF_WORD[word] for word in words if word in KEY_OF_WORD]
    others = (word for word in words if not word.isdigit())
    return Part(keys[-1]) if keys and _are_known(others, names) else None


def is_name(label: str) -> bool:
    """Return whether a label means that the name of a partner follows."""
    words = words_of(label)
    is_title = words == ("title",)  # of an article, rather than the name of a partner
    return words == ("n",) or (not is_title and KEY_OF_NAME.get("_".join(words)) == "name")


def says_nothing(text: str, names: Collection[str] = ()) -> bool:
    """Return whether all words of a text are label words or in ``names``."""
    return _are_known(words_of(text), names)


def _are_known(words: Iterable[str], names: Collection[str]) -> bool:
    return all(word in KEY_OF_WORD or word in _FILLERS or word in names for word in words)


def is_about_the_catalog(heading: str) -> bool:
    """Return whether a heading starts a section about the catalog itself."""
    return not _ABOUT_THE_CATALOG.isdisjoint(words_of(heading))


def is_how_to(heading: str) -> bool:
    """Return whether a heading starts instructions for partners; entries below it are examples."""
    return not _HOW_TO.isdisjoint(words_of(heading))


def is_to_fill_in(heading: str) -> bool:
    """Return whether a heading is only a placeholder for the name of a partner."""
    words = set(words_of(heading))
    return words <= _TO_FILL_IN or _PLACEHOLDER.fullmatch(heading) is not None


def has_other_links(heading: str) -> bool:
    """Return whether a heading starts a section whose links are not partners.

    It can have several subjects, such as *Partners & Contributors*.
    """
    subjects = map(words_of, _BETWEEN_SUBJECTS.split(heading))
    return is_how_to(heading) or all(not _OTHER_LINKS.isdisjoint(words) for words in subjects)


def may_be_category(heading: str) -> bool:
    """Return whether the words of a heading for other links can also be those of a category."""
    return _OTHER_LINKS.intersection(words_of(heading)) <= _MAY_BE_CATEGORY


def is_of_a_project(heading: str) -> bool:
    """Return whether a heading or the text of a link is one of a page about a single project."""
    return not _OF_A_PROJECT.isdisjoint(words_of(heading))


def says_only_partners(heading: str) -> bool:
    """Return whether a heading only says that partners follow, such as *Our Vendors*."""
    return says_nothing(heading, _OF_PARTNERS) and names_partners(heading)


def names_partners(heading: str) -> bool:
    """Return whether the heading of a section or a column says that partners follow."""
    return not _OF_PARTNERS.isdisjoint(words_of(heading))
