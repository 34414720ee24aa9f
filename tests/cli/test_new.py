"""``catalog new``, with options and on a real terminal."""

import re
from pathlib import Path

import pytest

from catalog_tool.model.entry_yaml import entry_text
from tests.checking import OWN_FIELDS
from tests.cli.conftest import Catalog
from tests.cli.dialog import WHOLE, Dialog
from tests.own_fields import MODEL

NAME = "Acme Identity"
FILE = "acme-identity.yaml"
WEBSITE = "https://www.acme-identity.com/"
CONTACT = "sales@acme-identity.com"
DESCRIPTION = "The gateway provisions accounts."
ALL = [
    *("--website", WEBSITE, "--contact", CONTACT, "--description", DESCRIPTION),
    *("--application", "SAP ECC", "--application", "IBM RACF"),
]
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
VOCABULARY = """\
categories:
  midrange:
    name: Midrange
    description: Midrange servers.
applications:
  IBM i (AS/400):
    category: midrange
    aliases:
      - AS400
  IBM RACF:
    category: midrange
  SAP ECC:
    category: midrange
"""


@pytest.fixture(autouse=True)
def _vocabulary(catalog: Catalog) -> None:
    catalog.write("_vocabulary.yaml", VOCABULARY)
    catalog.write("_fields.yaml", OWN_FIELDS)


# With options


def test_a_complete_entry_passes_the_check(catalog: Catalog) -> None:
    result = catalog.run("new", NAME, *ALL)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Still to do" not in result.stdout
    assert "catalog check partners/acme-identity.yaml\n" in result.stdout
    checked = catalog.run("check", "--strict", f"partners/{FILE}")
    assert (checked.exit_code, checked.stdout) == (0, "1 file checked: no problems.\n")


def test_without_its_comments_it_is_in_canonical_form(catalog: Catalog) -> None:
    catalog.run("new", NAME, *ALL, "--field", "interfaces=rest")
    modeline, *lines = catalog.read(FILE).splitlines(keepends=True)
    stripped = modeline + "".join(line for line in lines if not re.match(r"#|\s*$", line))
    assert stripped == entry_text(
        {
            "name": NAME,
            "website": WEBSITE,
            "contact": CONTACT,
            "description": f"{DESCRIPTION}\n",
            "applications": ("IBM RACF", "SAP ECC"),
            "interfaces": ("rest",),
        },
        model=MODEL,
    )


def test_every_key_is_explained(catalog: Catalog) -> None:
    catalog.run("new", NAME)
    text = " ".join(catalog.read(FILE).replace("\n# ", " ").split())
    for key, field in MODEL.by_key().items():
        assert f"{field.description}" in text
        assert f" {key}:" in text
    assert "Choose from: csv, ecma, ldap," in text


@pytest.mark.parametrize("key", [key for key in MODEL.by_key() if key != "name"])
def test_an_uncommented_example_is_part_of_the_entry(catalog: Catalog, key: str) -> None:
    catalog.run("new", NAME, *ALL)
    if key == "logo":
        catalog.write("logos/acme-identity.svg", LOGO)
    before, found, after = catalog.read(FILE).partition(f"\n# {key}:")
    if found:
        example, _, rest = f"{key}:{after}".partition("\n\n")
        catalog.write(FILE, f"{before}\n{example.replace(chr(10) + '# ', chr(10))}\n\n{rest}")
    checked = catalog.run("check", "--strict", f"partners/{FILE}")
    assert (checked.exit_code, checked.stdout) == (0, "1 file checked: no problems.\n")


def test_a_missing_value_is_a_placeholder_that_the_check_finds(catalog: Catalog) -> None:
    shown = catalog.run("new", NAME).stdout
    checked = catalog.run("check", f"partners/{FILE}")
    found = re.findall(rf"^partners/{FILE}:(\d+):\d+: error CAT111 ", checked.stdout, re.MULTILINE)
    assert checked.stdout.endswith("4 errors in 1 file.\n")
    assert [f"  line {line}: " in shown for line in found] == [True] * 4
    lines = catalog.read(FILE).splitlines()
    marked = [re.match(r"[a-z]*", lines[int(line) - 1]) for line in found]
    assert [match.group() for match in marked if match] == ["website", "contact", "", ""]


def test_interfaces_replace_applications(catalog: Catalog) -> None:
    catalog.run("new", NAME, *ALL[:6], "--field", "interfaces=scim", "--field", "interfaces=sql")
    assert catalog.run("check", "--strict", f"partners/{FILE}").exit_code == 0
    assert "\n# applications:\n#   - Northwind ERP\n" in catalog.read(FILE)


def test_two_unfinished_entries_are_not_duplicates(catalog: Catalog) -> None:
    catalog.run("new", NAME)
    catalog.run("new", "Northwind")
    assert "duplicate" not in catalog.run("check").stdout


def test_applications_get_the_names_in_the_catalog(catalog: Catalog) -> None:
    names = ["as 400", "Zeta", "IBM RACFF", "IBM i (AS/400)"]
    result = catalog.run("new", NAME, *(part for name in names for part in ("--application", name)))
    assert "  - IBM i (AS/400)\n  - IBM RACFF\n  - Zeta\n" in catalog.read(FILE)
    assert "'as 400' is listed as 'IBM i (AS/400)', its name in this catalog.\n" in result.stderr
    assert "'IBM RACFF' looks like a typo of 'IBM RACF'.\n" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([NAME, "--website", "http://www.acme.com"], "'http://www.acme.com' doesn't start with"),
        ([NAME, "--website", "https://www.contoso.com/identity"], "partners/contoso.yaml"),
        ([NAME, "--contact", "sales"], "'sales' "),
        ([NAME, "--description", "# Heading"], "heading"),
        ([NAME, "--application", "TODO"], "'TODO' is a placeholder."),
        ([NAME, "--field", "interfaces=telnet"], "'telnet' isn't one of"),
        ([NAME, "--field", "protocols=rest"], "There is no field 'protocols'."),
        (["Contoso"], "partners/contoso.yaml already exists"),
        (["CONTOSO!"], "partners/contoso.yaml already exists"),
        (["Acme  Identity"], "two spaces in a row"),
        ([f"{NAME}\n"], "'Acme Identity\\n'"),
        (["\x1b[31mAcme"], "control character"),
        ([""], "empty"),
        (["***"], "no letter or digit"),
        (["x" * 200], "at most 100"),
    ],
)
def test_what_a_rule_refuses_is_not_written(
    catalog: Catalog, arguments: list[str], message: str
) -> None:
    before = sorted(path.name for path in (catalog.root / "partners").iterdir())
    result = catalog.run("new", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "\x1b" not in result.output
    assert sorted(path.name for path in (catalog.root / "partners").iterdir()) == before


def _link(path: Path) -> None:
    path.symlink_to("nowhere")


@pytest.mark.parametrize("make", [Path.touch, Path.mkdir, _link])
def test_an_existing_path_is_left_unchanged(catalog: Catalog, make: object) -> None:
    path = catalog.root / "partners" / FILE
    assert callable(make)
    make(path)
    result = catalog.run("new", NAME)
    assert result.exit_code == 2
    assert "already exists. Nothing was written." in result.stderr
    assert not path.is_file() or path.read_bytes() == b""


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Zürich Identität AG", "zurich-identitat-ag.yaml"),
        ("no", "no.yaml"),
        ("A: 'b' #c", "a-b-c.yaml"),
        ("北京身份", "partner.yaml"),
        ("[Acme] & {Co}, 100%", "acme-co-100.yaml"),
    ],
)
def test_any_name_can_be_read_back(catalog: Catalog, name: str, file: str) -> None:
    assert catalog.run("new", name, *ALL).exit_code == 0
    assert catalog.run("check", "--strict", f"partners/{file}").exit_code == 0


def test_an_entry_can_go_into_another_folder(catalog: Catalog) -> None:
    result = catalog.run("new", NAME, "--into", "drafts/deep")
    assert result.exit_code == 0
    written = catalog.root / "drafts" / "deep" / FILE
    assert written.read_text(encoding="utf-8").startswith(
        "# yaml-language-server: $schema=../docs/schema/partner.schema.json\n"
    )
    assert "Wrote drafts/deep/acme-identity.yaml." in result.stdout


def test_nothing_is_asked_without_a_terminal(catalog: Catalog) -> None:
    assert "> " not in catalog.run("new", NAME).stdout


# On a terminal


def test_it_asks_and_writes_what_was_answered(catalog: Catalog) -> None:
    dialog = Dialog("new", NAME)
    dialog.answer("\n> ", WEBSITE, CONTACT, DESCRIPTION, "Two lines.", "")
    dialog.answer("\n- ", "SAP ECC", "IBM RACF", "SAP ECC", "")
    dialog.answer("\n> ", "rest, sql", "outbound")
    assert dialog.end() == 0
    assert "Web page of the company or the product." in dialog.shown
    text = catalog.read(FILE)
    assert f"description: |\n  {DESCRIPTION}\n  Two lines.\n" in text
    assert "  - IBM RACF\n  - SAP ECC\n" in text
    assert "interfaces:\n  - rest\n  - sql\n" in text
    assert "\ndirections:\n  - outbound\n" in text
    assert catalog.run("check", "--strict", f"partners/{FILE}").exit_code == 0


def test_every_question_can_be_skipped(catalog: Catalog) -> None:
    dialog = Dialog("new", NAME)
    dialog.answer("\n> ", "", "", "")
    dialog.answer("\n- ", "")
    dialog.answer("\n> ", "", "")
    assert dialog.end() == 0
    asked = catalog.read(FILE)
    (catalog.root / "partners" / FILE).unlink()
    catalog.run("new", NAME)
    assert asked == catalog.read(FILE)


def test_a_wrong_answer_is_explained_and_asked_again(catalog: Catalog) -> None:
    dialog = Dialog("new", NAME)
    dialog.answer("\n> ", "acme", "https://www.contoso.com/identity", WEBSITE)
    dialog.answer("\n> ", "sales@@acme.com", CONTACT)
    dialog.answer("\n> ", "# Acme", "", DESCRIPTION, "")
    dialog.answer("\n- ", "TODO", "")
    dialog.answer("\n> ", "telnet", "", "")
    assert dialog.end() == 0
    for words in (
        "'acme' doesn't start with https://.",
        "partners/contoso.yaml",
        "'sales@@acme.com'",
        "heading",
        "'TODO' is a placeholder.",
        "'telnet' isn't one of the allowed values.",
    ):
        assert words in dialog.shown
    text = catalog.read(FILE)
    assert f"website: {WEBSITE}\n" in text
    assert f"contact: {CONTACT}\n" in text
    assert "# interfaces:\n" in text


def test_a_fixed_answer_is_offered(catalog: Catalog) -> None:
    dialog = Dialog("new", NAME)
    dialog.answer("\n> ", "http://www.acme-identity.com/")
    dialog.answer(f"\n> [{WEBSITE}] ", "")
    dialog.answer("\n> ", "", "")
    dialog.answer("\n- ", "")
    dialog.answer("\n> ", "", "")
    assert dialog.end() == 0
    assert f"website: {WEBSITE}\n" in catalog.read(FILE)


@pytest.mark.parametrize(
    ("typed", "dialog_says", "written"),
    [
        (["as400"], "This catalog calls it IBM i (AS/400)", "IBM i (AS/400)"),
        (["IBM RACFF", "y"], "Did you mean IBM RACF?", "IBM RACF"),
        (["IBM RACFF", "n"], "Did you mean IBM RACF?", "IBM RACFF"),
        (["ibm", "2"], "  2  IBM RACF\n", "IBM RACF"),
        (["IBM", ""], "  2  IBM RACF\n", "IBM"),
        (["SAP E\t"], "SAP ECC", "SAP ECC"),
        (["Zeta"], "- Zeta", "Zeta"),
    ],
)
def test_known_applications_are_suggested(
    catalog: Catalog, typed: list[str], dialog_says: str, written: str
) -> None:
    dialog = Dialog("new", NAME)
    dialog.answer("\n> ", "", "", "")
    dialog.answer("\n- ", typed[0])
    for answer in typed[1:]:
        dialog.answer("]", answer)
    dialog.answer("\n- ", "")
    dialog.answer("\n> ", "", "")
    assert dialog.end() == 0
    assert dialog_says in dialog.shown
    assert f"applications:\n  - {written}\n\n" in catalog.read(FILE)


@pytest.mark.parametrize(
    ("typed", "instead", "written"),
    [("IBM RACFF", "SAP ECC", ["IBM RACFF", "SAP ECC"]), ("ibm", "Zeta", ["ibm", "Zeta"])],
)
def test_a_name_instead_of_an_answer_is_not_lost(
    catalog: Catalog, typed: str, instead: str, written: list[str]
) -> None:
    dialog = Dialog("new", NAME)
    dialog.answer("\n> ", "", "", "")
    dialog.answer("\n- ", typed)
    dialog.answer("]", instead)
    dialog.answer("\n- ", "")
    dialog.answer("\n> ", "", "")
    assert dialog.end() == 0
    lines = "".join(f"  - {name}\n" for name in written)
    assert f"applications:\n{lines}\n" in catalog.read(FILE)


def test_each_application_is_judged_at_once_and_the_others_are_kept(catalog: Catalog) -> None:
    dialog = Dialog("new", NAME)
    dialog.answer("\n> ", "", "", "")
    dialog.answer("\n- ", "SAP ECC", "TODO")
    dialog.answer("To edit your answer, press the up arrow.\n- ", "Zeta")
    dialog.answer("\n- ", "")
    dialog.answer("\n> ", "", "")
    assert dialog.end() == 0
    assert "applications:\n  - SAP ECC\n  - Zeta\n\n" in catalog.read(FILE)


@pytest.mark.parametrize("by_signal", [True, False])
def test_quitting_a_dialog_writes_nothing(catalog: Catalog, *, by_signal: bool) -> None:
    dialog = Dialog("new", NAME, program=WHOLE)
    dialog.answer("\n> ", WEBSITE)
    dialog.leave("\n> ", by_signal=by_signal)
    assert dialog.end() != 0
    assert "Nothing was written. To write your answers so far, run:" in dialog.shown
    assert f"catalog new '{NAME}' --website {WEBSITE}\n" in dialog.shown
    assert not (catalog.root / "partners" / FILE).exists()


def test_with_options_nothing_is_asked_on_a_terminal_either(catalog: Catalog) -> None:
    dialog = Dialog("new", NAME, "--website", WEBSITE)
    assert dialog.end() == 0
    assert f"website: {WEBSITE}\n" in catalog.read(FILE)
