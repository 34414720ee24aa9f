"""Reads a partner's section of the Markdown catalog back into the values of its entry, exactly.

Every part has a fixed place (see the writer in :mod:`_partner`), so nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from catalog_tool.model.fields import FieldDefinition
from catalog_tool.model.messages import DETAILS, Messages, languages
from catalog_tool.model.nodes import Plain
from catalog_tool.text.markup import parse_line, parse_markup
from catalog_tool.text.markup.blocks import (
    LinkTo,
    MarkupBlock,
    MarkupList,
    MarkupParagraph,
    Piece,
    blocks_of,
    plain_of,
    texts_of,
)
from catalog_tool.text.markup.markdown import without_separators

_PART = re.compile(r"^#### (.+)\n\n", re.MULTILINE)
_FULL_LIST = re.compile(r"([^<>]+): <([^<>\s]+)>")
_CONTACT = {"Website": "website", "Contact": "contact"}
_PARTNERS = "%(Partners)s"
_PARTS = ("Description", "Contact information", "%(Applications)s supported", "Links", "Details")
_SEVERAL = frozenset({"former_names", "products", "maintainers"})
_ON_ONE_LINE = frozenset({"maintainers"})
_LABELS = (*_PARTS, _PARTNERS, "Full list", *_CONTACT, *DETAILS)
"""The messages that the writer has as headings and labels."""


class PartnerReader:
    """Reads partners in any language of the program, and in the words of one catalog.

    Args:
        fields: the own fields of the catalog.
        words: its messages; English if ``None``.
    """

    def __init__(self, fields: Mapping[str, FieldDefinition], words: Messages | None) -> None:
        own = {field.label: key for key, field in fields.items()}
        spoken = {each.gettext(label): label for each in languages() for label in _LABELS}
        first = words or languages()[0]
        self._fields = fields
        # A label of an own field of the catalog is none of another language.
        self._labels = {text: label for text, label in spoken.items() if text not in own} | {
            first.gettext(label): label for label in _LABELS
        }
        self._contact, details = (
            {text: keys[label] for text, label in self._labels.items() if label in keys}
            for keys in (_CONTACT, DETAILS)
        )
        self._details_keys = own | details

    def is_chapter_of_partners(self, title: str) -> bool:
        """Return whether a heading is the one above the partners."""
        return self._labels.get(title) == _PARTNERS

    def read(self, section: str) -> dict[str, Plain] | None:
        """Return the values of an entry, with its id as ``""``; ``None`` if a part is different.

        Args:
            section: the text from the heading with the name to the last line of the partner.
        """
        heading, *parts = _PART.split(section)
        titles = [self._labels.get(_shown(title)) for title in parts[::2]]
        if not parts or len({*titles}) < len(titles) or "\n" in heading.strip("\n"):
            return None
        values: dict[str, Plain] = {"name": _shown(heading.removeprefix("### "))}
        try:
            for title, text in zip(titles, parts[1::2], strict=True):
                values |= self._part(title, text.strip("\n"))
        except (LookupError, TypeError, ValueError):  # somebody has edited it
            return None
        return values

    def _part(self, title: str | None, text: str) -> dict[str, Plain]:
        blocks = blocks_of(parse_markup(text))
        match title:
            case "Description":
                written = without_separators(text)
                if parse_markup(written).refused:
                    raise ValueError
                return {"description": f"{written}\n"}
            case "Contact information":
                return dict(_labeled(blocks, self._contact))
            case "%(Applications)s supported":
                return self._applications(text)
            case "Links":
                return {"links": tuple(_link(each) for each in _elements(blocks))}
            case "Details":
                return self._details(blocks)
        raise LookupError(title)

    def _applications(self, text: str) -> dict[str, Plain]:
        values: dict[str, Plain] = {}
        *before, last = text.split("\n\n")
        url = _FULL_LIST.fullmatch(last)
        if url and self._labels.get(url[1]) == "Full list":
            values["applications_url"] = url[2]
        else:
            before.append(last)
        if before and not before[0].startswith("- "):
            values["applications_note"] = without_separators(before.pop(0))
        names = "\n\n".join(before)
        return values | ({"applications": _names(blocks_of(parse_markup(names)))} if names else {})

    def _details(self, blocks: tuple[MarkupBlock, ...]) -> dict[str, Plain]:
        values: dict[str, Plain] = {}
        for key, text in _labeled(blocks, self._details_keys):
            field = self._fields.get(key)
            if key in {"", "logo"}:
                values[key] = PurePosixPath(text).name if key else PurePosixPath(text).stem
            elif not (field.multiple if field else key in _SEVERAL):
                values[key] = _chosen(field, text) if field else text
            else:
                is_one = field.has_commas if field else key not in _ON_ONE_LINE
                texts = [text] if is_one else text.split(", ")
                before = values.get(key, ())
                added = (_chosen(field, each) if field else each for each in texts)
                values[key] = (*(before if isinstance(before, tuple) else ()), *added)
        return values


def _chosen(field: FieldDefinition, text: str) -> str:
    """Return the id of the choice with a name, or the text if the field has no choices."""
    return {field.name_of(each): each for each in field.choices}.get(text, text)


def _shown(line: str) -> str:
    return "".join(texts_of(blocks_of(parse_line(line))))


def _elements(blocks: tuple[MarkupBlock, ...]) -> tuple[tuple[MarkupBlock, ...], ...]:
    (block,) = blocks
    if not isinstance(block, MarkupList):
        raise TypeError
    return block.elements


def _pieces(element: tuple[MarkupBlock, ...]) -> tuple[Piece, ...]:
    """Return the text of a list element that contains nothing else."""
    (paragraph,) = element
    if not isinstance(paragraph, MarkupParagraph):
        raise TypeError
    return paragraph.pieces


def _labeled(blocks: tuple[MarkupBlock, ...], keys: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for element in _elements(blocks):
        label, text = plain_of(_pieces(element)).split(": ", 1)
        yield keys[label], text


def _names(blocks: tuple[MarkupBlock, ...]) -> tuple[Plain, ...] | dict[str, Plain]:
    """Return names, or groups of names if the list contains lists."""
    elements = _elements(blocks)
    if all(len(element) == 1 for element in elements):
        return tuple(plain_of(_pieces(element)) for element in elements)
    groups: dict[str, Plain] = {}
    for name, *below in elements:
        groups[plain_of(_pieces((name,)))] = _names(tuple(below))
    return groups


def _link(element: tuple[MarkupBlock, ...]) -> dict[str, Plain]:
    (link,) = _pieces(element)
    if not isinstance(link, LinkTo):
        raise TypeError
    return {"label": plain_of(link.pieces), "url": link.target}
