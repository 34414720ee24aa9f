"""The page at the address of an alias leads to the application, whatever the names contain."""

from catalog_tool.pipeline import check, render
from tests.checking import VOCABULARY, ordered_entry, written

HEAD = """\
categories:
  mainframe: {name: Mainframe, description: Security servers of mainframes.}
applications:
"""


def redirects(applications: str, name: str) -> dict[str, str]:
    """Return the generated files that redirect, by path."""
    files = {
        VOCABULARY: HEAD + applications,
        "partners/contoso.yaml": ordered_entry(f"applications:\n  - {name}\n"),
    }
    with written(files) as settings:
        made = render(check(settings).publication)
    return {file.path: file.text for file in made if 'http-equiv="refresh"' in file.text}


def test_each_alias_of_a_listed_application_redirects() -> None:
    vocabulary = (
        "  IBM Z Security: {category: mainframe, aliases: [IBM RACF, RACF, IBM Z security]}\n"
        "  CA ACF2: {category: mainframe, aliases: [ACF2]}\n"
    )
    found = redirects(vocabulary, "IBM RACF")
    assert found.keys() == {"applications/ibm-racf/index.html", "applications/racf/index.html"}
    for text in found.values():
        assert 'content="0; url=../ibm-z-security/index.html"' in text
        assert "canonical" not in text  # this catalog doesn't know its address


def test_names_are_inert_in_it() -> None:
    vocabulary = "  A&B {{ x }}: {category: mainframe, aliases: ['R \"x\" <b> &lt; {% raw %}']}\n"
    (text,) = redirects(vocabulary, "A&B {{ x }}").values()
    assert "<b>" not in text
    assert "{" not in text
