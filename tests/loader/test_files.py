"""The files that are read."""

import os
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog_tool.loader.files.read import legible_text, read_text

LIMIT = 64 * 1024


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "entry.yaml"


def refusal(path: Path) -> tuple[str, str]:
    """Return rule and message of the problem that keeps a file from being read."""
    text, problem = read_text(path, LIMIT)
    assert text == ""
    assert problem
    assert problem.hint
    return problem.rule, problem.message


@pytest.mark.parametrize("text", ["", "name: x\n", "naïve 😀\r\n", "\ufeffname: x", "a" * LIMIT])
def test_a_plain_file_is_read_as_it_is(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
    assert read_text(path, LIMIT) == (text, None)


def test_a_hard_link_is_a_plain_file(path: Path, tmp_path: Path) -> None:
    (tmp_path / "other").write_text("name: x\n")
    path.hardlink_to(tmp_path / "other")
    assert read_text(path, LIMIT) == ("name: x\n", None)


def test_a_symbolic_link_is_not_followed(path: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("name: x\n")
    path.symlink_to(tmp_path / "secret")
    assert refusal(path) == ("unreadable-file", "This is a symbolic link, not a plain file.")


def test_a_dangling_or_circular_link_is_a_link(path: Path) -> None:
    path.symlink_to(path)
    assert refusal(path)[1] == "This is a symbolic link, not a plain file."


def test_a_folder_is_not_read(path: Path) -> None:
    path.mkdir()
    assert refusal(path) == ("unreadable-file", "This is a folder, not a plain file.")


def test_a_fifo_is_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    assert refusal(path) == ("unreadable-file", "This is a pipe, not a plain file.")


@pytest.fixture
def bound_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    # The path of a socket may have some hundred characters, so it is given from its folder.
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s")
        yield tmp_path / "s"


def test_a_socket_is_not_read(bound_socket: Path) -> None:
    assert refusal(bound_socket)[1] == "This is a socket, not a plain file."


def test_a_device_is_not_read() -> None:
    assert stat.S_ISCHR(Path("/dev/zero").stat().st_mode)
    assert refusal(Path("/dev/zero"))[1] == "This is a device, not a plain file."


def test_a_missing_file_is_a_problem(path: Path) -> None:
    assert refusal(path) == (
        "unreadable-file",
        "The file can't be read: No such file or directory.",
    )


def test_a_file_that_the_system_refuses_is_a_problem(tmp_path: Path) -> None:
    # Permissions do not stop root, under whom tests may run; a name that is too long stops all.
    rule, message = refusal(tmp_path / ("a" * 300))
    assert rule == "unreadable-file"
    assert message == "The file can't be read: File name too long."


def test_a_file_without_permission_is_a_problem_if_it_cannot_be_read(path: Path) -> None:
    path.write_text("name: x\n")
    path.chmod(0)
    text, problem = read_text(path, LIMIT)
    if os.access(path, os.R_OK):
        assert (text, problem) == ("name: x\n", None)
    else:
        assert problem
        assert problem.message == "The file can't be read: Permission denied."


@pytest.mark.parametrize("size", [LIMIT + 1, 2_000_000])
def test_a_large_file_is_refused(path: Path, size: int) -> None:
    path.write_bytes(b"a" * size)
    assert refusal(path) == ("too-large", "The file is larger than 64 KiB.")


def test_only_the_beginning_of_a_huge_file_is_read(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 40)
    assert refusal(path)[0] == "too-large"


@pytest.mark.parametrize("width", [16, 32])
@pytest.mark.parametrize("order", ["", "-le", "-be"])
def test_utf_16_and_utf_32_are_recognized(path: Path, width: int, order: str) -> None:
    path.write_bytes("name: Contoso\n".encode(f"utf-{width}{order}"))
    assert refusal(path) == ("not-utf-8", f"The file is saved as UTF-{width}, not UTF-8.")


@pytest.mark.parametrize("text", ["\0name: x\n", "n\0ame: x\n", "name: x\0\n", "\0\0\0\0"])
def test_a_single_zero_is_not_an_encoding(path: Path, text: str) -> None:
    path.write_text(text)
    assert read_text(path, LIMIT) == (text, None)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF document"),
        (b"%PDF-1.4\n1 0 obj\n<< >>\n", "a PDF document"),
        (b"{\\rtf1\\ansi name: x}\n", "a rich text document (RTF)"),
        (b"PK\x03\x04\x14\0\x06\0[Content_Types].xml word/document.xml", "a Word document"),
        (b"PK\x03\x04\x14\0\x06\0xl/workbook.xml", "an Excel workbook"),
        (b"PK\x03\x04\x14\0\0\0name.txt", "an archive (ZIP)"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "an image (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "an image (JPEG)"),
        (b"GIF89a\x01\0\x01\0", "an image (GIF)"),
        (b"\x1f\x8b\x08\0", "a compressed file (gzip)"),
        (b"\x7fELF\x02\x01\x01" + bytes(9), "a program"),
        (b"SQLite format 3\0" + bytes(9), "a database (SQLite)"),
        (b"\0" * 1000, "a binary file"),
        (bytes(range(256)) * 4, "a binary file"),
        (b"%PDF-1.7\n" + b"x" * 2_000_000, "a PDF document"),
    ],
)
def test_a_file_that_is_not_text_gets_the_name_of_its_kind(
    path: Path, content: bytes, kind: str
) -> None:
    path.write_bytes(content)
    assert refusal(path) == ("not-utf-8", f"This is {kind}, not text.")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("name: Zürich\n".encode("latin-1"), "Line 1, byte 8 (0xfc) isn't valid UTF-8."),
        (b"name: x\nwebsite: \xe9\n", "Line 2, byte 10 (0xe9) isn't valid UTF-8."),
        ("é\n".encode() + b"a\xff", "Line 2, byte 2 (0xff) isn't valid UTF-8."),
        (b"overlong \xc0\xaf", "Line 1, byte 10 (0xc0) isn't valid UTF-8."),
        (b"surrogate \xed\xa0\x80", "Line 1, byte 11 (0xed) isn't valid UTF-8."),
        (b"beyond \xf4\x90\x80\x80", "Line 1, byte 8 (0xf4) isn't valid UTF-8."),
        (b"cut \xe2\x82", "Line 1, byte 5 (0xe2) isn't valid UTF-8."),
    ],
)
def test_a_byte_that_is_not_text_is_named(path: Path, content: bytes, message: str) -> None:
    path.write_bytes(content)
    assert refusal(path) == ("not-utf-8", message)


def test_a_byte_that_is_not_text_has_its_place_in_the_readable_text(path: Path) -> None:
    path.write_bytes("name: é\nwebsite: ".encode() + b"\xe9 here\n")
    _, problem = read_text(path, LIMIT)
    assert problem
    assert problem.span == (17, 18)
    assert legible_text(path, LIMIT)[17] == "\N{REPLACEMENT CHARACTER}"


def test_nul_inside_text_is_left_to_the_check_of_characters(path: Path) -> None:
    path.write_bytes(b"name: \0x\n")
    assert read_text(path, LIMIT) == ("name: \0x\n", None)
