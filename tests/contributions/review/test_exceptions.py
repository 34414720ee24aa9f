"""A review shows the exceptions that a pull request uses or changes; only admins decide on them."""

from catalog_tool.contributions.review import Review
from catalog_tool.contributions.review.report import document, review_object
from catalog_tool.linter.reporters import write
from tests.checking import ordered_entry
from tests.pull_requests import BASE, MAINTAINED, reviewed

FILE = "partners/_exceptions.yaml"
CERTIFIED = MAINTAINED.replace("name: Contoso\n", "name: Contoso Certified\n")


def exception(value: str, reason: str = "It is the registered name.") -> str:
    return (
        "- entry: contoso\n  rule: claimed-approval\n"
        f"  value: {value}\n  reason: {reason}\n  review_by: 2099-12-31\n"
    )


ALLOWED = exception("Contoso Certified")


def text_of(review: Review) -> str:
    return write(document(review), "markdown")


def names(review: Review) -> set[str]:
    return {each.name for each in review.findings} - {"misnamed-file"}


def test_an_exception_of_the_main_branch_lets_a_change_pass_and_is_shown() -> None:
    changes = {"partners/contoso.yaml": CERTIFIED}
    assert names(reviewed(changes)) == {"claimed-approval"}
    review = reviewed(changes, base={**BASE, FILE: ALLOWED})
    assert names(review) == set()
    assert review_object(review)["summary"]["excepted"] == 1
    shown = text_of(review)
    assert "Exceptions that these entries use" in shown
    assert "It is the registered name." in shown
    assert "Added exceptions" not in shown


def test_an_exception_that_a_pull_request_adds_needs_an_admin() -> None:
    changes = {"partners/contoso.yaml": CERTIFIED, FILE: ALLOWED}
    review = reviewed(changes)
    assert "needs-admin" in review.labels
    shown = text_of(review)
    assert "Added exceptions" in shown
    assert "Exceptions that these entries use" in shown
    assert "needs-admin" not in reviewed(changes, "eve", admins=("eve",)).labels
    alone = reviewed({FILE: ALLOWED}, base={"partners/contoso.yaml": CERTIFIED})
    assert [(each.path, each.maintainers) for each in alone.approvals] == [(FILE, ())]


def test_a_removed_exception_is_shown_and_brings_the_problem_back() -> None:
    base = {"partners/contoso.yaml": CERTIFIED, FILE: ALLOWED}
    review = reviewed({FILE: None}, base=base)
    assert "claimed-approval" in names(review)
    assert "Removed exceptions" in text_of(review)
    assert "needs-admin" in review.labels


def test_no_exception_lets_harmful_input_pass() -> None:
    hostile = ordered_entry("description: See <b>this</b> gateway.\n")
    harmful = exception("<b>").replace("claimed-approval", "refused-markup")
    changes = {"partners/contoso.yaml": hostile, FILE: harmful}
    review = reviewed(changes)
    assert {"refused-markup", "broken-exception"} <= names(review)


def test_what_an_exception_says_is_inert() -> None:
    reason = "'@admins ![x](https://example.org/x.png) <img src=x>'"
    text = exception("Contoso Certified", reason)
    shown = text_of(reviewed({"partners/contoso.yaml": CERTIFIED, FILE: text}))
    assert "&lt;img" in shown
    assert "<img" not in shown
    assert "@admins" not in shown
    assert "![x](" not in shown
