"""The words of templates: messages as HTML, with inert values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup as SafeHtml

from catalog_tool.model.messages import SOURCE_LANGUAGE, Messages
from catalog_tool.text.markup import inert


def template_words(messages: Messages) -> Mapping[str, Any]:
    """Return the functions that templates call for their words.

    ``gettext`` and ``ngettext`` return HTML, which says that it is English if it isn't translated.
    ``_`` returns plain text, for attributes, and so do those for days and months. Messages can have
    markup; all values become inert.
    """
    nouns = _inert(messages.nouns)

    def gettext(message: str, **values: object) -> SafeHtml:
        return _marked(message, _filled(messages.pattern(message), nouns, values), messages)

    def ngettext(one: str, other: str, number: int, **values: object) -> SafeHtml:
        values = values | {"num": messages.number(number)}
        pattern = messages.plural_pattern(one, other, number)
        return _marked(one, _filled(pattern, nouns, values), messages)

    return {
        "gettext": gettext,
        "ngettext": ngettext,
        "_": messages.gettext,
        "day_in_words": messages.day,
        "month_in_words": messages.month,
        "number": messages.number,
    }


def _filled(pattern: str, nouns: Mapping[str, SafeHtml], values: Mapping[str, object]) -> SafeHtml:
    return SafeHtml(pattern % {**nouns, **_inert(values)})  # noqa: S704 - the owner's text


def _inert(values: Mapping[str, object]) -> dict[str, SafeHtml]:
    return {name: inert(value) for name, value in values.items()}


def _marked(message: str, text: SafeHtml, messages: Messages) -> SafeHtml:
    if messages.is_translated(message):
        return text
    return SafeHtml('<span lang="{}">{}</span>').format(SOURCE_LANGUAGE, text)
