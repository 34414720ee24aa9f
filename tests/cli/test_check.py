"""``catalog check``, as partners, admins, and programs run it."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checking import ordered_entry
from tests.cli.conftest import REPOSITORY, Catalog
from tests.repository import git

GOLDEN = REPOSITORY / "tests" / "golden"
INSECURE = "website: http://www.contoso.com/identity\n"
UNSORTED = "applications:\n  - SAP ECC\n  # leave this remark\n  - IBM RACF\n"
TWO_FAULTS = f"{INSECURE}{UNSORTED}"
# An error with a safe fix: a no-break space.
FIXABLE = "description: One\u00a0gateway.\n"
ERROR = ordered_entry(INSECURE)
WARNING = ordered_entry(UNSORTED)
CLEAN = ordered_entry()


# What is found, and how it is shown


def test_a_catalog_without_problems(catalog: Catalog) -> None:
    result = catalog.run("check")
    assert (result.stdout, result.stderr, result.exit_code) == (
        "2 files checked: no problems.\n",
        "",
        0,
    )


EXCEPTION = """\
- entry: contoso
  rule: claimed-approval
  value: Contoso Official
  reason: It is the registered name.
  review_by: 2099-12-31
"""


def test_the_check_says_how_many_problems_are_excepted(catalog: Catalog) -> None:
    catalog.write("contoso.yaml", ordered_entry("name: Contoso Official\n"))
    options = "check", "--ignore", "misnamed-file"
    assert catalog.run(*options).exit_code == 1
    catalog.write("_exceptions.yaml", EXCEPTION)
    result = catalog.run(*options)
    assert (result.stdout, result.exit_code) == (
        "3 files checked: no problems. 1 problem is excepted.\n",
        0,
    )
    facts = json.loads(catalog.run(*options, "--format", "json").stdout)
    assert facts["summary"] == {"files": 3, "errors": 0, "warnings": 0, "fixable": 0, "excepted": 1}


@pytest.mark.parametrize("format_name", ["text", "json", "github"])
def test_a_report_looks_like_its_golden_file(catalog: Catalog, format_name: str) -> None:
    catalog.write("contoso.yaml", ordered_entry(TWO_FAULTS))
    catalog.write("fabrikam.yaml", "name: Fabrikam\n")
    selection = "insecure-link,missing-contact,unsorted-applications"
    result = catalog.run("check", "--format", format_name, "--select", selection)
    golden = GOLDEN / f"check.{format_name}"
    assert result.stdout == golden.read_text(encoding="utf-8")
    assert (result.stderr, result.exit_code) == ("", 1)


@pytest.mark.parametrize("format_name", ["text", "json", "github"])
@pytest.mark.parametrize(
    ("entry", "options", "code"),
    [
        (CLEAN, [], 0),
        (CLEAN, ["--strict"], 0),
        (WARNING, [], 0),
        (WARNING, ["--strict"], 1),
        (ERROR, [], 1),
        (ERROR, ["--strict"], 1),
        (ERROR, ["--ignore", "CAT103"], 0),
        (ERROR, ["--select", "missing-contact"], 0),
        (ERROR, ["--select", "nonsense"], 2),
        (ERROR, ["absent.yaml"], 2),
        (ERROR, ["--since", "nonsense"], 2),
        (ERROR, ["--fix"], 1),
        (ERROR, ["--diff"], 1),
        (ordered_entry(FIXABLE), [], 1),
        (ordered_entry(FIXABLE), ["--diff"], 1),
        (ordered_entry(FIXABLE), ["--fix"], 0),
        (CLEAN, ["--diff"], 0),
        (ERROR, ["--fix", "--diff"], 2),
    ],
)
def test_exit_codes_follow_the_contract(
    catalog: Catalog, entry: str, options: list[str], code: int, format_name: str
) -> None:
    catalog.write("contoso.yaml", entry)
    assert catalog.run("check", "--format", format_name, *options).exit_code == code


def test_inside_github_actions_problems_become_annotations(catalog: Catalog) -> None:
    catalog.write("contoso.yaml", ERROR)
    result = catalog.run("check", GITHUB_ACTIONS="true")
    assert result.stdout.startswith("::error file=partners/contoso.yaml,line=2,")
    explicit = catalog.run("check", "--format", "text", GITHUB_ACTIONS="true")
    assert explicit.stdout.startswith("partners/contoso.yaml:2:")


def test_annotations_name_files_from_the_root_of_the_workspace(catalog: Catalog) -> None:
    catalog.write("contoso.yaml", ERROR)
    workspace = str(catalog.root.parent)
    result = catalog.run("check", GITHUB_ACTIONS="true", GITHUB_WORKSPACE=workspace)
    assert "file=catalog/partners/contoso.yaml," in result.stdout


def test_colors_are_printed_only_if_wanted(catalog: Catalog) -> None:
    catalog.write("contoso.yaml", ERROR)
    assert "\x1b[" not in catalog.run("check").stdout
    assert "\x1b[31m" in catalog.run("check", FORCE_COLOR="1").stdout
    assert "\x1b[" not in catalog.run("check", FORCE_COLOR="1", NO_COLOR="1").stdout


def test_worst_comes_first(catalog: Catalog) -> None:
    catalog.write("contoso.yaml", ordered_entry(TWO_FAULTS))
    report = json.loads(catalog.run("check", "--format", "json").stdout)
    severities = [found["severity"] for found in report["diagnostics"]]
    assert severities == ["error", "warning"]
    summary = {"files": 2, "errors": 1, "warnings": 1, "fixable": 1, "excepted": 0}
    assert report["summary"] == summary


# Which entries


def test_a_path_limits_what_is_shown_but_not_what_is_known(catalog: Catalog) -> None:
    catalog.write("contoso.yaml", ERROR)
    catalog.write("contoso-2.yaml", ordered_entry("name: Contoso\n", "contoso-2"))
    result = catalog.run("check", "partners/contoso-2.yaml", "--format", "json")
    found = json.loads(result.stdout)
    assert found["summary"]["files"] == 1
    assert {each["path"] for each in found["diagnostics"]} == {"partners/contoso-2.yaml"}
    assert "duplicate-partner" in {each["name"] for each in found["diagnostics"]}


@pytest.mark.parametrize(
    ("folder", "path", "shown"),
    [
        (".", "partners/contoso.yaml", "partners/contoso.yaml"),
        (".", "./partners/../partners/contoso.yaml", "partners/contoso.yaml"),
        ("partners", "contoso.yaml", "contoso.yaml"),
        ("docs", "../partners/contoso.yaml", "../partners/contoso.yaml"),
        (".", "partners", "partners/contoso.yaml"),
        (".", "partners/", "partners/contoso.yaml"),
        (".", ".", "partners/contoso.yaml"),
        ("partners", ".", "contoso.yaml"),
        ("partners", "..", "contoso.yaml"),
    ],
)
def test_paths_are_shown_as_one_would_type_them(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch, folder: str, path: str, shown: str
) -> None:
    catalog.write("contoso.yaml", ERROR)
    (catalog.root / "docs").mkdir()
    monkeypatch.chdir(catalog.root / folder)
    assert catalog.run("check", path).stdout.startswith(f"{shown}:2:")


def test_a_path_can_be_absolute(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    catalog.write("contoso.yaml", ERROR)
    monkeypatch.chdir(catalog.root.parent)
    configuration = catalog.root / "mkdocs.yml"
    path = catalog.root / "partners" / "contoso.yaml"
    result = catalog.run("--config", configuration, "check", path)
    assert result.stdout.startswith("catalog/partners/contoso.yaml:2:")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("partners/absent.yaml", "partners/absent.yaml doesn't exist."),
        ("partners/contso.yaml", "Did you mean partners/contoso.yaml?"),
        ("absent", "absent doesn't exist."),
        ("mkdocs.yml", "mkdocs.yml isn't a partner file of this catalog."),
        ("other", "other isn't a partner file of this catalog."),
        ("other/x.yaml", "other/x.yaml isn't a partner file of this catalog."),
        ("\x1b[31m.yaml", "\\x1b[31m.yaml doesn't exist."),
    ],
)
def test_a_path_that_is_not_an_entry_is_refused(catalog: Catalog, path: str, message: str) -> None:
    (catalog.root / "other").mkdir()
    (catalog.root / "other" / "x.yaml").touch()
    result = catalog.run("check", path)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert message in result.stderr


def test_an_entry_that_was_deleted_is_refused(catalog: Catalog) -> None:
    (catalog.root / "partners" / "fabrikam.yaml").unlink()
    result = catalog.run("check", "partners/fabrikam.yaml")
    assert result.exit_code == 2
    assert "Was it renamed or deleted?" in result.stderr


def test_since_checks_what_has_changed(catalog: Catalog) -> None:
    catalog.write("contoso.yaml", ERROR)
    for command in ("init --quiet", "add .", "commit --quiet --message=first"):
        git(catalog.root, *command.split())
    assert catalog.run("check", "--since", "HEAD").stdout == "0 files checked: no problems.\n"
    catalog.write("fabrikam.yaml", ordered_entry(INSECURE, "fabrikam"))
    catalog.write("northwind.yaml", "name: Northwind\n")
    report = json.loads(catalog.run("check", "--since", "HEAD", "--format", "json").stdout)
    assert report["summary"]["files"] == 2
    assert {found["path"] for found in report["diagnostics"]} == {
        "partners/fabrikam.yaml",
        "partners/northwind.yaml",
    }
    narrowed = catalog.run("check", "partners/fabrikam.yaml", "--since", "HEAD")
    assert "northwind" not in narrowed.stdout


@pytest.mark.parametrize("revision", ["--help", "nonsense", "-p"])
def test_since_an_unknown_revision_is_refused(catalog: Catalog, revision: str) -> None:
    git(catalog.root, "init", "--quiet")
    result = catalog.run("check", f"--since={revision}")
    assert result.exit_code == 2
    assert "Git can't find the revision" in result.stderr


# Which rules


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (["--select", "CAT103"], ["CAT103"]),
        (["--select", "cat103, unsorted-applications"], ["CAT103", "CAT107"]),
        (["--select", "CAT103", "--select", "CAT107"], ["CAT103", "CAT107"]),
        (["--select", "CAT103,CAT107", "--ignore", "insecure-link"], ["CAT107"]),
        (["--ignore", "CAT103,CAT107"], []),
    ],
)
def test_rules_are_chosen_by_code_or_name(
    catalog: Catalog, options: list[str], codes: list[str]
) -> None:
    catalog.write("contoso.yaml", ordered_entry(TWO_FAULTS))
    report = json.loads(catalog.run("check", "--format", "json", *options).stdout)
    assert [found["code"] for found in report["diagnostics"]] == codes


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize(
    ("rule", "advice"),
    [
        ("missing-contct", "Did you mean CAT104 missing-contact?"),
        ("CAT1O4", "Did you mean CAT104 missing-contact?"),
        ("CAT1", "There is no rule 'CAT1'. `catalog rules` lists them."),
        ("?????", "`catalog rules` lists them."),
    ],
)
def test_an_unknown_rule_is_refused(catalog: Catalog, option: str, rule: str, advice: str) -> None:
    result = catalog.run("check", option, f"CAT103,{rule}")
    assert result.exit_code == 2
    assert advice in result.stderr


# Fixes


def test_fix_applies_safe_fixes_and_shows_what_remains(catalog: Catalog) -> None:
    path = catalog.write("contoso.yaml", ordered_entry(f"{FIXABLE}{TWO_FAULTS}"))
    path.chmod(0o640)
    other = (catalog.root / "partners" / "fabrikam.yaml").stat()
    result = catalog.run("check", "--fix")
    fixed = catalog.read("contoso.yaml")
    assert "description: One gateway.\n" in fixed
    assert "website: http://www.contoso.com/identity\n" in fixed
    assert "  # leave this remark\n  - IBM RACF\n  - SAP ECC\n" in fixed
    assert path.stat().st_mode & 0o777 == 0o640
    assert (catalog.root / "partners" / "fabrikam.yaml").stat().st_ino == other.st_ino
    assert result.stderr == "Fixed 1 file: partners/contoso.yaml\n"
    assert result.exit_code == 1
    assert "hidden-character" not in result.stdout
    assert "insecure-link" in result.stdout


def test_fixing_twice_changes_nothing_more(catalog: Catalog) -> None:
    catalog.write("contoso.yaml", ordered_entry(TWO_FAULTS))
    catalog.run("check", "--fix")
    fixed = catalog.read("contoso.yaml")
    result = catalog.run("check", "--fix")
    assert (result.stderr, catalog.read("contoso.yaml")) == ("", fixed)


def test_fix_changes_only_the_requested_files(catalog: Catalog) -> None:
    catalog.write("contoso.yaml", ordered_entry(f"{FIXABLE}{UNSORTED}"))
    faulty = catalog.write("fabrikam.yaml", ordered_entry(UNSORTED, "fabrikam")).read_text()
    catalog.run("check", "--fix", "--select", "CAT107", "partners/contoso.yaml")
    assert FIXABLE in catalog.read("contoso.yaml")
    assert "  - IBM RACF\n  - SAP ECC" in catalog.read("contoso.yaml")
    assert catalog.read("fabrikam.yaml") == faulty


def test_fix_keeps_standard_output_for_the_format(catalog: Catalog) -> None:
    catalog.write("contoso.yaml", ordered_entry(FIXABLE))
    result = catalog.run("check", "--fix", "--format", "json")
    assert json.loads(result.stdout)["diagnostics"] == []


def test_diff_shows_the_fix_and_changes_nothing(catalog: Catalog) -> None:
    before = ordered_entry(f"{FIXABLE}{UNSORTED}")
    catalog.write("contoso.yaml", before)
    result = catalog.run("check", "--diff")
    assert result.stdout.startswith("--- a/partners/contoso.yaml\n+++ b/partners/contoso.yaml\n@@")
    assert "\n-description: One\\xa0gateway.\n" in result.stdout
    assert "\n+description: One gateway.\n" in result.stdout
    assert result.stderr.startswith(
        "1 error, 1 warning in 1 file. `catalog check --fix` can fix all of them."
    )
    assert catalog.read("contoso.yaml") == before


def test_a_diff_applies(catalog: Catalog) -> None:
    catalog.write("contoso.yaml", ordered_entry(TWO_FAULTS))
    patch = catalog.run("check", "--diff").stdout
    git(catalog.root, "apply", "-", given=patch.encode())
    applied = catalog.read("contoso.yaml")
    catalog.write("contoso.yaml", ordered_entry(TWO_FAULTS))
    catalog.run("check", "--fix")
    assert applied == catalog.read("contoso.yaml")


@pytest.mark.parametrize("fault", ["", UNSORTED])
def test_a_diff_that_renames_applies(catalog: Catalog, fault: str) -> None:
    wrong = catalog.write("zava-1.yaml", ordered_entry(fault, "zava"))
    patch = catalog.run("check", "--diff").stdout
    git(catalog.root, "apply", "-", given=patch.encode())
    assert not wrong.exists()
    assert catalog.read("zava.yaml").startswith("name: Zava\n")
    assert catalog.run("check", "--diff").stdout == ""


def test_a_diff_has_no_workflow_commands_from_entries(catalog: Catalog) -> None:
    text = "description: |\n  ::error::x ##[add-mask]y\n"
    catalog.write("contoso.yaml", ordered_entry(f"{text}{UNSORTED}"))
    shown = catalog.run("check", "--diff").stdout
    assert "error" in shown
    assert not [line for line in shown.splitlines() if line.lstrip().startswith("::")]
    assert "##[" not in shown


# Files of strangers


def _link(path: Path) -> None:
    path.symlink_to("/")


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.write_bytes(b"\xff\xfe\x00"),
        lambda path: path.write_text("[" * 25_000),
        lambda path: path.write_text("name: &a [*a, *a]\n"),
        lambda path: path.write_text(""),
        lambda path: path.write_bytes(b"x" * 100_000),
        os.mkfifo,
        Path.mkdir,
        _link,
    ],
)
def test_one_bad_file_does_not_keep_others_from_being_checked(
    catalog: Catalog, make: Callable[[Path], None]
) -> None:
    catalog.write("fabrikam.yaml", ordered_entry(INSECURE, "fabrikam"))
    make(catalog.root / "partners" / "bad.yaml")
    result = catalog.run("check")
    assert result.exit_code == 1
    assert "partners/bad.yaml:1:" in result.stdout
    assert "partners/fabrikam.yaml:2:" in result.stdout
    assert "Traceback" not in result.output


@pytest.mark.parametrize("format_name", ["text", "json", "github"])
@pytest.mark.parametrize(
    "name",
    [
        "\x1b[31mred.yaml",
        "two\n::error::lines.yaml",
        "::error::x.yaml",
        "\u202elmay.yaml",
        "bytes-\udcff.yaml",
        "##[stop-commands]x.yaml",
        "--fix.yaml",
        "a,b:c%0A.yaml",
        "'; rm -rf ~.yaml",
    ],
)
def test_a_file_name_is_only_a_name(catalog: Catalog, name: str, format_name: str) -> None:
    catalog.write(name, ordered_entry())
    result = catalog.run("check", "--format", format_name, "--", f"partners/{name}")
    assert result.exit_code == 1
    assert "invalid-file-name" in result.stdout
    assert not set(result.stdout) & {"\x1b", "\u202e", "\r"}
    assert "##[" not in result.stdout
    commands = [line for line in result.stdout.splitlines() if line.lstrip().startswith("::")]
    assert len(commands) == (format_name == "github")


def test_since_finds_an_entry_in_the_wrong_folder(catalog: Catalog) -> None:
    git(catalog.root, "init", "--quiet", "--initial-branch=main")
    git(catalog.root, "add", "--all")
    git(catalog.root, "commit", "--quiet", "--message=x")
    (catalog.root / "litware.yaml").write_text(ordered_entry(identifier="litware"))
    result = catalog.run("check", "--since", "main")
    assert result.exit_code == 1
    assert "litware.yaml:1:1: error CAT008 invalid-file-name" in result.stdout
    assert "1 error in 1 file." in result.stdout
    fixed = catalog.run("check", "--since", "main", "--fix")
    assert fixed.exit_code == 0
    assert "Renamed litware.yaml to partners/litware.yaml" in fixed.stderr
