"""Published scripts and styles are smaller than their sources and say the same."""

from __future__ import annotations

import re

import pytest

from catalog_tool.site.assets import ASSETS, SOURCES, asset_text

TEXT = re.compile(r'"(?:[^"\\\n]|\\.)*"|`[^`\n]*`')
COMMENT = re.compile(r"^\s*//.*$|^\s*/\*[\s\S]*?\*/$| // [^\"`\n]*$", re.MULTILINE)


@pytest.mark.parametrize("name", [each for each in ASSETS if each.endswith((".css", ".js"))])
def test_texts_of_scripts_and_styles_are_published_as_they_are(name: str) -> None:
    published = asset_text(name)
    sources = [(SOURCES / part).read_text(encoding="utf-8") for part in ASSETS[name]]
    texts = {text for source in sources for text in TEXT.findall(COMMENT.sub("", source))}
    assert [text for text in texts if text not in published] == []
    assert len(published) < sum(map(len, sources))
    assert signs(published) == signs(COMMENT.sub("", "".join(sources)))


def signs(code: str) -> str:
    """Return code without spaces, and without the last semicolon of each block."""
    return re.sub(r"\s+", "", code).replace(";}", "}")
