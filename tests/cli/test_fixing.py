"""``catalog check --fix``, ``--diff``, and ``--unsafe-fixes``: what happens to the files."""

import json
from pathlib import Path

import pytest

from catalog_tool.linter.fix import FixedFile
from catalog_tool.model.error import CatalogError
from catalog_tool.pipeline import write_fixes
from tests.checking import ordered_entry
from tests.cli.conftest import Catalog
from tests.repository import git

TEXT = ordered_entry()
JUDGED = ordered_entry("website: http://www.contoso.com/identity\n")
REMARKS = """\
# Asked for by our customers.
# the short name
name:   "Contoso"
website: www.contoso.com/identity   # the product
contact:    'https://www.contoso.com/contact'

description: >-
    This gateway   provisions accounts.


applications:
    - IBM RACF
    # next year
    - "SAP ECC"
"""


def names(catalog: Catalog) -> list[str]:
    return sorted(path.name for path in (catalog.root / "partners").iterdir())


def test_only_what_is_fixed_changes(catalog: Catalog) -> None:
    catalog.write("contoso.yaml", REMARKS)
    assert catalog.run("check", "--fix").exit_code == 0
    fixed = REMARKS.replace("website: www.", "website: https://www.")
    assert catalog.read("contoso.yaml") == fixed
    again = catalog.run("check", "--fix")
    assert (catalog.read("contoso.yaml"), again.stderr) == (fixed, "")


def test_unsafe_fixes_are_applied_only_on_request(catalog: Catalog) -> None:
    catalog.write("contoso.yaml", JUDGED)
    assert catalog.run("check", "--fix").exit_code == 1
    assert catalog.read("contoso.yaml") == JUDGED
    assert "+website: https:" not in catalog.run("check", "--diff").stdout
    assert "+website: https:" in catalog.run("check", "--diff", "--unsafe-fixes").stdout
    assert catalog.run("check", "--fix", "--unsafe-fixes").exit_code == 0
    assert catalog.read("contoso.yaml") == TEXT


def test_unsafe_fixes_need_fix_or_diff(catalog: Catalog) -> None:
    result = catalog.run("check", "--unsafe-fixes")
    assert result.exit_code == 2
    assert "--unsafe-fixes works only with --fix or --diff." in result.stderr


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("gateway.yaml", TEXT),
        ("contoso.yml", TEXT),
        ("Contoso.YAML", TEXT),
        ("contoso.yaml.txt", TEXT),
        # The first name only names a valid file; the second is that of the partner.
        ("My Gateway.yaml", TEXT),
    ],
)
def test_a_file_is_renamed_after_its_partner(catalog: Catalog, name: str, text: str) -> None:
    (catalog.root / "partners" / "contoso.yaml").unlink(missing_ok=True)
    catalog.write(name, text)
    shown = catalog.run("check", "--diff").stdout
    assert f"rename from partners/{name}\n" in shown
    assert names(catalog).count(name) == 1
    result = catalog.run("check", "--fix", f"partners/{name}")
    assert f"Renamed partners/{name} to partners/contoso.yaml" in result.stderr
    assert result.exit_code == 0
    assert "contoso.yaml" in names(catalog)
    assert name not in names(catalog)
    assert catalog.run("check", "--fix").stderr == ""


def test_a_file_is_renamed_once_its_entry_can_be_read(catalog: Catalog) -> None:
    (catalog.root / "partners" / "contoso.yaml").unlink(missing_ok=True)
    catalog.write("gateway.yaml", TEXT.replace("https://www.contoso.com/identity", "contoso.com"))
    shown = catalog.run("check", "--diff").stdout
    assert "+website: https://contoso.com" in shown
    assert "rename to partners/contoso.yaml" in shown
    assert catalog.run("check", "--fix").exit_code == 0
    assert "contoso.yaml" in names(catalog)


def test_no_file_takes_the_name_of_another(catalog: Catalog) -> None:
    catalog.write("contoso.yaml", TEXT)
    catalog.write("Contoso.yml", TEXT.replace("IBM RACF", "Epic"))
    before = names(catalog)
    assert "rename" not in catalog.run("check", "--diff").stdout
    catalog.run("check", "--fix", "--unsafe-fixes")
    assert names(catalog) == before
    assert catalog.read("contoso.yaml") == TEXT


def test_two_files_never_become_one(catalog: Catalog) -> None:
    catalog.write("Fabrikam.yml", TEXT)
    catalog.write("fabrikam.yml", TEXT)
    before = names(catalog)
    catalog.run("check", "--fix")
    assert names(catalog) == before


def test_a_link_is_not_renamed(catalog: Catalog) -> None:
    (catalog.root / "partners" / "Fabrikam.yml").symlink_to("contoso.yaml")
    catalog.run("check", "--fix")
    assert "Fabrikam.yml" in names(catalog)


def test_the_hint_has_the_command(catalog: Catalog) -> None:
    catalog.write("my gateway.yml", TEXT)
    found = json.loads(catalog.run("check", "--format", "json").stdout)["diagnostics"]
    (renamed,) = [each for each in found if each["path"] == "partners/my gateway.yml"]
    assert renamed["fix"] is None
    assert renamed["hint"].endswith("git mv 'partners/my gateway.yml' partners/my-gateway.yaml")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_becomes_utf_8_if_the_file_declares_it(catalog: Catalog, encoding: str) -> None:
    path: Path = catalog.root / "partners" / "contoso.yaml"
    mark = b"" if encoding == "utf-16" else "\ufeff".encode(encoding)
    path.write_bytes(mark + TEXT.replace("\n", "\r\n").encode(encoding))
    assert catalog.run("check", "--fix").exit_code == 0
    assert path.read_bytes() == TEXT.encode()


def test_an_encoding_is_never_guessed(catalog: Catalog) -> None:
    path: Path = catalog.root / "partners" / "contoso.yaml"
    for content in (TEXT.encode("utf-16-le"), TEXT.replace("This", "Zürich").encode("latin-1")):
        path.write_bytes(content)
        assert catalog.run("check", "--fix", "--unsafe-fixes").exit_code == 1
        assert path.read_bytes() == content


def test_a_fix_also_applies_to_problems_that_are_not_listed(catalog: Catalog) -> None:
    number = 700
    names = "".join(f"  - A{at},\n" for at in range(number))
    text = TEXT.replace("  - IBM RACF\n", names)
    catalog.write("contoso.yaml", text)
    shown = catalog.run("check", "--select", "stray-punctuation").stdout
    assert f"{number} warnings in 1 file. `catalog check --fix` can fix all of them." in shown
    catalog.run("check", "--fix", "--select", "stray-punctuation")
    assert catalog.read("contoso.yaml") == text.replace(",\n", "\n")


def test_what_cannot_be_fixed_does_not_keep_the_rest_from_being_fixed(catalog: Catalog) -> None:
    unknown = "".join(f"zzz{at}q: x\n" for at in range(80))
    catalog.write("contoso.yaml", f"{unknown}{TEXT.replace('website:', 'Website:')}")
    catalog.run("check", "--fix")
    assert "\nwebsite: " in catalog.read("contoso.yaml")


DIFFERENT = {
    "one fix after another": "website: www.contoso.com/identity \ncontact: contoso.com\n",
    "tabs": "description: |\n  One\ttab, \n  and\tmore.\n",
    "no last line end": "applications:\n  - SAP ECC \n  - IBM RACF",
}


@pytest.mark.parametrize("part", DIFFERENT.values(), ids=DIFFERENT)
def test_a_diff_is_a_patch_of_the_whole_result(catalog: Catalog, part: str) -> None:
    text = ordered_entry(part)
    text = text.removesuffix("\n") if not part.endswith("\n") else text
    catalog.write("contoso.yaml", text)
    result = catalog.run("check", "--diff")
    assert "not a patch" not in result.stderr
    assert catalog.read("contoso.yaml") == text
    git(catalog.root, "apply", "-", given=result.stdout.encode())
    applied = catalog.read("contoso.yaml")
    catalog.write("contoso.yaml", text)
    catalog.run("check", "--fix")
    assert catalog.read("contoso.yaml") == applied != text
    assert catalog.run("check", "--diff").stdout == ""


@pytest.mark.parametrize(
    "content",
    [
        TEXT.replace("This ", "This\xa0").encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.encode("utf-16"),
        TEXT.replace("  - IBM RACF\n", "  # ##[error]x\n  - IBM RACF \n").encode(),
    ],
)
def test_a_diff_with_invisible_characters_says_that_it_is_not_a_patch(
    catalog: Catalog, content: bytes
) -> None:
    (catalog.root / "partners" / "contoso.yaml").write_bytes(content)
    result = catalog.run("check", "--diff")
    assert "This is not a patch" in result.stderr
    assert not [char for char in result.stdout if char in "\xa0\r\0"]


def test_a_file_that_has_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "contoso.yaml"
    path.write_text("name: newer\n", encoding="utf-8")
    with pytest.raises(CatalogError, match=r"contoso\.yaml has changed since it was checked"):
        write_fixes([FixedFile(path.name, "name: old\n", "name: fixed\n", path.name)], tmp_path)
    assert path.read_text(encoding="utf-8") == "name: newer\n"
