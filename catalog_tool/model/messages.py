"""The words of a catalog: its messages in one language, and what its owner calls things.

The English text of a message is its id, as usual with gettext, so that translators can use their
tools. They are in ``site/messages/catalogs``, because nearly all are words of the site. Owners
override any message in ``mkdocs.yml``.
"""

from __future__ import annotations

import datetime as dt
import gettext
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from catalog_tool.model.settings import Settings
from catalog_tool.model.wording import Override

SOURCE_LANGUAGE = "en"
CATALOGS = Path(__file__).parents[1] / "site/messages/catalogs"
"""Folder of the catalogs: ``de.po`` for translators, and ``de.mo`` for the program."""

DETAILS = {
    "Formerly": "former_names",
    "Product": "products",
    "Summary": "summary",
    "Logo": "logo",
    "Tested on": "tested_on",
    "Tested by": "tested_by",
    "Maintainers": "maintainers",
    "Entry": "",
}
"""The core key, or ``""`` for the file, that a message labels in the details of an entry."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""The messages for the months."""

# Order of the forms of a plural in gettext catalogs; the source is Unicode CLDR.
_PLURAL_FORMS = ("zero", "one", "two", "few", "many", "other")
# Numbers among which each form of every language is found.
_NUMBERS_OF_ALL_FORMS = range(200)


class _Nothing(gettext.NullTranslations):
    """The answer for a message that a language lacks."""

    def gettext(self, message: str) -> str:  # noqa: ARG002 - every message is missing
        return ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002 - likewise
        return ""


@dataclass(frozen=True)
class Messages:
    """The messages of one catalog in one language.

    Attributes:
        language: tag of the language, such as ``de``.
        translations: the messages in that language; ``""`` for those that it lacks.
        overrides: the owner's own texts, by the English text of the message.
        nouns: what this catalog calls partners and applications, by placeholder: ``partners``, and
            ``Partners`` where a sentence starts.
        question_words: words that mean little in a question to this catalog.
    """

    language: str
    translations: gettext.NullTranslations
    overrides: Mapping[str, Override]
    nouns: Mapping[str, str]
    question_words: Sequence[str] = ()

    def gettext(self, message: str, **values: object) -> str:
        """Return a message in the language of the site.

        Args:
            message: its English text, with placeholders such as ``%(name)s``.
            values: values of the placeholders, except the nouns.
        """
        return self.pattern(message) % {**self.nouns, **values}

    def ngettext(self, one: str, other: str, number: int, **values: object) -> str:
        """Return a message in the form that fits a number, which is also its value ``num``.

        Args:
            one: its English text for one.
            other: its English text for any other number.
            number: the number.
            values: values of other placeholders.
        """
        values = {**self.nouns, "num": self.number(number), **values}
        return self.plural_pattern(one, other, number) % values

    def number(self, number: int) -> str:
        """Return a whole number with the separators of the language."""
        return f"{number:,}".replace(",", self.pattern(","))

    def decimal(self, number: str) -> str:
        """Return a decimal number, such as ``99.5``, as the language writes it."""
        return number.replace(".", self.gettext("."))

    def day(self, day: str | dt.date) -> str:
        """Return a day, which may be in the form of ISO 8601, such as ``Oct 14, 2026``."""
        date = dt.date.fromisoformat(str(day))
        month = self.gettext(MONTHS[date.month - 1])
        return self.gettext(
            "%(month)s %(day)s, %(year)s", month=month, day=date.day, year=date.year
        )

    def month(self, day: str | dt.date) -> str:
        """Return the month of a day, which may be in the form of ISO 8601, such as ``Oct 2026``."""
        date = dt.date.fromisoformat(str(day))
        month = self.gettext(MONTHS[date.month - 1])
        return self.gettext("%(month)s %(year)s", month=month, year=date.year)

    def every(self, names: Sequence[str]) -> str:
        """Return names as a list in a sentence."""
        between = self.separators(len(names))
        return "".join(name + sign for name, sign in zip(names, between, strict=True))

    def separators(self, count: int) -> list[str]:
        """Return what follows each of some names in a sentence; nothing follows the last."""
        last = self.gettext(" and ") if count == 2 else self.gettext(", and ")  # noqa: PLR2004
        return [*[", "] * (count - 2), *[last] * (count > 1), ""]

    def pattern(self, message: str) -> str:
        """Return a message with its placeholders."""
        override = self.overrides.get(message)
        if isinstance(override, str):
            return override
        return self.translations.gettext(message) or message

    def plural_pattern(self, one: str, other: str, number: int) -> str:
        """Return the form of a message that fits a number, with its placeholders."""
        override = self.overrides.get(one)
        if isinstance(override, str):
            return override
        if override:
            forms = [override[each] for each in _PLURAL_FORMS if each in override]
            return forms[min(self._plural_index(number), len(forms) - 1)]
        english = one if number == 1 else other
        return self.translations.ngettext(one, other, number) or english

    def plural_patterns(self, one: str, other: str) -> list[str]:
        """Return all forms of a message, in the order of the language."""
        found = {
            self._plural_index(number): self.plural_pattern(one, other, number)
            for number in _NUMBERS_OF_ALL_FORMS
        }
        return [found[index] for index in sorted(found)]

    def is_translated(self, message: str) -> bool:
        """Return whether a message is in the language of the site; English always is."""
        if self.language == SOURCE_LANGUAGE or message in self.overrides:
            return True
        return bool(
            self.translations.gettext(message) or self.translations.ngettext(message, message, 1)
        )

    def untranslated(self, messages: Iterable[str]) -> tuple[str, ...]:
        """Return the messages that readers see in English."""
        return tuple(message for message in messages if not self.is_translated(message))

    def in_source_language(self) -> Messages:
        """Return the messages in English, with the owner's texts and nouns."""
        return replace(self, language=SOURCE_LANGUAGE, translations=_Nothing())

    def _plural_index(self, number: int) -> int:
        plural = getattr(self.translations, "plural", None)
        return int(plural(number)) if plural else int(number != 1)


def messages_of(settings: Settings) -> Messages:
    """Return the messages of a catalog."""
    translations = _translations(settings.language)
    nouns = {noun: own or translations.gettext(noun) or noun for noun, own in settings.nouns}
    capitalized = {noun.capitalize(): name[:1].upper() + name[1:] for noun, name in nouns.items()}
    return Messages(
        settings.language,
        translations,
        settings.messages,
        nouns | capitalized,
        settings.question_words,
    )


def languages() -> tuple[Messages, ...]:
    """Return the messages of every language of the program, without anybody's own words."""
    names = [SOURCE_LANGUAGE, *sorted(path.stem for path in CATALOGS.glob("*.mo"))]
    return tuple(messages_of(Settings(root=Path(), language=name)) for name in names)


@cache
def _translations(language: str) -> gettext.NullTranslations:
    """Return the translations of a language; none if there is no catalog for it."""
    try:
        with (CATALOGS / f"{language}.mo").open("rb") as catalog:
            translations: gettext.NullTranslations = gettext.GNUTranslations(catalog)
    except FileNotFoundError:
        return _Nothing()
    translations.add_fallback(_Nothing())
    return translations
