"""Finds the web addresses of an object: its values, and the links in its lists of links."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from catalog_tool.importers.choices import Choices
from catalog_tool.importers.markdown.address import Address
from catalog_tool.importers.markdown.words import words_of
from catalog_tool.importers.result import Lines
from catalog_tool.importers.values import all_of, said
from catalog_tool.model.key_names import LINK_KEY_OF_NAME
from catalog_tool.model.nodes import Plain

SITE = re.compile(r"https?://", re.IGNORECASE)
"""The start of a web address."""
PICTURE = re.compile(r"avatar|ph?oto|ima?ge?|icon|logo|picture|thumb", re.IGNORECASE)
"""A title of pictures."""
LEAST = 2
"""The fewest objects that show what their values are."""


class Site(NamedTuple):
    """A web address of an object, the title of its value, and its label if it is in a list."""

    address: str
    title: str
    label: str = ""


def sites_in(values: Mapping[str, Plain], keys: Mapping[str, str]) -> Iterator[Site]:
    """Yield each web address of an object that isn't one of a picture."""
    for title, value in values.items():
        if keys[title] == "links" and not isinstance(value, str):
            for link in links_in(title, value):
                yield Site(str(link["url"]), title, str(link["label"]))
        elif isinstance(value, str) and SITE.match(value) and not PICTURE.search(title):
            yield Site(value, title)


def has_site(values: Mapping[str, Plain], choices: Choices) -> bool:
    """Return whether an object has a web address, not counting those of objects in it."""
    return any(sites_in(values, {title: choices.guess_key(title) for title in values}))


def links_in(title: str, value: Plain) -> tuple[dict[str, Plain], ...]:
    """Return the links that a value has, each with a label and an address."""
    return tuple(
        _link(each)
        if isinstance(each, dict)
        else {"label": said(each if isinstance(value, tuple) else title), "url": said(each)}
        for each in all_of(value)
    )


def have_different_owners(sites: Collection[str]) -> bool:
    """Return whether most of several web addresses have different owners."""
    owners = {Address(Lines(1, 1), site).owner for site in sites}
    return len(sites) >= LEAST and 2 * len(owners) > len(sites)


def is_like(site: str, name: str) -> bool:
    """Return whether the domain of a web address has a word of a name."""
    return Address(Lines(1, 1), site).is_like(name)


def _link(value: Mapping[str, Plain]) -> dict[str, Plain]:
    """Return a link as entries have it; what isn't the address is the label."""
    told = {title: said(each) for title, each in value.items()}
    link: dict[str, Plain] = {}
    for title, text in told.items():
        key = LINK_KEY_OF_NAME.get("_".join(words_of(title)), title)
        link[title if key in link else key] = text
    if link.keys() >= {"label", "url"}:
        return link
    url = str(link.get("url") or next(filter(SITE.match, told.values()), ""))
    return {"label": " ".join(text for text in told.values() if text != url), "url": url}
