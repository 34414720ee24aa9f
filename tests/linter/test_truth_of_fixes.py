"""What fixes leave in a file is what its author wrote, or a value that stands for it.

The law: once fixes end without errors, each published value is the author's text without marks and
in the right encoding, the vocabulary's name for it, the same day in ISO form, the same address in
ASCII, or the identifier of the choice.
"""

import datetime as dt
import re
import unicodedata
from difflib import get_close_matches
from urllib.parse import unquote

import idna
import pytest
from ftfy import fix_encoding
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog_tool.linter.fix import rounds_of_fixes
from catalog_tool.loader.entry import read_source
from catalog_tool.model.diagnostic import Diagnostic, Severity
from catalog_tool.model.edits import Where
from catalog_tool.model.nodes import walk_scalars
from tests.checking import PARTNER, VOCABULARY, check_files
from tests.linter.test_damages import damaged_entries
from tests.mistake_corpus import CORPUS, Mistake, all_mistakes, texts_of
from tests.own_fields import MODEL

KNOWN = (CORPUS / "_vocabulary.yaml").read_bytes()
ALIASES = re.findall(r"[^\n:,\[\]]+", KNOWN.decode())
CHOICES = {value for field in MODEL.own_fields.values() for value in field.choices}
MARKS_OF_ADDRESS = re.compile(r"[(\[]?\b(?:at|dot)\b[)\]]?|https?|:443|%20|[\W_]")
MARKS_OF_LINES = re.compile(r"^[ \t]*(?:[0-9]+|[>\"'`]+|<{7}.*)", re.MULTILINE)
CURLY_OR_HIDDEN = re.compile("[“”„‘«»\u00a0\u200b-\u200f\u2028\u2029\ufeff\uff01-\uff5e]")


def bare(text: str) -> str:
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text).casefold())


def is_true(where: Where, value: str, written: str) -> bool:
    """Whether a published value is what its author wrote, or stands for it."""
    if bare(value) in bare(written):
        return True
    if where[0] in {"interfaces", "directions"}:
        return value in CHOICES
    if where[0] == "tested_on":
        day = dt.date.fromisoformat(value)
        return {str(day.year), str(day.day)} <= {
            number.lstrip("0") for number in re.findall(r"\d+", written)
        }
    if where[0] == "applications":
        lines = [bare(part) for part in re.split(r"[\n,:\[\]]", written)]
        return bool(get_close_matches(bare(value), lines)) or bool(
            {bare(alias) for alias in ALIASES} & {*lines}
        )
    letters = re.sub(r"xn--[a-z0-9-]+", lambda label: idna.decode(label.group()), unquote(value))
    address = MARKS_OF_ADDRESS.sub("", letters.casefold())
    return address in MARKS_OF_ADDRESS.sub("", written.casefold())


def untrue_values(after: str, before: str) -> list[tuple[Where, str]]:
    source, _ = read_source(PARTNER, after)
    leaves = walk_scalars(source.root, ()) if source.root else ()
    values = ((where, node.value) for where, node, is_key in leaves if not is_key)
    # Numbers and quotes at the beginning of each line, and lines of a merge, are marks too.
    # A text that was read in the wrong encoding stands for the one that its author wrote.
    written = f"{before}\n{MARKS_OF_LINES.sub('', before)}\n{fix_encoding(before)}"
    return [(where, value) for where, value in values if not is_true(where, value, written)]


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("mistake", all_mistakes(), ids=lambda each: each.path.stem)
def test_fixed_mistakes_say_what_their_author_wrote(mistake: Mistake, *, unsafe: bool) -> None:
    outcome = mistake.fixed(unsafe=unsafe)
    if any(each.severity is Severity.ERROR for each in outcome.left):
        return
    before = "\n".join(texts_of(mistake).values())
    for text in outcome.files.values():
        assert untrue_values(text, before) == []


@pytest.mark.parametrize("mistake", all_mistakes(), ids=lambda each: each.path.stem)
def test_no_hint_has_a_character_that_a_rule_refuses(mistake: Mistake) -> None:
    for each in mistake.diagnostics():
        assert not CURLY_OR_HIDDEN.search(each.hint)


PARTS = {
    "website": [
        " https://www.contoso.com/\n  identity",
        " https: //www.contoso.com/identity",
        " www.contoso.com",
    ],
    "contact": [
        " sales (at) contoso.com",
        " Anna Miller <anna@contoso.com>",
        " {email: anna@contoso.com, phone: +1 425 555 0100}",
        "\n  email: anna@contoso.com\n  url: https://www.contoso.com/contact",
        " anna@contoso.com\n  bert@contoso.com",
        " look at contoso.com",
    ],
    "description": [
        " Ranked #1: the gateway",
        " |\n  One\n two",
        "\n  - One\n  - two #3",
        " 'It's one'",
    ],
    "applications": [
        "\n  - app: IBM RACF\n  - SAP: ECC",
        "\n  - [x] IBM RACF\n  - [ ] SAP ECC",
        "\n  - RACF #1\n  - 'SAP'#ECC",
        " [Epic](https://www.contoso.com/epic), [SAP ECC](https://www.contoso.com/sap)",
        " IBM RACF, Epic; SAP ECC",
        '\n  * IBM RACF\n  * "[ ] Epic"',
        "\n  - name: Epic\n    version: 2",
    ],
    "interfaces": [
        "\n  - odbc\n  - SCIM 2.0",
        " [x] rest, [ ] soap",
        "\n  - SAP\n  - test",
        " n/a",
    ],
    "directions": [" both", "\n  - [ ] inbound\n  - [x] outbound", "\n  - in\n  - out"],
    "tested_on": [
        " 4 May 2026",
        " 2026-05-04 to 2026-06-01",
        " May 2026, 12 times",
        " n/a",
        " 05/04/2026",
    ],
    "maintainers": [
        " Woodgrove",
        "\n  - name: Anna Miller\n    username: contoso-anna",
        "\n  - '@contoso-anna'",
    ],
    "author": [" Woodgrove", "\n  - name: Contoso\n    url: https://github.com/contoso"],
    "documentation": [" https://docs.contoso.com/"],
    "links": [
        " '[Guide](https://docs.contoso.com/guide) | [SDK](https://docs.contoso.com/sdk)'",
        "\n  - title: Guide\n    href: https://docs.contoso.com/guide",
        "\n  - Guide https://docs.contoso.com/guide",
    ],
}
AROUND = [
    "{}",
    "```yaml\n{}```\nLet me know if you need more!\n",
    "Sure! Here is the entry:\n\n{}",
    "From: Anna\nTo: Bert\n\n{}\nBest regards\nAnna\n",
]
PER_LINE = ["{}", "> {}", '"{}"', "{at} {}"]


@st.composite
def entries_as_people_write_them(draw: st.DrawFn) -> str:
    """Draw an entry with values as people write them, and perhaps something around it."""
    lines = {
        "name": " Contoso",
        "website": " https://www.contoso.com/identity",
        "contact": " sales@contoso.com",
        "description": " Contoso Gateway provisions accounts.",
        "applications": "\n  - IBM RACF",
    }
    keys = draw(st.lists(st.sampled_from([*PARTS]), min_size=1, max_size=4, unique=True))
    lines |= {key: draw(st.sampled_from(PARTS[key])) for key in keys}
    text = "".join(f"{key}:{value}\n" for key, value in lines.items())
    per_line = draw(st.sampled_from(PER_LINE))
    text = "".join(
        f"{per_line.replace('{at}', str(at)).replace('{}', line)}\n"
        for at, line in enumerate(text.splitlines(), start=1)
    )
    return draw(st.sampled_from(AROUND)).format(text)


def diagnostics(text: str) -> list[Diagnostic]:
    return [
        each for each in check_files({PARTNER: text, VOCABULARY: KNOWN}) if each.path == PARTNER
    ]


@settings(max_examples=60, deadline=None)
@pytest.mark.parametrize("unsafe", [False, True])
@given(text=entries_as_people_write_them() | damaged_entries())
def test_fixes_say_what_the_author_wrote(text: str, *, unsafe: bool) -> None:
    *_, (after, left) = rounds_of_fixes(text, diagnostics, unsafe=unsafe)
    if not any(each.severity is Severity.ERROR for each in left):
        assert untrue_values(after, text) == []
        assert "Woodgrove" not in _maintainers(after) or "maintainers: Woodgrove" in text
        assert not {"SAP ECC", "Epic"} & _unchecked(text) & {*_applications(after)}


def _maintainers(text: str) -> tuple[str, ...]:
    return _values(text, "maintainers")


def _applications(text: str) -> tuple[str, ...]:
    return _values(text, "applications")


def _values(text: str, key: str) -> tuple[str, ...]:
    node = read_source(PARTNER, text)[0].node((key,))
    leaves = walk_scalars(node, ()) if node else ()
    return tuple(leaf.value for _, leaf, is_key in leaves if not is_key)


def _unchecked(text: str) -> set[str]:
    return {*re.findall(r"\[ \] ([\w ]+)", text)}
