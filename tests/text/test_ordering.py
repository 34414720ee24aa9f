"""The order of names, equal names, and slugs."""

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.text.ordering import ID_MAX_LENGTH, ID_PATTERN, fold, same_key, slug, sort_key

NAMES = st.text(max_size=40) | st.text("aAäÄßIİıſKåÅ٣²①½ ②é\u0301\u0345がか-./", max_size=12)


@pytest.mark.parametrize(
    "ordered",
    [
        ["aquera", "IDMWORKS", "UNIFY Solutions"],
        ["App 2", "app 10", "APP 100"],
        ["chris21", "Chris 101"],
        ["Ädler", "Adler AG"],
        ["7-Zip", "Aquera"],
        ["IBM i", "IBM i (AS/400)", "IBM RACF"],
        ["SAP R/2", "SAP R/3", "SAP S/4HANA"],
        ["App ٢", "App 3", "App ١٠"],
        ["x 9" + "9" * 5_000, "x 10" + "0" * 5_000],
    ],
)
def test_names_are_in_this_order(ordered: list[str]) -> None:
    backwards = ordered[::-1]
    assert sorted(backwards, key=sort_key) == ordered


@given(st.lists(NAMES), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_of_the_input(
    names: list[str], random: Random
) -> None:
    shuffled = random.sample(names, len(names))
    assert sorted(shuffled, key=sort_key) == sorted(names, key=sort_key)


@given(NAMES, NAMES)
def test_only_equal_names_have_equal_sort_keys(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (one == other)


@given(NAMES, NAMES, NAMES)
def test_the_order_is_total(one: str, two: str, three: str) -> None:
    low, middle, high = sorted([one, two, three], key=sort_key)
    assert sort_key(low) <= sort_key(middle) <= sort_key(high)
    assert sort_key(low) <= sort_key(high)


@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_digits_sort_by_value(one: int, other: int) -> None:
    keys = [sort_key(f"App {number}")[0] for number in (one, other)]
    assert (keys[0] < keys[1]) == (one < other)


@pytest.mark.parametrize("text", ["٣", "²", "①", "½", "௧", "౸", "Ⅷ", "𝟘", "0" * 10_000, "𒐲", "万"])
def test_every_kind_of_number_has_a_place(text: str) -> None:
    assert sort_key(text) == sort_key(text)
    assert slug(text) == slug(slug(text))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Zürich ＡＧ", "zurich ag"),
        ("STRASSE", fold("Straße")),
        ("ΣΊΣΥΦΟΣ", fold("σίσυφος")),
        ("App ٣", "app 3"),
        ("x²", "x2"),
        ("ﬁn", "fin"),
        ("Край", "краи"),
        ("Contoso Bridge™", "contoso bridge"),
        ("Contoso℠ é", "contoso e"),
        ("Ελλάδα", "ελλαδα"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(NAMES)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(NAMES)
def test_case_and_compatibility_forms_fold_alike(text: str) -> None:
    assert fold(text.casefold()) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("AS/400", "as 400"),
        ("AS-400", "AS400"),
        ("Zürich", "ZURICH"),
        ("Ａｑｕｅｒａ", "aquera"),
        ("Straße", "STRASSE"),
        ("Aquera, Inc.", "Aquera Inc"),
        ("Foo–Bar", "Foo-Bar"),
        ("a\u200bb", "ab"),
    ],
)
def test_these_are_one_name(one: str, other: str) -> None:
    assert same_key(one) == same_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SAP R/2", "SAP R/3"),
        ("ガス", "カス"),
        ("की", "का"),
        ("กา", "กี"),
        ("!!!", "???"),
        ("", "!"),
        ("東京", "京都"),
    ],
)
def test_these_are_two_names(one: str, other: str) -> None:
    assert same_key(one) != same_key(other)


@given(NAMES)
def test_a_name_is_its_own_key_again(name: str) -> None:
    assert same_key(same_key(name)) == same_key(name)
    assert same_key(name.casefold()) == same_key(name)


@given(st.text("abcXYZ0189äß -./()", max_size=20), st.sampled_from(" -./()_,"))
def test_punctuation_does_not_make_another_name(name: str, mark: str) -> None:
    if any(char.isalnum() for char in name):
        assert same_key(mark.join(name)) == same_key(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("IDMWORKS", "idmworks"),
        ("UNIFY Solutions", "unify-solutions"),
        ("IBM i (AS/400)", "ibm-i-as-400"),
        ("Łódź Ærø Þór", "lodz-aero-thor"),
        ("Foo–Bar", "foo-bar"),
        ("  --  ", ""),
        ("東京", ""),
        ("東京 SAP", "sap"),
        ("a" * 80, "a" * ID_MAX_LENGTH),
        ("a" * 63 + " b", "a" * 63),
        ("chris ٢١", "chris-21"),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_slugs(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(NAMES)
def test_a_slug_is_an_id_or_nothing(name: str) -> None:
    made = slug(name)
    assert made == "" or re.fullmatch(ID_PATTERN, made)
    assert len(made) <= ID_MAX_LENGTH
    assert slug(made) == made
