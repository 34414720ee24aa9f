"""An exception lets one value of one entry pass one rule, and never anything else."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.linter.rules.broken_exception import check_catalog
from catalog_tool.linter.rules.rule import Rule, all_rules
from catalog_tool.loader.load import load_catalog
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.diagnostic import Diagnostic
from tests.checking import Content, check_files, entry_text, ordered_entry
from tests.checking import written as written_catalog
from tests.linter.rules.examples import files_of

FILE = "partners/_exceptions.yaml"
SITE = "https://www.contoso.com/identity"
HERE = [
    rule
    for rule in all_rules().values()
    if rule.allows_exceptions and (rule.check_entry or rule.check_catalog)
]


def exception(
    value: str, *, entry: str = "contoso", rule: str = "bare-link", review_by: str = "2099-12-31"
) -> dict[str, str]:
    return {
        "entry": entry,
        "rule": rule,
        "value": value,
        "reason": "An admin said so.",
        "review_by": review_by,
    }


def written(*exceptions: Mapping[str, str]) -> str:
    return "".join(f"- {json.dumps(each, ensure_ascii=False)}\n" for each in exceptions)


def name_of(rule: Rule) -> str:
    return rule.name


def check_with(
    files: Mapping[str, Content], *exceptions: Mapping[str, str], **options: object
) -> list[Diagnostic]:
    of_admins = {FILE: written(*exceptions)} if exceptions else {}
    return check_files({**files, **of_admins}, **options)  # type: ignore[arg-type]


def found(diagnostics: list[Diagnostic]) -> list[tuple[str, str, str]]:
    """Return file, rule, and value of each diagnostic, except those about the order of keys."""
    files = ((each.path.removeprefix("partners/"), each.name, each.value) for each in diagnostics)
    return [each for each in files if each[1] != "key-order"]


@pytest.mark.parametrize("rule", HERE, ids=name_of)
def test_each_rule_with_values_has_exceptions(rule: Rule) -> None:
    """What the bad example of a rule shows passes by its values, and nothing is unneeded."""
    files = files_of(rule.explanation.bad)
    before = check_files(files)
    mine = [each for each in before if each.name == rule.name]
    assert all(each.value for each in mine)
    exceptions = {
        (each.path, each.value): exception(
            each.value,
            entry=each.path.removeprefix("partners/").removesuffix(".yaml"),
            rule=rule.name,
        )
        for each in mine
    }
    after = check_with(files, *exceptions.values())
    assert found(after) == [each for each in found(before) if each[1] != rule.name]


WORDS = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=6, unique=True)


@given(WORDS, WORDS)
def test_only_the_named_values_pass(hosts: list[str], named: list[str]) -> None:
    """Of several links of one text, those without an exception are reported as before."""
    addresses = [f"https://{host}.contoso.com" for host in hosts]
    text = f"description: See {', '.join(addresses)} for more.\n"
    files = {"partners/contoso.yaml": ordered_entry(text)}
    excepted = [f"https://{host}.contoso.com" for host in named]
    after = check_with(files, *map(exception, excepted))
    reported = {value for path, name, value in found(after) if name == "bare-link"}
    assert reported == {*addresses} - {*excepted}
    unneeded = {each.message for each in after if each.name == "unneeded-exception"}
    assert len(unneeded) == len({*excepted} - {*addresses})


@given(st.text(min_size=1, max_size=60))
def test_no_other_value_lets_a_name_pass(value: str) -> None:
    files = {"partners/contoso.yaml": ordered_entry("name: Contoso Certified\n")}
    after = check_with(files, exception(value, rule="claimed-approval"))
    reported = "claimed-approval" in {each.name for each in after}
    assert reported is (" ".join(value.split()) != "Contoso Certified")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: Contoso Certified\n", set()),
        ("name: 'Contoso Certified'\n", set()),
        ("name: Contoso Certified Gateway\n", {"claimed-approval", "unneeded-exception"}),
        ("name: Certified\n", {"claimed-approval", "unneeded-exception"}),
        ("name: contoso certified\n", {"claimed-approval", "unneeded-exception"}),
    ],
)
def test_a_later_name_does_not_pass(text: str, expected: set[str]) -> None:
    files = {"partners/contoso.yaml": ordered_entry(text)}
    after = check_with(files, exception("Contoso Certified", rule="claimed-approval"))
    assert {each.name for each in after} - {"misnamed-file"} == expected


def test_an_exception_is_for_one_entry_and_one_rule() -> None:
    text = "description: See https://a.contoso.com for more.\n"
    files = {
        "partners/contoso.yaml": ordered_entry(text),
        "partners/fabrikam.yaml": ordered_entry(text, "fabrikam"),
    }
    after = check_with(files, exception("https://a.contoso.com"))
    assert found(after) == [("fabrikam.yaml", "bare-link", "https://a.contoso.com")]
    after = check_with(files, exception("https://a.contoso.com", rule="misnamed-file"))
    assert {each.name for each in after} == {"bare-link", "unneeded-exception"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("description: " + "word " * 500 + "end\n", "503 words"),
        ("description: " + "other " * 500 + "end\n", "503 words"),
        ("description: " + "word " * 600 + "end\n", "603 words"),
    ],
)
def test_the_value_of_a_long_entry_is_its_number_of_words(text: str, value: str) -> None:
    files = {"partners/contoso.yaml": ordered_entry(text)}
    excepted = exception("503 words", rule="too-many-words")
    after = check_with(files, excepted)
    reported = [each for each in found(after) if each[1] == "too-many-words"]
    passes = value == "503 words"
    assert reported == ([] if passes else [("contoso.yaml", "too-many-words", value)])


def same_website(*identifiers: str) -> dict[str, str]:
    return {
        f"partners/{each}.yaml": ordered_entry(f"website: {SITE}\n", each) for each in identifiers
    }


@pytest.mark.parametrize(
    ("entries", "excepted", "reported"),
    [
        ("contoso fabrikam", "", "contoso fabrikam"),
        ("contoso fabrikam", "contoso", ""),
        ("contoso fabrikam", "fabrikam", ""),
        ("contoso fabrikam", "contoso fabrikam", ""),
        # A third entry isn't covered by an exception that was made for two.
        ("contoso fabrikam tailspin", "contoso", "fabrikam tailspin"),
        ("contoso fabrikam tailspin", "tailspin", "contoso fabrikam"),
        ("contoso fabrikam tailspin", "contoso tailspin", ""),
    ],
)
def test_an_exception_for_either_of_two_entries_is_enough(
    entries: str, excepted: str, reported: str
) -> None:
    exceptions = [
        exception(SITE, entry=each, rule="duplicate-website") for each in excepted.split()
    ]
    after = check_with(same_website(*entries.split()), *exceptions)
    assert [each.path.removeprefix("partners/").removesuffix(".yaml") for each in after] == (
        reported.split()
    )
    assert {each.name for each in after} <= {"duplicate-website"}


@pytest.mark.parametrize(
    ("value", "reported"), [("Contoso", ["unneeded-exception"]), ("contoso", [])]
)
def test_similar_names_of_two_products_can_be_excepted(value: str, reported: list[str]) -> None:
    files = {
        "partners/contoso.yaml": ordered_entry("name: contoso\n"),
        "partners/contoso-2.yaml": ordered_entry("name: Contoso\n", "contoso-2"),
    }
    after = check_with(files, exception(value, rule="duplicate-partner"))
    names = [each.name for each in after if each.name != "misnamed-file"]
    assert [name for name in names if name != "duplicate-partner"] == reported
    assert ("duplicate-partner" in names) is bool(reported)


@pytest.mark.parametrize(
    ("review_by", "names"),
    [("2026-05-03", ["overdue-exception"]), ("2026-05-04", []), ("2099-12-31", [])],
)
def test_an_exception_applies_after_its_day_of_review(
    review_by: str, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1777896000")  # noon of 2026-05-04
    after = check_with(
        same_website("contoso", "fabrikam"),
        exception(SITE, rule="duplicate-website", review_by=review_by),
    )
    assert [each.name for each in after] == names
    assert {each.severity for each in after} <= {"warning"}


@pytest.mark.parametrize(
    ("only", "names"),
    [
        (None, ["unneeded-exception"]),
        ({FILE}, ["unneeded-exception"]),
        ({"partners/contoso.yaml"}, []),
        ({"partners/fabrikam.yaml"}, ["bare-link"]),
        ({FILE, "partners/fabrikam.yaml"}, ["bare-link", "unneeded-exception"]),
    ],
)
def test_only_what_was_checked_is_reported(only: set[str] | None, names: list[str]) -> None:
    files = {
        "partners/contoso.yaml": ordered_entry(
            "description: See https://a.contoso.com for more.\n"
        ),
        "partners/fabrikam.yaml": ordered_entry(
            "description: See https://b.fabrikam.com for more.\n", "fabrikam"
        ),
    }
    exceptions = exception("https://a.contoso.com"), exception("https://z.contoso.com")
    after = check_with(files, *exceptions, only=only)
    expected = ["bare-link", *names] if only is None else names
    assert sorted(each.name for each in after) == expected


def test_an_exception_from_a_rule_that_does_not_run_is_not_unneeded() -> None:
    files = {"partners/contoso.yaml": ordered_entry()}
    rules = {
        name: rule for name, rule in all_rules().items() if name not in {"bare-link", "dead-link"}
    }
    exceptions = exception("https://a.contoso.com"), exception(SITE, rule="dead-link")
    assert check_with(files, *exceptions, rules=rules) == []


def test_a_value_that_is_nearly_right_is_corrected() -> None:
    files = same_website("contoso", "fabrikam")
    after = check_with(files, exception(f"{SITE}/", rule="duplicate-website"))
    (unneeded,) = [each for each in after if each.name == "unneeded-exception"]
    assert unneeded.hint == f"Did you mean '{SITE}'? If not, remove this exception."
    assert unneeded.fix is not None
    assert not unneeded.fix.safe


@pytest.mark.parametrize("record", ["removed: 2026-05-04", "moved_to: fabrikam"])
def test_the_exception_of_a_partner_that_has_left_is_only_unneeded(record: str) -> None:
    """A partner can leave although an admin has to edit the exceptions."""
    files = {
        "partners/fabrikam.yaml": ordered_entry("", "fabrikam"),
        "partners/_former.yaml": f"former:\n  contoso:\n    name: Contoso\n    {record}\n",
    }
    after = check_with(files, exception(SITE, rule="duplicate-website"))
    assert [(each.name, each.severity) for each in after] == [("unneeded-exception", "warning")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("exceptions:\n", "The file isn't a list."),
        (f"exceptions:\n  {written(exception(SITE))}", "The file isn't a list."),
        ("none\n", "The file isn't a list."),
        ("- entry: contoso\n", "The key 'rule' is missing."),
        (written({**exception(SITE), "reason": ""}), "'reason' is empty."),
        (written({**exception(SITE), "reason": "One.\nTwo."}), "spans several lines"),
        (written({**exception(SITE), "review_by": "soon"}), "'soon' isn't a date."),
        (written({**exception(SITE), "until": "2027"}), "'until' isn't a valid key."),
        (written({**exception(SITE), "entry": "Contoso Ltd"}), "isn't a valid identifier"),
        ("&a\n- *a\n", "An anchor (&a)"),
        ('- entry: "\\u202econtoso"\n', "stands for an invisible character"),
    ],
)
def test_a_mistake_in_the_file_is_an_error_and_no_exception_applies(
    text: str, message: str
) -> None:
    after = check_files({**same_website("contoso", "fabrikam"), FILE: text})
    mine = [each for each in after if each.path == FILE]
    assert any(message in each.message for each in mine)
    assert {each.severity for each in mine} == {"error"}
    assert [each.name for each in after if each.path != FILE] == ["duplicate-website"] * 2


def test_a_long_list_of_exceptions_is_not_guessed_at() -> None:
    """Each guess compares a name with all entries, and a stranger can write thousands."""
    many = [exception(f"{number}", entry=f"contosa-{number}") for number in range(60)]
    files = {"partners/contoso.yaml": ordered_entry(), FILE: written(*many)}
    catalog = loaded(files)
    hints = [each.hint for each in check_catalog(catalog)]
    assert hints[:50] == ["Did you mean 'contoso'?"] * 50
    assert hints[50:] == ["Write the file name of an entry, without .yaml."] * 10
    too_many = {**files, FILE: written(*(exception(f"{number}") for number in range(2_001)))}
    (only,) = [each for each in check_files(too_many) if each.path == FILE]
    assert only.message == "'exceptions' has more than 2000 values."


def loaded(files: Mapping[str, Content]) -> Catalog:
    with written_catalog(files) as settings:
        return load_catalog(settings).catalog


@pytest.mark.parametrize("text", ["[]\n", "", "# None.\n", "---\n"])
def test_a_file_without_exceptions_is_fine(text: str) -> None:
    assert check_files({"partners/contoso.yaml": entry_text(), FILE: text}) == []


@pytest.mark.parametrize("position", [0, 1])
def test_the_others_hold_if_one_exception_is_invalid(position: int) -> None:
    exceptions = [exception(SITE, rule="duplicate-website")]
    exceptions.insert(position, {**exception(SITE), "review_by": "soon"})
    after = check_with(same_website("contoso", "fabrikam"), *exceptions)
    assert [(each.name, each.line) for each in after] == [("invalid-value", position + 1)]
    unneeded = [exception("https://z.contoso.com"), *exceptions]
    found = {(each.name, each.line) for each in check_with(same_website("contoso"), *unneeded)}
    assert ("invalid-value", position + 2) in found
    assert ("unneeded-exception", 1) in found
