"""What other programs may rely on."""

import subprocess
import sys
from pathlib import Path

import catalog_tool

PUBLIC = {
    "BuildError",
    "ConfigurationError",
    "Diagnostic",
    "Edit",
    "Fix",
    "GeneratedFile",
    "Partner",
    "Report",
    "Settings",
    "Severity",
    "build",
    "check",
    "load_settings",
    "published",
    "render",
}


def run(program: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    ).stdout


def test_these_names_are_public() -> None:
    assert set(catalog_tool.__all__) == PUBLIC
    assert set(dir(catalog_tool)) >= PUBLIC


def test_each_public_name_leads_to_what_it_names() -> None:
    for name in PUBLIC:
        assert getattr(catalog_tool, name).__name__ == name


def test_an_unknown_name_is_refused() -> None:
    assert not hasattr(catalog_tool, "nothing")


def test_importing_the_package_imports_nothing_else() -> None:
    listing = "import sys; import catalog_tool; print([m for m in sys.modules if '.' in m])"
    loaded = run(listing)
    assert "catalog_tool." not in loaded
    assert "pydantic" not in loaded


def test_a_program_checks_a_catalog(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("plugins: [catalog]\n", encoding="utf-8")
    (tmp_path / "partners").mkdir()
    (tmp_path / "partners" / "contoso.yaml").write_text("name: Contoso\n", encoding="utf-8")
    report = catalog_tool.check(catalog_tool.load_settings(tmp_path))
    assert not report.may_publish
    assert {found.severity for found in report.diagnostics} >= {catalog_tool.Severity.ERROR}
    assert "missing-contact" in {found.name for found in report.diagnostics}
