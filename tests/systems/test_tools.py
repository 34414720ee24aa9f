"""The commands for developers need only the tools of an old macOS: make 3.81, a BSD userland."""

import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
# What GNU make learned after 3.81 of 2006, from its NEWS.
NEWER_MAKE = re.compile(
    r"^(?:define \S+ *[:+?]?=|undefine |\.ONESHELL|\.SHELLFLAGS|load |-load |export define)"
    r"|::=|(?<![\w\"'$ ])!=|^\w+ *!=|&:|\$[({](?:file|guile|intcmp|let) "
    r"|--(?:output-sync|trace|shuffle|eval)",
    re.MULTILINE,
)
GNU_ONLY = re.compile(
    r"\bsed +(?:-[a-zA-Z]+ +)*-[a-zA-Z]*[ir]|\breadlink +-f|\bdate +(?:-d|--date)"
    r"|\bgrep +-[a-zA-Z]*P|\bxargs +-[a-z]*r|\bstat +(?:-c|--format)|\bcp +--|\bfind +-"
    r"|\bsort +-[a-z]*V|\b(?:nproc|realpath|sha256sum|tac)\b"
)
SCRIPTS = ("Makefile", ".ci/run", ".ci/venv")


def test_the_makefile_needs_no_newer_make() -> None:
    assert NEWER_MAKE.findall((REPOSITORY / "Makefile").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "define lines =",
        ".ONESHELL:",
        ".SHELLFLAGS := -ec",
        "VERSION != git describe",
        "HERE ::= .",
        "one two &: three",
        "\t$(file >list,$^)",
        "\t$(MAKE) --output-sync",
    ],
)
def test_what_newer_makes_have_is_noticed(line: str) -> None:
    assert NEWER_MAKE.search(f"all:\n{line}\n")


@pytest.mark.parametrize("path", SCRIPTS)
def test_scripts_need_no_tools_of_gnu(path: str) -> None:
    assert GNU_ONLY.findall((REPOSITORY / path).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "command",
    ["sed -i s/a/b/ file", "sed -E -i s/a/b/ file", "sed -nr /a/p", "readlink -f .", "grep -oP a"],
)
def test_what_only_gnu_has_is_noticed(command: str) -> None:
    assert GNU_ONLY.search(command)
