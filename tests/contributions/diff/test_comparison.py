"""What readers will see change, case by case, in the text format."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.contributions.diff import compare
from catalog_tool.contributions.diff.changes import AlphabetPosition, Run, RunKind
from catalog_tool.contributions.diff.prose import MOST_WORDS, changed_runs
from tests.checking import FIELDS
from tests.contributions.diff.catalogs import VOCABULARY, difference, entries, lines, loaded, said
from tests.loader.entries import broken_entries

MANY = ", ".join(f"A{number}" for number in range(30))
LONG = " ".join(f"word{number}" for number in range(60))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "applications: [IBM RACF]\n",
            "applications: [IBM RACF, HP NonStop, SAP ECC]\n",
            "+2 applications (HP NonStop, SAP ECC), 9 → 13 words",
        ),
        (
            "applications: [HP NonStop, IBM RACF]\n",
            "applications: [IBM RACF, SAP ECC]\n",
            "+1 application (SAP ECC), −1 application (HP NonStop)",
        ),
        (
            "applications: [IBM RACF, SAP ECC]\n",
            "applications: [SAP ECC, IBM RACF]\n",
            "applications reordered",
        ),
        (
            "applications:\n  One: [IBM RACF]\n  Two: [SAP ECC]\n",
            "applications:\n  One: [IBM RACF, SAP ECC]\n",
            "SAP ECC moved from group Two to group One, 13 → 12 words",
        ),
        (
            "applications:\n  HR: [IBM RACF, SAP ECC]\n",
            "applications:\n  Human resources: [IBM RACF, SAP ECC]\n",
            "group HR is now Human resources, 12 → 13 words",
        ),
        (
            "applications:\n  HR: [IBM RACF, HP NonStop]\n  One: [SAP ECC]\n",
            "applications:\n  One: [SAP ECC, IBM RACF, HP NonStop]\n",
            "IBM RACF, HP NonStop moved from group HR to group One, 15 → 14 words",
        ),
        (
            "applications: [IBM RACF]\n",
            "applications:\n  One: [IBM RACF]\n",
            "IBM RACF moved to group One, ",
        ),
        (
            "applications:\n  One: [IBM RACF]\n",
            "applications: [IBM RACF]\n",
            "IBM RACF moved from group One to no group, ",
        ),
        (
            f"applications: [{MANY}]\n",
            "applications: [A0]\n",
            f"−29 applications ({MANY.removeprefix('A0, ')}), ",
        ),
        (
            "applications: [A0]\n",
            f"applications: [{MANY}]\n",
            f"+29 applications ({', '.join(f'A{n}' for n in range(1, 13))} and 17 more), ",
        ),
        (
            "contact: https://www.contoso.com/contact\n",
            "contact: sales@contoso.com\n",
            "contact link changed (https://www.contoso.com/contact → sales@contoso.com)",
        ),
        (
            "website: https://www.contoso.com/\n",
            "website: https://www.contoso.com/new\n",
            "website link changed (https://www.contoso.com/ → https://www.contoso.com/new)",
        ),
        (
            "website: https://www.contoso.com/\n",
            'website: "https://www.contoso.com/\\x6e\\u0065w"\n',
            "website link changed (https://www.contoso.com/ → https://www.contoso.com/new)",
        ),
        (
            "",
            "applications_url: https://www.contoso.com/all\n",
            "link to all applications added (https://www.contoso.com/all)",
        ),
        (
            "applications_url: https://www.contoso.com/all\n",
            "",
            "link to all applications removed (was https://www.contoso.com/all)",
        ),
        ("", "tested_on: 2026-05-04\n", "tested 2026-05-04"),
        ("tested_on: 2026-05-04\n", "tested_on: 2026-06-01\n", "tested 2026-05-04 → 2026-06-01"),
        ("tested_on: 2026-05-04\n", "", "test date removed (was 2026-05-04)"),
        ("", "tested_by: A full cycle\n", "test method added (A full cycle)"),
        ("", "former_names: [Wingtip]\n", "+1 former name (Wingtip), 9 → 10 words"),
        ("products: [Gate]\n", "products: [Bridge]\n", "+1 product (Bridge), −1 product (Gate)"),
        ("", "summary: Fast gateways\n", "summary added (Fast gateways), 9 → 11 words"),
        ("summary: Fast\n", "summary: Faster\n", "summary changed (Fast → Faster)"),
        ("", "interfaces: [rest, sql]\n", "+2 in interfaces (REST, SQL)"),
        ("directions: [outbound]\n", "directions: [inbound]\n", "+1 in directions (Inbound), −1"),
        (
            "links:\n  - label: Guide\n    url: https://www.contoso.com/a\n",
            "links:\n  - label: Guide\n    url: https://www.contoso.com/b\n",
            "+1 link (Guide: https://www.contoso.com/b), −1 link (Guide: https://www.contoso.com/a)",
        ),
        (
            "description: See [the guide](https://www.contoso.com/a) first.\n",
            "description: See [the guide](https://www.contoso.com/b) first.\n",
            "+1 link in the description (the guide: https://www.contoso.com/b), −1 link",
        ),
        (
            "description: It is *fast* here.\n",
            "description: It is **fast** here.\n",
            "description formatted differently",
        ),
        (
            "applications_note: Two of three.\n",
            "applications_note: Two of four.\n",
            "note before the applications changed",
        ),
        ("name: Contoso\n", "name: CONTOSO\n", "name changed (Contoso → CONTOSO)"),
    ],
)
def test_an_entry_changes(before: str, after: str, expected: str) -> None:
    (line, *_rest) = lines(difference(entries(contoso=before), entries(contoso=after)))
    name, _, facts = line.partition(": ")
    assert name.lower() == "contoso"
    assert facts.startswith(expected)


REGIONS = "regions: {label: Regions, type: choice, values: {eu: Europe}}\n"
MORE = "regions: {label: Regions, type: choice, values: {eu: European Union, us: US}}\n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", REGIONS, "regions: new field"),
        (REGIONS, "", "regions: removed field"),
        (
            REGIONS,
            MORE,
            (
                "regions: changed field, +1 in values (us), "
                "name of eu changed (Europe → European Union)"
            ),
        ),
        (
            REGIONS,
            REGIONS.replace("label: Regions", "label: Where, required: true"),
            "regions: changed field, label changed (Regions → Where), required added (yes)",
        ),
    ],
)
def test_the_fields_of_a_catalog_change(before: str, after: str, expected: str) -> None:
    plan = "plan: {label: Plan, type: text}\n"
    found = difference({FIELDS: plan + before}, {FIELDS: plan + after})
    assert lines(found) == [expected]


def test_a_value_of_a_field_is_said_by_its_name() -> None:
    base = {FIELDS: MORE, **entries(contoso="regions: eu\n")}
    (line,) = lines(difference(base, base | entries(contoso="regions: us\n")))
    assert line == "Contoso: regions changed (European Union → US)"


def test_several_changes_of_an_entry_are_one_line() -> None:
    before = "name: IDMWORKS\napplications: [IBM RACF]\ncontact: https://idmworks.com/a\n"
    after = (
        "name: IDMWORKS\napplications: [HP NonStop, IBM RACF, SAP ECC]\n"
        "contact: https://idmworks.com/b\ntested_on: 2026-05-04\n"
    )
    (line, *_pages) = lines(difference(entries(idmworks=before), entries(idmworks=after)))
    assert line == (
        "IDMWORKS: +2 applications (HP NonStop, SAP ECC), "
        "contact link changed (https://idmworks.com/a → https://idmworks.com/b), "
        "9 → 13 words, tested 2026-05-04"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("applications: [IBM RACF]\n", "applications: [z/OS RACF]\n"),
        ("", "maintainers: [contoso-anna]\n"),
        ("description: One gateway.\n", "# remark\ndescription: |\n  One gateway.\n"),
        (
            "description: |\n  One *fine*\n  gateway.\n",
            "description: |\n  One\n  *fine* gateway.\n",
        ),
        ("description: |\n  - One two\n", "description: |\n  * One\n    two\n"),
    ],
)
def test_a_change_that_readers_do_not_see_is_listed_as_a_file(before: str, after: str) -> None:
    found = difference(entries(contoso=before), entries(contoso=after))
    assert not found.is_seen
    assert found.unseen == ("partners/contoso.yaml",)
    assert "Nothing changes for readers." in said(found)


# Words


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("It is fast.", "It is very fast.", "It is {+very+} fast."),
        ("It is fast.", "It was slow.", "It [-is fast.-] {+was slow.+}"),
        (
            "It does not store passwords.",
            "It does store passwords.",
            "It does [-not-] store passwords.",
        ),
        (
            "one two three four five six",
            "1 two three 4 five six",
            "[-one two three four-] {+1 two three 4+} five six",
        ),
        (
            f"{LONG} old {LONG}",
            f"{LONG} new {LONG}",
            "… word55 word56 word57 word58 word59 [-old-] {+new+} word0 word1 word2 word3 word4 …",
        ),
        ("One.\n\nTwo.", "One. Two.", None),
    ],
)
def test_only_the_changed_words_are_shown(before: str, after: str, expected: str | None) -> None:
    parts = [f"description: |\n  {text}\n".replace("\n\n", "\n\n  ") for text in (before, after)]
    found = lines(difference(*(entries(contoso=part) for part in parts)))
    shown = [line.partition(": ")[2] for line in found if line.startswith("  description: ")]
    assert shown == ([expected] if expected else [])


def test_a_text_too_long_to_compare_is_shown_as_replaced() -> None:
    old, new = ("one " * (MOST_WORDS + 1)).strip(), "one two"
    assert changed_runs(old, new) == (Run(RunKind.REMOVED, old), Run(RunKind.ADDED, new))


# New, removed, renamed


@pytest.mark.parametrize(
    ("names", "new", "place"),
    [
        (["aquera", "idmworks"], "contoso", AlphabetPosition("Aquera", "Idmworks")),
        (["aquera", "idmworks"], "aaa", AlphabetPosition("", "Aquera")),
        (["aquera", "idmworks"], "zzz", AlphabetPosition("Idmworks", "")),
        ([], "contoso", AlphabetPosition("", "")),
    ],
)
def test_a_new_or_removed_partner_has_its_position(
    names: list[str], new: str, place: AlphabetPosition
) -> None:
    without = entries(**dict.fromkeys(names, ""))
    whole = without | entries(**{new: ""})
    (come,) = difference(without, whole).partners
    (gone,) = difference(whole, without).partners
    assert (come.kind, come.place, come.path) == ("new", place, f"partners/{new}.yaml")
    assert (gone.kind, gone.place, gone.path) == ("removed", place, f"partners/{new}.yaml")


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (["aquera", "idmworks"], "between Aquera and Idmworks"),
        (["idmworks"], "first, before Idmworks"),
        (["aquera"], "last, after Aquera"),
        ([], "the only partner"),
    ],
)
def test_positions_in_words(place: list[str], expected: str) -> None:
    without = entries(**dict.fromkeys(place, ""))
    (line, *_rest) = lines(difference(without, without | entries(contoso="")))
    assert line.startswith(f"Contoso (new): {expected}, +1 application (IBM RACF), contact link: ")


def test_a_partner_of_the_same_name_or_website_was_renamed() -> None:
    website = "website: https://www.example.com/\n"
    for before, after in (
        (entries(contoso="name: Contoso\n"), entries(contoso_inc="name: CONTOSO\n")),
        (entries(contoso=website), entries(fabrikam=website)),
    ):
        (found,) = difference(before, after).partners
        assert (found.kind, found.old_path) == ("renamed", "partners/contoso.yaml")
        assert found.path == next(iter(after))


def test_a_record_of_a_former_partner_shows_where_it_went() -> None:
    record = "former:\n  contoso:\n    name: Contoso\n    moved_to: fabrikam\n"
    (found,) = difference(entries(contoso=""), entries(fabrikam=""), former=record).partners
    assert (found.kind, found.old_path) == ("renamed", "partners/contoso.yaml")


def test_a_record_of_a_former_partner_shows_when_it_was_removed() -> None:
    record = "former:\n  contoso:\n    name: Contoso\n    removed: 2026-05-04\n    reason: Sold.\n"
    kept = entries(fabrikam="")
    found = difference(kept | entries(contoso=""), kept, former=record)
    assert "Contoso (removed): first, before Fabrikam, removed: 2026-05-04, reason: Sold." in lines(
        found
    )
    assert "contoso: new former partner, name added" not in said(found)
    assert [name.what for name in found.names] == ["former partner"]


def test_two_equally_similar_partners_are_not_a_rename() -> None:
    website = "website: https://www.example.com/\n"
    before = entries(contoso=website)
    found = difference(before, entries(fabrikam=website, northwind=website)).partners
    assert [each.kind for each in found] == ["removed", "new", "new"]


def test_a_new_name_shows_its_new_position() -> None:
    others = entries(aquera="", zeta="")
    before = others | entries(contoso="name: Contoso\n")
    (found,) = difference(before, others | entries(contoso="name: Zzz\n")).partners
    assert found.place == AlphabetPosition("Zeta", "")
    (found,) = difference(before, others | entries(contoso="name: Contoso Inc\n")).partners
    assert found.place is None


# Pages


def pages(before: dict[str, str], after: dict[str, str]) -> list[str]:
    text = said(difference(entries(**before), entries(**after)))
    return re.findall(r"^  ((?:appears|moves|vanishes|title changes): .*)$", text, re.MULTILINE)


def test_pages_appear_and_vanish_with_their_partners() -> None:
    one, two = {"contoso": ""}, {"contoso": "", "fabrikam": "applications: [SAP ECC]\n"}
    expected = [
        "partners/fabrikam/ (Fabrikam)",
        "applications/sap-ecc/ (SAP ECC)",
        "categories/hr/ (People)",
    ]
    assert pages(one, two) == [f"appears: {page}" for page in expected]
    assert pages(two, one) == [f"vanishes: {page}" for page in expected]


def test_pages_are_counted_in_a_sentence() -> None:
    one, two = entries(contoso=""), entries(contoso="", fabrikam="applications: [SAP ECC]\n")
    assert "pages: 3 appear." in said(difference(one, two))
    assert "pages: 3 vanish." in said(difference(two, one))


def test_a_renamed_partner_moves_its_page() -> None:
    before, after = {"contoso": "name: Contoso\n"}, {"contoso-inc": "name: Contoso\n"}
    assert pages(before, after) == ["moves: partners/contoso/ → partners/contoso-inc/ (Contoso)"]


def test_a_new_name_is_a_new_title() -> None:
    expected = ["title changes: partners/contoso/ (Contoso Inc, previously Contoso)"]
    assert pages({"contoso": "name: Contoso\n"}, {"contoso": "name: Contoso Inc\n"}) == expected


def test_the_page_of_an_application_moves_with_its_name() -> None:
    renamed = VOCABULARY.replace("  IBM RACF:", "  RACF for z/OS:").replace("[RACF", "[IBM RACF")
    files = entries(contoso="")
    text = said(compare(loaded(files), loaded(files, renamed)))
    page = "moves: applications/ibm-racf/ → applications/racf-for-z-os/"
    assert f"  {page} (RACF for z/OS, previously IBM RACF)" in text
    assert "\nRACF for z/OS: renamed application, name changed (IBM RACF → RACF for z/OS), " in text
    assert "Contoso" not in text


# Names


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[RACF,", "[RACF, RACF2,", "IBM RACF: changed application, +1 other name (RACF2)"),
        ("vendor: IBM", "vendor: Other", "IBM RACF: changed application, vendor changed"),
        ("category: mainframe", "category: hr", "IBM RACF: changed application, category changed"),
        ("  SAP ECC:\n    category: hr\n", "", "SAP ECC: removed application"),
        ("name: People", "name: Staff", "hr: changed category, name changed (People → Staff)"),
        ("description: Large", "description: Big", "mainframe: changed category, description"),
    ],
)
def test_the_vocabulary_changes(old: str, new: str, expected: str) -> None:
    assert old in VOCABULARY
    files = entries(contoso="")
    found = lines(compare(loaded(files), loaded(files, VOCABULARY.replace(old, new))))
    assert any(line.startswith(expected) for line in found)


# Texts of the owner

TERMS = "docs/prose/terms.md"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "# Terms\n\nWe do not check entries.\n",
            "# Terms\n\nWe do check entries.\n",
            [
                f"{TERMS}: shown on terms/, text changed",
                "  text: Terms We do [-not-] check entries.",
            ],
        ),
        (
            "See [terms](https://contoso.com/a).\n",
            "See [terms](https://contoso.com/b).\n",
            [
                f"{TERMS}: shown on terms/, +1 link in the text (terms: https://contoso.com/b), ",
                ", −1 link in the text (terms: https://contoso.com/a)",
            ],
        ),
        ("![](a.svg)\n", "![](b.svg)\n", [f"{TERMS}: shown on terms/, text formatted differently"]),
        ("One *fine*\nterm.\n", "One\n*fine* term.\n", ["Nothing changes for readers."]),
        ("Same.\n", "Same.\n", ["Nothing changes for readers."]),
        ("Same.\n", None, [f"{TERMS} can't be compared until it is fixed"]),
        (None, "Same.\n", [f"{TERMS} can't be compared, because its previous version has errors"]),
        (None, None, ["Nothing changes for readers."]),
    ],
)
def test_a_text_changes(before: str | None, after: str | None, expected: list[str]) -> None:
    old, new = ({} if text == "" else {TERMS: text} for text in (before, after))
    found = compare(loaded({}, texts=old), loaded({}, texts=new))
    shown = said(found)
    assert all(line in shown for line in expected)
    assert "Texts: 1 changed." in shown or not found.texts


def test_a_text_is_new_or_removed() -> None:
    without, whole = loaded({}), loaded({}, texts={"docs/prose/more.md": "One *more*."})
    (come,), (gone,) = compare(without, whole).texts, compare(whole, without).texts
    assert (come.kind, gone.kind) == ("new", "removed")
    assert "docs/prose/more.md (new)\n  text: {+One more.+}" in said(compare(without, whole))
    assert "docs/prose/more.md (removed)\n  text: [-One more.-]" in said(compare(whole, without))


# What cannot be read


def test_an_unreadable_file_is_listed_and_counts_as_unchanged() -> None:
    whole = entries(contoso="", fabrikam="applications: [SAP ECC]\n")
    broken = dict(whole) | {"partners/fabrikam.yaml": "name: Fabrikam\nwebsite: nothing\n"}
    found = difference(whole, broken)
    assert not found.is_seen
    (line,) = [line for line in lines(found) if "fabrikam" in line]
    assert line == "partners/fabrikam.yaml can't be compared until it is fixed"
    (fixed,) = difference(broken, whole).partners
    assert (fixed.kind, fixed.path) == ("new", "partners/fabrikam.yaml")
    assert difference(broken, broken) == difference(whole, whole)


def test_an_invalid_file_name_is_listed() -> None:
    whole = entries(contoso="")
    found = difference(whole, dict(whole) | {"partners/Two\nLines.yaml": "name: x\n"})
    expected = "partners/Two\\nLines.yaml can't be compared until it is fixed"
    assert expected in said(found)


def test_an_unreadable_vocabulary_counts_as_unchanged() -> None:
    files = entries(contoso="applications: [z/OS RACF]\n")
    for before, after in ((VOCABULARY, "applications: [\n"), ("applications: [\n", VOCABULARY)):
        found = compare(loaded(files, before), loaded(files, after))
        assert not found.is_seen
        assert [each.path for each in found.unreadable] == ["partners/_vocabulary.yaml"]


def test_unreadable_records_count_as_unchanged() -> None:
    files, record = entries(contoso=""), "former:\n  old:\n    name: Old\n    moved_to: contoso\n"
    for before, after in ((record, "former: [\n"), ("former: [\n", record)):
        found = compare(loaded(files, former=before), loaded(files, former=after))
        assert not found.is_seen
        assert [each.path for each in found.unreadable] == ["partners/_former.yaml"]


# Laws


@given(st.lists(broken_entries(), max_size=3))
def test_a_catalog_does_not_differ_from_itself(texts: list[str]) -> None:
    files = {f"partners/entry-{number}.yaml": text for number, text in enumerate(texts)}
    found = difference(files, files)
    assert (found.is_seen, found.unreadable, found.unseen) == (False, (), ())


@given(st.permutations(["a", "b", "c", "d"]), st.integers(0, 4), st.integers(0, 4))
def test_the_way_back_is_the_reverse(names: list[str], one: int, other: int) -> None:
    before, after = (entries(**dict.fromkeys(names[:size], "")) for size in (one, other))
    there, back = difference(before, after), difference(after, before)
    assert [(page.title, page.after) for page in there.pages] == [
        (page.title, page.before) for page in back.pages
    ]
    assert len(there.partners) == len(back.partners) == abs(one - other)
