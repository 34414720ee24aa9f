"""Where a published Markdown catalog has its partners, and what its labels say.

It is in the language of its site, so each language of the program is tried.
"""

from __future__ import annotations

import re

from catalog_tool.importers.choices import Choices
from catalog_tool.importers.markdown.outline import PageSection
from catalog_tool.model.messages import DETAILS, Messages, languages

_LABELS = (
    *("Description", "Contact information", "%(Applications)s supported", "Links", "Details"),
    *("Website", "Contact", "Full list", *DETAILS),
)
"""The messages that the exporter has as labels."""


def labels_of(choices: Choices) -> dict[str, str]:
    """Return the message of each label, in the catalog's own words and in every language.

    A label of an own field of the catalog is none of another language.
    """
    own = {field.label for field in choices.fields.values()}
    labels = {words.gettext(each): each for words in languages() for each in _LABELS}
    known = {text: each for text, each in labels.items() if text not in own}
    spoken = choices.words or languages()[0]
    return known | {spoken.gettext(each): each for each in _LABELS}


def start_of_partners(choices: Choices) -> re.Pattern[str]:
    """Return the pattern of the sentence with the number of partners."""
    spoken = [*languages(), *filter(None, [choices.words])]
    return re.compile("|".join(map(_first_sentence, spoken)))


def partner_sections(page: PageSection, start: re.Pattern[str]) -> list[PageSection]:
    """Return the sections of the chapter that starts with the number of partners."""
    for section in (page, *page.sections):
        for chapter in section.sections:
            first = chapter.blocks[0] if chapter.blocks else None
            if first and first.is_text and start.match(first.line.text):
                return chapter.sections
    return []


def _first_sentence(words: Messages) -> str:
    forms = words.plural_patterns(
        "%(num)s %(partner)s.", "%(num)s %(partners)s in alphabetical order."
    )
    sentences = {form % {**words.nouns, "num": "\0"} for form in forms}
    return "|".join(re.escape(each).replace("\0", r"\d[\d.,\s]*") for each in sentences)
