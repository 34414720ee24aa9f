"""YAML that this check reads and stricter programs refuse: a warning with a fix."""

import pytest
import yaml

from tests.checking import check_text, entry_text

URL = "https://www.contoso.com/identity"


@pytest.mark.parametrize(
    ("part", "fixed"),
    [
        ("description: >#\n  One.\n", "description: > #\n  One.\n"),
        ("description: |-##\r\n  One.\n", "description: |- ##\r\n  One.\n"),
        (f"website: '{URL}'#x\n", f"website: '{URL}' #x\n"),
        (f'website: "{URL}"#\n', f'website: "{URL}" #\n'),
        (
            f"links: [{{label: A b, url: '{URL}'}}]#x\n",
            f"links: [{{label: A b, url: '{URL}'}}] #x\n",
        ),
        ("description: One\ttwo.\n", "description: One two.\n"),
        ("description: One\t \ttwo\tthree.\n", "description: One   two three.\n"),
        ("description: One\n \ttwo.\n", "description: One\n  two.\n"),
        ("applications_note: One\ttwo.\n", "applications_note: One two.\n"),
    ],
)
def test_a_fix_changes_only_blanks(part: str, fixed: str) -> None:
    text = entry_text(part, "contoso")
    (found,) = (one for one in check_text(text) if one.name == "unportable-yaml")
    assert found.severity == "warning"
    assert found.fix
    assert found.fix.safe
    for edit in reversed(found.fix.edits):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    assert text == entry_text(fixed, "contoso")
    before, after = (yaml.load(each, yaml.CBaseLoader) for each in (part, fixed))  # noqa: S506 - text only
    assert [str(each).replace("\\t", " ") for each in (before, after)] == [str(after)] * 2


@pytest.mark.parametrize(
    "part",
    [
        "description: > #\n  One.\n",
        "description: |\n  One\ttwo#.\n  >#\n# remark\n",
        "description: 'One\ttwo.'\n",
        f"website:\t{URL}\t# remark\n",
        f"website: {URL}#top\n",
        "applications: ['C#', IBM RACF]\n",
    ],
)
def test_what_every_program_reads_is_fine(part: str) -> None:
    found = check_text(entry_text(part, "contoso"))
    assert "unportable-yaml" not in {one.name for one in found}


def test_a_lost_comment_is_one_error() -> None:
    found = check_text(entry_text("description: >#x\n  One gateway.\n", "contoso"))
    names = {one.name for one in found}
    assert "trailing-comment" in names
    assert "unportable-yaml" not in names
