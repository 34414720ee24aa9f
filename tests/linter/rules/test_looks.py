"""How unsupported Markdown looks to the form, which has no parser, is what the parser refuses."""

import pytest

from catalog_tool.linter.rules.refused_markup import LOOKS
from catalog_tool.text.markup import parse_markup
from catalog_tool.text.refusals import first_refusal

REFUSED = [
    *("# Contoso", "###### x", "text\n\n## Contoso ##", "Contoso\n=======", "Contoso\n---"),
    *("![logo](https://www.contoso.com/x.png)", "a ![](x) b"),
    *(
        "<b>x</b>",
        "a<br>b",
        "a <br/> b",
        "</p>",
        "<!-- x -->",
        "<img src=x>",
        "if a<b and c>d",
        "`a` <i> `b`",
    ),
    *("| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n--- | ---\n1 | 2", "| a |\n| :-: |"),
    *("> x", "a\n> b", ">x", "a\n\n***", "---", "_ _ _", "~~old~~ new"),
    *("```\nx\n```", "~~~\nx\n~~~", "```yaml\nname: x\n```", "a\n\n    code"),
]
FINE = [
    *(
        "#1 in identity",
        "C# and F#",
        "a # b",
        "1 < 2 > 1",
        "a -> b",
        "x > y",
        "<https://contoso.com>",
    ),
    *("<sales@contoso.com>", "`<b>` is HTML", "`![x](y)`", "- a\n- b", "* a\n* b", "1. a\n2. b"),
    *("**bold** *a* `c`", "[a](https://contoso.com)", "a | b", "~ 5 ~", "~200 applications"),
    *("- a\n    - b", "a - b", "--- a ---", "`~~a~~`", "AT&T", "a\n  b"),
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_refused_looks_refused(text: str) -> None:
    assert parse_markup(text).refused
    assert first_refusal(LOOKS, text)


@pytest.mark.parametrize("text", FINE)
def test_what_is_fine_looks_fine(text: str) -> None:
    found = first_refusal(LOOKS, text)
    assert not parse_markup(text).refused
    assert found is None
