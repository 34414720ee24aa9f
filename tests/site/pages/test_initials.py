"""Initials in place of a logo."""

import pytest

from catalog_tool.site.pages.initials import TILES, initials, tile


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Contoso Gateways", "CG"),
        ("Contoso", "C"),
        ("The (new) 360 Identity Ltd", "TN"),
        ("& Söhne müller", "SM"),
        ("ßeta", "SS"),
        ("中文 网关", "中网"),
        ("*", ""),
    ],
)
def test_initials(name: str, expected: str) -> None:
    assert initials(name) == expected


def test_a_tile_is_chosen_by_the_name() -> None:
    tiles = {tile(f"Partner {number}") for number in range(100)}
    assert tiles == {*range(1, TILES + 1)}
    assert tile("Contoso") == tile("CONTOSO")
