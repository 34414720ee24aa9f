"""Lines that look like a list, and links that aren't: pointed out, with a fix."""

import pytest

from tests.checking import check_text, fix_entry


@pytest.mark.parametrize("sign", ["• ", "•", "▪\t", "– ", "➤ ", "o\t", "\t", "\t• ", "→ "])
def test_a_sign_becomes_a_dash(sign: str) -> None:
    part = f"description: |\n  It can:\n  {sign}create accounts\n  {sign}remove them\n"
    assert [found.name for found in check_text(part)] == ["unmarked-list"]
    fixed = "description: |\n  It can:\n  - create accounts\n  - remove them\n"
    assert fix_entry(part).startswith(fixed)


@pytest.mark.parametrize("sign", ["✅", "🚀", "✔️", "➡️"])
def test_an_emoji_stays_behind_the_dash(sign: str) -> None:
    part = f"description: |\n  {sign} create accounts\n  {sign} remove them\n"
    fixed = f"description: |\n  - {sign} create accounts\n  - {sign} remove them\n"
    assert fix_entry(part).startswith(fixed)


@pytest.mark.parametrize("between", ["\n  ", "\n\n  ", "\r\n  "])
def test_dashes_in_a_joined_text_get_their_lines(between: str) -> None:
    part = f"description: It can provision.{between}- accounts\n  - groups\n"
    assert "unmarked-list" in [found.name for found in check_text(part)]
    assert fix_entry(part).replace("\r", "").startswith("description: |\n  It can provision.\n")


@pytest.mark.parametrize(
    "text",
    [
        "|\n  It can:\n  - create accounts\n  * remove them",
        "|\n  It can:\n  1) create accounts\n  2) remove them",
        "|\n  Fast 🚀 and kind.\n  Rated ★ by many.",
        "|\n  🚀 It starts fast.",
        "It creates\n  accounts - and groups.",
    ],
)
def test_a_text_without_such_lines_passes(text: str) -> None:
    assert "unmarked-list" not in [found.name for found in check_text(f"description: {text}\n")]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("[our page](https://www.contoso.com/our page)", "(https://www.contoso.com/our%20page)"),
        ("[docs] (https://www.contoso.com/docs)", "[docs](https://www.contoso.com/docs)"),
        ("[a b](https://www.contoso.com/a b c?x=1)", "(https://www.contoso.com/a%20b%20c?x=1)"),
    ],
)
def test_a_link_with_a_space_is_pointed_out_once(written: str, meant: str) -> None:
    part = f"description: See {written}.\n"
    assert [found.name for found in check_text(part)] == ["broken-link"]
    assert meant in fix_entry(part, unsafe=True)
    assert written in fix_entry(part)


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        ("https://www.contoso.com/a?utm_source=x", "https://www.contoso.com/a"),
        ("https://www.contoso.com/a?id=1&utm_source=x", "https://www.contoso.com/a?id=1"),
        ("https://www.contoso.com/a?gclid=x&id=1#top", "https://www.contoso.com/a?id=1#top"),
        ("https://www.contoso.com/?UTM_Medium=x&fbclid=y", "https://www.contoso.com/"),
    ],
)
def test_tracking_parameters_are_removed(address: str, plain: str) -> None:
    for part in (f"website: {address}\n", f"description: See [us]({address}).\n"):
        assert [found.name for found in check_text(part)] == ["tracking-parameter"]
        fixed = fix_entry(part, unsafe=True)
        assert plain in fixed
        assert address not in fixed


@pytest.mark.parametrize("query", ["id=utm_source", "source=x", "xutm_source=1", "q=gclid=1"])
def test_other_parameters_stay(query: str) -> None:
    assert check_text(f"website: https://www.contoso.com/a?{query}\n") == []
