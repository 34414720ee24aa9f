"""The examples in docstrings are true."""

import doctest
import importlib
from pathlib import Path

import pytest

import catalog_tool

ROOT = Path(catalog_tool.__file__).parent.parent
FILES = [
    file.relative_to(ROOT).with_suffix("")
    for file in sorted(Path(catalog_tool.__file__).parent.rglob("*.py"))
    if ">>> " in file.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("name", [".".join(file.parts) for file in FILES])
def test_the_examples_of_a_module_are_true(name: str) -> None:
    results = doctest.testmod(importlib.import_module(name.removesuffix(".__init__")))
    assert results.attempted
    assert not results.failed
