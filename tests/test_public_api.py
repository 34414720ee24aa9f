"""The public interface that other programs can rely on."""

import subprocess
import sys
from pathlib import Path

import pytest

import catalog_tool
from tests.documents import document

PUBLIC = frozenset(
    """
    AuditError BuildError Catalog CatalogError ComparedCommits ConfigurationError Diagnostic
    Difference Draft Edit Entry Finder FinderAnswer Fix FixedFile Fixes Forge GeneratedFile
    GitError ImportedFiles Inspection LinkSummary Loaded NoCatalogError Partner Patch
    PostedReview Publication PullRequest RenewalsDue Report Review Rule Scope Settings
    Severity StoppedError SuggestedVocabulary Upgraded all_rules build change_days check
    check_draft choices_of commit_id create_tree diff documentation_folder errors_in_reading
    facet_values files_to_publish find find_rule fix former_search_note inspect_forge
    json_schema judge_issue load_catalog load_queue load_settings make_patch
    missing_history_note new_draft new_text open_links open_pull open_pulls output_folder
    propose_entry publish put_broken_aside put_issue read_history read_lists read_proofs
    read_queue render render_repository_files renewals_due replace_text replace_texts review
    review_again review_pull rules_for_publishing scope_of select_rules settings_of
    stale_files suggest_vocabulary upgrade without_broken_entries write_fixes write_import
    write_tree writing
    """.split()
)


def run(program: str, folder: Path | None = None) -> str:
    return subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True, cwd=folder
    ).stdout


def test_these_names_are_public() -> None:
    assert {*vars(catalog_tool)["__all__"]} == PUBLIC
    assert set(dir(catalog_tool)) >= PUBLIC


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_each_public_name_leads_to_what_it_names(name: str) -> None:
    named = getattr(catalog_tool, name)
    assert named.__name__ == name
    assert named.__doc__


def test_an_unknown_name_is_refused() -> None:
    assert not hasattr(catalog_tool, "nothing")


def test_importing_the_package_imports_nothing_else() -> None:
    listing = "import sys; import catalog_tool; print([m for m in sys.modules if '.' in m])"
    loaded = run(listing)
    assert "catalog_tool." not in loaded
    assert "pydantic" not in loaded


def test_the_documented_program_runs(tmp_path: Path) -> None:
    (program,) = [
        each.text for each in document("docs/admins.md").fences if each.language == "python"
    ]
    (tmp_path / "mkdocs.yml").write_text("plugins: [catalog]\n", encoding="utf-8")
    (tmp_path / "partners").mkdir()
    (tmp_path / "partners" / "contoso.yaml").write_text("name: Contoso\n", encoding="utf-8")
    *found, last = run(program, tmp_path).splitlines()
    assert [line for line in found if "contact" in line]
    assert all(line.startswith("partners/contoso.yaml ") for line in found)
    assert last == "not ready"


def test_a_program_checks_a_catalog(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("plugins: [catalog]\n", encoding="utf-8")
    (tmp_path / "partners").mkdir()
    (tmp_path / "partners" / "contoso.yaml").write_text("name: Contoso\n", encoding="utf-8")
    report = catalog_tool.check(catalog_tool.load_settings(tmp_path))
    assert not report.may_publish
    assert {found.severity for found in report.diagnostics} >= {catalog_tool.Severity.ERROR}
    assert "missing-contact" in {found.name for found in report.diagnostics}
