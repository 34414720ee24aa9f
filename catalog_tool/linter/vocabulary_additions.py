"""What the vocabulary doesn't know yet: names that entries list, and other names of known ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from catalog_tool.linter.rules.application_spelling import LIST
from catalog_tool.linter.rules.unusable_name import is_usable
from catalog_tool.model.applications import NO_APPLICATION
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.vocabulary import BRACKETS, Vocabulary
from catalog_tool.text.characters import hidden_characters
from catalog_tool.text.characters.compatibility_letters import compatibility_runs
from catalog_tool.text.near_names import NearNames
from catalog_tool.text.ordering import fold, same_key, separate_words, sort_key
from catalog_tool.text.phrases import quantity

MOST = 1_000
"""The most names that are suggested at once: nobody reviews more."""

_SHORTEST_ABBREVIATION = 2  # in letters
_SMALL_WORDS = frozenset("a and by for in of on the to".split())


@dataclass(frozen=True, slots=True)
class Addition:
    """A suggested entry of the vocabulary, or aliases for one that it has.

    Attributes:
        name: the canonical name.
        aliases: its other names that the vocabulary doesn't have.
        partners: number of partners that list it under a name that is unknown today.
        category: id of its category; empty if nothing says it, or if the name is known.
        is_known: whether the vocabulary has the name.
    """

    name: str
    aliases: tuple[str, ...]
    partners: int
    category: str = ""
    is_known: bool = False

    @property
    def facts(self) -> str:
        """What is suggested and why, in a few words."""
        also = f"also called {', '.join(self.aliases)}" if self.aliases else ""
        if self.is_known:
            return also
        category = f"category {self.category}" if self.category else "no category yet"
        listed = f"listed by {quantity(self.partners, 'partner')}"
        return ", ".join(filter(None, [listed, category, also]))


@dataclass(slots=True)
class _Family:
    """Names that mean one application.

    Attributes:
        keys: the keys of the names.
        partners: ids of the partners that list one of them.
        spellings: how many partners write each name.
        others: further names, such as the abbreviation in brackets.
        groups: how many partners list it under a heading.
        known: the application of the vocabulary that it means, if any.
    """

    keys: list[str]
    partners: set[str] = field(default_factory=set)
    spellings: Counter[str] = field(default_factory=Counter)
    others: list[str] = field(default_factory=list)
    groups: Counter[str] = field(default_factory=Counter)
    known: str = ""

    @property
    def name(self) -> str:
        """The most common name; without an abbreviation in brackets, which is an alias."""
        best = min(self.spellings, key=lambda name: (-self.spellings[name], sort_key(name)))
        return max(_parts_with_abbreviation(best), key=len, default=best)

    def take_in(self, other: _Family) -> None:
        """Make the names of another family names of this one."""
        self.keys += other.keys
        self.partners |= other.partners
        self.spellings += other.spellings
        self.others += other.others
        self.groups += other.groups
        self.known = self.known or other.known


def additions(catalog: Catalog, least: int) -> tuple[Addition, ...]:
    """Return what the vocabulary lacks, in the order of the catalog; at most :data:`MOST`.

    Spellings that differ only in case, spaces, and punctuation are one name. A name with its
    abbreviation in brackets and each of the two alone mean one application. A name that fewer than
    ``least`` partners list is suggested only as an alias: if it is one typo away from another name,
    or an abbreviation says what it means.

    Args:
        catalog: the entries and the vocabulary.
        least: the number of partners from which a name gets an entry of its own.
    """
    families = _join_abbreviations(_unknown_names(catalog), catalog.vocabulary)
    joined = _join_known(_join_typos(families, catalog.vocabulary, least))
    ranked = sorted(joined, key=lambda each: (-len(each.partners), sort_key(each.name)))
    found = list(_distinct(ranked[:MOST], catalog.vocabulary))
    return tuple(sorted(found, key=lambda each: sort_key(each.name)))


def _unknown_names(catalog: Catalog) -> dict[str, _Family]:
    """Return the names that entries list and the vocabulary doesn't know, by their key."""
    families: dict[str, _Family] = {}
    keys: dict[str, str] = {}
    for entry in catalog.entries:
        for where, name in entry.partner.listed_applications():
            if name not in keys:
                keys[name] = same_key(name) if _is_addable(name, catalog.vocabulary) else ""
            if key := keys[name]:
                family = families.setdefault(key, _Family([key]))
                family.partners.add(entry.id)
                family.spellings[name] += 1
                if isinstance(where[1], str):
                    family.groups[where[1]] += 1
    return families


def _is_addable(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a name is unknown, and no rule says that it is something else than a name."""
    return bool(name) and not (
        vocabulary.canonical(name)
        or vocabulary.find_imitated(name)
        or NO_APPLICATION.reason_against(name)
        or LIST.search(name)
        or name.endswith((",", ";"))
        or not is_usable(name)
        or any(compatibility_runs(name))
        or next(hidden_characters(name), None) is not None
    )


def _join_abbreviations(families: dict[str, _Family], vocabulary: Vocabulary) -> list[_Family]:
    """Join each name that has an abbreviation in brackets with its two parts."""
    for key in sorted(families):
        family = families[key]
        for part in [*chain.from_iterable(map(_parts_with_abbreviation, family.spellings))]:
            family.others.append(part)
            family.known = family.known or vocabulary.canonical(part) or ""
            other = families.get(same_key(part), family)
            if other is not family:
                family.take_in(other)
                families.update(dict.fromkeys(other.keys, family))
    return [*{id(family): family for family in families.values()}.values()]


def _parts_with_abbreviation(name: str) -> tuple[str, ...]:
    """Return a name and its abbreviation if one of them is in brackets; otherwise nothing."""
    found = BRACKETS.fullmatch(name)
    if not found:
        return ()
    parts = (found["name"].strip(), found["remark"].strip())
    return parts if _abbreviates(*parts) or _abbreviates(*reversed(parts)) else ()


def _abbreviates(name: str, short: str) -> bool:
    """Whether a text consists of the first letters of the last words of a name."""
    words = separate_words(fold(name)).split()
    letters = ("".join(word[0] for word in each) for each in (words, _without_small(words)))
    key = same_key(short)
    return len(key) >= _SHORTEST_ABBREVIATION and any(each.endswith(key) for each in letters)


def _without_small(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in _SMALL_WORDS]


def _join_typos(families: list[_Family], vocabulary: Vocabulary, least: int) -> Iterator[_Family]:
    """Yield the common and the known names; rare ones one typo away become names of these."""
    common = {each.name: each for each in families if len(each.partners) >= least}
    near_names = NearNames(common)
    for family in families:
        if len(family.partners) < least and not family.known:
            family.known = vocabulary.near_miss(family.name) or ""
            if not family.known and (near := near_names.near(family.name)):
                common[near[0]].take_in(family)
        if family.known or len(family.partners) >= least:
            yield family


def _join_known(families: Iterable[_Family]) -> Iterator[_Family]:
    """Yield the families; those that mean the same known application as one."""
    by_known: dict[str, _Family] = {}
    for family in families:
        if not family.known:
            yield family
        elif (first := by_known.setdefault(family.known, family)) is not family:
            first.take_in(family)
    yield from by_known.values()


def _distinct(families: Iterable[_Family], vocabulary: Vocabulary) -> Iterator[Addition]:
    """Yield the additions, each name only once and for one application."""
    categories = {
        same_key(text): id_
        for id_, each in vocabulary.categories.items()
        for text in (id_, each.name)
    }
    taken = set(map(same_key, vocabulary.applications))
    for family in families:
        name = family.known or family.name
        if not family.known and same_key(name) in taken:
            continue
        taken.add(same_key(name))
        aliases = []
        for alias in sorted({*family.spellings, *family.others}, key=sort_key):
            is_whole = bool(_parts_with_abbreviation(alias))  # understood without an alias
            if not is_whole and same_key(alias) not in taken and not vocabulary.canonical(alias):
                taken.add(same_key(alias))
                aliases.append(alias)
        named = (categories.get(same_key(group)) for group, _ in family.groups.most_common())
        category = "" if family.known else next(filter(None, named), "")
        if aliases or not family.known:
            count = len(family.partners)
            yield Addition(name, tuple(aliases), count, category, is_known=bool(family.known))
