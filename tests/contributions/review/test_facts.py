"""Tables of pull requests with the facts about each, and what calls for an admin."""

import datetime as dt
from dataclasses import dataclass
from functools import cache

import pytest

from catalog_tool.contributions.review import Review, review
from catalog_tool.contributions.review.facts.fact import FactKind
from catalog_tool.contributions.review.report import document, review_object
from catalog_tool.contributions.review.verdict import Verdict
from catalog_tool.linter.reporters import write
from catalog_tool.loader.pull_request.proposal import PullRequest
from catalog_tool.model.domain_proof import DomainProof, DomainProofs
from tests.checking import ordered_entry
from tests.pull_requests import MAIN, TOPIC, Files, proposed, reviewed, ticked

CONTOSO, FABRIKAM, ADATUM = (f"partners/{each}.yaml" for each in ("contoso", "fabrikam", "adatum"))
ANNA, EVE = "contoso-anna", "eve"
TEXT = "Contoso Gateway creates and deletes accounts in mainframes, twice a day, without an agent."
SHOUTED = TEXT.upper().replace("CONTOSO", "Adatum").replace(",", " -")
BASE: Files = {
    CONTOSO: ordered_entry(f"description: {TEXT}\nmaintainers:\n  - contoso-anna\n"),
    FABRIKAM: ordered_entry("contact: sales@fabrikam.co.uk\n", "fabrikam"),
    "partners/northwind.yaml": ordered_entry(
        "website: https://northwind.github.io/\n", "northwind"
    ),
    "partners/_vocabulary.yaml": """\
categories:
  mainframe:
    name: Mainframe
    description: Mainframes.
applications:
  IBM RACF:
    category: mainframe
    vendor: IBM
    aliases:
      - RACF
  SAP ECC:
    category: mainframe
    vendor: Great Lakes Software
""",
}


def new(keys: str = "", identifier: str = "adatum") -> Files:
    """Return a new entry with a text of its own."""
    text = f"description: Words that only {identifier.title()} wrote about its own product.\n"
    given = keys if "description:" in keys else text + keys
    return {f"partners/{identifier}.yaml": ordered_entry(given, identifier)}


def changed(old: str, become: str, path: str = CONTOSO) -> Files:
    """Return an entry of the base branch with one text replaced."""
    text = str(BASE[path])
    assert old in text
    return {path: text.replace(old, become)}


@dataclass(frozen=True)
class Case:
    """A pull request, a sentence that is among its facts, and whether it calls for an admin."""

    changes: Files
    fact: str
    needs_admin: bool = False
    author: str = EVE
    association: str = ""


CASES = {
    # Who is it?
    "author: new on GitHub": Case(
        new(), "eve is new here: no earlier contribution to this repository.",
        association="FIRST_TIMER",
    ),
    "author: new in the repository": Case(
        new(), "eve is new here: no earlier contribution to this repository.",
        association="FIRST_TIME_CONTRIBUTOR",
    ),
    "author: known": Case(
        new(), "eve has contributed to this repository before, but maintains no entry.",
        association="CONTRIBUTOR",
    ),
    "author: unknown": Case(new(), "eve maintains no entry."),
    "author: nobody": Case(new(), "The author maintains no entry.", author=""),
    "author: a maintainer": Case(
        changed("IBM RACF", "Epic"), "contoso-anna is a maintainer of Contoso.", author=ANNA
    ),
    "several-companies: two": Case(
        {**new(), **new(identifier="tailspin")},
        "It is about 2 companies: Adatum, Tailspin.",
        needs_admin=True,
    ),
    "author: a maintainer who adds another company": Case(
        {**new(), **changed("IBM RACF", "Epic")},
        "contoso-anna is a maintainer of Contoso.",
        author=ANNA,
    ),
    "many-entries: six products of one company": Case(
        {
            path: text
            for number in range(6)
            for path, text in new(
                f"website: https://www.adatum.com/{number}\n", f"adatum-{number}"
            ).items()
        },
        "It adds or changes 6 entries that its author doesn't maintain.",
        needs_admin=True,
    ),
    # Is it their domain?
    "new-domain": Case(new(), "adatum.com is new to this catalog."),
    "similar-name: the former name of a stranger is that of a partner": Case(
        new("former_names: [Contoso]\n"),
        "The former name Contoso looks like that of Contoso.",
        needs_admin=True,
    ),
    "similar-name: of a product": Case(
        changed("maintainers:", "products: [Fabrikan]\nmaintainers:"),
        "The product name Fabrikan looks like that of Fabrikam.",
        needs_admin=True,
    ),
    "known-name: of a product": Case(
        changed("maintainers:", "products: [SAP ECC]\nmaintainers:"),
        "The product name SAP ECC is in the vocabulary.",
        needs_admin=True,
    ),
    "shared-domain: of another entry": Case(
        new("website: https://shop.contoso.com/adatum\n"),
        "contoso.com is also the domain of Contoso.",
    ),
    "shared-domain: of a contact": Case(
        new("contact: other@fabrikam.co.uk\n"), "fabrikam.co.uk is also the domain of Fabrikam."
    ),
    "changed-domain: a private suffix counts": Case(
        changed("https://www.contoso.com/identity", "https://contoso.pages.dev/identity"),
        "The domain of the website changes: contoso.com → contoso.pages.dev.",
        needs_admin=True,
        author=ANNA,
    ),
    "changed-domain: two customers of one host": Case(
        changed("northwind.github.io", "eve.github.io", "partners/northwind.yaml"),
        "The domain of the website changes: northwind.github.io → eve.github.io.",
        needs_admin=True,
    ),
    "changed-domain: of the contact": Case(
        changed("https://www.contoso.com/contact", "contoso.sales@gmail.com"),
        "The domain of the contact changes: contoso.com → gmail.com.",
        needs_admin=True,
        author=ANNA,
    ),
    "similar-domain: a digit": Case(
        new("website: https://www.c0ntoso.com/\n"),
        "c0ntoso.com looks like contoso.com, the domain of Contoso.",
        needs_admin=True,
    ),
    "similar-domain: letters that look like one": Case(
        new("website: https://www.northvvind.com/\n"),
        "northvvind.com looks like northwind.com, the domain of Northwind.",
        needs_admin=True,
    ),
    "similar-domain: a letter too many": Case(
        new("website: https://www.contosso.com/\n"),
        "contosso.com looks like contoso.com, the domain of Contoso.",
        needs_admin=True,
    ),
    "similar-domain: another ending": Case(
        new("website: https://www.contoso.net/\n"),
        "contoso.net looks like contoso.com, the domain of Contoso.",
        needs_admin=True,
    ),
    "similar-domain: an added word": Case(
        new("website: https://contoso-partners.com/\n"),
        "contoso-partners.com looks like contoso.com, the domain of Contoso.",
        needs_admin=True,
    ),
    "similar-domain: of the contact": Case(
        changed("https://www.contoso.com/contact", "sales@contoso-support.com"),
        "contoso-support.com looks like contoso.com, the domain of Contoso.",
        needs_admin=True,
    ),
    "contact-domain: shared": Case(
        new("contact: sales@mail.adatum.com\n"), "Website and contact share the domain adatum.com."
    ),
    "contact-domain: different": Case(
        new("contact: sales@tailspin.com\n"),
        "Website and contact are on different domains: adatum.com and tailspin.com.",
    ),
    "free-mail": Case(
        new("contact: adatum.sales@gmail.com\n"),
        "The contact is at a free email provider: gmail.com.",
    ),
    # Is it their name?
    "known-name: a vendor": Case(
        new("name: IBM\n", "ibm"),
        "The vocabulary has a vendor or an application of this name: IBM.",
        needs_admin=True,
    ),
    "known-name: a vendor and its legal form": Case(
        new("name: Great Lakes Software, Inc.\n", "great-lakes-software-inc"),
        "The vocabulary has a vendor or an application of this name: Great Lakes Software.",
        needs_admin=True,
    ),
    "known-name: an alias": Case(
        new("name: RACF\n", "racf"),
        "The vocabulary has a vendor or an application of this name: RACF.",
        needs_admin=True,
    ),
    "known-name: looks like one": Case(
        new("name: lBM\n", "lbm"),
        "The name looks like a name in the vocabulary: IBM.",
        needs_admin=True,
    ),
    "known-name: contains a vendor": Case(
        new("name: Adatum for Great Lakes Software\n", "adatum-for-great-lakes-software"),
        "The name contains the name of a vendor: Great Lakes Software.",
        needs_admin=True,
    ),
    "similar-name: a digit": Case(
        new("name: C0ntoso\n", "c0ntoso"),
        "The name looks like that of Contoso.",
        needs_admin=True,
    ),
    "similar-name: after a change": Case(
        changed("name: Northwind", "name: Fabrikan", "partners/northwind.yaml"),
        "The name looks like that of Fabrikam.",
        needs_admin=True,
    ),
    "unknown-applications: of a new entry": Case(
        new("applications:\n  - Epic\n  - IBM RACF\n  - racf\n  - Zebra\n"),
        "2 applications aren't in the vocabulary: Epic, Zebra.",
    ),
    "unknown-applications: added ones": Case(
        changed("  - IBM RACF\n", "  - Epic\n  - IBM RACF\n"),
        "1 application isn't in the vocabulary: Epic.",
    ),
    "unknown-applications: a long list": Case(
        new("applications:\n" + "".join(f"  - Zebra {number}\n" for number in range(20))),
        "20 applications aren't in the vocabulary: "
        + ", ".join(f"Zebra {number}" for number in range(12))
        + " and 8 more.",
    ),
    # Is it their text?
    "copied-text: word for word": Case(
        new(f"description: {TEXT}\n"), "The text is that of Contoso.", needs_admin=True
    ),
    "copied-text: with another name, other case, and other line ends": Case(
        new(f"description: |\n  *{SHOUTED}*\n"),
        "The text is that of Contoso.",
        needs_admin=True,
    ),
    "copied-text: with a sentence of their own": Case(
        new(f"description: {TEXT} We also do this for you at night.\n"),
        "The text is that of Contoso.",
        needs_admin=True,
    ),
    "copied-text: from each other": Case(
        {
            **new("description: These words are in both of them, and nowhere else.\n"),
            **new("description: These words are in both of them, and nowhere else.\n", "tailspin"),
        },
        "The text is that of Adatum.",
        needs_admin=True,
    ),
    "copied-text: into an existing entry": Case(
        changed(
            "This gateway provisions accounts in mainframe applications.", TEXT, FABRIKAM
        ),
        "The text is that of Contoso.",
        needs_admin=True,
    ),
    "named-partner: in the description": Case(
        new("description: Unlike FABRIKAM, which is insecure and overpriced, Adatum works.\n"),
        "The text names another partner: Fabrikam.",
    ),
    "named-partner: in the note": Case(
        new("applications_note: More than Contoso's.\n"),
        "The text names another partner: Contoso.",
    ),
}  # fmt: skip


@cache
def review_of(name: str) -> Review:
    case = CASES[name]
    return reviewed(
        case.changes, case.author, base=BASE, association=case.association, admins=("root",)
    )


@pytest.mark.parametrize("name", CASES)
def test_fact(name: str) -> None:
    case = CASES[name]
    found = {each.text: each for each in review_of(name).facts}
    assert case.fact in found
    assert found[case.fact].kind is FactKind(name.partition(":")[0])
    assert any(each.needs_admin for each in found.values()) is case.needs_admin


@pytest.mark.parametrize("name", CASES)
def test_nothing_of_a_stranger_is_ready(name: str) -> None:
    case = CASES[name]
    found = review_of(name)
    assert found.verdict is not Verdict.READY or case.author == ANNA
    if case.needs_admin and not found.fails:
        assert "needs-admin" in found.labels


def test_a_changed_entry_has_only_facts_about_what_changed() -> None:
    found = reviewed(changed("IBM RACF", "SAP ECC"), ANNA, base=BASE)
    assert [each.kind for each in found.facts] == [FactKind.AUTHOR]
    assert found.verdict is Verdict.READY


def test_an_old_file_name_is_the_same_entry() -> None:
    record = "former:\n  contoso:\n    name: Contoso\n    moved_to: contoso-gateway\n"
    text = str(BASE[CONTOSO]).replace("name: Contoso", "name: Contoso Gateway")
    moved: Files = {
        CONTOSO: None,
        "partners/contoso-gateway.yaml": text,
        "partners/_former.yaml": record,
    }
    found = reviewed(moved, ANNA, base=BASE)
    assert [each.kind for each in found.facts] == [FactKind.AUTHOR]
    assert found.verdict is Verdict.NEEDS_ADMIN


def test_an_admin_needs_no_other_admin() -> None:
    found = reviewed(new(f"description: {TEXT}\n"), "root", base=BASE, admins=("root",))
    assert FactKind.COPIED_TEXT in {each.kind for each in found.facts}
    assert (found.verdict, found.labels) == (Verdict.READY, ())


@pytest.mark.parametrize("count", [25, 200])
def test_entries_of_a_stranger_with_one_text(count: int) -> None:
    """The field report 24: entries by a program, each for another company."""
    spam: Files = {
        path: text
        for number in range(1, count + 1)
        for path, text in new(
            f"contact: slop{number}@gmail.com\n"
            f"description: Slop {number} is the platform for all your identity needs.\n",
            f"slop-{number}",
        ).items()
    }
    found = reviewed(spam, "bot", base=BASE)
    assert found.verdict is Verdict.NEEDS_ADMIN
    assert {each.kind for each in found.facts if each.needs_admin} == {
        FactKind.SEVERAL_COMPANIES,
        FactKind.MANY_ENTRIES,
        FactKind.COPIED_TEXT,
    }
    lines = write(document(found), "markdown").splitlines()
    assert (
        f"- {count} new entries: they aren't in the catalog yet, so an admin has to approve."
        in lines
    )
    assert "- Who this is: 3 facts below raise a question, so an admin has to approve." in lines
    (copied,) = (line for line in lines if line.endswith(": The text is that of Slop 1."))
    assert copied.startswith("- ⚠️ **Slop 10, ")


COMMENT = """\
- Adatum: it is a new entry, so an admin has to approve.
- Who this is: 1 fact below raises a question, so an admin has to approve.

### Facts

- ⚠️ **Adatum**: The text is that of \
[Contoso](https://github.com/a/b/blob/main/partners/contoso.yaml).
- eve is new here: no earlier contribution to this repository. \
[Earlier commits](https://github.com/a/b/commits/main/partners?author=eve)
- **Adatum**: [adatum.com](https://www.adatum.com/identity) is new to this catalog.
- **Adatum**: Website and contact share the domain adatum.com.
- **Adatum**: The text names another partner: \
[Contoso](https://github.com/a/b/blob/main/partners/contoso.yaml).
"""


def test_facts_are_in_the_open_and_clickable() -> None:
    with proposed(new(f"description: {TEXT}\n"), BASE) as bare:
        settings = bare.model_copy(update={"repository": "https://github.com/a/b"})
        request = PullRequest(MAIN, TOPIC, EVE, ticked(settings), association="FIRST_TIMER")
        found = review(settings, request)
    assert COMMENT in write(document(found), "markdown")
    (copied, *_) = review_object(found)["facts"]
    assert copied == {
        "path": ADATUM,
        "kind": "copied-text",
        "text": "The text is that of Contoso.",
        "links": ["https://github.com/a/b/blob/main/partners/contoso.yaml"],
        "needs_admin": True,
    }


PROOF = DomainProof(host="www.adatum.com", read_on=dt.date(2026, 11, 29), logins=("Eve", "bob"))
ADDRESS = "https://www.adatum.com/.well-known/partner-catalog.txt"
PROOFS: dict[str, tuple[DomainProof, str]] = {
    "it names the author": (
        PROOF,
        "www.adatum.com names eve for this repository, read on 2026-11-29.",
    ),
    "it names others": (
        PROOF.model_copy(update={"logins": ("bob",)}),
        "www.adatum.com doesn't name eve for this repository, read on 2026-11-29.",
    ),
    "it has no file": (
        PROOF.model_copy(update={"logins": (), "reason": "404 Not Found"}),
        "www.adatum.com doesn't name eve for this repository: 404 Not Found, read on 2026-11-29.",
    ),
    "it is another host": (PROOF.model_copy(update={"host": "adatum.com"}), ""),
    "it is old": (PROOF.model_copy(update={"read_on": dt.date(2026, 10, 1)}), ""),
    "it is from tomorrow": (PROOF.model_copy(update={"read_on": dt.date(2026, 11, 30)}), ""),
}


@pytest.mark.parametrize(("proof", "said"), PROOFS.values(), ids=PROOFS)
@pytest.mark.parametrize("repository", ["a/b", "a/c"])
def test_a_proof_is_a_fact_and_decides_nothing(
    proof: DomainProof, said: str, repository: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795953600")  # 2026-11-29
    with proposed({**new(), **changed("IBM RACF", "SAP ECC")}, BASE) as bare:
        settings = bare.model_copy(update={"repository": "https://github.com/a/b"})
        request = PullRequest(MAIN, TOPIC, EVE, ticked(settings))
        proofs = DomainProofs(repository=repository, proofs=(proof,))
        found = review(settings, request, proofs=proofs)
        without = review(settings, request)
    told = [each for each in found.facts if each.kind is FactKind.PROOF]
    expected = [(said, (ADDRESS,))] if said and repository == "a/b" else []
    assert [(each.text, each.links) for each in told] == expected
    assert (found.verdict, found.labels) == (without.verdict, without.labels)
