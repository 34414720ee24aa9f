"""Public collections of odd texts, and splices of them, under the laws that hold for any text.

``CATALOG_TEXTS=all`` puts each text under each law; without it every eleventh.
"""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.corpora import corpora, every_text
from tests.fuzz.laws import LAWS, Law
from tests.fuzz.mutations import changed_texts

pytestmark = pytest.mark.slow  # npm brings one of the collections

STEP = 1 if os.environ.get("CATALOG_TEXTS") == "all" else 11
every_law = pytest.mark.parametrize("law", LAWS.values(), ids=LAWS.keys())


def test_the_collections_are_there() -> None:
    sizes = {name: len(texts) for name, texts in corpora().items()}
    assert all(size > 300 for size in sizes.values()), sizes


@every_law
def test_a_law_holds_for_the_collections(law: Law) -> None:
    for text in every_text()[::STEP]:
        law(text)


@st.composite
def splices(draw: st.DrawFn) -> str:
    """Draw texts of the collections one after the other, some of them changed."""
    texts = st.sampled_from(every_text())
    end = draw(st.sampled_from(["", " ", "\n", "\n\n", "\n- "]))
    spliced = end.join(draw(st.lists(texts, min_size=1, max_size=3)))
    return draw(changed_texts((spliced,))) if draw(st.booleans()) else spliced


@settings(max_examples=10)
@every_law
@given(text=splices())
def test_a_law_holds_for_splices_of_them(law: Law, text: str) -> None:
    law(text)
