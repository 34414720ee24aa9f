"""The folder of logos: each file is a picture of its entry, or is reported and never published."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from catalog_tool.loader.load import load_catalog
from catalog_tool.model.diagnostic import Diagnostic
from catalog_tool.model.settings import Settings
from catalog_tool.pipeline import check, fix, without_broken_entries
from catalog_tool.site.exporters.logos import export_files
from tests.checking import Content, SymbolicLink, check_files, ordered_entry, written
from tests.loader.logos.test_png import EXTRAS, HOSTILE, PLAIN
from tests.loader.logos.test_svg import HOSTILE_FILES, HOSTILE_PARTS, logo

PLAIN_SVG = logo('<circle cx="9" cy="9" r="5"/>')
ENTRY = "partners/contoso.yaml"
WITH_SVG = {ENTRY: ordered_entry("logo: contoso.svg\n")}
WITH_PNG = {ENTRY: ordered_entry("logo: contoso.png\n")}
SVG, PNG = "partners/logos/contoso.svg", "partners/logos/contoso.png"


def said(found: list[Diagnostic]) -> list[str]:
    assert all(each.hint for each in found)
    return [f"{each.path}:{each.line}:{each.column} {each.code} {each.message}" for each in found]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (WITH_SVG | {SVG: PLAIN_SVG}, []),
        (WITH_PNG | {PNG: PLAIN}, []),
        (WITH_SVG | {SVG: PLAIN_SVG, "partners/logos/.DS_Store": b"\0"}, []),
        (WITH_SVG, [f"{ENTRY}:7:7 CAT144 The logo {SVG} doesn't exist."]),
        (
            WITH_SVG | {PNG: PLAIN},
            [
                f"{ENTRY}:7:7 CAT144 The logo {SVG} doesn't exist.",
                f"{PNG}:1:1 CAT144 Contoso doesn't use this logo.",
            ],
        ),
        (
            {ENTRY: ordered_entry("logo: fabrikam.svg\n")},
            [f"{ENTRY}:7:7 CAT144 The logo 'fabrikam.svg' isn't named after its entry."],
        ),
        (
            {ENTRY: ordered_entry("logo: ../../etc/passwd\n")},
            [f"{ENTRY}:7:7 CAT013 '../../etc/passwd' isn't the name of a logo."],
        ),
        (
            {ENTRY: ordered_entry(), SVG: PLAIN_SVG},
            [f"{SVG}:1:1 CAT144 Contoso doesn't use this logo."],
        ),
        (
            {ENTRY: ordered_entry(), "partners/logos/fabrikam.svg": PLAIN_SVG},
            ["partners/logos/fabrikam.svg:1:1 CAT144 No entry has this logo."],
        ),
        (
            WITH_SVG | {SVG: PLAIN_SVG, "partners/logos/Read me.txt": "Hello"},
            ["partners/logos/Read me.txt:1:1 CAT144 'Read me.txt' isn't a valid name for a logo."],
        ),
        (
            WITH_SVG | {"partners/logos/contoso.svg/x.svg": PLAIN_SVG},
            [f"{SVG}:1:1 CAT144 This is a folder, not a plain file."],
        ),
        (
            WITH_SVG | {SVG: SymbolicLink("../contoso.yaml")},
            [f"{SVG}:1:1 CAT144 This is a symbolic link, not a plain file."],
        ),
        (
            WITH_SVG | {"partners/logos": SymbolicLink("/etc")},
            [
                f"{ENTRY}:7:7 CAT144 The logo {SVG} doesn't exist.",
                "partners/logos:1:1 CAT144 This isn't a folder.",
            ],
        ),
        (
            WITH_SVG | {SVG: PLAIN_SVG + b" " * 32 * 1024},
            [f"{SVG}:1:1 CAT144 The file is larger than 32 KiB."],
        ),
        (
            WITH_PNG | {PNG: PLAIN + b"\0" * 256 * 1024},
            [f"{PNG}:1:1 CAT144 The file is larger than 256 KiB."],
        ),
        (WITH_PNG | {PNG: PLAIN_SVG}, [f"{PNG}:1:1 CAT144 The logo isn't a PNG file."]),
        (WITH_SVG | {SVG: PLAIN}, [f"{SVG}:1:1 CAT144 The logo isn't UTF-8."]),
        (
            WITH_SVG
            | {SVG: b'<svg xmlns="http://www.w3.org/2000/svg"\n viewBox="0 0 9 9">\n <a/></svg>'},
            [f"{SVG}:3:2 CAT144 The logo has <a>, which is a link."],
        ),
    ],
)
def test_what_is_in_the_folder(files: Mapping[str, Content], expected: list[str]) -> None:
    found = [each for each in check_files(files) if each.severity.value == "error"]
    assert said(found) == expected


@pytest.mark.parametrize(
    "content",
    [*(logo(inside) for inside, _ in HOSTILE_PARTS), *(each for each, _ in HOSTILE_FILES.values())],
    ids=range(len(HOSTILE_PARTS) + len(HOSTILE_FILES)),
)
def test_no_hostile_svg_is_published(content: bytes) -> None:
    assert not published(WITH_SVG | {SVG: content})


@pytest.mark.parametrize("content", [each for each, _ in HOSTILE.values()], ids=list(HOSTILE))
def test_no_hostile_png_is_published(content: bytes) -> None:
    assert not published(WITH_PNG | {PNG: content})


@pytest.mark.parametrize("extra", EXTRAS, ids=range(len(EXTRAS)))
def test_only_the_picture_in_a_png_is_published(extra: bytes) -> None:
    content = PLAIN[:33] + extra + PLAIN[33:]
    assert published(WITH_PNG | {PNG: content}) == {"logos/contoso.png": PLAIN}


def test_an_svg_is_published_as_it_was_reviewed() -> None:
    assert published(WITH_SVG | {SVG: PLAIN_SVG}) == {"logos/contoso.svg": PLAIN_SVG}


def published(files: Mapping[str, Content]) -> dict[str, bytes]:
    """Return the logos of a site, even if its catalog has errors."""
    with written(files) as settings:
        return {each.path: each.content for each in export_files(check(settings).publication)}


def test_a_pipe_is_never_opened() -> None:
    with written(WITH_SVG) as settings:
        (settings.root / "partners/logos").mkdir()
        os.mkfifo(settings.root / SVG)
        (found,) = [each for each in check(settings).diagnostics if each.code == "CAT144"]
    assert found.message == "This is a pipe, not a plain file."


def test_another_ending_is_offered_as_a_fix() -> None:
    with written(WITH_SVG | {PNG: PLAIN}) as settings:
        (fixed,) = fix(settings, unsafe=True).files
    assert fixed.after == WITH_PNG[ENTRY]


def test_a_broken_logo_withholds_no_entry() -> None:
    with written(WITH_SVG | {SVG: b"<svg"}) as settings:
        publication = without_broken_entries(check(settings))
    assert publication
    assert publication.withheld == ()
    assert [(entry.id, entry.logo) for entry in publication.catalog.entries] == [("contoso", None)]


def test_the_logo_of_another_entry_is_never_shown(tmp_path: Path) -> None:
    files = {"contoso.yaml": "logo: fabrikam.svg\n", "fabrikam.yaml": "logo: fabrikam.svg\n"}
    (tmp_path / "partners/logos").mkdir(parents=True)
    for name, keys in files.items():
        text = ordered_entry(keys, name.removesuffix(".yaml"))
        (tmp_path / "partners" / name).write_text(text, encoding="utf-8")
    (tmp_path / "partners/logos/fabrikam.svg").write_bytes(PLAIN_SVG)
    contoso, fabrikam = load_catalog(Settings(root=tmp_path)).catalog.entries
    assert contoso.logo is None
    assert fabrikam.logo
