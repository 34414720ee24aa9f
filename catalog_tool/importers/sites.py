"""Finds the web addresses of an object: its values, and the links in its lists of links."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from catalog_tool.importers.choices import Choices
from catalog_tool.importers.values import all_of, said
from catalog_tool.importers.words import words_of
from catalog_tool.model.key_names import LINK_KEY_OF_NAME
from catalog_tool.model.nodes import Plain
from catalog_tool.text.urls.owners import host_in, is_like, owner_of

SITE = re.compile(r"https?://", re.IGNORECASE)
"""The start of a web address."""
PICTURE = re.compile(r"avatar|ph?oto|ima?ge?|icon|logo|picture|thumb", re.IGNORECASE)
"""A title of pictures."""
LEAST = 2
"""The fewest objects that show what their values are."""
_SAID = frozenset({"contact", "applications"})
"""Keys of a partner that links don't have."""
_SHORTEST = 3
"""The fewest letters of a word that can be the name of an account."""


_OF_PICTURE = re.compile(r"\S+\.(?:avif|gif|jpe?g|png|svg|webp)(?:\?\S*)?", re.IGNORECASE)


class Site(NamedTuple):
    """A web address of an object, the title of its value, and its labels if it is in a list."""

    address: str
    title: str
    labels: tuple[str, ...] = ()


def sites_in(values: Mapping[str, Plain], keys: Mapping[str, str]) -> Iterator[Site]:
    """Yield each web address of an object that isn't one of a picture."""
    for title, value in values.items():
        if keys[title] == "links" and not isinstance(value, str):
            for each, link in zip(all_of(value), links_in(title, value), strict=True):
                labels = each.values() if isinstance(each, dict) else [link["label"]]
                yield Site(str(link["url"]), title, tuple(map(said, labels)))
        elif not isinstance(value, str) or is_picture(title, value):
            continue
        elif SITE.match(value) or (keys[title] == "website" and host_in(value)):
            yield Site(value, title)


def is_picture(title: str, value: str) -> bool:
    """Return whether a title, or the end of a value, says that the value is a picture."""
    return bool(_OF_PICTURE.fullmatch(value) or PICTURE.search(title))


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


def are_pages_of(told: Mapping[str, str], listed: Plain, choices: Choices) -> bool:
    """Return whether most objects of a list are pages about the object around it.

    They are on its website, or each is on another host, where the path has its name or their own,
    and at least one has its name.

    Args:
        told: what the object around them says, by the key of an entry.
        listed: its value that may be such a list.
        choices: what was said about the list of partners.
    """
    if "name" not in told or not isinstance(listed, tuple):
        return False
    own = owner_of(told.get("website", ""))
    sites: list[str] = []
    pages: list[bool] = []
    for values in (each for each in listed if isinstance(each, dict)):
        keys = {title: choices.guess_key(title) for title in values}
        name = next((str(v) for title, v in values.items() if keys[title] == "name"), "")
        found = [site.address for site in sites_in(values, keys)]
        if choices.guess_key(name) == "website" and not _SAID.intersection(keys.values()):
            return True  # such as *Homepage*, which is a label
        sites += found
        if len(found) == 1:
            is_named = _has_in_path(found[0], told["name"])
            is_account = _has_in_path(found[0], name) and not is_like(found[0], name)
            pages += [is_named] if is_named or is_account else []
    hosts = {host[0] for each in sites if (host := host_in(each))}
    are_accounts = any(pages) and 2 * len(pages) > len(sites) == len(hosts)
    are_own = bool(own) and 2 * [*map(owner_of, sites)].count(own) > len(sites)
    return are_accounts or are_own


def have_different_owners(sites: Collection[str]) -> bool:
    """Return whether most of several web addresses have different owners."""
    owners = set(map(owner_of, sites))
    return len(sites) >= LEAST and 2 * len(owners) > len(sites)


def _has_in_path(site: str, name: str) -> bool:
    """Return whether the path of a web address has a word of a name."""
    path = SITE.sub("", site).lower().partition("?")[0].partition("/")[2]
    return any(word in path for word in words_of(name) if len(word) >= _SHORTEST)


def _link(value: Mapping[str, Plain]) -> dict[str, Plain]:
    """Return a link as entries have it; what isn't the address is the label."""
    told = {title: said(each) for title, each in value.items()}
    link: dict[str, Plain] = {}
    for title, text in told.items():
        key = LINK_KEY_OF_NAME.get("_".join(words_of(title)), title)
        link[title if key in link else key] = text
    if link.keys() == {"label", "url"}:
        return link
    url = str(link.get("url") or next(filter(SITE.match, told.values()), ""))
    label: list[str] = []
    for title, text in told.items():
        is_known = is_picture(title, text) and {*words_of(text)}.intersection(
            words_of(" ".join(label))
        )
        if text != url and not is_known:  # not the icon of the name, such as *fa-brands fa-contoso*
            label.append(text)
    return {"label": " ".join(label), "url": url}
