"""The style sheet and scripts of the site: files of this package, published as they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from catalog_tool.generated import GeneratedFile

FOLDER = Path(__file__).parents[1] / "assets"
SITE_FOLDER = "assets"
THEME = Path(__file__).parent / "theme"
"""Templates that take the place of the theme's own."""


def asset_files() -> Iterator[GeneratedFile]:
    """Yield each file, below ``assets/``, with those that scripts fetch where they need them."""
    for path in sorted(FOLDER.rglob("*.*")):
        name = path.relative_to(FOLDER).as_posix()
        yield GeneratedFile(f"{SITE_FOLDER}/{name}", path.read_text(encoding="utf-8"))


def asset_paths(suffix: str) -> list[str]:
    """Return the site's paths of the assets of every page that end in ``suffix``: ``.css``."""
    return [f"{SITE_FOLDER}/{path.name}" for path in sorted(FOLDER.glob(f"*{suffix}"))]
