"""Links whose label and address are in the wrong place, and their repair."""

from __future__ import annotations

import re
from collections.abc import Collection

from catalog_tool.loader.limits import LONGEST_GUESSED
from catalog_tool.model.diagnostic import ProposedFix
from catalog_tool.model.edits import Edit, Where
from catalog_tool.model.nodes import Mapping, Node, Scalar
from catalog_tool.model.source import Source
from catalog_tool.text.urls.address import host_of, web_address_fault
from catalog_tool.text.yaml_scalar import as_scalar

# A label before an address has no character that could belong to an address.
_LINK_IN_TEXT = re.compile(
    r"\[(?P<text>[^\[\]]*)\]\(<?(?P<target>[^()<>\s]+)>?\)"
    r"|(?P<label>\b[\w &.]{1,60}(?:: | - | – | ))?<?(?P<url>https://[^\s<>,;|()\[\]]+)>?"
)
_SEPARATORS = " \t\n,;|/·•-*[]"
_LINK = 3  # steps of a place such as ("links", 0, "url")


def label_for_key(source: Source, where: Where) -> ProposedFix | None:
    """Return the fix for ``Documentation: https://…``, whose key is meant as the label.

    Args:
        source: the file.
        where: the unknown key.
    """
    parent, value = source.node(where[:-1]), source.node(where)
    if len(where) != _LINK or where[0] != "links" or not isinstance(parent, Mapping):
        return None
    key = source.key(where)
    if key is None or not isinstance(value, Scalar) or len(parent.pairs) > 1:
        return None
    if web_address_fault(value.value):
        return None
    _, column = source.position(key.start)
    lines = f"label: {as_scalar(key.value, key.style)}\n{' ' * (column - 1)}url: "
    return ProposedFix("write label and url", (Edit(key.start, value.start, lines),))


def links_from_text(text: str) -> list[tuple[str, str]]:
    """Return the labels and addresses in a text, such as ``[Docs](https://…) | [SDK](https://…)``.

    A label is ``""`` if there is none. The list is empty if the text also says anything else.
    """
    if len(text) > LONGEST_GUESSED:
        return []
    found = list(_LINK_IN_TEXT.finditer(text))
    rest = _LINK_IN_TEXT.sub("", text)
    if not found or rest.strip(_SEPARATORS):
        return []
    links = [
        ((each["text"] or each["label"] or "").strip(" :-–"), each["target"] or each["url"])
        for each in found
    ]
    return [] if any(web_address_fault(url) for _, url in links) else links


def write_links(
    source: Source, key: Scalar, node: Scalar, links: list[tuple[str, str]]
) -> tuple[str, ProposedFix]:
    """Return the hint and the fix that write links, which were one text, as a list."""
    lines = "".join(
        f"\n  - label: {as_scalar(label or host_of(url))}\n    url: {as_scalar(url)}"
        for label, url in links
    )
    colon = source.text.find(":", key.end, node.start)
    end = node.end - (source.text[node.end - 1] == "\n")
    change = Edit(colon + 1, end, lines)
    fix = ProposedFix("write label and url", (change,), safe=all(label for label, _ in links))
    return f"Write a label and a url for each link:{lines[:200]}", fix


def write_link(source: Source, node: Scalar) -> tuple[str, ProposedFix | None]:
    """Return the hint and the fix for a link that is written as text."""
    links = links_from_text(node.value)
    if len(links) != 1:
        return "Write label: and url: on separate lines.", None
    ((label, url),) = links
    _, column = source.position(node.start)
    written = as_scalar(label or host_of(url))
    lines = f"label: {written}\n{' ' * (column - 1)}url: {as_scalar(url)}"
    change = Edit(node.start, node.end, lines)
    hint = f"Write the text of the link and its address: label: {written} and url: {url}"
    return hint, ProposedFix("write label and url", (change,), safe=bool(label))


def as_link(source: Source, where: Where, keys: Collection[str]) -> ProposedFix | None:
    """Return the fix that moves ``documentation: https://…`` to the links, titled by the new label.

    Only the first such key has a fix, because ``links`` must be there once.

    Args:
        source: the file.
        where: the unknown key at the top of an entry.
        keys: the keys of an entry.
    """
    key, value = source.key(where), source.node(where)
    if len(where) != 1 or key is None or source.root is None or not _is_web_address(value):
        return None
    label = key.value.replace("_", " ").replace("-", " ").strip()
    label = f"{label[:1].upper()}{label[1:]}"
    lines = f"  - label: {as_scalar(label)}\n    url: "
    others = [pair for pair in source.root.pairs if _is_extra(pair, keys)]
    links = source.node(("links",))
    if links is None and others and others[0][0] is key and isinstance(value, Scalar):
        change = Edit(key.start, value.start, f"links:\n{lines}")
        return ProposedFix(label, (change,), safe=False)
    return ProposedFix(label, (), safe=False)


def _is_extra(pair: tuple[Scalar, Node], keys: Collection[str]) -> bool:
    key, value = pair
    return key.value not in keys and _is_web_address(value)


def _is_web_address(node: Node | None) -> bool:
    return isinstance(node, Scalar) and not web_address_fault(node.value)


def dash_between_keys(source: Source, where: Where) -> ProposedFix | None:
    """Return the fix for a link whose ``label`` and ``url`` have a dash each.

    Args:
        source: the file.
        where: the key that is missing in the first of the two links.
    """
    if len(where) != _LINK or where[0] != "links" or not isinstance(where[1], int):
        return None
    this, following = source.node(where[:-1]), source.node(("links", where[1] + 1))
    if not isinstance(this, Mapping) or not isinstance(following, Mapping):
        return None
    keys = [[key.value for key, _ in node.pairs] for node in (this, following)]
    if sorted(map(len, keys)) != [1, 1] or {*keys[0], *keys[1]} != {"label", "url"}:
        return None
    dash = source.text.rfind("-", this.end, following.start)
    if dash < 0:
        return None
    return ProposedFix("remove the second dash", (Edit(dash, dash + 1, " "),))
