"""What site generators add to Markdown, as Markdown in as many lines."""

import pytest

from catalog_tool.text.markup.components import write_components


@pytest.mark.parametrize(
    ("text", "markdown", "code"),
    [
        (
            '<Card title="Contoso" href="https://contoso.com" />',
            "- [Contoso](<https://contoso.com>)",
            [],
        ),
        (
            '{{< card\n  name="A]" link="contoso.com" >}}\nText',
            "- [A\\]](<contoso.com>)\n\nText",
            [],
        ),
        ('<Card title="Contoso" />', "", [(1, '<Card title="Contoso" />')]),
        ("Text\n{% include logo.html %}", "Text\n", [(2, "{% include logo.html %}")]),
        ('=== "Banks"\n    - Contoso\n', '=== "Banks"\n- Contoso\n', []),
    ],
)
def test_components_become_markdown(text: str, markdown: str, code: list[tuple[int, str]]) -> None:
    assert write_components(text) == (markdown, code)
