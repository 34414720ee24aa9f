"""This repository's own site, built once. A test changes a file, and the change is undone."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Protocol

import pytest

from catalog_tool.loader.configuration import load_settings
from catalog_tool.model.publication import Publication
from catalog_tool.pipeline import check
from catalog_tool.site.audit import BuiltPage, audit, built_site
from catalog_tool.site.build import build_site
from catalog_tool.site.content_policy import is_page

REPOSITORY = Path(__file__).parents[3]


class Tamper(Protocol):
    """Changes the text of one file of the site, or removes it; returns the faults of an audit."""

    def __call__(
        self, path: str, change: Callable[[str], str | None], *, of_others: bool = True
    ) -> list[str]:
        """Without the faults of the other pages, which nobody changed, it takes a third as long."""


@pytest.fixture(scope="package")
def publication() -> Publication:
    """This repository's own catalog."""
    return check(load_settings(REPOSITORY)).publication


@pytest.fixture(scope="package")
def built(publication: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of its site."""
    folder = tmp_path_factory.mktemp("audited") / "site"
    folder.mkdir()
    build_site(publication, folder)
    return folder


@pytest.fixture(scope="package", autouse=True)
def _pages_are_parsed_once() -> Iterator[None]:
    """Keep what is parsed of each text of a page: the audits differ in one page of the site."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(built_site, "BuiltPage", cache(BuiltPage))
        yield


@pytest.fixture
def tamper(built: Path, publication: Publication) -> Iterator[Tamper]:
    """Change files of the site until the test ends."""
    before: dict[Path, bytes | None] = {}

    def change_and_audit(
        path: str, change: Callable[[str], str | None], *, of_others: bool = True
    ) -> list[str]:
        file = built / path
        before.setdefault(file, file.read_bytes() if file.exists() else None)
        text = change(file.read_text(encoding="utf-8") if file.exists() else "")
        if text is None:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        with pytest.MonkeyPatch.context() as patch:
            if not of_others:
                changed = [path] if is_page(path) and file.exists() else []
                patch.setattr(built_site.BuiltSite, "page_paths", changed)
            return [str(fault) for fault in audit(publication, built)]

    yield change_and_audit
    for file, content in before.items():
        if content is None:
            file.unlink()
        else:
            file.write_bytes(content)
