"""What the values of objects say, whatever their shape."""

from __future__ import annotations

from catalog_tool.model.nodes import Plain


def is_empty(value: Plain) -> bool:
    """Return whether a value says nothing."""
    return value in ("null", "~", (), {}) or (isinstance(value, str) and not value.strip())


def all_of(value: Plain) -> tuple[Plain, ...]:
    """Return the values of a list, or the only value."""
    return value if isinstance(value, tuple) else (value,)


def said(value: Plain) -> str:
    """Return the words of a value."""
    if isinstance(value, dict):
        return "; ".join(f"{title}: {said(each)}" for title, each in value.items())
    return ", ".join(map(said, value)) if isinstance(value, tuple) else value
