"""Links that show a host other than the one they lead to: one mistake, one message."""

import json

import pytest

from tests.checking import check_text

MISLEADING, NO_NAME, MALFORMED = "misleading-link", "unusable-name", "malformed-link"


def names(part: str) -> list[str]:
    return [found.name for found in check_text(part)]


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("evil.com", [MISLEADING]),
        ("See evil.com/docs", [MISLEADING]),
        ("evil\u2024com", [MISLEADING]),
        ("evil\u3002com", [MISLEADING]),
        ("docs.contoso.com.evil.com", [MISLEADING]),
        ("www.evil.com", [NO_NAME]),
        ("https://evil.com/x", [NO_NAME]),
        ("sales@evil.com", [NO_NAME]),
        ("[Docs](https://evil.com)", [NO_NAME]),
        ("https://docs.contoso.com/x", [NO_NAME]),
        ("docs.contoso.com", []),
        ("contoso.com", []),
        ("Node.js guide", []),
        ("製品\u3002詳細", []),
    ],
)
def test_a_label_is_refused_once(label: str, found: list[str]) -> None:
    quoted = json.dumps(label)
    part = f"links:\n  - label: {quoted}\n    url: https://docs.contoso.com/x\n"
    assert names(part) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[contoso.com](https://evil.com)", [MISLEADING]),
        ("[**contoso**.com](https://evil.com)", [MISLEADING]),
        ("[contoso&#46;com](https://evil.com)", [MISLEADING]),
        ("[contoso\u2024com](https://evil.com)", [MISLEADING]),
        ("[contoso\uff0ecom](https://evil.com)", [MISLEADING]),
        ("[contoso\u3002com](https://evil.com)", [MISLEADING]),
        ("[contoso.com](https://contoso.com.evil.com)", [MISLEADING]),
        ("[contoso.com](https://contoso.com@evil.com)", [MALFORMED]),
        ("[contoso.com](https://www.contoso.com)", []),
    ],
)
def test_a_link_in_the_text_is_refused_once(text: str, found: list[str]) -> None:
    assert names(f"description: {json.dumps(f'Read {text}')}\n") == found
