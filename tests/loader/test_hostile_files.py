"""Every file that a stranger may send, through the real command line and every format.

One row a vector: what is sent, and which diagnostic answers it where. The others of the catalog are
judged all the same, nothing is a traceback, and each format stays what it is.
"""

import json
import os
import resource
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from catalog_tool.model.diagnostic import MOST_ALIKE
from tests.checking import check_files, codes

NAME = "contoso.yaml"
GOOD = (
    "name: Contoso\nwebsite: https://www.contoso.com/identity\n"
    "contact: https://www.contoso.com/contact\ndescription: Contoso Gateway provisions accounts.\n"
    "applications:\n  - IBM RACF\n"
)
VALUE = "IBM RACF"
MEBIBYTE = 1024 * 1024
# Of address space, not of memory in use: the interpreter and its libraries alone take most of it.
MOST_MEMORY = 512 * MEBIBYTE
FORMATS = ("text", "json", "github", "sarif", "junit", "markdown")


def with_value(value: str) -> bytes:
    return GOOD.replace(VALUE, value).encode()


CONTENTS: dict[str, tuple[bytes, str]] = {
    "brackets": (b"[" * 25_000, "1:4 CAT003"),
    "braces": (b"{" * 25_000, "1:4 CAT003"),
    "dashes": (b"- " * 5_000, "1:7 CAT003"),
    "many keys": (b"".join(b"k%d: v\n" % at for at in range(3_000)), "400:7 CAT003"),
    "alias": (with_value("*a"), "6:5 CAT005"),
    "anchor": (with_value("&a x"), "6:5 CAT005"),
    "merge key": (b"<<: {a: b}\n" + GOOD.encode(), "1:1 CAT005"),
    "tag": (with_value("!!python/object:os.system x"), "6:5 CAT005"),
    "directive": (b"%YAML 1.1\n---\n" + GOOD.encode(), "1:1 CAT005"),
    "second document": (GOOD.encode() + b"---\n" + GOOD.encode(), "7:1 CAT005"),
    "equal keys": (GOOD.encode() + b"name: Other\n", "7:1 CAT006"),
    "equal keys by escape": (GOOD.encode() + b'"n\\u0061me": Other\n', "7:1 CAT006"),
    "UTF-16": (GOOD.encode("utf-16"), "1:1 CAT002"),
    "UTF-16 without a mark": (GOOD.encode("utf-16-be"), "1:1 CAT002"),
    "UTF-32": (GOOD.encode("utf-32"), "1:1 CAT002"),
    "UTF-8 with a mark": (b"\xef\xbb\xbf" + GOOD.encode(), "1:1 CAT014"),
    "overlong": (with_value("x").replace(b"- x", b"- \xc0\xaf"), "6:5 CAT002"),
    "surrogate in bytes": (with_value("x").replace(b"- x", b"- \xed\xa0\x80"), "6:5 CAT002"),
    "surrogate by escape": (with_value('"x\\ud800"'), "6:7 CAT004"),
    "path of Windows": (with_value('"x\\Users"'), "6:7 CAT004"),
    "zero": (with_value("IBM\0RACF"), "6:8 CAT007"),
    "terminal sequence": (with_value("\x1b[31mRACF"), "6:5 CAT007"),
    "old line ends": (GOOD.replace("\n", "\r").encode(), "1:14 CAT007"),
    "next line": (GOOD.replace("\n", "\x85").encode(), "1:14 CAT007"),
    "line separator": (GOOD.replace("\n", "\u2028").encode(), "1:14 CAT007"),
    "full of hidden characters": (with_value("\u200b" * 9_000), "6:5 CAT007"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "1:1 CAT002"),
    "PDF": (b"%PDF-1.4\n1 0 obj\n", "1:1 CAT002"),
    "Word": (b"PK\x03\x04\x14\0\x06\0word/document.xml", "1:1 CAT002"),
    "RTF": (b"{\\rtf1\\ansi name: x}\n", "1:1 CAT002"),
    "web page": (b"<!DOCTYPE html>\n<p>a: b</p>\n", "1:1 CAT004"),
    "nothing": (b"", "1:1 CAT012"),
    "comments": (b"# only\n# comments\n", "1:1 CAT012"),
    "one byte too many": (b"#" * (64 * 1024 + 1), "1:1 CAT003"),
    "two megabytes": (b"x" * 2_000_000, "1:1 CAT003"),
    "line without a dash": (GOOD.encode() + b"  key: value\n", "7:3 CAT004"),
    "sixty thousand quotes": (b"name: " + b'"' * 60_000 + b"\n", "1:9 CAT004"),
    "unfinished merge": (GOOD.encode() + b"<<<<<<< a\n" * 5_000, "7:1 CAT004"),
}


@pytest.mark.parametrize(("content", "expected"), CONTENTS.values(), ids=CONTENTS)
def test_a_hostile_file_has_one_diagnostic_at_its_place(content: bytes, expected: str) -> None:
    found = check_files({f"partners/{NAME}": content, "partners/other.yaml": b"name: Other\n"})
    of_file = [each for each in found if each.path == f"partners/{NAME}" and each.code < "CAT1"]
    first = of_file[0]
    assert f"{first.line}:{first.column} {first.code}" == expected
    assert "CAT000" not in codes(found)
    assert "partners/other.yaml" in {each.path for each in found}


SPECIAL: dict[str, tuple[Callable[[Path], object], str]] = {
    "link out": (lambda path: path.symlink_to("/etc/passwd"), "CAT001"),
    "link to nothing": (lambda path: path.symlink_to("nowhere"), "CAT001"),
    "link to itself": (lambda path: path.symlink_to(path.name), "CAT001"),
    "link to the folder": (lambda path: path.symlink_to("."), "CAT001"),
    "pipe": (os.mkfifo, "CAT001"),
    "folder": (Path.mkdir, "CAT001"),
    "ten gigabytes of nothing": (lambda path: _sparse(path, 10 << 30), "CAT003"),
}
NAMES = (
    "a\nb.yaml",
    'q"uote.yaml',
    "s'ingle.yaml",
    "$(touch x).yaml",
    "`id`.yaml",
    "-rf.yaml",
    "--help.yaml",
    ".hidden.yaml",
    "other.YAML",
    "Other.yaml",
    "other.yml",
    "other.yaml.bak",
    "other.yaml.",
    "other.yaml ",
    "x" * 250 + ".yaml",
    "a::error::b.yaml",
    "##[error]x.yaml",
    "a%0Ab.yaml",
    "\u202eyaml.x.yaml",
    "n\x1b[31m.yaml",
    "@org.yaml",
    "<b>.yaml",
    "x|y.yaml",
    os.fsdecode(b"caf\xe9.yaml"),
)


def _sparse(path: Path, size: int) -> None:
    with path.open("wb") as file:
        file.truncate(size)


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def check(root: Path, name: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own, which may not take much memory."""
    command = [sys.executable, "-m", "catalog_tool", "check", "--format", name]
    return subprocess.run(
        command, cwd=root, capture_output=True, check=False, timeout=60, preexec_fn=_limited
    )


@pytest.fixture(scope="module")
def hostile_catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a catalog that holds every hostile file at once."""
    root = tmp_path_factory.mktemp("hostile")
    (root / "partners").mkdir()
    (root / "mkdocs.yml").write_text("site_name: Hostile\nplugins:\n  - catalog\n")
    for at, (content, _) in enumerate(CONTENTS.values()):
        (root / "partners" / f"content-{at}.yaml").write_bytes(content)
    for at, (make, _) in enumerate(SPECIAL.values()):
        make(root / "partners" / f"special-{at}.yaml")
    for name in NAMES:
        (root / "partners" / name).write_text(GOOD)
    with socket.socket(socket.AF_UNIX) as server:
        before = Path.cwd()
        os.chdir(root / "partners")  # the path of a socket may have some hundred characters
        server.bind("socket.yaml")
        os.chdir(before)
    return root


@pytest.fixture(scope="module")
def reports(hostile_catalog: Path) -> dict[str, str]:
    """Return what the command says in each format."""
    runs = {name: check(hostile_catalog, name) for name in FORMATS}
    for name, run in runs.items():
        assert (name, run.returncode, run.stderr) == (name, 1, b"")
    return {name: run.stdout.decode() for name, run in runs.items()}


def test_every_hostile_file_has_a_diagnostic(reports: dict[str, str]) -> None:
    found = json.loads(reports["json"])["diagnostics"]
    of_path = {each["path"] for each in found}
    for at, (_, code) in enumerate(SPECIAL.values()):
        path = f"partners/special-{at}.yaml"
        assert [each["code"] for each in found if each["path"] == path] == [code]
    assert len([path for path in of_path if "content-" in path]) == len(CONTENTS)
    assert len([each for each in found if each["code"] == "CAT008"]) == len(NAMES)
    assert "CAT000" not in {each["code"] for each in found}


def test_every_format_stays_what_it_is(reports: dict[str, str]) -> None:
    assert json.loads(reports["sarif"])["runs"][0]["results"]
    junit = ET.fromstring(reports["junit"])  # noqa: S314 - our own text, which is what is tested
    assert junit.find("testsuite") is not None
    commands = [line for line in reports["github"].splitlines() if not line.startswith("::")]
    assert len(commands) == 1
    for name, text in reports.items():
        assert not [char for char in text if char in "\x1b\r\u202e\0\x85\u2028"], name


def test_no_file_of_a_stranger_was_run_or_written(
    hostile_catalog: Path, reports: dict[str, str]
) -> None:
    assert reports
    assert {path.name for path in hostile_catalog.iterdir()} == {"mkdocs.yml", "partners"}


def test_each_kind_has_one_message_and_the_rest_is_counted() -> None:
    number = 400
    text = GOOD.replace(f"  - {VALUE}\n", "  - ''\n" * number)
    found = [each for each in check_files({f"partners/{NAME}": text}) if each.code == "CAT101"]
    assert len(found) == MOST_ALIKE + 1
    assert sum(each.count for each in found) == number
    assert found[-1].message.startswith(f"{number - MOST_ALIKE} more CAT101 empty-value problems")
