"""Every list of objects is read, whatever its keys and values, and no word of it is lost."""

import json
import re
from itertools import count

from hypothesis import example, given
from hypothesis import strategies as st

from catalog_tool.importers import read_catalog
from catalog_tool.importers.coverage import count_links
from catalog_tool.model.entry_yaml import entry_text
from catalog_tool.model.vocabulary import Vocabulary
from tests.own_fields import CHOICES, MODEL

Told = str | list["Told"] | dict[str, "Told"]

TITLES = st.sampled_from(
    "name title url href link links label alt img logo description contact email apps slug Nome"
    " Cognome website summary docs former_names maintainers regions interfaces en de 0 x/azienda"
    " tested_on applications_url".split()
)
TEXTS = st.sampled_from(
    ["%s", "https://www.%s.com", "www.%s.com", "%s@a.com", "/%s", "", "null", "You? %s", "a\n%s"]
)
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TITLES, inner, max_size=3),
    max_leaves=5,
)
PARTNER: dict[str, Told] = {"name": "%s", "url": "https://www.%s.com"}
OTHERS = st.lists(st.dictionaries(TITLES, VALUES, max_size=6), max_size=4)


@given(OTHERS, st.sampled_from(["list.json", "list.yaml", "list.txt"]))
@example([{"name": ["%s"], "apps": [{"title": "%s"}], "en": {"en": "%s"}}], "list.json")
@example([{"apps": "X", "links": [{}], "maintainers": [{}]}], "list.json")
def test_no_word_of_an_object_is_lost(others: list[dict[str, Told]], file: str) -> None:
    numbers = count(100)
    objects = [PARTNER, *({**PARTNER, **each} for each in others)]
    text = re.sub("%s", lambda _: f"word{next(numbers)}x", json.dumps(objects, indent=1))
    imported = read_catalog(text, Vocabulary(), CHOICES.suited_to(file))
    told = "".join(message.text for message in imported.messages)
    for partner in imported.partners:
        told += entry_text(partner.values, model=MODEL) + partner.identifier
    assert [word for word in re.findall(r"word\d+x", text) if word not in told] == []
    assert count_links(imported, {"": text}).neither == 0
