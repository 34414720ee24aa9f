"""Objects without a name: it is the key above them, or they have none."""

import pytest

from catalog_tool.importers import read_catalog
from catalog_tool.model.vocabulary import Vocabulary

SITES = {"contoso-ag": "https://contoso.com", "fabrikam": "https://fabrikam.com"}
OTHERS = ("community", "partner")


@pytest.mark.parametrize("title", ["type", "akce", "city", "note"])
def test_the_key_above_an_object_is_its_name(title: str) -> None:
    objects = zip(SITES.items(), OTHERS, strict=True)
    text = "".join(f"{k}:\n  website: {v}\n  {title}: {other}\n" for (k, v), other in objects)
    found = read_catalog(text, Vocabulary()).partners
    assert {each.name: each.values.get("website") for each in found} == SITES


@pytest.mark.parametrize("title", ["type", "City", "company_country", "Ort"])
def test_a_place_or_a_kind_is_no_name(title: str) -> None:
    objects = zip(SITES.values(), ("Berlin", "Paris"), strict=True)
    text = "".join(f"- website: {site}\n  {title}: {place}\n" for site, place in objects)
    assert read_catalog(text, Vocabulary()).partners == ()
