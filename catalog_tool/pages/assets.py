"""The style sheets and scripts of the site: files of this package, the small ones joined.

A visitor fetches one script for each thing that a page does, for each fetch costs a phone a way to
the server and back. Here each stays in parts that are read and tested by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from catalog_tool.generated import GeneratedFile

FOLDER = Path(__file__).parents[1] / "assets"
SITE_FOLDER = "assets"
THEME = Path(__file__).parent / "theme"
"""Templates that take the place of the theme's own."""


def _parts(prefix: str, names: str) -> tuple[str, ...]:
    return tuple(f"{prefix}-{name}.js" for name in names.split())


_NAMES = "shared/names.js"

_SHEETS = "colours frame type heads buttons cards facts rows notices home contribute figures"

JOINED: Mapping[str, tuple[str, ...]] = {
    # What readers wish, and paper, have the last word.
    "catalog.css": tuple(f"catalog/{name}.css" for name in [*_SHEETS.split(), "wishes", "paper"]),
    "compare/comparison.js": (
        *_parts("finder/interface", "address elements loading"),
        *_parts("compare/compare", "choice facts rows table picker page"),
    ),
    "finder/engine.js": (
        _NAMES,
        *_parts("finder/engine", "words slips texts index query grading matching together"),
        *_parts("finder/engine", "mentions facets nearest listing find"),
    ),
    "finder/interface.js": (
        *_parts("finder/interface", "address elements highlight loading results facets nothing"),
        *_parts("finder/interface", "panel keys erase start"),
    ),
    "form/form.js": (
        _NAMES,
        *_parts("form/entry", "characters names addresses letters claims words emphasis inline"),
        *_parts("form/entry", "markdown yaml checks fields form"),
    ),
}
"""Files that are published as one, below ``assets/``, each with its parts in their order."""


def asset_files() -> Iterator[GeneratedFile]:
    """Yield each file, below ``assets/``, with those that scripts fetch where they need them."""
    parts = {part for each in JOINED.values() for part in each}
    for path in sorted(FOLDER.rglob("*.*")):
        name = path.relative_to(FOLDER).as_posix()
        if name not in parts:
            yield GeneratedFile(f"{SITE_FOLDER}/{name}", _text(name))
    for name in JOINED:
        yield GeneratedFile(f"{SITE_FOLDER}/{name}", joined(name))


def joined(name: str) -> str:
    """Return the text of one of the ``JOINED`` files."""
    return "".join(_text(part) for part in JOINED[name])


def asset_paths(suffix: str) -> list[str]:
    """Return the site's paths of the assets of every page that end in ``suffix``: ``.css``."""
    names = {path.name for path in FOLDER.glob(f"*{suffix}")}
    names |= {name for name in JOINED if name.endswith(suffix) and "/" not in name}
    return [f"{SITE_FOLDER}/{name}" for name in sorted(names)]


def _text(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")
