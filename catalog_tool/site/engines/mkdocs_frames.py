"""The theme's frame around a page, rendered once for all pages that differ only in their texts.

The theme takes most of the time that MkDocs needs for a page, and writes nearly the same around
each of them. So a page with placeholders is rendered once for each folder of pages, and later pages
only fill it in. A frame is used only if that makes no difference: not if the template changes a
placeholder, or if the second page with this frame comes out differently.

The frames of all pages of the catalog are without the indentation of the theme's templates. It is
a tenth of a page of a partner, and shows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from jinja2 import Environment, Template
from mkdocs.structure.pages import Page

# Only pages in such folders are many, and the theme links to none of them.
_FEWEST_FOLDERS = 2
# A filter that escapes, strips, or shortens texts would change one that looks like this.
_PLACEHOLDER = "\x02{} <i>&amp;\"'</i>\x03"
_FOUND = re.compile(re.escape(_PLACEHOLDER).replace(r"\{\}", r"([\w.]+)"))
_TEXTS = ("title", "canonical_url", "abs_url", "edit_url")
# Elements in which white space may mean something, or indentation and blank lines.
_INDENTATION = re.compile(
    r"(<(pre|script|style|textarea)\b.*?</\2\s*>)|\n\s+", re.DOTALL | re.IGNORECASE
)

Render = Callable[[dict[str, Any]], str]
Frames = dict[object, list["_Frame"]]


def use_frames(env: Environment, ours: Container[str], *, can_share: bool) -> None:
    """Let the templates of an environment write frames without indentation, each only once.

    Args:
        env: an environment that hasn't loaded a template yet.
        ours: paths of the sources of the catalog's pages.
        can_share: whether pages outside of the navigation can share a frame.
    """
    frames: dict[str | None, Frames] = {}

    class FramedTemplate(Template):
        def render(self, context: dict[str, Any]) -> str:  # as MkDocs calls it
            page: Page | None = context.get("page")
            if page is None or page.file.src_uri not in ours:
                return super().render(context)
            in_navigation = any(page is each for each in context["nav"].pages)
            if not can_share or in_navigation or page.url.count("/") < _FEWEST_FOLDERS:
                return _without_indentation(super().render(context), page.content or "")
            return _render(context, super().render, frames.setdefault(self.name, {}))

    env.template_class = FramedTemplate


def _without_indentation(html: str, body: str) -> str:
    """Return a page without indentation around its body, in which nothing changes."""
    before, body, after = html.partition(body) if body else ("", html, "")
    return f"{_squeeze(before)}{body}{_squeeze(after)}"


def _squeeze(html: str) -> str:
    return _INDENTATION.sub(lambda found: found[1] or "\n", html)


class _Body(str):  # noqa: SLOT000 - there are few of them
    """A placeholder for the body of a page that remembers what a template looks for in it."""

    body: str
    looked_for: dict[str, bool]

    def __new__(cls, body: str) -> Self:
        new = super().__new__(cls, _PLACEHOLDER.format("content"))
        new.body, new.looked_for = body, {}
        return new

    def __contains__(self, part: object) -> bool:
        found = str(part) in self.body
        self.looked_for[str(part)] = found
        return found


class _Blank:
    """A page with placeholders for its texts. Everything else is that of a real page."""

    def __init__(self, page: Page, texts: Mapping[str, str]) -> None:
        self._page = page
        blanks = {name: _PLACEHOLDER.format(name) for name in texts}
        self.meta = {key: blanks.get(f"meta.{key}", value) for key, value in page.meta.items()}
        self.content = _Body(texts["content"])
        self.__dict__ |= {name: blanks[name] for name in _TEXTS if name in blanks}

    def __getattr__(self, name: str) -> object:
        return getattr(self._page, name)


@dataclass(slots=True)
class _Frame:
    """What a template wrote around the placeholders of one page.

    Attributes:
        parts: what it wrote, and the names of the placeholders in between.
        looked_for: what it looked for in the body, and whether it was there.
        is_proved: whether another page came out equally; ``None`` if there was none yet.
    """

    parts: tuple[str, ...]
    looked_for: Mapping[str, bool] = field(default_factory=dict)
    is_proved: bool | None = None

    def fits(self, body: str) -> bool:
        """Return whether a template would take the same branches for another body."""
        return all((part in body) is found for part, found in self.looked_for.items())

    def fill(self, texts: Mapping[str, str]) -> str:
        """Return the frame with the texts of a page."""
        return "".join(texts[part] if at % 2 else part for at, part in enumerate(self.parts))


def _render(context: dict[str, Any], render: Render, frames: Frames) -> str:
    page = context["page"]
    texts = _texts_of(page)
    others = {key: value for key, value in page.meta.items() if f"meta.{key}" not in texts}
    folder = page.url.rstrip("/").rpartition("/")[0]
    alike = frames.setdefault((folder, frozenset(texts), repr(others)), [])
    frame = next((each for each in alike if each.fits(texts["content"])), None)
    if frame and frame.is_proved:
        return frame.fill(texts)
    written = _without_indentation(render(context), texts["content"])
    if frame is None:
        alike.append(_frame_around(context, texts, render))
    elif frame.is_proved is None:
        frame.is_proved = frame.fill(texts) == written
    return written


def _texts_of(page: Page) -> dict[str, str]:
    meta = {f"meta.{key}": value for key, value in page.meta.items() if isinstance(value, str)}
    own = {name: getattr(page, name) for name in _TEXTS if getattr(page, name)}
    return {**meta, **own, "content": page.content or ""}


def _frame_around(context: dict[str, Any], texts: Mapping[str, str], render: Render) -> _Frame:
    blank = _Blank(context["page"], texts)
    parts = tuple(_FOUND.split(_squeeze(render({**context, "page": blank}))))
    is_changed = any("\x02" in part for part in parts[::2])
    return _Frame(parts, blank.content.looked_for, False if is_changed else None)
