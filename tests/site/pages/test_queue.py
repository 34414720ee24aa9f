"""The page of waiting pull requests: only if it was asked for, bounded, and inert."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from catalog_tool.loader.queue import load_queue
from catalog_tool.model.error import CatalogError
from catalog_tool.model.publication import Publication
from catalog_tool.model.queue import QUEUE_FILE, Queue, WaitingPull, WaitsFor
from catalog_tool.model.settings import Settings
from catalog_tool.site.pages import contribute, queue
from tests.site.exporters.catalogs import partner, publication

DAY = dt.date(2026, 11, 30)
PULL = WaitingPull(
    number=7,
    title='<img src=x onerror=alert(1)> {{ 1 }} [x](javascript:x) "&',
    author="eve",
    since=dt.date(2026, 11, 3),
    waits_for=(WaitsFor.ADMIN, WaitsFor.MAINTAINER),
)


def catalog(*pulls: WaitingPull, more: int = 0, forge: str = "github") -> Publication:
    made = publication([partner()])
    settings = made.settings.model_copy(
        update={"repository": "https://github.com/contoso/partners", "forge": forge}
    )
    return replace(made, settings=settings, queue=Queue(day=DAY, pulls=pulls, more=more))


def body(made: Publication) -> str:
    (page,) = queue.pages(made)
    assert not page.is_indexed
    return str(page.body)


def test_it_says_what_waits_since_when_and_for_whom() -> None:
    text = body(catalog(PULL, more=3))
    assert 'href="https&#58;//github.com/contoso/partners/pull/7" rel="nofollow noopener"' in text
    assert "Waits for an admin and a maintainer." in text
    assert 'Open since <time datetime="2026-11-03">Nov 3, 2026</time>.' in text
    assert 'As of <time datetime="2026-11-30">' in text
    assert "3 more on GitHub" in text


def test_titles_are_inert() -> None:
    text = body(catalog(PULL))
    assert "<img" not in text
    assert "{{" not in text
    assert "javascript:x)" in text.replace("&#58;", ":").replace("&#41;", ")")


def test_if_nothing_waits_it_says_so() -> None:
    text = body(catalog())
    assert "No pull request is waiting." in text
    assert "<ul" not in text


@pytest.mark.parametrize("made", [replace(catalog(PULL), queue=None), catalog(PULL, forge="none")])
def test_without_a_list_or_without_github_there_is_no_page(made: Publication) -> None:
    assert list(queue.pages(made)) == []
    page, _ = contribute.pages(made)
    assert "queue/" not in page.body


def test_the_page_for_partners_links_to_it() -> None:
    page, _ = contribute.pages(catalog())
    assert '<a href="../queue/">' in page.body


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    settings = Settings(root=tmp_path)
    assert load_queue(settings) is None
    found = Queue(day=DAY, pulls=(PULL,))
    (tmp_path / QUEUE_FILE).write_text(found.model_dump_json(), encoding="utf-8")
    assert load_queue(settings) == found


@pytest.mark.parametrize(
    "changed",
    [
        {"version": 2},
        {"more": -1},
        {"pulls": [{}]},
        {"pulls": [json.loads(PULL.model_dump_json())] * 101},
        {"pulls": [json.loads(PULL.model_dump_json()) | {"title": "x" * 121}]},
        {"pulls": [json.loads(PULL.model_dump_json()) | {"waits_for": ["nobody"]}]},
        {"day": "yesterday"},
        {"unknown": 1},
    ],
)
def test_anything_else_is_refused(tmp_path: Path, changed: dict[str, object]) -> None:
    written = {"version": 1, "day": "2026-11-30", "pulls": [], "more": 0} | changed
    (tmp_path / QUEUE_FILE).write_text(json.dumps(written), encoding="utf-8")
    with pytest.raises(CatalogError, match="isn't a list of waiting pull requests"):
        load_queue(Settings(root=tmp_path))


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / QUEUE_FILE).symlink_to("/etc/hosts")
    with pytest.raises(CatalogError):
        load_queue(Settings(root=tmp_path))
