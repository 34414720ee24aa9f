"""``catalog build`` exits with 1 if the audit finds anything, and keeps the existing site.

The faults are those that a careless owner would make: in the theme, in ``mkdocs.yml``, or in a page
of their own.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Catalog

ANALYTICS = "extra_javascript:\n  - https://cdn.contoso.com/analytics.js\n"
EMBEDDED = "# About\n\n<iframe src='https://video.contoso.com/1'></iframe>\n"


def with_foreign_script(root: Path) -> None:
    configuration = root / "mkdocs.yml"
    configuration.write_text(configuration.read_text(encoding="utf-8") + ANALYTICS, "utf-8")


def with_embedded_page(root: Path) -> None:
    (root / "docs" / "about.md").write_text(EMBEDDED, encoding="utf-8")
    configuration = root / "mkdocs.yml"
    text = configuration.read_text(encoding="utf-8")
    about = text.replace("  - Home: index.md\n", "  - Home: index.md\n  - About: about.md\n")
    configuration.write_text(about, encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (with_foreign_script, "A script from another site is loaded: https://cdn.contoso.com/"),
        (with_embedded_page, "about/index.html: The element <iframe> isn't allowed."),
    ],
)
def test_a_site_with_a_fault_is_not_published(
    own_catalog: Catalog, spoil: Callable[[Path], None], said: str
) -> None:
    site = own_catalog.root / "site"
    assert own_catalog.run("build").exit_code == 0
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    spoil(own_catalog.root)
    result = own_catalog.run("build")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: The new site failed the audit, so it was discarded.")
    assert result.stderr.count(said) == 1  # also if several pages have it
    assert "Hint: " in result.stderr
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before
    assert list(own_catalog.root.glob(".site*")) == []
