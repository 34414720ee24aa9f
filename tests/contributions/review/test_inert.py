"""Strangers' text is inert in every format: names, texts, paths, logins, descriptions."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from catalog_tool.contributions.review import Review
from catalog_tool.contributions.review.engine import judge_proposal
from catalog_tool.contributions.review.report import document
from catalog_tool.linter.reporters import write
from catalog_tool.loader.load import Loaded
from catalog_tool.loader.pull_request.changes import ChangedFile, FileKind
from catalog_tool.loader.pull_request.proposal import GeneratedChange, Proposal
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.settings import Settings
from catalog_tool.text.characters import hidden_characters
from tests.hostile.corpus import PAYLOADS, entry
from tests.text.markup.github import render

CALLED = "contoso-anna"
TAGS = {
    *"a br code del details em h3 h4 ins li ol p pre strong sub summary table tbody td th thead"
    " tr ul".split()
}

every_payload = pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)


def review_of(payload: str) -> Review:
    """Return the review of a pull request with a payload everywhere."""
    path = f"partners/{payload}.yaml"
    before, after = entry("p1", "quiet"), entry("p1", payload)
    before = replace(
        before,
        partner=before.partner.model_copy(update={"maintainers": (CALLED,)}),
        source=replace(before.source, path="partners/p1.yaml"),
    )
    after = replace(after, source=replace(after.source, path="partners/p1.yaml"))
    changes = (
        ChangedFile("partners/p1.yaml", FileKind.ENTRY, is_executable=True),
        ChangedFile(path, FileKind.LEFTOVER, is_executable=True),
        ChangedFile(payload, FileKind.OTHER),
        ChangedFile("CATALOG.md", FileKind.GENERATED),
    )
    return judge_proposal(
        Proposal(
            Settings(root=Path()),
            author=payload,
            description=payload,
            changes=changes,
            before=Loaded(Catalog((before,)), (), {"partners/p1.yaml": before.source}),
            after=Loaded(Catalog((after,)), (), {"partners/p1.yaml": after.source}),
            generated={"CATALOG.md": GeneratedChange("", f"# {payload}\n{payload}", "")},
        )
    )


@every_payload
def test_a_comment_is_inert_on_github(payload: str) -> None:
    text = write(document(review_of(payload)), "markdown")
    assert [text[offset] for offset in hidden_characters(text)] == []
    shown = render(text)
    assert [node for node in shown.acted_on if f"@{CALLED}" not in node] == []
    assert set(shown.tags) <= TAGS
    hosts = {re.sub(r"^(https://[^/]*/).*", r"\1", target) for target in shown.targets}
    assert {
        host for host in hosts if not re.search(r"\bcontoso\.com/|\bx\.example\.com", host)
    } <= {"mailto:sales@contoso.com"}


@every_payload
@pytest.mark.parametrize("name", ["text", "github"])
def test_a_log_is_inert(payload: str, name: str) -> None:
    text = write(document(review_of(payload)), name)
    plain = re.sub(r"\x1b\[\d*m", "", text)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", plain)
    assert "##[" not in plain
    commands = [line for line in plain.split("\n") if line.lstrip().startswith("::")]
    assert all(
        re.match(r"::(error|warning|notice) [^:]*title=CAT\d{3} ", line) for line in commands
    )
