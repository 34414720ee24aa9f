"""Pull requests that change logos: they belong to the maintainers of their entries."""

import pytest

from catalog_tool.contributions.review.report import document
from catalog_tool.contributions.review.verdict import Verdict
from catalog_tool.linter.reporters import write
from tests.checking import ordered_entry
from tests.pull_requests import Blob, Files, reviewed
from tests.repository import LINK

ENTRY, SVG = "partners/contoso.yaml", "partners/logos/contoso.svg"
MAINTAINED = "maintainers:\n  - contoso-anna\n"
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
CIRCLE, SQUARE = f'{HEAD}<circle r="4"/></svg>', f'{HEAD}<rect width="4" height="4"/></svg>'
PLAIN: Files = {ENTRY: ordered_entry(MAINTAINED)}
DRAWN: Files = {ENTRY: ordered_entry(f"{MAINTAINED}logo: contoso.svg\n"), SVG: CIRCLE}
EVIL = f"{HEAD}<script>alert(1)</script></svg>"


@pytest.mark.parametrize(
    ("base", "changes", "author", "verdict", "code"),
    [
        (PLAIN, DRAWN, "contoso-anna", Verdict.READY, ""),
        (DRAWN, {SVG: SQUARE}, "contoso-anna", Verdict.READY, ""),
        (DRAWN, {SVG: SQUARE}, "eve", Verdict.NEEDS_MAINTAINER, ""),
        (PLAIN, DRAWN, "eve", Verdict.NEEDS_MAINTAINER, ""),
        (DRAWN, {SVG: EVIL}, "contoso-anna", Verdict.MISTAKES, "CAT144"),
        (DRAWN, {SVG: None}, "contoso-anna", Verdict.MISTAKES, "CAT144"),
        (DRAWN, {SVG: Blob("../contoso.yaml", LINK)}, "contoso-anna", Verdict.MISTAKES, "CAT144"),
        (PLAIN, {SVG: CIRCLE}, "contoso-anna", Verdict.MISTAKES, "CAT144"),
        (PLAIN, {"partners/logos/eve.svg": CIRCLE}, "eve", Verdict.MISTAKES, "CAT144"),
        (PLAIN, {"partners/logos/a/b.svg": CIRCLE}, "eve", Verdict.MISTAKES, "CAT144"),
        (DRAWN, {SVG: Blob(CIRCLE, "100755")}, "contoso-anna", Verdict.MISTAKES, "CAT505"),
    ],
)
def test_a_logo_is_judged_as_a_part_of_its_entry(
    base: Files, changes: Files, author: str, verdict: Verdict, code: str
) -> None:
    review = reviewed(changes, author, base=base)
    assert review.verdict is verdict
    assert {each.code for each in review.problems} == {code} - {""}


@pytest.mark.parametrize(
    ("base", "changes", "expected"),
    [
        (PLAIN, DRAWN, "logo added (contoso.svg, "),
        (DRAWN, {SVG: SQUARE}, "logo changed (contoso.svg, "),
        (DRAWN, {SVG: None, **PLAIN}, "logo removed (was contoso.svg, "),
    ],
)
def test_the_review_says_in_words_what_changes(base: Files, changes: Files, expected: str) -> None:
    review = reviewed(changes, "contoso-anna", base=base)
    assert expected in write(document(review), "text")


def test_two_logos_of_one_size_differ_in_words() -> None:
    one, other = CIRCLE, CIRCLE.replace("4", "3")
    review = reviewed({SVG: other}, "contoso-anna", base={**DRAWN, SVG: one})
    assert "logo changed" in write(document(review), "text")
