"""Former names, products, and summaries are judged as other names and plain texts are."""

import pytest

from tests.checking import check_files, check_text, entry_text, fix_entry, ordered_entry

LONG = "word " * 32 + "x"


@pytest.mark.parametrize(
    ("keys", "expected"),
    {
        "former_names: ['<b>Contoso</b>']": "CAT127 1:16",
        "former_names: [none]": "CAT134 1:1",
        "former_names: [Contoso www.fabrikam.com]": "CAT127 1:16",
        "former_names: [Contoso (contoso.com)]": "CAT141 1:25",
        "former_names: ['***']": "CAT101 1:16",
        "former_names: ['']": "CAT134 1:1",
        "former_names: [Contoso, TODO name]": "CAT111 1:25",
        "former_names: [Contoso Bridge, Contoso Bridge]": "CAT129 1:32",
        "former_names: [Contоsо]": "CAT121 1:16",
        "former_names: [lBM RACF]": "CAT208 1:16",
        "products: [lBM RACF]": "CAT208 1:12",
        "products: [𝐁𝐨𝐥𝐝]": "CAT123 1:12",
        "products: ['Contoso  Gate']": "CAT013 1:12",
        'products: ["Contoso \\u200b Gate"]': "CAT007 1:21",
        'products: ["Contoso \\r Gate"]': "CAT007 1:21",
        "products: [Gate #1 here]": "CAT004",
        "products:\n  - Gate # the first": "CAT133 2:10",
        "products: ['Gate,']": "CAT120 1:12",
        "summary: See **our** site": "CAT127 1:10",
        f"summary: {LONG}": "CAT013 1:10",
        "summary: 'one\n\n  two'": "CAT013 1:10",
        "summary: '...'": "CAT134 1:1",
        "summary: '!!'": "CAT101 1:10",
        "summary: Verified by the catalog": "CAT126 1:10",
        "summary: It provisions # accounts": "CAT133 1:24",
        "summary: 𝐁𝐨𝐥𝐝 gateways": "CAT123 1:10",
    }.items(),
    ids=str,
)
def test_a_mistake_in_other_names_and_summaries(keys: str, expected: str) -> None:
    vocabulary = (
        "categories: {mainframe: {name: Mainframe, description: Large.}}\n"
        "applications: {IBM RACF: {category: mainframe}}\n"
    )
    found = check_text(f"{keys}\n", vocabulary=vocabulary)
    said = [f"{each.code} {each.line}:{each.column}" for each in found]
    assert any(each.startswith(expected) for each in said), said
    assert all(each.hint for each in found)


@pytest.mark.parametrize(
    "keys",
    [
        "former_names: [Contoso Gateways, 'Müller & Söhne', 360 Identity]",
        "products: [ServerGate, 'Gate 2.0: Cloud', Booking.com, Gateway for Monday.com]",
        "summary: Provisions users and groups; see docs.contoso.com for 200+ applications.",
        "summary: >\n  Provisions users\n  and groups.",
    ],
)
def test_what_partners_write_passes(keys: str) -> None:
    assert check_text(f"{keys}\n") == []


def test_their_words_count() -> None:
    entry = f"summary: {'a ' * 70}\ndescription: {'word ' * 430}\nproducts: [one two three]\n"
    (found,) = [each for each in check_text(entry) if each.code == "CAT106"]
    assert "summary 70" in found.message
    assert "products 3" in found.message


def test_a_name_of_another_partner_is_pointed_out() -> None:
    files = {
        "partners/contoso.yaml": ordered_entry("products: [Fabrikam Connector]\n"),
        "partners/fabrikam.yaml": entry_text("", "fabrikam"),
    }
    (found,) = check_files(files)
    assert (found.code, found.path) == ("CAT214", "partners/contoso.yaml")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("products: ['Gate,']\n", "products: ['Gate']\n"),
        ("former names: [Contoso Bridge]\n", "former_names: [Contoso Bridge]\n"),
        ("formerly: [Contoso Bridge]\n", "former_names: [Contoso Bridge]\n"),
        ("products: [Gate, Gate]\n", "products: [Gate]\n"),
        ("summary: “Fast gateways”\n", "summary: Fast gateways\n"),
    ],
)
def test_a_fix_writes_what_was_meant(before: str, after: str) -> None:
    assert fix_entry(before).startswith(after)


def test_one_name_becomes_a_list_if_you_agree() -> None:
    assert fix_entry("products: Gate\n", unsafe=True).startswith("products:\n  - Gate\n")
