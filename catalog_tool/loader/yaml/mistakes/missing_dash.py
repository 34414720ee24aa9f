"""``SAP ECC`` below ``- IBM RACF``, below its dash: a line of a list without one."""

from __future__ import annotations

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake
from catalog_tool.model.edits import ReplaceText
from catalog_tool.text.yaml_scalar import as_scalar

RANK = 58

_DASH = "- "
_LINK_KEYS = {"label", "url"}


def find(line: Line) -> Mistake | None:
    """Recognise a line that stands exactly where the dashes of the list above it stand."""
    text = line.content.lstrip()
    is_own_kind = text.startswith("-") or text.endswith(":") or line.key in _LINK_KEYS
    above = next((each for each in line.above() if each.content), None)
    if not line.indent or is_own_kind or above is None or above.indent != line.indent:
        return None
    if not above.content.lstrip().startswith(_DASH):
        return None
    start, end = line.start + len(line.indent), line.start + len(line.content)
    written = f"{_DASH}{as_scalar(text)}"
    return Mistake(
        f"This line stands in a list, but has no dash: {text[:60]}",
        f"If it belongs to the list: {written[:80]}",
        (start, end),
        (ReplaceText(start, end, written),),
        "put a dash before it",
        safe=False,
    )
