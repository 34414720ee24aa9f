"""Records of former partners: when one is needed, and what it can say.

Whom readers know is what the published catalog lists, here the one of Contoso and Fabrikam.
"""

import pytest

from catalog_tool.model.diagnostic import Diagnostic
from catalog_tool.model.former_partners import FormerPartner, FormerPartners, withdrawn_hash
from catalog_tool.model.generated_file import with_checksum
from tests.checking import Content, check_files, entry_text, shown

RECORDS = "partners/_former.yaml"
PUBLISHED = with_checksum(
    "".join(
        f"### {name}\n\n- Website: <https://www.{identifier}.com/identity>\n"
        f"- Entry: [partners/{identifier}.yaml](partners/{identifier}.yaml)\n\n"
        for identifier, name in [("contoso", "Contoso"), ("fabrikam", "Fabrikam\\, Inc\\.")]
    )
)
# printf %s fabrikam | sha256sum
HASH = "9715c1064d8f324e565133806bc43a57baddab1e51604d186ddb671c4db66f23"
LINES = f"  # or\n  withdrawn:\n    - {HASH}"
CONTOSO = {"partners/contoso.yaml": entry_text()}
LITWARE = {
    "partners/litware.yaml": entry_text(
        "name: Litware\nwebsite: https://www.fabrikam.com/identity\n", "litware"
    )
}


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be 2026-11-23."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")


def found(records: str = "", **entries: str) -> list[Diagnostic]:
    """Check Contoso, the given entries and records; Fabrikam was published, and has no file."""
    files: dict[str, Content] = {"CATALOG.md": PUBLISHED, **CONTOSO}
    for identifier, part in entries.items():
        name = identifier.replace("_", "-")
        files[f"partners/{name}.yaml"] = entry_text(part, name)
    if records:
        files[RECORDS] = f"former:\n{records}"
    return check_files(files)


def test_a_published_partner_that_is_gone_needs_a_record() -> None:
    (missing,) = found()
    assert (missing.code, missing.path) == ("CAT209", "partners/fabrikam.yaml")
    assert missing.message == (
        "'Fabrikam, Inc.' was published, but its file partners/fabrikam.yaml is gone."
    )
    assert missing.hint == (
        "Add a record to partners/_former.yaml. If nothing may show the partner anymore, an admin "
        "can add its hash instead:\n  former:\n"
        f'    fabrikam: {{name: "Fabrikam, Inc.", removed: 2026-11-23}}\n{LINES}'
    )


@pytest.mark.parametrize("name", ["Fabrikam.yaml", "FABRIKAM.YAML", "fabrikam.yml"])
def test_a_file_that_only_has_to_be_renamed_needs_no_record(name: str) -> None:
    text = entry_text("", "fabrikam")
    said = check_files({"CATALOG.md": PUBLISHED, **CONTOSO, f"partners/{name}": text})
    assert [(each.code, each.path) for each in said] == [("CAT008", f"partners/{name}")]


def test_a_record_that_leads_to_such_a_file_is_not_called_wrong() -> None:
    files: dict[str, Content] = {
        "CATALOG.md": PUBLISHED,
        "partners/Contoso.yaml": entry_text(),
        RECORDS: "former:\n  fabrikam: {name: Fabrikam, moved_to: contoso}\n",
    }
    said = {each.code: each for each in check_files(files)}
    assert said.keys() == {"CAT008", "CAT210"}
    hint = "The record is right. Rename the file of the entry to contoso.yaml."
    assert said["CAT210"].hint == hint


def test_a_partner_can_leave_so_that_nothing_names_it() -> None:
    (missing,) = found()
    line = (missing.hint or "").rpartition("\n")[2].strip()
    records = f"withdrawn:\n  {line}\n"
    assert "fabrikam" not in records
    files: dict[str, Content] = {"CATALOG.md": PUBLISHED, **CONTOSO}
    assert check_files({**files, RECORDS: records}) == []
    assert check_files({**files, RECORDS: f"former: {{}}\n{records}"}) == []
    assert check_files({**files, RECORDS: records, **LITWARE}) == []
    another = records.replace(line, f"- {withdrawn_hash('litware')}")
    assert [each.code for each in check_files({**files, RECORDS: another})] == ["CAT209"]


@pytest.mark.parametrize("value", ["fabrikam", HASH[:16], HASH.upper(), f"{HASH}0"])
def test_a_withdrawn_partner_is_listed_only_as_a_hash(value: str) -> None:
    records = f"former: {{fabrikam: {{name: F, removed: 2026-05-04}}}}\nwithdrawn: [{value}]\n"
    (refused,) = check_files({"CATALOG.md": PUBLISHED, **CONTOSO, RECORDS: records})
    assert (refused.code, shown(records, refused)) == ("CAT013", value)
    assert "64 characters" in refused.hint


def test_a_withdrawn_partner_has_no_record_and_no_file() -> None:
    (named,) = found(f"  fabrikam: {{name: F, removed: 2026-05-04}}\nwithdrawn: [{HASH}]\n")
    assert (named.path, named.code) == (RECORDS, "CAT210")
    assert named.message == "'fabrikam' is withdrawn, but it also has a record, which names it."
    said = found(f"  {{}}\nwithdrawn: [{HASH}]\n", fabrikam="")
    assert [(each.path, each.code) for each in said] == [
        (RECORDS, "CAT210"),
        ("partners/fabrikam.yaml", "CAT210"),
    ]


@pytest.mark.parametrize(
    ("new", "part"),
    [
        ("fabrikam_inc", "name: Fabrikam-Inc\n"),
        ("litware", "name: Litware\nwebsite: https://www.fabrikam.com/identity\n"),
    ],
    ids=["the same name", "the same website"],
)
def test_a_renamed_partner_is_recognized(new: str, part: str) -> None:
    (missing,) = found(**{new: part})
    assert "If nothing may show the old name anymore, an admin" in missing.hint
    assert missing.hint.endswith(f", moved_to: {new.replace('_', '-')}}}\n{LINES}")


def test_the_record_of_the_hint_is_right() -> None:
    (missing,) = found()
    record = missing.hint.partition("former:\n")[2].splitlines()[0]
    assert found(f"{record}\n") == []


@pytest.mark.parametrize(
    "content", ["former:\n  fabrikam:\n    name: []\n", "former: [", "\0"], ids=repr
)
def test_a_record_that_cannot_be_read_is_not_missing_too(content: str) -> None:
    files: dict[str, Content] = {"CATALOG.md": PUBLISHED, **CONTOSO, RECORDS: content}
    said = check_files(files)
    assert said
    assert {diagnostic.path for diagnostic in said} == {RECORDS}


def test_an_entry_that_cannot_be_read_is_not_gone() -> None:
    files: dict[str, Content] = {"CATALOG.md": PUBLISHED, **CONTOSO}
    said = check_files({**files, "partners/fabrikam.yaml": b"\xff\xfe\xff"})
    assert "CAT209" not in {diagnostic.code for diagnostic in said}


@pytest.mark.parametrize(
    ("records", "place", "message"),
    [
        ("  fabrikam: {name: F}\n", "name", "'fabrikam' has neither moved_to nor removed."),
        (
            "  fabrikam: {name: F, moved_to: contoso, removed: 2026-05-04}\n",
            "name",
            "'fabrikam' has both moved_to and removed.",
        ),
        ("  fabrikam: {name: F, removed: 2026-13-04}\n", "2026-13-04", "isn't a day in the"),
        ("  fabrikam: {name: F, removed: 2026-11-25}\n", "2026-11-25", "is in the future"),
        ("  fabrikam: {name: F, moved_to: con toso}\n", "con toso", "isn't a valid identifier"),
        ("  fabrikam: {name: F, moved_to: contos}\n", "contos", "there is no such entry"),
        ("  fabrikam: {name: F, moved: contoso}\n", "moved", "'moved' isn't a valid key."),
        (
            "  fabrikam: {name: F, moved_to: fabrikam}\n",
            "fabrikam",
            "These records go in a circle: 'fabrikam' moved to 'fabrikam'.",
        ),
        (
            "  fabrikam: {name: F, moved_to: b}\n  b: {name: B, moved_to: fabrikam}\n",
            "b",
            "These records go in a circle: 'fabrikam' moved to 'b' moved to 'fabrikam'.",
        ),
        (
            "  fabrikam: {name: F, moved_to: contoso}\n  ../x: {name: X, removed: 2026-05-04}\n",
            "../x",
            "isn't a valid identifier",
        ),
        (
            "  fabrikam: {name: F, moved_to: contoso}\n  index: {name: X, removed: 2026-05-04}\n",
            "index",
            "'index' is the name of a file that web servers",
        ),
    ],
)
def test_an_impossible_record_is_refused(records: str, place: str, message: str) -> None:
    said = found(records)
    text = f"former:\n{records}"
    assert {diagnostic.path for diagnostic in said} == {RECORDS}
    assert any(
        message in diagnostic.message and shown(text, diagnostic) == place for diagnostic in said
    ), [(diagnostic.message, shown(text, diagnostic)) for diagnostic in said]


def test_a_partner_that_is_back_is_reported_in_both_files() -> None:
    said = found("  fabrikam: {name: F, removed: 2026-05-04}\n", fabrikam="")
    assert [(each.path, each.code) for each in said] == [
        (RECORDS, "CAT210"),
        ("partners/fabrikam.yaml", "CAT210"),
    ]


def test_a_circle_is_followed_once() -> None:
    records = {
        old: FormerPartner(name=old, moved_to=new)
        for old, new in [("a", "b"), ("b", "c"), ("c", "b")]
    }
    assert FormerPartners(former=records).move_chain("a") == ("a", "b", "c", "b")


@pytest.mark.parametrize(
    "last", ["moved_to: contoso", "removed: 2026-05-04"], ids=["to an entry", "out of the catalog"]
)
def test_a_chain_of_records_is_valid(last: str) -> None:
    chain = f"  fabrikam: {{name: F, moved_to: b}}\n  b: {{name: B, {last}}}\n"
    assert found(chain) == []
