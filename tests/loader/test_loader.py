"""Loading a folder as a catalog: all problems in one run, and never an exception."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from catalog_tool.loader.entry import read_entry, read_source
from catalog_tool.loader.load import Loaded, load_catalog
from catalog_tool.model.diagnostic import Problem
from catalog_tool.model.edits import Where
from catalog_tool.model.settings import Settings
from tests.loader.entries import ENTRY, broken_entries

VOCABULARY = "applications:\n  IBM RACF:\n    category: mainframe\n    aliases: [RACF]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "partners").mkdir()
    return tmp_path


def write(root: Path, **files: str) -> None:
    for name, text in files.items():
        (root / "partners" / f"{name.replace('_', '-')}.yaml").write_text(text, newline="")


def load(root: Path) -> Loaded:
    return load_catalog(Settings(root=root))


def named(name: str) -> str:
    return ENTRY.replace("Contoso Identity", name)


def found(loaded: Loaded) -> list[tuple[str, str]]:
    return [(problem.path, problem.rule) for problem in loaded.problems]


def test_entries_come_in_the_order_of_their_names(root: Path) -> None:
    write(root, a=named("Zebra"), z_1=named("Ápp 2"), m=named("App 10"), b=named("APP 1"))
    loaded = load(root)
    assert [entry.title for entry in loaded.catalog.entries] == [
        "APP 1",
        "Ápp 2",
        "App 10",
        "Zebra",
    ]
    assert loaded.problems == ()
    assert list(loaded.sources) == sorted(loaded.sources)


def test_an_empty_folder_is_an_empty_catalog(root: Path) -> None:
    loaded = load(root)
    assert (loaded.catalog.entries, loaded.problems, loaded.sources) == ((), (), {})


def test_a_missing_folder_is_an_error_of_the_user(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="partners"):
        load(tmp_path)


def test_every_file_is_checked_whatever_the_others_contain(root: Path) -> None:
    write(root, good=ENTRY, syntax="name: [x", feature="name: &a x\n", empty="", shape="- a\n")
    write(root, values="name: Bad\nwebsite: http://bad.com\ncontact: x\ndescription: y\nphone: 1\n")
    (root / "partners" / "latin.yaml").write_bytes("name: Zürich\n".encode("latin-1"))
    (root / "partners" / "large.yaml").write_text("#" * 70_000)
    (root / "partners" / "link.yaml").symlink_to("good.yaml")
    (root / "partners" / "folder.yaml").mkdir()
    os.mkfifo(root / "partners" / "pipe.yaml")
    loaded = load(root)
    assert {(path.removeprefix("partners/"), rule) for path, rule in found(loaded)} == {
        ("empty.yaml", "wrong-shape"),
        ("feature.yaml", "yaml-feature"),
        ("folder.yaml", "unreadable-file"),
        ("large.yaml", "too-large"),
        ("latin.yaml", "not-utf-8"),
        ("link.yaml", "unreadable-file"),
        ("pipe.yaml", "unreadable-file"),
        ("shape.yaml", "wrong-shape"),
        ("syntax.yaml", "yaml-syntax"),
        ("syntax.yaml", "missing-key"),
        ("syntax.yaml", "missing-contact"),
        ("values.yaml", "insecure-link"),
        ("values.yaml", "unknown-key"),
    }
    assert "good" in loaded.catalog.by_id
    assert loaded.catalog.by_id["good"].partner.is_complete
    assert len(loaded.sources) == 11


def test_a_broken_entry_is_a_draft_of_what_could_be_read(root: Path) -> None:
    write(root, contoso=ENTRY.replace("https://www.contoso.com/identity", "http://contoso.com"))
    entry = load(root).catalog.by_id["contoso"]
    assert not entry.partner.is_complete
    assert entry.partner.name == "Contoso Identity"
    assert entry.partner.website == ""


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        ".gitkeep",
        ".yaml",
        "_draft.yaml",
        "Contoso.yaml",
        "contoso.yml",
        "contoso.YAML",
        "contoso.yaml.bak",
        "con toso.yaml",
        "con--toso.yaml",
        "-contoso.yaml",
        "contoso-.yaml",
        "contoso\n.yaml",
        "contoso\x1b[31m.yaml",
        "$(touch x).yaml",
        "'\".yaml",
        "zürich.yaml",
        "con\u200btoso.yaml",
        "٣.yaml",
        "a" * 65 + ".yaml",
    ],
)
def test_a_file_name_that_is_not_an_id_is_a_problem(root: Path, name: str) -> None:
    (root / "partners" / name).write_text(ENTRY)
    loaded = load(root)
    (problem,) = loaded.problems
    assert problem.rule == "invalid-file-name"
    assert problem.path.isprintable()
    assert problem.message.isprintable()
    assert list(loaded.sources) == [problem.path]
    assert loaded.catalog.entries == ()


def test_a_file_name_that_is_not_text_is_a_printable_problem(root: Path) -> None:
    (root / "partners" / os.fsdecode(b"\xff.yaml")).write_text(ENTRY)
    (problem,) = load(root).problems
    assert problem.path == r"partners/\udcff.yaml"
    assert problem.path.encode("utf-8")


@pytest.mark.parametrize("name", [".DS_Store", "contoso.yaml~", ".contoso.yaml.swp"])
def test_files_that_programs_leave_behind_are_not_mistakes(root: Path, name: str) -> None:
    (root / "partners" / name).write_bytes(b"\0\1")
    loaded = load(root)
    assert (loaded.problems, loaded.sources) == ((), {})


@pytest.mark.parametrize("name", ["a", "7-zip", "a" * 64, "con-to-so-1"])
def test_a_file_name_that_is_an_id(root: Path, name: str) -> None:
    (root / "partners" / f"{name}.yaml").write_text(ENTRY)
    assert [entry.id for entry in load(root).catalog.entries] == [name]


def test_the_vocabulary_is_read_together_with_the_entries(root: Path) -> None:
    (root / "partners" / "_vocabulary.yaml").write_text(VOCABULARY)
    write(root, contoso=ENTRY.replace("- IBM RACF", "- RACF"))
    catalog = load(root).catalog
    assert catalog.vocabulary.canonical("racf") == "IBM RACF"
    assert [each.name for each in catalog.applications] == ["CA ACF2", "Cerner", "Epic", "IBM RACF"]
    assert catalog.application("racf").entries == catalog.entries
    assert catalog.application("IBM RACF").known is catalog.vocabulary.applications["IBM RACF"]
    with pytest.raises(KeyError):
        catalog.application("Oracle")


@pytest.mark.parametrize(
    "text", ["applications: [", "&a {}", "applications:\n  X: {category: Bad Id}\n", ""]
)
def test_a_broken_vocabulary_is_a_problem_of_its_own(root: Path, text: str) -> None:
    (root / "partners" / "_vocabulary.yaml").write_text(text)
    write(root, contoso=ENTRY)
    loaded = load(root)
    assert {path for path, _ in found(loaded)} == {"partners/_vocabulary.yaml"}
    assert loaded.catalog.by_id["contoso"].partner.is_complete


def test_a_vocabulary_that_is_a_dangling_link_is_not_overlooked(root: Path) -> None:
    (root / "partners" / "_vocabulary.yaml").symlink_to("nowhere")
    assert found(load(root)) == [("partners/_vocabulary.yaml", "unreadable-file")]


def test_progress_is_reported_after_each_file(root: Path) -> None:
    write(root, a=ENTRY, b="[", c=ENTRY)
    steps: list[tuple[int, int]] = []
    load_catalog(Settings(root=root), lambda done, of: steps.append((done, of)))
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_the_order_of_the_folder_does_not_matter(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(root, a=named("B"), b=named("A"), c="x", d=named("A"), e="[")
    plainly = load(root)
    listing = Path.iterdir

    def shuffled(path: Path) -> list[Path]:
        return random.Random(1).sample(names := list(listing(path)), len(names))  # noqa: S311 - an order, no secret

    monkeypatch.setattr(Path, "iterdir", shuffled)
    assert load(root) == plainly


def place_of(problem: Problem) -> tuple[str, Where]:
    return problem.rule, problem.where


@example("a: b\nc: d\n")  # a mapping, but none of an entry
@given(st.text(max_size=60) | broken_entries())
def test_any_text_is_an_entry_or_problems_at_their_places(text: str) -> None:
    source, problems = read_source("partners/x.yaml", text)
    entry, schema_errors = read_entry("x", source)
    is_entry = source.root is not None and (("wrong-shape", ()) not in map(place_of, schema_errors))
    assert (entry is not None) == is_entry
    assert entry or problems or schema_errors
    for problem in schema_errors:
        assert problem.rule
        assert problem.message
        parent = problem.where[:-1]
        assert source.node(problem.where) is not None or source.node(parent) is not None
    if entry and not (problems or schema_errors):
        assert entry.partner.is_complete
        assert all(isinstance(words, str) for _, words in entry.published_texts())


def test_what_an_entry_publishes_is_listed_with_its_places() -> None:
    source, _ = read_source("x", ENTRY)
    entry, _ = read_entry("contoso", source)
    assert entry
    assert list(entry.published_texts()) == [
        (("description",), "Contoso connects 😀 mainframes.\none\nnot a comment\ntwo"),
        (("applications_note",), ""),
        (("applications", "Mainframe"), "Mainframe\nCA ACF2\nIBM RACF"),
        (("applications", "Health care"), "Health care\nEpic\nCerner"),
        (("links", 0, "label"), "SDK"),
        (("links", 1, "label"), "Folded label"),
    ]


def test_slugs_of_applications_are_their_own(root: Path) -> None:
    listed = "applications: [C, C++, 東京, 大阪, 'C#']\n"
    text = "name: A\nwebsite: https://a.com\ncontact: a@a.com\ndescription: x\n" + listed
    write(root, a=text)
    slugs = {each.name: each.slug for each in load(root).catalog.applications}
    assert len(set(slugs.values())) == 5
    assert slugs["C"] == "c"
    assert set(slugs.values()) == {"c", "c-2", "c-3", "application", "application-2"}


def test_a_draft_lists_no_application_without_a_name(root: Path) -> None:
    write(root, a=ENTRY.replace("- CA ACF2", "- ''"))
    assert "" not in load(root).catalog.application_by_name
