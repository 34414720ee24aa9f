"""Countries, regions, and languages by their names in other languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from catalog_tool.model.fields import FieldValue
from catalog_tool.site.finder.function_words import FUNCTION_WORDS
from catalog_tool.text.ordering import latin

_MOST_PARTS = 10
"""Countries in the name of a value, because each has several names."""

_PARTS = re.compile(r"\s*[,;/&]\s*(?:and\s+)?|\s+(?:and|und|et)\s+")


def named_values(choices: Mapping[str, FieldValue], language: str) -> list[list[str]]:
    """Return the values of a field, each with its id and all its names, also in other languages.

    A value that lists countries has the names of those that are no values themselves.

    Args:
        choices: the values by their ids.
        language: see :func:`names_elsewhere`.
    """
    whole = {id_: names_elsewhere(each.name, language) for id_, each in choices.items()}
    taken = {latin(name) for names in whole.values() for name in names}
    listed = {
        id_: [
            name
            for part in _PARTS.split(each.name)[:_MOST_PARTS]
            for name in names_elsewhere(part, language)
            if latin(name) not in taken
        ]
        for id_, each in choices.items()
    }
    return [
        [id_, each.name, *each.aliases, *(whole[id_] or listed[id_])]
        for id_, each in choices.items()
    ]


def names_elsewhere(name: str, language: str) -> tuple[str, ...]:
    """Return the names of a country, a region, or a language in the languages of questions.

    The names are those of the Common Locale Data Repository of Unicode.

    Args:
        name: its name in one of these languages. Other texts have no names elsewhere.
        language: the language of the site, besides those of :data:`FUNCTION_WORDS`.

    >>> names_elsewhere("Switzerland", "en")
    ('Schweiz', 'Suisse')
    >>> names_elsewhere("European Union", "en")
    ('Europäische Union', 'Europäischen Union', 'Union européenne')
    >>> names_elsewhere("REST", "en")
    ()
    """
    languages = tuple(sorted({*FUNCTION_WORDS, language}))
    codes = {code for each in languages if (code := _codes(each).get(latin(name)))}
    names = (
        form
        for code in sorted(codes)
        for each in languages
        for form in _forms(_names(each)[code], each)
    )
    return tuple(dict.fromkeys(each for each in names if latin(each) != latin(name)))


def _forms(name: str, language: str) -> tuple[str, ...]:
    """Return a name, and how it is behind a German preposition: in den Vereinigten Staaten."""
    declined = re.sub(r"^(\w+e)s?(?=\s)|^(Niederlande)$", r"\1\2n", name)
    return (name, declined) if language == "de" and declined != name else (name,)


@cache
def _names(language: str) -> dict[str, str]:
    """Return the names in a language by their codes; in English, if it isn't known."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - only sites have it

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    english = Locale("en")
    known = {**english.languages, **english.territories}  # each language has names for most
    return known | dict(locale.languages) | dict(locale.territories)


@cache
def _codes(language: str) -> dict[str, str]:
    return {latin(name): code for code, name in _names(language).items()}
