"""What the titles of a list of objects mean: by their words, or by what all their values are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from catalog_tool.importers.choices import Choices
from catalog_tool.importers.names import is_sentence
from catalog_tool.importers.sites import (
    LEAST,
    PICTURE,
    SITE,
    are_pages_of,
    have_different_owners,
    sites_in,
)
from catalog_tool.importers.words import words_of
from catalog_tool.model.nodes import Plain
from catalog_tool.text.urls.owners import host_in, is_like, owner_of

PERSON = "person"
"""The meaning of a title for a first name or a surname, which entries don't have."""
NOTHING = "nothing"
"""The meaning of a title that tells nothing about a partner, such as its number in the list."""
HIDES = {
    **dict.fromkeys(("active", "enabled", "published", "visible"), "false"),
    **dict.fromkeys(("archived", "disabled", "draft", "hidden", "hide", "inactive"), "true"),
}
"""The value with which each of these titles says that an object isn't shown."""
OF_A_CATALOG = frozenset({"description_text", "partner_id"})
"""Titles that only the files of a catalog have."""
_REPEATED = frozenset({"category", "description_text", "group", "listed_as", "slug"})
"""Titles of what these files repeat for other programs."""

_SURNAMES = frozenset(
    "achternaam apellido apellidos cognome family_name familienname last_name lastname lname "
    "nachname nom_de_famille sobrenome surname".split()
)
_FIRST_NAMES = frozenset(
    "first_name firstname fname forename given_name prenom vorname voornaam".split()
)
_NAMES_BESIDE_SURNAMES = frozenset("naam name nom nombre nome title".split())
_NO_NAME = re.compile(
    r"[/@\\]|\.\w{2,4}\Z|\d[-./:]\d|\A(?:[\W\d_]*|false|no|true|yes)\Z", re.IGNORECASE
)
_NO_NAMES = frozenset(
    "category city country id key kind language level location place region slug state status tag "
    "tags tier type kategorie land niveau ort pays stadt typ ville".split()
)
"""Words of titles whose values are no names, although they can look like some."""
_IN_LANGUAGE = re.compile(r"(.+?)(?:[\W_]+|(?<=[a-z])(?=[A-Z]))([A-Za-z]{2})\W*")
"""A title with the language of its values, such as ``nameEn`` or ``Website (de)``."""
_NUMBERS = frozenset("# id index no nr order position weight".split())
_DIGITS = 9
_ENOUGH = 3
"""The fewest titles whose first word says nothing because all have it."""


def keys_of(objects: Sequence[Mapping[str, Plain]], choices: Choices) -> dict[str, str]:
    """Return the key of an entry that each title of a list means, or ``""``.

    Args:
        objects: the values of each object by title.
        choices: what was said about the list.
    """
    objects = list(filter(None, objects))  # a table has empty rows
    for each in objects:
        choices.refuse_rivals(each)
    keys = _keys_by_words(dict.fromkeys(chain.from_iterable(objects)), choices)
    keys |= dict.fromkeys(_of_pages(keys, objects, choices), "links")
    others = [title for title in keys if not choices.is_chosen(title)]
    keys |= dict.fromkeys(_of_other_values(others, keys, objects), "")
    for title in [each for each in keys if not keys[each]]:
        is_repeated = title in _REPEATED and not OF_A_CATALOG.isdisjoint(keys)
        told = {str(each.get(title, "")).lower() for each in objects}
        is_shown = title.lower() in HIDES and told <= {"", "false", "true"}
        if is_repeated or is_shown or _are_numbers(title, objects):
            keys[title] = NOTHING
    return keys if "name" in keys.values() else {**keys, **_names_by_values(keys, objects)}


def _keys_by_words(titles: Collection[str], choices: Choices) -> dict[str, str]:
    stems = Counter(in_language(title)[0] for title in titles)
    persons = _FIRST_NAMES | _SURNAMES
    if any("_".join(words_of(title)) in _SURNAMES for title in titles):
        persons |= _NAMES_BESIDE_SURNAMES
    keys: dict[str, str] = {}
    rest = _without_prefix(titles)
    for title in titles:
        stem, _ = in_language(title)
        key = choices.guess_key(title)
        is_person = "_".join(words_of(title)) in persons and not choices.is_chosen(title)
        others = choices.guess_key(stem) if stems[stem] > 1 else ""
        keys[title] = PERSON if is_person else key or others or choices.guess_key(rest[title])
    return keys


def _without_prefix(titles: Collection[str]) -> dict[str, str]:
    """Return what each title says besides the word with which all of several titles start."""
    words = {title: words_of(title) for title in titles}
    is_prefix = len(titles) >= _ENOUGH and len({each[:1] for each in words.values()}) == 1
    return {title: "_".join(each[1:]) if is_prefix else "" for title, each in words.items()}


def _of_other_values(
    titles: Iterable[str], keys: Mapping[str, str], objects: Sequence[Mapping[str, Plain]]
) -> Iterator[str]:
    """Yield each title whose values show that it doesn't mean its key.

    Pages of the list's own site are no websites if another title has some, or may have some. So are
    pages of one site if another title has addresses of different owners.
    """
    outside: dict[str, bool] = {}
    others = {title: key for title, key in keys.items() if not key}
    sites = [site.address for each in objects for site in sites_in(_only(others, each), others)]
    for title in titles:
        values = [str(each[title]) for each in objects if title in each]
        is_of_pictures = keys[title] == "links" and PICTURE.search(title)
        if is_of_pictures or (keys[title] == "maintainers" and all(map(SITE.match, values))):
            yield title
        elif keys[title] == "website":
            is_one = len(values) >= LEAST and len(set(map(owner_of, values))) == 1
            is_own = is_one and have_different_owners(sites)
            outside[title] = any(map(host_in, values)) and not is_own
    if sites or any(outside.values()):
        yield from (title for title in outside if not outside[title])


def _only(titles: Container[str], values: Mapping[str, Plain]) -> dict[str, Plain]:
    return {title: value for title, value in values.items() if title in titles}


def _of_pages(
    keys: Mapping[str, str], objects: Sequence[Mapping[str, Plain]], choices: Choices
) -> Iterator[str]:
    """Yield each title without a key that has lists of pages about the objects."""
    told = [{keys[k]: v for k, v in each.items() if isinstance(v, str)} for each in objects]
    for title in (title for title, key in keys.items() if not key):
        pairs = [(a, b[title]) for a, b in zip(told, objects, strict=True) if b.get(title)]
        if pairs and all(are_pages_of(of, listed, choices) for of, listed in pairs):
            yield title


def _names_by_values(
    keys: Mapping[str, str], objects: Sequence[Mapping[str, Plain]]
) -> dict[str, str]:
    """Return the title with the names: the only one with short texts, or one like the sites."""
    first = [(each, site) for each in objects for site in islice(sites_in(each, keys), 1)]
    if not have_different_owners([site.address for _, site in first]):
        return {}
    named = [title for title in keys if not keys[title] and _are_names(title, objects)]
    for title in named:
        like = sum(is_like(site.address, str(each.get(title, ""))) for each, site in first)
        if len(named) == 1 or 2 * like > len(first):
            return {title: "name"}
    return {}


def in_language(title: str) -> tuple[str, str]:
    """Return a title without the language of its values, and the language or ``""``."""
    match = _IN_LANGUAGE.fullmatch(title)
    return (match[1], match[2].lower()) if match else (title, "")


def _are_names(title: str, objects: Sequence[Mapping[str, Plain]]) -> bool:
    """Return whether the values of a title are different short texts."""
    values = [str(value) for each in objects if (value := each.get(title))]
    short = [text for text in values if not (is_sentence(text) or _NO_NAME.search(text))]
    is_list = len(objects) >= LEAST and 2 * len(short) > max(len(values), len(objects) - 1)
    is_other = PICTURE.search(title) or not _NO_NAMES.isdisjoint(words_of(title))
    return is_list and 5 * len(set(values)) > 4 * len(values) and not is_other


def _are_numbers(title: str, objects: Sequence[Mapping[str, Plain]]) -> bool:
    """Return whether the values of a title count or order the objects."""
    texts = [str(each.get(title, "")) for each in objects]
    if not all(text.isdecimal() and len(text) <= _DIGITS for text in texts):
        return False
    count = [str(int(texts[0]) + n) for n in range(len(texts))]
    return len(objects) >= LEAST and (texts == count or title.lower() in _NUMBERS)
