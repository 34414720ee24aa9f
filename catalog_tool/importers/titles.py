"""What the titles of a list of objects mean: by their words, or by what all their values are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain, islice

from catalog_tool.importers.choices import Choices
from catalog_tool.importers.markdown.names import is_sentence
from catalog_tool.importers.markdown.words import words_of
from catalog_tool.importers.sites import LEAST, PICTURE, have_different_owners, sites_in
from catalog_tool.model.nodes import Plain

PERSON = "person"
"""The meaning of a title for a first name or a surname, which entries don't have."""
NOTHING = "nothing"
"""The meaning of a title that tells nothing about a partner, such as its number in the list."""
HIDES = {
    **dict.fromkeys(("active", "enabled", "published", "visible"), "false"),
    **dict.fromkeys(("archived", "disabled", "draft", "hidden"), "true"),
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
_NO_NAMES = re.compile(rf"{PICTURE.pattern}|\A(?:id|key|slug)\Z", re.IGNORECASE)
_NUMBERS = frozenset("# id index no nr order position weight".split())
_DIGITS = 9


def keys_of(objects: Sequence[Mapping[str, Plain]], choices: Choices) -> dict[str, str]:
    """Return the key of an entry that each title of a list means, or ``""``.

    Args:
        objects: the values of each object by title.
        choices: what was said about the list.
    """
    objects = list(filter(None, objects))  # a table has empty rows
    titles = dict.fromkeys(chain.from_iterable(objects))
    keys = {title: choices.guess_key(title) for title in titles}
    persons = _FIRST_NAMES | _SURNAMES
    if any("_".join(words_of(title)) in _SURNAMES for title in titles):
        persons |= _NAMES_BESIDE_SURNAMES
    for title in titles:
        if choices.is_chosen(title):
            continue
        if "_".join(words_of(title)) in persons:
            keys[title] = PERSON
        elif PICTURE.search(title) and keys[title] == "links":
            keys[title] = ""
    for title in [each for each in titles if not keys[each]]:
        is_repeated = title in _REPEATED and not OF_A_CATALOG.isdisjoint(titles)
        told = {str(each.get(title, "")).lower() for each in objects}
        is_shown = title.lower() in HIDES and told <= {"", "false", "true"}
        if is_repeated or is_shown or _are_numbers(title, objects):
            keys[title] = NOTHING
    first = [site.address for each in objects for site in islice(sites_in(each, keys), 1)]
    if "name" not in keys.values() and have_different_owners(first):
        named = [title for title in titles if not keys[title] and _are_names(title, objects)]
        keys |= dict.fromkeys(named if len(named) == 1 else (), "name")
    return keys


def _are_names(title: str, objects: Sequence[Mapping[str, Plain]]) -> bool:
    """Return whether the values of a title are different short texts."""
    values = [str(value) for each in objects if (value := each.get(title))]
    short = [text for text in values if not (is_sentence(text) or _NO_NAME.search(text))]
    is_list = len(objects) >= LEAST and 2 * len(short) > max(len(values), len(objects) - 1)
    return is_list and 5 * len(set(values)) > 4 * len(values) and not _NO_NAMES.search(title)


def _are_numbers(title: str, objects: Sequence[Mapping[str, Plain]]) -> bool:
    """Return whether the values of a title count or order the objects."""
    texts = [str(each.get(title, "")) for each in objects]
    if not all(text.isdecimal() and len(text) <= _DIGITS for text in texts):
        return False
    count = [str(int(texts[0]) + n) for n in range(len(texts))]
    return len(objects) >= LEAST and (texts == count or title.lower() in _NUMBERS)
