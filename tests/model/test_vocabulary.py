"""The application that a name refers to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.ordering import same_key

NAMES = {
    "Cerner": (),
    "chris21": (),
    "Epic": ("EPIC Systems",),
    "IBM i (AS/400)": ("AS400", "iSeries"),
    "IBM RACF": ("RACF",),
    "SAP ECC": (),
    "SAP R/3": (),
    "ガス": (),
}
KNOWN = [*NAMES, *(alias for aliases in NAMES.values() for alias in aliases)]


def vocabulary(**more: object) -> Vocabulary:
    applications = {
        name: {"category": "mainframe" if name.startswith("IBM") else "other", "aliases": aliases}
        for name, aliases in NAMES.items()
    }
    return Vocabulary.model_validate({"applications": applications, **more})


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("IBM RACF", "IBM RACF"),
        ("ibm racf", "IBM RACF"),
        ("RACF", "IBM RACF"),
        ("racf", "IBM RACF"),
        ("AS400", "IBM i (AS/400)"),
        ("AS/400", "IBM i (AS/400)"),
        ("as-400", "IBM i (AS/400)"),
        ("IBM i AS400", "IBM i (AS/400)"),
        ("ＥＰＩＣ", "Epic"),
        ("Chris 21", "chris21"),
        ("CHRIS２１", "chris21"),
        ("SAP R3", "SAP R/3"),
        ("ｶﾞｽ", "ガス"),
        ("RACF (z/OS)", "IBM RACF"),
        ("IBM RACF (RACF)", "IBM RACF"),
        ("Epic (all versions)", "Epic"),
        ("Epic [hosted]", "Epic"),
        ("SAP ECC(6.0)", "SAP ECC"),
        ("SAP ECC (SAP R/3)", None),
        ("SAP ECC (6.0, SAP R/3)", None),
        ("SAP ECC (6.0 and SAP R/3)", None),
        ("SAP (SAP ECC)", None),
        ("Oracle (all versions)", None),
        ("Epic (a) (b)", None),
        ("(Epic)", "Epic"),
        ("カス", None),
        ("Oracle", None),
        ("AS/401", None),
        ("", None),
        ("/", None),
    ],
)
def test_a_spelling_means_one_application(name: str, meant: str | None) -> None:
    known = vocabulary()
    assert known.canonical(name) == meant
    assert known.application(name) is (known.applications[meant] if meant else None)


@pytest.mark.parametrize(
    ("name", "missed"),
    [
        ("RACG", "IBM RACF"),
        ("RACFF", "IBM RACF"),
        ("IBM RCAF", "IBM RACF"),
        ("iSeris", "IBM i (AS/400)"),
        ("iSereis", "IBM i (AS/400)"),
        ("Epix", "Epic"),
        ("Epci", "Epic"),
        ("Crhis21", "chris21"),
        ("chris 12", None),
        ("chris22", None),
        ("chris2", None),
        ("AS401", None),
        ("AS4000", None),
        ("SAP R/2", None),
        ("SAP S/3", None),
        ("IBM Z", None),
        ("IBM System j", None),
        ("SAP EC", "SAP ECC"),
        ("SAP ECC6", None),
        ("RAC", None),
        ("Cern", None),
        ("Crenre", None),
        ("Oracle", None),
        ("", None),
    ],
)
def test_one_slip_from_a_name(name: str, missed: str | None) -> None:
    assert vocabulary().near_miss(name) == missed


@given(st.sampled_from(KNOWN))
def test_a_known_name_misses_nothing(name: str) -> None:
    assert vocabulary().near_miss(name) is None


@given(st.sampled_from(KNOWN), st.data())
def test_each_slip_in_a_long_name_is_noticed(name: str, data: st.DataObject) -> None:
    key = same_key(name)
    at = data.draw(st.integers(0, len(key) - 1))
    slip = data.draw(st.sampled_from(["add", "drop", "change"]))
    written = key[:at] + ("" if slip == "drop" else "q") + key[at + (slip != "add") :]
    touches_digit = slip != "add" and key[at].isdigit()
    known = vocabulary()
    if len(written) >= 4 and not touches_digit and known.canonical(written) is None:
        assert known.near_miss(written) == known.canonical(name)


@given(st.text(max_size=12))
def test_any_text_has_an_answer(name: str) -> None:
    known = vocabulary()
    missed = known.near_miss(name)
    assert missed is None or (missed in known.applications and known.canonical(name) is None)


def test_a_name_wins_over_an_alias_of_another() -> None:
    known = Vocabulary.model_validate(
        {"applications": {"A": {"category": "x", "aliases": ("B",)}, "B": {"category": "x"}}}
    )
    assert known.canonical("b") == "B"


def test_a_category_lists_its_applications_in_the_one_order() -> None:
    assert list(vocabulary().in_category("mainframe")) == ["IBM i (AS/400)", "IBM RACF"]
    assert list(vocabulary().in_category("none")) == []


@pytest.mark.parametrize(
    "more",
    [
        {"colours": {}},
        {"categories": {"Main Frame": {"name": "x", "description": "y"}}},
        {"categories": {"x": {"name": "x"}}},
        {"categories": {"x": {"name": "x", "description": "y", "icon": "../x"}}},
        {"applications": {"x": {"aliases": ("y",)}}},
        {"applications": {"x": {"category": "y", "gallery": "http://x.com"}}},
        {"applications": {" ": {"category": "y"}}},
        {"applications": {"x": {"category": "y", "aliases": "z"}}},
    ],
)
def test_a_vocabulary_is_as_strict_as_an_entry(more: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        vocabulary(**more)
