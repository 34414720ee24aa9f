"""A form has no files, so it asks for no logo, and keeps that of an entry that it replaces."""

import shutil
from pathlib import Path

from catalog_tool.contributions.issue_form.engine import judge_issue
from catalog_tool.loader.configuration import load_settings
from tests.checking import ordered_entry
from tests.contributions.issue_form.bodies import VALUES, fill_form
from tests.loader.logos.test_svg import logo
from tests.site.exporters.catalogs import REPOSITORY


def test_a_logo_stays(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "partners", tmp_path / "partners")
    shutil.copytree(REPOSITORY / "docs/prose", tmp_path / "docs/prose")
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path)
    (tmp_path / "partners/logos").mkdir()
    (tmp_path / "partners/logos/acme-identity.svg").write_bytes(logo(""))
    entry = ordered_entry("logo: acme-identity.svg\n", "acme-identity")
    (tmp_path / "partners/acme-identity.yaml").write_text(entry, encoding="utf-8")
    result = judge_issue(load_settings(tmp_path), fill_form(VALUES))
    assert "logo: acme-identity.svg\n" in result.text
    assert result.messages == ()
