"""What the rules say, word for word, if the words depend on what was found."""

import pytest

from tests.checking import check_files, check_text, entry_text, shown

VOCABULARY = """\
categories:
  mainframe:
    name: Mainframe
    description: Mainframes.
applications:
  Epic:
    category: mainframe
    gallery: https://www.contoso.com/gallery/epic
  IBM i (AS/400):
    category: mainframe
    aliases: [AS/400, iSeries]
  IBM RACF:
    category: mainframe
    aliases: [RACF]
"""
LONG = "description: " + " ".join(["word"] * 490) + "\n"

# Part of an entry, the text that is marked, message, hint.
ONE_FINDING = {
    "words": (
        LONG + "applications: [One two, Three four]\napplications_note: " + " ".join(["word"] * 7),
        "description",
        (
            "The entry has 501 words, 1 more than the 500 allowed: "
            "description 490, applications_note 7, applications 4."
        ),
        "Cut 1 word. Your website has room for the rest.",
    ),
    "words in labels and groups": (
        LONG + "applications: {One two: [Three four five]}\nlinks:\n"
        "  - {label: A guide for all, url: 'https://docs.contoso.com/a'}\n"
        "  - {label: Another guide, url: 'https://docs.contoso.com/b'}\n",
        "description",
        (
            "The entry has 501 words, 1 more than the 500 allowed: "
            "description 490, links 6, applications 5."
        ),
        "Cut 1 word. Your website has room for the rest.",
    ),
    "order": (
        "applications:\n  - Alpha\n  - Gamma\n  - Delta\n  - Beta\n",
        "Delta",
        "The name 'Delta' comes after 'Gamma'; it belongs after 'Beta'.",
        "Sort the names in this list alphabetically.",
    ),
    "order of numbers": (
        "applications: [App 10, App 2]\n",
        "App 2",
        "The name 'App 2' comes after 'App 10'; it belongs first.",
        "Sort the names in this list alphabetically.",
    ),
    "duplicate across groups": (
        "applications:\n  A:\n    - CA ACF2\n    - Unix\n  B:\n    - ca-acf2\n",
        "ca-acf2",
        "'ca-acf2' is already listed on line 3 as 'CA ACF2'.",
        "Keep one of them.",
    ),
    "duplicate by the vocabulary": (
        "applications: [IBM i (AS/400), iSeries]\n",
        "iSeries",
        "'iSeries' is another name of 'IBM i (AS/400)', which is listed on line 1.",
        "Keep one of them.",
    ),
    "alias": (
        "applications: [AS/400]\n",
        "AS/400",
        "'AS/400' is called 'IBM i (AS/400)' in this catalog.",
        "Write 'IBM i (AS/400)'. People who search for 'AS/400' still find it.",
    ),
    "other spelling": (
        "applications: [ibm-racf]\n",
        "ibm-racf",
        "'ibm-racf' is spelled 'IBM RACF' in this catalog.",
        "Write 'IBM RACF'. People who search for 'ibm-racf' still find it.",
    ),
    "near miss": (
        "applications: [IBM RAFC]\n",
        "IBM RAFC",
        "'IBM RAFC' looks like a typo of 'IBM RACF'.",
        "If it is, write 'IBM RACF'. If it's another application, leave it as it is.",
    ),
    "gallery": (
        "applications: [Epic]\n",
        "Epic",
        "'Epic' is already in the platform's own gallery: https://www.contoso.com/gallery/epic",
        "Remove it, or say in the description what your integration adds.",
    ),
    "file name": (
        "name: Contoso & Sons, Inc.\n",
        "Contoso & Sons, Inc.",
        "The file name 'contoso.yaml' doesn't match the partner's name 'Contoso & Sons, Inc.'.",
        (
            "Rename the file to 'contoso-sons-inc.yaml'. On GitHub, open it, select the pencil, "
            "and change the name above the text. With Git: "
            "git mv partners/contoso.yaml partners/contoso-sons-inc.yaml"
        ),
    ),
    "link text": (
        "description: See [contoso.com](https://evil.fabrikam.com/).\n",
        "https://evil.fabrikam.com/",
        "The link shows 'contoso.com' but leads to 'evil.fabrikam.com'.",
        "Show the host that the link leads to, or describe the page in words.",
    ),
    "bare link": (
        "description: See https://docs.contoso.com/a_(b)_c.\n",
        "https://docs.contoso.com/a_(b)_c",
        "'https://docs.contoso.com/a_(b)_c' is not a link.",
        (
            "Write [a few words](https://docs.contoso.com/a_(b)_c) "
            "or <https://docs.contoso.com/a_(b)_c>."
        ),
    ),
    "run": (
        f"description: Connects {'ab/' * 21} and more.\n",
        "ab/" * 21,
        "63 characters in a row have no space: 'ab/ab/ab/ab/ab/ab/a…'.",
        "Put spaces between the words. The limit is 60 characters in a row.",
    ),
    "markup": (
        "description: |\n  One.\n\n  ## Two\n\n  Three.\n",
        "## Two",
        "A heading isn't supported in 'description'.",
        "Write it as its own paragraph, in **bold** if it needs to stand out.",
    ),
    "placeholder": (
        "description: Write to Your Company Name for more.\n",
        "Your Company Name",
        "'Your Company Name' is a placeholder.",
        "Write the text that readers should see, or remove it.",
    ),
}


@pytest.mark.parametrize(
    ("part", "place", "message", "hint"), ONE_FINDING.values(), ids=ONE_FINDING
)
def test_one_finding(part: str, place: str, message: str, hint: str) -> None:
    (found,) = check_text(part, vocabulary=VOCABULARY)
    assert shown(entry_text(part), found) == place
    assert (found.message, found.hint) == (message, hint)


# Part of an entry that has no problem.
HARMLESS = {
    "500 words": "description: " + " ".join(["word"] * 498) + "\n",
    "Todoist": "applications: [Todoist]\n",
    "todo in Spanish": "description: Conecta todo el mundo y todos los sistemas.\n",
    "honest company": "description: Connects your company to the cloud, example by example.\n",
    "insert": "description: Insert a row, and your product is connected.\n",
    "60 characters": f"description: Connects {'ab/' * 20} and more.\n",
    "long address": f"description: See <https://docs.contoso.com/{'guide/' * 20}>.\n",
    "subdomain": "description: See [contoso.com](https://docs.contoso.com/).\n",
    "parent": "description: See [docs.contoso.com](https://contoso.com/docs).\n",
    "www": "description: See [contoso.com/docs](https://www.contoso.com/docs).\n",
    "Node.js": "description: See [Node.js 20.5 and README.md](https://docs.contoso.com/).\n",
    "international host": "description: See [bücher.de](https://xn--bcher-kva.de/).\n",
    "address in code": "description: Call `https://api.contoso.com/v1`.\n",
    "address as text of a link": "description: "
    "See [https://docs.contoso.com/](https://docs.contoso.com/).\n",
    "same order": "applications: [Åpp, app-2, App 10, Ö, Z]\n",
    "accent": "name: Contosó\n",
    "sign of a mark": "name: Contoso™\n",
    "sign of a mark in ASCII": "name: Contoso (R)\n",
    "tags in code": "description: Write `<b>`, `# no heading` and `![x](y)`.\n",
    "less than": "description: 'For fewer than 3 < 5 users, or * or # signs.'\n",
    "emoji only in text": "description: Fast 🚀 and kind 👩‍💻.\n",
    "unknown application": "applications: [Mainframe of our own]\n",
}


@pytest.mark.parametrize("part", HARMLESS.values(), ids=HARMLESS)
def test_a_harmless_entry_has_no_finding(part: str) -> None:
    assert check_text(part, vocabulary=VOCABULARY) == []


def test_a_doubled_alias_is_one_mistake() -> None:
    (found,) = check_text("applications: [IBM RACF, RACF]", vocabulary=VOCABULARY)
    assert found.name == "duplicate-application"


def test_a_copied_file_is_one_mistake_in_each_file() -> None:
    found = check_files(
        {f"partners/{name}.yaml": entry_text() for name in ("contoso", "contoso-2")}
    )
    assert [(each.path, each.name) for each in found] == [
        ("partners/contoso-2.yaml", "duplicate-partner"),
        ("partners/contoso.yaml", "duplicate-partner"),
    ]
    assert "partners/contoso.yaml" in found[0].message
    assert "partners/contoso-2.yaml" in found[1].message
