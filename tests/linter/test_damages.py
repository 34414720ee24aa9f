"""A valid entry with one damaged character: always a message, hardly ever more than one."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from catalog_tool.linter.fix import rounds_of_fixes
from catalog_tool.model.diagnostic import Diagnostic, Severity
from catalog_tool.model.json_schema import schema_text
from tests.checking import FIELDS, OWN_FIELDS, PARTNER, VOCABULARY, check_files
from tests.mistake_corpus import CORPUS
from tests.own_fields import MODEL

FULL = """\
# Contoso
name: Contoso
website: https://www.contoso.com/identity
contact: sales@contoso.com
description: |
  Contoso Gateway provisions accounts: fast, and *well*.

  - It runs on premises.
  - See [the guide](https://docs.contoso.com/).
applications:
  Mainframe:
    - CA ACF2
    - IBM RACF
  Other:
    - 'Epic'
    # midrange
    - "IBM i (AS/400)"
links:
  - label: Documentation
    url: https://docs.contoso.com/gateway
tested_on: 2026-05-04
maintainers:
  - contoso-anna
interfaces: [rest, sql]
directions:
  - outbound
"""
SHORT = """\
name: Contoso
website: https://www.contoso.com/identity
contact: https://www.contoso.com/contact
description: Contoso Gateway provisions accounts and groups.
applications:
  - IBM RACF
  - SAP ECC
"""
TYPED = ":-#'\"[]{}&*!|>%@`\\\t,;. \nxé\u00a0"
MOST_MESSAGES = 3
MOST_ROUNDS = 12
VOCABULARY_TEXT = (CORPUS / "_vocabulary.yaml").read_bytes()
SCHEMA = Draft202012Validator(yaml.safe_load(schema_text(MODEL)))


@st.composite
def damaged_entries(draw: st.DrawFn) -> str:
    """Draw an entry with one character deleted, inserted, or doubled, or one line moved by one."""
    text = draw(st.sampled_from([FULL, SHORT]))
    at = draw(st.integers(0, len(text) - 1))
    line = text.rfind("\n", 0, at) + 1
    damages = {
        "delete": text[:at] + text[at + 1 :],
        "type": text[:at] + draw(st.sampled_from(TYPED)) + text[at:],
        "double": text[:at] + text[at] + text[at:],
        "indent": f"{text[:line]} {text[line:]}",
        "outdent": text[:line] + text[line:].removeprefix(" "),
    }
    return draw(st.sampled_from(list(damages.values())))


def diagnostics(text: str) -> list[Diagnostic]:
    return check_files({PARTNER: text, VOCABULARY: VOCABULARY_TEXT, FIELDS: OWN_FIELDS})


def is_refused_by_others(text: str) -> bool:
    """Whether PyYAML and the schema, which share no code with the check, refuse an entry."""
    # PyYAML itself refuses tabs between a key and its colon, which YAML allows and libyaml reads.
    loader = yaml.CBaseLoader if "\t" in text else yaml.BaseLoader
    try:
        data = yaml.load(text, loader)  # noqa: S506 - text only, and our own
    except yaml.YAMLError:
        return True
    return not SCHEMA.is_valid(data)


def test_the_entries_are_valid_before_the_damage() -> None:
    assert (diagnostics(FULL), diagnostics(SHORT)) == ([], [])
    assert not is_refused_by_others(FULL)


@settings(max_examples=200)
@given(damaged_entries())
def test_damage_has_few_messages(text: str) -> None:
    assert len(diagnostics(text)) <= MOST_MESSAGES


@settings(max_examples=200)
@given(damaged_entries())
def test_an_entry_that_others_refuse_has_an_error(text: str) -> None:
    if is_refused_by_others(text):
        assert any(found.severity is Severity.ERROR for found in diagnostics(text))


@settings(max_examples=60)
@pytest.mark.parametrize("unsafe", [False, True])
@given(text=damaged_entries())
def test_fixes_of_damage_end_and_make_nothing_worse(text: str, *, unsafe: bool) -> None:
    (_, found), *rounds = rounds_of_fixes(text, diagnostics, unsafe=unsafe)
    assert len(rounds) <= MOST_ROUNDS
    assert len(rounds[-1][1] if rounds else found) <= len(found)
