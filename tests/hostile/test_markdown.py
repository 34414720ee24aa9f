"""Markdown that GitHub shows: published catalog, overview, comment on a pull request."""

from collections import Counter

import pytest

from catalog_tool.linter.reporters import Summary, reporter
from catalog_tool.model.diagnostic import Fix
from catalog_tool.model.edits import Edit
from catalog_tool.site.exporters import llms_txt, markdown_catalog
from tests.hostile.corpus import PAYLOADS, SITE, hostile_publication
from tests.linter.reporters.samples import diagnostic
from tests.text.markup.engines import ENGINES, active
from tests.text.markup.github import Rendered, render

every_payload = pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS.keys())

# What the grammar of entries lets a partner's own text become.
WRITTEN = {*"p ul ol li em strong code a br".split()}
# Addresses that the hostile entry states, or that its text may lead to by a link of its own.
STATED = (SITE, "#", "partners/p1.yaml", "https://www.contoso.com/", "https://x.example.com")


def assert_inert(shown: Rendered, tags: set[str]) -> None:
    """Fail if GitHub would act on anything, lead elsewhere, or show an element of a stranger."""
    assert shown.acted_on == []
    assert set(shown.tags) <= tags
    assert [target for target in shown.targets if not target.startswith(STATED)] == []


@every_payload
def test_the_published_catalog_is_inert_on_github(payload: str) -> None:
    shown = render(markdown_catalog.export(hostile_publication({"": payload})))
    assert_inert(shown, WRITTEN | {"h1", "h2", "h3", "h4"})
    assert shown.tags.count("h3") == 1


@pytest.mark.parametrize("engine", ENGINES)
@every_payload
def test_the_published_catalog_is_inert_in_every_engine(payload: str, engine: str) -> None:
    text = markdown_catalog.export(hostile_publication({"": payload}))
    assert list(active(text, engine)) == []


@every_payload
def test_the_overview_for_language_models_is_inert(payload: str) -> None:
    text = llms_txt.export(hostile_publication({"": payload}))
    assert_inert(render(text), {"h1", "h2", "p", "blockquote", "ul", "li", "a"})
    assert text.count(f"]({SITE}partners/p1/)") == 1


@every_payload
def test_a_comment_on_a_pull_request_is_inert(payload: str) -> None:
    found = diagnostic(
        f"name: {payload}",
        (7, 9),
        path=f"partners/{payload}.yaml",
        message=f"It says {payload}",
        hint=f"Write:\n{payload}\ninstead",
        fix=Fix(f"write {payload}", (Edit(6, 8, payload),)),
    )
    shown = render(reporter("markdown")([found], Summary.of([found], 1)))
    # The summary, the message, the hint, the fix; the source line and the example, in code.
    ours = {"p": 4, "strong": 2, "pre": 2, "code": 4}
    assert_inert(shown, {*ours})
    assert Counter(shown.tags) == ours
