"""A run that remembers, a run on two processors, and a plain run find and write the same.

Random changes are made to a catalog, one after the other, as in a preview that stays open.
"""

import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.catalogs import commit
from bench.synthetic import Size, write_catalog
from catalog_tool.contributions.review import engine, review
from catalog_tool.contributions.review.report import review_object
from catalog_tool.linter.report import Report
from catalog_tool.loader import pair
from catalog_tool.loader.configuration import load_settings
from catalog_tool.loader.git.tree import GitTree
from catalog_tool.loader.memory import Memory
from catalog_tool.loader.pull_request.proposal import PullRequest
from catalog_tool.pipeline import check, render

CHANGES = 12
Change = Callable[[Path, random.Random], None]


def entries(root: Path) -> list[Path]:
    return sorted((root / "partners").glob("[a-z]*.yaml"))


def replace_in(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new, 1), encoding="utf-8")


def add(root: Path, chance: random.Random) -> None:
    text = chance.choice(entries(root)).read_text("utf-8")
    name = f"Contoso {chance.randrange(100, 999)}"
    lines = [f"name: {name}" if line.startswith("name:") else line for line in text.splitlines()]
    path = root / "partners" / f"{name.lower().replace(' ', '-')}.yaml"
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")


def change(root: Path, chance: random.Random) -> None:
    new = f"description: |\n  It has {chance.randrange(1000)} new functions.\n"
    replace_in(chance.choice(entries(root)), "description: |\n", new)


def break_one(root: Path, chance: random.Random) -> None:
    old, new = chance.choice(
        [("name:", "nam:"), ("https:", "http:"), ("  - ", "  - ["), ("contact:", "contact: x\nc:")]
    )
    replace_in(chance.choice(entries(root)), old, new)


def rename(root: Path, chance: random.Random) -> None:
    path = chance.choice(entries(root))
    path.rename(path.with_stem(f"{path.stem}-{chance.randrange(100)}"))


def delete(root: Path, chance: random.Random) -> None:
    chance.choice(entries(root)).unlink()


def change_vocabulary(root: Path, chance: random.Random) -> None:
    path = root / "partners" / "_vocabulary.yaml"
    aliases = path.read_text("utf-8").count(" Suite\n")
    replace_in(path, " Suite\n", f" Suite {chance.randrange(aliases + 1)}\n")


def change_fields(root: Path, chance: random.Random) -> None:
    path = root / "partners" / "_fields.yaml"
    path.write_text(
        f"{path.read_text('utf-8')}\nnumber_{chance.randrange(10**6)}:\n"
        "  label: Number\n  type: text\n  meaning: A number.\n",
        encoding="utf-8",
    )


def change_settings(root: Path, chance: random.Random) -> None:
    platform = chance.choice(["Contoso Identity", "Amber Access", "the platform"])
    lines = (root / "mkdocs.yml").read_text("utf-8").splitlines()[:-1]
    text = "\n".join([*lines, f"      platform: {platform}", ""])
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")


IN_ENTRIES: tuple[Change, ...] = (add, change, break_one, rename, delete)
ALL: tuple[Change, ...] = (*IN_ENTRIES, change_vocabulary, change_fields, change_settings)


@pytest.mark.parametrize("seed", range(2))
def test_random_changes(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_catalog(tmp_path, Size(12, 20), seed)
    chance = random.Random(seed)  # noqa: S311 - the same changes each time
    memory = Memory()
    changes = [*chance.sample(ALL, len(ALL)), *chance.choices(ALL, k=CHANGES - len(ALL))]
    for change_once in changes:
        change_once(tmp_path, chance)
        settings = load_settings(tmp_path / "mkdocs.yml")
        plain, remembered = check(settings), check(settings, memory=memory)
        with monkeypatch.context() as patched:
            patched.setattr(pair, "FEWEST", 2)
            patched.setattr(pair, "_may_fork", lambda: sys.platform == "linux")
            shared = check(settings)
        for other in (remembered, shared):
            assert found(other) == found(plain), change_once
    rendered = render(plain.publication)
    assert render(remembered.publication) == rendered
    monkeypatch.setattr(pair, "FEWEST", 2)
    monkeypatch.setattr(pair, "_may_fork", lambda: sys.platform == "linux")
    assert render(shared.publication) == rendered


def found(report: Report) -> tuple[object, ...]:
    partners = [dict(entry.partner) for entry in report.publication.catalog.entries]
    return report.diagnostics, report.paths, report.excepted, partners


def test_an_unchanged_file_is_parsed_once(tmp_path: Path) -> None:
    write_catalog(tmp_path, Size(12, 20))
    settings, memory = load_settings(tmp_path / "mkdocs.yml"), Memory()
    chance = random.Random(1)  # noqa: S311 - as above
    before = check(settings, memory=memory).publication.catalog.by_id
    change(tmp_path, chance)
    after = check(settings, memory=memory).publication.catalog.by_id
    assert sum(after[each] is not before[each] for each in after) == 1
    change_fields(tmp_path, chance)
    last = check(settings, memory=memory).publication.catalog.by_id
    assert not any(last[each] is after[each] for each in last)
    assert memory.files.keys() == {entry.source.path for entry in last.values()}


def test_a_review_reads_an_unchanged_entry_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_catalog(tmp_path, Size(12, 20))
    commit(tmp_path, "Add the catalog")
    change(tmp_path, random.Random(1))  # noqa: S311 - as above
    commit(tmp_path, "Change an entry")
    settings = load_settings(tmp_path / "mkdocs.yml")
    request = PullRequest("HEAD~1", "HEAD", "contoso-anna")
    read: list[str] = []
    whole = GitTree.read

    def noting(tree: GitTree, path: str, most: int) -> bytes:
        read.append(path)
        return whole(tree, path, most)

    monkeypatch.setattr(GitTree, "read", noting)
    found = review(settings, request)
    (changed,) = (each.path for each in found.proposal.changes)
    for entry in found.proposal.after.catalog.entries:
        assert read.count(entry.source.path) == 1 + (entry.source.path == changed)
    monkeypatch.setattr(Memory, "unchanged_entry", lambda _memory, _path: None)
    assert review_object(review(settings, request)) == review_object(found)


@pytest.mark.parametrize("seed", range(2))
def test_a_review_finds_what_changes_cause_without_checking_each_entry(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_catalog(tmp_path, Size(12, 20), seed)
    commit(tmp_path, "Add the catalog")
    chance = random.Random(seed)  # noqa: S311 - as above
    settings = load_settings(tmp_path / "mkdocs.yml")
    changes = (*IN_ENTRIES, change_vocabulary, *chance.choices(IN_ENTRIES, k=4), change_fields)
    for change_once in changes:
        change_once(tmp_path, chance)
        commit(tmp_path, "Change the catalog")
        request = PullRequest("HEAD~1", "HEAD", "contoso-anna")
        few = review(settings, request)
        with monkeypatch.context() as patched:
            patched.setattr(engine, "_changed_alone", lambda _proposal: None)
            whole = review(settings, request)
        assert (few.findings, few.excepted) == (whole.findings, whole.excepted), change_once
        assert {*few.elsewhere} <= {*whole.elsewhere}


def test_a_file_that_takes_the_name_of_another_is_a_change_of_both(tmp_path: Path) -> None:
    write_catalog(tmp_path, Size(12, 20))
    settings = load_settings(tmp_path / "mkdocs.yml")
    first, second, *_ = entries(tmp_path)
    text = first.read_text("utf-8")
    second.write_text(text, encoding="utf-8")
    commit(tmp_path, "Give two partners one name")
    first.unlink()
    commit(tmp_path, "Remove the one whose file is named after it")
    found = review(settings, PullRequest("HEAD~1", "HEAD", "contoso-anna")).findings
    assert "misnamed-file" in {each.name for each in found if each.path.endswith(second.name)}
