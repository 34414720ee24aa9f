"""A changed list of fields is judged together with the entries that use it, and needs an admin."""

from tests.checking import FIELDS, ordered_entry
from tests.pull_requests import BASE, Files, reviewed

CONTOSO = "partners/contoso.yaml"
REGIONS = "regions:\n  label: Regions\n  type: choice\n  multiple: true\n  values: {eu: Europe}\n"
MORE = REGIONS.replace("{eu: Europe}", "{eu: European Union, us: United States}")
USED: Files = {CONTOSO: ordered_entry("") + "regions:\n  - us\n"}


def found(changes: Files, base: Files) -> list[str]:
    """Return what a review says about the files of a pull request."""
    return [f"{each.path}: {each.message}" for each in reviewed(changes, base=base).problems]


def test_an_entry_is_judged_by_the_fields_of_its_pull_request() -> None:
    base: Files = {**BASE, CONTOSO: ordered_entry("")}
    assert found({FIELDS: MORE, **USED}, base) == []
    (unknown,) = found(USED, base)
    assert unknown == f"{CONTOSO}: 'regions' isn't a valid key."
    (refused,) = found(USED, {**base, FIELDS: REGIONS})
    assert refused == f"{CONTOSO}: 'us' isn't one of the allowed values."


def test_other_entries_are_judged_by_the_new_fields() -> None:
    base: Files = {**BASE, FIELDS: MORE, **USED}
    (refused,) = found({FIELDS: REGIONS}, base)
    assert refused == f"{CONTOSO}: 'us' isn't one of the allowed values."


def test_a_change_needs_an_admin() -> None:
    base: Files = {**BASE, CONTOSO: ordered_entry(""), FIELDS: REGIONS}
    approvals = reviewed({FIELDS: MORE, **USED}, base=base, admins=("root",)).approvals
    assert (FIELDS, "it belongs to the admins") in [(each.path, each.why) for each in approvals]
