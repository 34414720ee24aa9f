"""A table of pull requests, with the verdict and the codes of each."""

from dataclasses import dataclass, field

import pytest

from catalog_tool.contributions.review.verdict import Verdict
from catalog_tool.loader.pull_request.proposal import MOST_FILES
from tests.checking import ordered_entry
from tests.pull_requests import MAINTAINED, Blob, Files, reviewed

CONTOSO, FABRIKAM = "partners/contoso.yaml", "partners/fabrikam.yaml"
ORPHAN, BROKEN = "partners/orphan.yaml", "partners/broken.yaml"
FORMER, VOCABULARY = "partners/_former.yaml", "partners/_vocabulary.yaml"
FABRIKAM_ENTRY = ordered_entry("maintainers:\n  - fabrikam-ben\n", "fabrikam")
ORPHAN_ENTRY = ordered_entry("", "orphan")
VOCABULARY_TEXT = """\
categories:
  mainframe:
    name: Mainframe
    description: Mainframes.
    icon: server
applications:
  IBM RACF:
    category: mainframe
"""
FORMER_TEXT = """\
former:
  contoso-old:
    name: Contoso Old
    moved_to: contoso
  northwind:
    name: Northwind
    removed: 2026-01-02
"""
BASE: Files = {
    CONTOSO: MAINTAINED,
    FABRIKAM: FABRIKAM_ENTRY,
    ORPHAN: ORPHAN_ENTRY,
    FORMER: FORMER_TEXT,
    VOCABULARY: VOCABULARY_TEXT,
    "mkdocs.yml": "site_name: Ours\n",
    "README.md": "Read me.\n",
    ".github/workflows/validate.yml": "on: pull_request\n",
}
WITH_BROKEN: Files = {**BASE, BROKEN: ordered_entry("contact: nowhere\n", "broken")}

CHANGED = MAINTAINED.replace("IBM RACF", "Epic")
NEW = ordered_entry("description: Adatum Bridge creates accounts in hospital systems.\n", "adatum")
UNSORTED = MAINTAINED.replace("  - IBM RACF\n", "  - IBM RACF\n  - Epic\n")
MISTAKEN = NEW.replace("https://www.adatum.com/contact", "call us")
FABRIKAM_GONE = "  fabrikam:\n    name: Fabrikam\n    removed: 2026-05-04\n"
MOVED = FORMER_TEXT.replace(
    "  northwind", "  contoso:\n    name: Contoso\n    moved_to: contoso-labs\n  northwind"
)
CONTOSO_LABS = MAINTAINED.replace("Contoso", "Contoso Labs", 1).replace(
    "contoso.com", "contosolabs.com"
)
LINK = Blob("../../../etc/passwd", "120000")
SUBMODULE = Blob("1" * 40, "160000")


@dataclass(frozen=True)
class Case:
    """A pull request and its expected verdict."""

    changes: Files
    author: str
    verdict: Verdict
    codes: set[str] = field(default_factory=set)
    base: Files = field(default_factory=lambda: BASE)
    later: Files | None = None
    description: str = ""
    admins: tuple[str, ...] = ()


READY, MISTAKES, VERIFY = Verdict.READY, Verdict.MISTAKES, Verdict.VERIFY
ASKS, ADMIN = Verdict.NEEDS_MAINTAINER, Verdict.NEEDS_ADMIN
ANNA, BEN, EVE = "contoso-anna", "fabrikam-ben", "eve"

CASES = {
    # Contributions of partners.
    "a new entry": Case({"partners/adatum.yaml": NEW}, EVE, VERIFY),
    "a new entry by an admin": Case({"partners/adatum.yaml": NEW}, EVE, READY, admins=(EVE,)),
    "an entry changed by its maintainer": Case({CONTOSO: CHANGED}, ANNA, READY),
    "by the other maintainer, in capitals": Case({CONTOSO: CHANGED}, "CONTOSO-BOB", READY),
    "a warning": Case({CONTOSO: UNSORTED}, ANNA, READY, {"CAT107"}),
    "a mistake in a new entry": Case({"partners/adatum.yaml": MISTAKEN}, EVE, MISTAKES, {"CAT102"}),
    "an entry that cannot be read": Case({CONTOSO: "- name\n"}, ANNA, MISTAKES, {"CAT012"}),
    "the name of another entry": Case(
        {"partners/fabrikam-inc.yaml": FABRIKAM_ENTRY}, EVE, MISTAKES, {"CAT202"}
    ),
    "an invalid file name": Case({"partners/Adatum.yml": NEW}, EVE, MISTAKES, {"CAT008"}),
    "an entry removed without a record": Case({FABRIKAM: None}, BEN, MISTAKES, {"CAT209"}),
    "an entry removed that a record leads to": Case(
        {CONTOSO: None}, ANNA, MISTAKES, {"CAT209", "CAT210"}
    ),
    "an entry removed with a record": Case(
        {FABRIKAM: None, FORMER: FORMER_TEXT.replace("  northwind", FABRIKAM_GONE + "  northwind")},
        BEN,
        READY,
    ),
    "an entry renamed with a record": Case(
        {CONTOSO: None, "partners/contoso-labs.yaml": CONTOSO_LABS, FORMER: MOVED}, ANNA, ADMIN
    ),
    "an entry renamed without a record": Case(
        {CONTOSO: None, "partners/contoso-labs.yaml": CONTOSO_LABS},
        ANNA,
        MISTAKES,
        {"CAT209", "CAT210"},
    ),
    "a mode that changed": Case({CONTOSO: Blob(MAINTAINED, "100755")}, ANNA, MISTAKES, {"CAT505"}),
    # Required approvals.
    "by a stranger": Case({CONTOSO: CHANGED}, EVE, ASKS, {"CAT503"}),
    "by the maintainer of another entry": Case({CONTOSO: CHANGED}, BEN, ASKS, {"CAT503"}),
    "by a stranger who becomes a maintainer": Case(
        {CONTOSO: CHANGED.replace("contoso-bob", EVE)}, EVE, ASKS, {"CAT503"}
    ),
    "by a login with letters that only look like it": Case(
        {CONTOSO: CHANGED}, "сontoso-anna", ASKS, {"CAT503"}
    ),
    "by a login whose lower case is a maintainer's": Case(
        {CONTOSO: CHANGED.replace("contoso-bob", "kai")},
        "\N{KELVIN SIGN}ai",
        ASKS,
        {"CAT503"},
        base={**BASE, CONTOSO: MAINTAINED.replace("contoso-bob", "kai")},
    ),
    "by nobody": Case({CONTOSO: CHANGED}, "", ASKS, {"CAT503"}),
    "by a hostile login": Case({CONTOSO: CHANGED}, "contoso-anna\n::error::x", ASKS, {"CAT503"}),
    "removed by a stranger": Case(
        {FABRIKAM: None, FORMER: FORMER_TEXT.replace("  northwind", FABRIKAM_GONE + "  northwind")},
        EVE,
        ASKS,
        {"CAT503"},
    ),
    "renamed by a stranger": Case(
        {CONTOSO: None, "partners/contoso-labs.yaml": CONTOSO_LABS, FORMER: MOVED},
        EVE,
        ASKS,
        {"CAT503"},
    ),
    "renamed to other case by a stranger": Case(
        {CONTOSO: None, "partners/Contoso.yaml": MAINTAINED},
        EVE,
        MISTAKES,
        {"CAT008", "CAT210", "CAT503"},
    ),
    "taken over and emptied": Case({CONTOSO: ""}, EVE, MISTAKES, {"CAT012", "CAT503"}),
    "no maintainers": Case({ORPHAN: ORPHAN_ENTRY + "  - Epic\n"}, EVE, ADMIN, {"CAT107", "CAT503"}),
    "no maintainers, and one added": Case(
        {ORPHAN: f"{ORPHAN_ENTRY}maintainers:\n  - eve\n"}, EVE, ADMIN, {"CAT503"}
    ),
    "a broken entry fixed": Case(
        {BROKEN: ordered_entry("", "broken")}, EVE, ADMIN, {"CAT503"}, base=WITH_BROKEN
    ),
    "the vocabulary": Case(
        {VOCABULARY: VOCABULARY_TEXT + "    aliases: [RACF]\n"}, ANNA, ADMIN, {"CAT503"}
    ),
    "an entry and the vocabulary": Case(
        {CONTOSO: CHANGED, VOCABULARY: VOCABULARY_TEXT + "    aliases: [RACF]\n"},
        ANNA,
        ADMIN,
        {"CAT503"},
    ),
    "an address that another entry had": Case(
        {
            "partners/contoso-old.yaml": ordered_entry("", "contoso-old"),
            FORMER: FORMER_TEXT.replace(
                "  contoso-old:\n    name: Contoso Old\n    moved_to: contoso\n", ""
            ),
        },
        EVE,
        ASKS,
        {"CAT503"},
    ),
    "an address that has a record": Case(
        {"partners/northwind.yaml": ordered_entry("", "northwind")},
        EVE,
        MISTAKES,
        {"CAT210", "CAT503"},
    ),
    "two entries swapped by a maintainer of one": Case(
        {CONTOSO: str(FABRIKAM_ENTRY).replace("fabrikam-ben", ANNA), FABRIKAM: MAINTAINED},
        ANNA,
        MISTAKES,
        {"CAT201", "CAT503"},
    ),
    "a rename to another company with other maintainers": Case(
        {
            CONTOSO: None,
            "partners/litware.yaml": ordered_entry("maintainers:\n  - mallory\n", "litware"),
            FORMER: MOVED.replace("contoso-labs", "litware").replace(
                "moved_to: contoso\n", "moved_to: litware\n"
            ),
        },
        ANNA,
        ADMIN,
        {"CAT503"},
    ),
    "all records removed": Case({FORMER: None}, BEN, ADMIN, {"CAT503"}),
    "a record of another entry": Case(
        {FORMER: FORMER_TEXT.replace("moved_to: contoso", "moved_to: fabrikam")},
        BEN,
        ADMIN,
        {"CAT503"},
    ),
    "by an admin": Case({CONTOSO: CHANGED}, "Admin", READY, admins=("root", "admin")),
    # Other files than entries.
    "nothing": Case({}, EVE, Verdict.UNCHANGED),
    "only code": Case({"catalog_tool/x.py": "boom\n"}, EVE, Verdict.CODE),
    "only a workflow, without boxes": Case(
        {".github/workflows/validate.yml": "on: push\n"}, EVE, Verdict.CODE, description="-"
    ),
    "an entry with a workflow": Case(
        {CONTOSO: CHANGED, ".github/workflows/validate.yml": "on: push\n"},
        ANNA,
        MISTAKES,
        {"CAT501"},
    ),
    "an entry with the configuration": Case(
        {CONTOSO: CHANGED, "mkdocs.yml": "x: y\n"}, ANNA, MISTAKES, {"CAT501"}
    ),
    "an entry with a removed file": Case(
        {CONTOSO: CHANGED, "README.md": None}, ANNA, MISTAKES, {"CAT501"}
    ),
    "an entry with a submodule elsewhere": Case(
        {CONTOSO: CHANGED, "extra": SUBMODULE}, ANNA, MISTAKES, {"CAT501"}
    ),
    "an entry with a folder of almost the same name": Case(
        {CONTOSO: CHANGED, "partners /x.yaml": NEW}, ANNA, MISTAKES, {"CAT501"}
    ),
    "the published catalog": Case(
        {"CATALOG.md": "### Contoso\n\nMine.\n"}, ANNA, MISTAKES, {"CAT502"}
    ),
    "an entry with the published catalog": Case(
        {CONTOSO: CHANGED, "CATALOG.md": "Mine.\n"}, ANNA, MISTAKES, {"CAT502"}
    ),
    "an entry with the schema": Case(
        {CONTOSO: CHANGED, "docs/schema/partner.schema.json": "{}\n"}, ANNA, MISTAKES, {"CAT502"}
    ),
    "the schema alone, as a link": Case(
        {"docs/schema/partner.schema.json": LINK}, ANNA, MISTAKES, {"CAT502"}
    ),
    "a folder in other case": Case(
        {"Partners/contoso.yaml": MAINTAINED}, EVE, MISTAKES, {"CAT008"}
    ),
    "an entry with a folder in other case": Case(
        {CONTOSO: CHANGED, "Partners/contoso.yaml": MAINTAINED}, ANNA, MISTAKES, {"CAT008"}
    ),
    "attributes for Git": Case({".gitattributes": "* merge=union\n"}, EVE, Verdict.CODE),
    "attributes for Git beside the entries": Case(
        {CONTOSO: CHANGED, "partners/.gitattributes": "* merge=union\n"}, ANNA, MISTAKES, {"CAT008"}
    ),
    "a submodule elsewhere": Case(
        {"extra": SUBMODULE, ".gitmodules": '[submodule "extra"]\n\tpath = extra\n'},
        EVE,
        Verdict.CODE,
    ),
    "code owners": Case({".github/CODEOWNERS": "* @eve\n"}, EVE, Verdict.CODE),
    "an admin in the settings of the pull request": Case(
        {"mkdocs.yml": "plugins:\n  - catalog:\n      admins: [eve]\n"}, EVE, Verdict.CODE
    ),
    # Unusual files and names.
    "a symbolic link": Case({"partners/adatum.yaml": LINK}, EVE, MISTAKES, {"CAT001"}),
    "an entry replaced by a link": Case({CONTOSO: LINK}, ANNA, MISTAKES, {"CAT001"}),
    "a submodule": Case({"partners/adatum.yaml": SUBMODULE}, EVE, MISTAKES, {"CAT001"}),
    "a folder": Case({"partners/sub/adatum.yaml": NEW}, EVE, MISTAKES, {"CAT008"}),
    "an entry replaced by a folder": Case(
        {CONTOSO: None, f"{CONTOSO}/x.yaml": NEW}, ANNA, MISTAKES, {"CAT001"}
    ),
    "the folder replaced by a link": Case(
        {**dict.fromkeys(BASE), "partners": LINK, "README.md": "x\n", "mkdocs.yml": "x\n"},
        EVE,
        MISTAKES,
        {"CAT209", "CAT501", "CAT503"},
    ),
    "a binary file": Case(
        {"partners/adatum.yaml": b"\x89PNG\r\n\x1a\n"}, EVE, MISTAKES, {"CAT002"}
    ),
    "a huge file": Case({"partners/adatum.yaml": b"#" * 70_000}, EVE, MISTAKES, {"CAT003"}),
    "too much": Case({"partners/adatum.yaml": b"#" * 17_000_000}, EVE, MISTAKES, {"CAT506"}),
    "a name with a line end": Case({"partners/a\n::error::x.yaml": NEW}, EVE, MISTAKES, {"CAT008"}),
    "a name that isn't text": Case({"partners/a\udcff.yaml": NEW}, EVE, MISTAKES, {"CAT008"}),
    "a name that is an option": Case({"partners/--help": NEW}, EVE, MISTAKES, {"CAT008"}),
    "a leftover file of a desktop": Case(
        {"partners/.DS_Store": b"\x00"}, EVE, MISTAKES, {"CAT507"}
    ),
    "a removed leftover file of a desktop": Case(
        {"partners/.DS_Store": None}, EVE, READY, base={**BASE, "partners/.DS_Store": b"\x00"}
    ),
    # Changes of others.
    "an existing error": Case({CONTOSO: CHANGED}, ANNA, READY, base=WITH_BROKEN),
    "an existing error in the same entry": Case(
        {BROKEN: ordered_entry("contact: nowhere\ndescription: Other.\n", "broken")},
        EVE,
        MISTAKES,
        {"CAT103", "CAT503"},
        base=WITH_BROKEN,
    ),
    "another entry changed since": Case(
        {CONTOSO: CHANGED}, ANNA, READY, later={FABRIKAM: FABRIKAM_ENTRY + "  - Epic\n"}
    ),
    "a later entry with the same name": Case(
        {"partners/adatum.yaml": NEW},
        EVE,
        MISTAKES,
        {"CAT202"},
        later={"partners/adatum-inc.yaml": NEW},
    ),
    "maintainers that were added later": Case(
        {ORPHAN: ORPHAN_ENTRY.replace("/identity", "/")},
        EVE,
        ASKS,
        {"CAT503"},
        later={ORPHAN: f"{ORPHAN_ENTRY}maintainers:\n  - orphan-olga\n"},
    ),
    # Statements of the author.
    "no box": Case({CONTOSO: CHANGED}, ANNA, MISTAKES, {"CAT504"}, description="Please merge."),
    "no box, by an admin": Case(
        {CONTOSO: CHANGED}, "root", READY, description="-", admins=("root",)
    ),
    "no box, for the vocabulary": Case(
        {VOCABULARY: VOCABULARY_TEXT + "    aliases: [RACF]\n"},
        ANNA,
        ADMIN,
        {"CAT503"},
        description="-",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_verdict(case: Case) -> None:
    review = reviewed(
        case.changes,
        case.author,
        base=case.base,
        later=case.later,
        description=case.description,
        admins=case.admins,
    )
    assert (review.verdict, {found.code for found in review.findings}) == (case.verdict, case.codes)
    assert review.fails is (case.verdict is MISTAKES)


def test_more_files_than_can_be_listed_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("catalog_tool.loader.git.tree.MOST_FILES", MOST_FILES)
    review = reviewed({f"partners/{n}.yaml": "" for n in range(MOST_FILES + 1)})
    (found,) = (each for each in review.findings if each.code == "CAT506")
    assert found.message == "This pull request changes 3,001 partner files. The limit is 3,000."
