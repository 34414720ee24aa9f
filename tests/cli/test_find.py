"""``catalog find``: the site's finder on the command line."""

import json

import pytest

from tests.checking import OWN_FIELDS
from tests.cli.conftest import Catalog

RACF = """\
IBM RACF: 1 partner (also known as RACF)
  → IDMWORKS, contact: https://www.idmworks.com/contacts/
"""


@pytest.mark.parametrize(
    "words", [["racf"], ["who", "connects", "our", "RACF?"], ["who connects our RACF?"]]
)
def test_who_connects_it_how_to_contact_them_and_why_it_matches(
    own_catalog: Catalog, words: list[str]
) -> None:
    found = own_catalog.run("find", *words)
    assert (found.exit_code, found.stdout, found.stderr) == (0, RACF, "")


def test_a_name_among_other_words_says_what_matches(own_catalog: Catalog) -> None:
    found = own_catalog.run("find", "notre IBM RACF, svp")
    assert found.stdout.startswith("IBM RACF: 1 partner (matches only “IBM RACF”)\n")


@pytest.mark.parametrize("words", [[""], ["   "], ["["], ["--", "-- -"], ["%", "“”"]])
@pytest.mark.parametrize("format_name", ["text", "json"])
def test_a_question_without_words_is_refused(
    own_catalog: Catalog, words: list[str], format_name: str
) -> None:
    found = own_catalog.run("find", "--format", format_name, *words)
    assert (found.exit_code, found.stdout) == (2, "")
    assert "The question has no words. Type a name" in found.stderr


def test_a_filter_alone_is_a_question(own_catalog: Catalog) -> None:
    found = own_catalog.run("find", "--category", "mainframe", "")
    assert found.exit_code == 0
    assert "IBM RACF" in found.stdout


def test_a_symbol_is_looked_for(own_catalog: Catalog) -> None:
    found = own_catalog.run("find", "☎")
    assert (found.exit_code, found.stdout.splitlines()[0]) == (1, "Nobody lists “☎”.")


FORMER = """\
former:
  pagoda-sync:
    name: Pagoda Sync
    removed: 2025-11-03
    reason: The product was discontinued.
  wardlink:
    name: Wardlink
    moved_to: pagoda-sync
  contoso-bridge:
    name: Contoso Bridge
    moved_to: contoso
"""


@pytest.mark.parametrize(
    ("query", "name", "line"),
    [
        (
            "who connects Pagoda Sync?",
            "Pagoda Sync",
            "Pagoda Sync is no longer listed: “Pagoda Sync: The ",
        ),
        (
            "wardlink",
            "wardlink",
            "Wardlink is no longer listed: “Wardlink: The product was discontinued.”",
        ),
    ],
)
def test_a_partner_that_left_is_named_with_the_reason(
    query: str, name: str, line: str, catalog: Catalog
) -> None:
    catalog.write("_former.yaml", FORMER)
    found = catalog.run("find", query)
    assert found.exit_code == 1
    assert found.stdout.startswith(f"Nobody lists “{name}”.\nMentioned by:\n  → {line}")
    assert "is no longer listed" not in catalog.run("find", "contoso bridge").stdout


def test_of_a_long_question_the_beginning_is_read(own_catalog: Catalog) -> None:
    found = own_catalog.run("find", "racf", *["asparagus"] * 30)
    assert found.stderr == "Only the first 194 characters of the question were used.\n"
    assert own_catalog.run("find", "racf").stderr == ""


def test_a_partner_is_found_with_its_contact(own_catalog: Catalog) -> None:
    found = own_catalog.run("find", "aqeura")
    assert found.stdout == (
        "Partners:\n"
        "  → Aquera, contact: https://www.aquera.com/contact-us.html (similar spelling)\n"
    )


def test_nothing_found_names_what_is_near_and_exits_with_1(own_catalog: Catalog) -> None:
    found = own_catalog.run("find", "SAP", "R/2")
    assert found.exit_code == 1
    assert found.stdout.startswith("Only a part of “SAP R/2” was found.\n")
    assert "Did you mean: SAP ECC?" in found.stdout
    known = own_catalog.run("find", "SAP", "HANA").stdout
    assert "SAP HANA is known, but no partner lists it yet.\n" in known
    beside = own_catalog.run("find", "RACF and SAP HANA").stdout
    assert beside.startswith("SAP HANA is known, but no partner lists it yet.\n")


def test_a_filter_that_leaves_nothing_says_so(own_catalog: Catalog) -> None:
    found = own_catalog.run("find", "racf", "--filter", "directions=inbound")
    assert found.exit_code == 1
    assert found.stdout == (
        "Nobody lists “racf” with these filters.\nWithout the directions filter: 1 found.\n"
    )


def test_partners_with_interfaces_are_listed_below(catalog: Catalog) -> None:
    generic = catalog.read("fabrikam.yaml").partition("applications:")[0]
    catalog.write("fabrikam.yaml", f"{generic}interfaces:\n  - rest\n  - sql\n")
    catalog.write("_fields.yaml", OWN_FIELDS)
    application = catalog.read("contoso.yaml").partition("applications:\n  - ")[2].splitlines()[0]
    lines = catalog.run("find", application).stdout.splitlines()
    assert lines[0].startswith(f"{application}: 1 partner")
    assert lines[2] == "May connect it:"
    assert lines[3].endswith("(through REST, SQL)")
    lines = catalog.run("find", application, "rest", "sql").stdout.splitlines()
    assert lines[0] == "None of these partners states REST and SQL."
    assert lines[3] == "May connect it:"


def test_the_row_of_a_partner_says_in_which_conditions_it_fails(catalog: Catalog) -> None:
    generic = catalog.read("fabrikam.yaml").partition("applications:")[0]
    application = catalog.read("contoso.yaml").partition("applications:\n  - ")[2].splitlines()[0]
    listing = f"{generic}applications:\n  - {application}\ninterfaces:\n  - rest\n  - sql\n"
    catalog.write("fabrikam.yaml", listing)
    catalog.write("_fields.yaml", OWN_FIELDS)
    asking = catalog.run("find", application, "rest").stdout.splitlines()
    assert [line.partition(" (")[2] for line in asking[1:3]] == ["", "not stated: REST)"]
    refusing = catalog.run("find", f"{application} rest but not sql").stdout.splitlines()
    assert refusing[0] == "None of these partners meets all of your conditions."
    refusing = catalog.run("find", f"{application} but not sql").stdout.splitlines()
    assert [line.partition(" (")[2] for line in refusing[1:]] == [
        "not stated: Generic interfaces)",
        "states SQL)",
    ]


def test_words_beside_a_name_that_nobody_says_are_named(own_catalog: Catalog) -> None:
    assert "Nobody mentions “cics”.\n" in own_catalog.run("find", "RACF", "CICS").stdout


OTHERS = """\
Nobody lists “peoplesoft”.
Oracle PeopleSoft is known, but no partner lists it yet.
Its category is Human resources. Partners that list others in it:
  → Aquera, contact: https://www.aquera.com/contact-us.html (lists ADP)
  → UNIFY Solutions, contact: https://unifysolutions.net/contact/ (lists Ascender HCM, Aurion \
People & Payroll, Frontier Software chris21, …)
"""


def test_who_lists_others_in_its_category_is_named_if_nothing_else_is_found(
    own_catalog: Catalog,
) -> None:
    assert own_catalog.run("find", "peoplesoft").stdout.startswith(OTHERS)
    beside = own_catalog.run("find", "peoplesoft blorptex servers").stdout
    assert "Its category is Human resources.\n" in beside


LONGER = """\
Nobody lists “workday”.
These partners show a selection here and publish a longer list elsewhere:
  → Aquera: https://www.aquera.com/applications.html
  → IDMWORKS: https://www.idmworks.com/identity-forge/
"""


def test_if_nobody_lists_it_longer_lists_are_named(own_catalog: Catalog) -> None:
    found = own_catalog.run("find", "workday")
    assert (found.exit_code, found.stdout) == (1, LONGER)
    contract = json.loads(own_catalog.run("find", "workday", "--format", "json").stdout)
    aquera, idmworks = contract["longer_lists"]
    assert aquera == {
        "id": "aquera",
        "name": "Aquera",
        "url": "https://www.aquera.com/applications.html",
    }
    assert idmworks["id"] == "idmworks"
    limited = own_catalog.run("find", "workday", "--limit", "1", "--format", "json").stdout
    assert len(json.loads(limited)["longer_lists"]) == 1
    assert "longer list" not in own_catalog.run("find", "racf").stdout


def test_a_partner_named_with_an_application_lists_it_or_not(own_catalog: Catalog) -> None:
    listing = own_catalog.run("find", "racf", "idmworks").stdout
    assert listing.startswith("IBM RACF: 1 partner (listed by IDMWORKS)\n  → IDMWORKS, contact:")
    other = own_catalog.run("find", "racf", "unify").stdout
    assert other.startswith("IBM RACF: 1 partner (also known as RACF)\n  → IDMWORKS, contact:")
    assert other.endswith(" (does not list IBM RACF)\n")
    several = own_catalog.run("find", "mainframe", "unify").stdout
    assert several.endswith(" (does not list any of these)\n")


def test_the_json_format(own_catalog: Catalog) -> None:
    found = own_catalog.run("find", "AS400", "--format", "json")
    assert json.loads(found.stdout) == {
        "query": "AS400",
        "leading": "applications",
        "applications": [
            {
                "name": "IBM i (AS/400)",
                "slug": "ibm-i-as-400",
                "partners": ["idmworks"],
                "match": "alias",
                "matched": "AS400",
            }
        ],
        "partners": [],
        "together": None,
        "mentioned": [],
        "partly": [],
        "also": [],
        "may_connect": [],
        "nearest": [],
        "longer_lists": [],
    }


MENTIONED = """\
Mentioned by:
  → IDMWORKS: “The IdentityForge (IDF) Gateway from IDMWORKS is integrated with Microsoft Entra ID.”
"""


def test_a_text_with_the_words_is_an_answer(own_catalog: Catalog) -> None:
    found = own_catalog.run("find", "IDF", "gateway")
    assert found.exit_code == 0
    assert found.stdout.startswith(MENTIONED)
    contract = json.loads(own_catalog.run("find", "IDF", "gateway", "--format", "json").stdout)
    (mention,) = contract["mentioned"]
    assert mention == {
        "kind": "partner",
        "id": "idmworks",
        "name": "IDMWORKS",
        "where": "description",
        "sentence": MENTIONED.splitlines()[1].partition("“")[2].removesuffix("”"),
        "marks": [[19, 22]],
        "is_apart": False,
        "is_denied": False,
        "missing": [],
        "listed": [],
    }
    part = own_catalog.run("find", "IDF", "xyzzy")
    title = "Some of the words are listed or mentioned by"
    some = MENTIONED.replace("Mentioned by", title).rstrip()
    assert part.stdout.startswith(
        f"Only a part of “IDF xyzzy” was found.\n{some} (without xyzzy)\n"
    )
    assert part.exit_code == 1


def test_partners_that_list_all_come_first(own_catalog: Catalog) -> None:
    found = own_catalog.run("find", "racf", "and", "as400").stdout
    assert found.startswith(
        "Partners that list all of IBM RACF, IBM i (AS/400):\n  → IDMWORKS, contact:"
    )
    other = own_catalog.run("find", "racf", "and", "chris21").stdout
    assert other.startswith("Nobody lists all of IBM RACF, Frontier Software chris21.\n")
    most = own_catalog.run("find", "racf,", "chris21", "and", "as400").stdout
    assert most.startswith(
        "Nobody lists all of them. 1 partner lists IBM RACF and IBM i (AS/400), "
        "without Frontier Software chris21:\n  → IDMWORKS, contact:"
    )
    contract = json.loads(own_catalog.run("find", "racf, as400", "--format", "json").stdout)
    assert contract["together"] == {
        "applications": [
            {"name": "IBM RACF", "slug": "ibm-racf", "is_mentioned": False},
            {"name": "IBM i (AS/400)", "slug": "ibm-i-as-400", "is_mentioned": False},
        ],
        "others": [],
        "partners": ["idmworks"],
    }


def test_a_partner_comes_before_applications_that_begin_with_its_name(catalog: Catalog) -> None:
    entry = catalog.read("fabrikam.yaml")
    catalog.write("fabrikam.yaml", f"{entry}  - Contoso Payroll\n")
    assert catalog.run("find", "contoso").stdout.startswith("Partners:\n  → Contoso, contact:")
    assert catalog.run("find", "contoso", "payroll").stdout.startswith("Contoso Payroll: 1 partner")


def test_a_limit_says_what_it_leaves_out(own_catalog: Catalog) -> None:
    shown = own_catalog.run("find", "mainframe", "--limit", "1").stdout
    assert shown.count("partner") == 1
    assert shown.endswith("  and 2 more (use --limit to show them)\n")
    listed = own_catalog.run("find", "mainframe", "--limit", "1", "--format", "json").stdout
    assert len(json.loads(listed)["applications"]) == 1


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["--category", "databas"], "There is no category 'databas'. Did you mean database?"),
        (["--filter", "directions=sideways"], "Choose one of: outbound, inbound."),
        (["--filter", "interfaces=zzz"], "Choose one of: csv, ecma,"),
        (["--filter", "direction=inbound"], "no filter 'direction'. Did you mean directions?"),
    ],
)
def test_a_filter_that_does_not_exist_is_refused(
    own_catalog: Catalog, arguments: list[str], advice: str
) -> None:
    found = own_catalog.run("find", "racf", *arguments)
    assert found.exit_code == 2
    assert advice in " ".join(found.stderr.split())


def test_a_catalog_with_errors_is_searched_as_far_as_it_can_be_read(own_catalog: Catalog) -> None:
    own_catalog.write("aquera.yaml", "name: Aquera\nwebsite: [\n")
    found = own_catalog.run("find", "racf")
    assert (found.exit_code, found.stdout) == (0, RACF)
    assert found.stderr == (
        "Warning: 1 file has errors, so results may be missing. Run `catalog check` to see them.\n"
    )


def test_hostile_text_is_inert(catalog: Catalog) -> None:
    text = catalog.read("contoso.yaml").replace("name: ", 'name: "x\\e[31m\\u202e" # ', 1)
    catalog.write("contoso.yaml", text)
    found = catalog.run("find", "contoso \x1b[2J\u202e")
    assert not {"\x1b", "\u202e"} & set(found.output)


def test_without_a_query_nothing_runs(catalog: Catalog) -> None:
    assert catalog.run("find").exit_code == 2


def test_the_help_teaches_how_it_ranks(catalog: Catalog) -> None:
    shown = catalog.run("find", "--help").stdout
    for word in ("exact", "alias", "prefix", "words", "vendor", "typo", "never a digit"):
        assert word in shown


def test_json_has_no_workflow_commands(own_catalog: Catalog) -> None:
    said = own_catalog.run("find", "##[error]zzzz", "--format", "json").stdout
    assert "##[" not in said
    assert json.loads(said)["query"] == "##[error]zzzz"
