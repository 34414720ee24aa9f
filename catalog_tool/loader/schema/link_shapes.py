"""Links whose label and address are in the wrong place, and their repair."""

from __future__ import annotations

from catalog_tool.model.diagnostic import ProposedFix
from catalog_tool.model.edits import ReplaceText, Where
from catalog_tool.model.nodes import Mapping, Scalar
from catalog_tool.model.source import Source
from catalog_tool.text.urls.address import web_address_fault
from catalog_tool.text.yaml_scalar import as_scalar

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
    return ProposedFix("write label and url", (ReplaceText(key.start, value.start, lines),))


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
    return ProposedFix("remove the second dash", (ReplaceText(dash, dash + 1, " "),))
