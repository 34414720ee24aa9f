"""Proofs of a domain: what hosts answer, and the way from the command to the review."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result

import catalog_tool.cli.links as command
from catalog_tool.contributions.review.facts.proofs import read_proofs
from catalog_tool.links import Opener, RateLimit, VisitPolicy, agent_of, fetch_proofs
from catalog_tool.model.domain_proof import MOST_BYTES, DomainProof, DomainProofs
from catalog_tool.model.error import CatalogError
from catalog_tool.model.settings import Settings
from tests.checking import ordered_entry
from tests.cli.conftest import CONFIGURATION, Catalog
from tests.links.behaviors import answer, nothing, redirect, reset, silence
from tests.links.server import Behavior, Server
from tests.links.watch import contacts
from tests.pull_requests import MAIN, TOPIC, Files, proposed
from tests.repository import git

REPOSITORY = "adventure-works/partners"
PLAIN = "Content-Type: text/plain\r\n"
LINE = f"{REPOSITORY} contoso-anna\n"
POLICY = VisitPolicy(try_seconds=1, pause=0)
TODAY = dt.date(2026, 11, 29)
NEW: Files = {
    "partners/adatum.yaml": ordered_entry("website: https://www.contoso.com/\n", "adatum")
}

ANSWERS: dict[str, tuple[Behavior, tuple[str, ...], str]] = {
    "a proof": (answer("200 OK", PLAIN, LINE), ("contoso-anna",), ""),
    "in UTF-8": (
        answer("200 OK", "Content-Type: text/plain; charset=utf-8\r\n", f"# Zürich\n{LINE}"),
        ("contoso-anna",),
        "",
    ),
    "of another catalog": (answer("200 OK", PLAIN, "a/b contoso-anna\n"), (), ""),
    "an empty file": (answer("200 OK", PLAIN, ""), (), ""),
    "bytes that aren't text": (answer("200 OK", PLAIN, b"\xff\x00" * 99), (), ""),
    "no file": (answer("404 Not Found"), (), "404 Not Found"),
    "a page": (answer("200 OK", body=LINE), (), "it isn't plain text"),
    "no type": (answer("200 OK", "", LINE), (), "it isn't plain text"),
    "a redirect": (redirect("https://www.contoso.com/there"), (), "302 Found"),
    "as much as is read": (
        answer("200 OK", PLAIN, LINE.ljust(MOST_BYTES, "\n")), ("contoso-anna",), ""
    ),
    "more than is read": (
        answer("200 OK", PLAIN, LINE.ljust(MOST_BYTES + 1, "\n")),
        (),
        "it is larger than 4 KiB",
    ),
    "no answer": (nothing, (), "no connection: it was closed"),
    "a reset": (reset, (), "no connection: it was closed"),
    "silence": (silence, (), "no answer in time"),
}  # fmt: skip


def opener_of(server: Server) -> Opener:
    return Opener(server.transport().fetch, POLICY, RateLimit(POLICY.pause))


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = dt.datetime.combine(TODAY, dt.time(12), dt.UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))


@pytest.mark.parametrize(("behavior", "logins", "reason"), ANSWERS.values(), ids=ANSWERS)
def test_a_host_is_asked_once(behavior: Behavior, logins: tuple[str, ...], reason: str) -> None:
    with Server({"www.contoso.com": behavior}) as server, proposed(NEW) as bare:
        settings = bare.model_copy(update={"repository": f"https://github.com/{REPOSITORY}"})
        found = fetch_proofs(settings, MAIN, TOPIC, opener_of(server))
    proof = DomainProof(host="www.contoso.com", read_on=TODAY, logins=logins, reason=reason)
    assert found == DomainProofs(repository=REPOSITORY, proofs=(proof,))
    (request,) = server.requests
    assert request.startswith(b"GET /.well-known/partner-catalog.txt HTTP/1.1\r\n")


@pytest.mark.parametrize(
    ("addresses", "reason"),
    [
        ((), "the host doesn't exist"),
        (("10.0.0.1",), "leads to an address outside the public internet"),
        (("169.254.169.254",), "leads to an address outside the public internet"),
    ],
)
def test_private_networks_are_not_contacted(addresses: tuple[str, ...], reason: str) -> None:
    hosts = {"www.contoso.com": addresses}
    with Server({}, hosts) as server, proposed(NEW) as bare:
        settings = bare.model_copy(update={"repository": f"https://github.com/{REPOSITORY}"})
        (proof,) = fetch_proofs(settings, MAIN, TOPIC, opener_of(server)).proofs
    assert proof.reason.startswith(reason)
    assert server.dialed == []


def test_at_most_ten_hosts_are_asked_each_once() -> None:
    many: Files = {
        f"partners/adatum-{number}.yaml": ordered_entry(
            f"website: https://p{number % 20}.contoso.com/{number}\n", f"adatum-{number}"
        )
        for number in range(40)
    }
    behaviors = {f"p{number}.contoso.com": answer("404 Not Found") for number in range(20)}
    with Server(behaviors) as server, proposed(many) as bare:
        settings = bare.model_copy(update={"repository": f"https://github.com/{REPOSITORY}"})
        assert len(fetch_proofs(settings, MAIN, TOPIC, opener_of(server)).proofs) == 10
    assert set(server.hosts.values()) == {1}


def test_without_a_repository_there_is_nothing_to_prove() -> None:
    with Server({}) as server, proposed(NEW) as settings, pytest.raises(CatalogError) as caught:
        fetch_proofs(settings, MAIN, TOPIC, opener_of(server))
    assert caught.value.hint == "Set `repository` in mkdocs.yml."


UNREADABLE = {
    "nothing": "",
    "no JSON": "[",
    "another version": '{"version": 2, "repository": "a/b"}',
    "a host too many": json.dumps(
        {
            "version": 1,
            "repository": "a/b",
            "proofs": [{"host": "a.b", "read_on": "2026-11-29"}] * 11,
        }
    ),
    "a login that is none": json.dumps(
        {
            "version": 1,
            "repository": "a/b",
            "proofs": [{"host": "a.b", "read_on": "2026-11-29", "logins": ["eve\n::error::x"]}],
        }
    ),
    "a key too many": '{"version": 1, "repository": "a/b", "verdict": "ready"}',
    "too long": " " * 70_000,
    "too deep": "[" * 60_000,
}


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_from_another_job_is_not_trusted(text: str, tmp_path: Path) -> None:
    path = tmp_path / "proofs.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CatalogError, match="has no proofs of domains that can be read"):
        read_proofs(path)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A host that names contoso-anna; the command reaches nothing else."""
    with contacts() as report:
        with Server({"www.contoso.com": answer("200 OK", PLAIN, LINE)}) as found:

            def opener_for(settings: Settings) -> Opener:
                return Opener(found.transport(agent_of(settings)).fetch, POLICY, RateLimit(0))

            monkeypatch.setattr(command, "opener_for", opener_for)
            yield found
        assert {what for event, what in report if event == "socket.connect"} <= {
            ("127.0.0.1", found.port)
        }


@pytest.fixture
def upstream(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Catalog:
    """A checkout of the main branch; the branch topic adds an entry."""
    options = f":\n      repository: https://github.com/{REPOSITORY}\n"
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION.rstrip("\n") + options, encoding="utf-8")
    (tmp_path / "partners").mkdir()
    catalog = Catalog(tmp_path)
    catalog.write("fabrikam.yaml", ordered_entry("", "fabrikam"))
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message=x")
    git(tmp_path, "checkout", "--quiet", "-b", "topic")
    catalog.write("contoso.yaml", ordered_entry(""))
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message=x")
    git(tmp_path, "checkout", "--quiet", "main")
    monkeypatch.chdir(tmp_path)
    return catalog


@pytest.mark.parametrize(
    ("author", "said"),
    [
        ("Contoso-Anna", "names Contoso-Anna for this repository, read on 2026-11-29."),
        ("eve", "doesn't name eve for this repository, read on 2026-11-29."),
    ],
)
@pytest.mark.usefixtures("server")
def test_the_proof_is_a_fact_of_the_review(upstream: Catalog, author: str, said: str) -> None:
    def run(*words: str) -> Result:
        return upstream.run(*words, CATALOG_PULL_REQUEST_BODY="x")

    shown = run("links", "--proofs", "main", "topic", "--format", "text")
    assert shown.stdout == f"www.contoso.com names contoso-anna for {REPOSITORY}.\n"
    written = run("links", "--proofs", "main", "topic", "--format", "json")
    assert (written.exit_code, written.stderr) == (0, "")
    upstream.write("../proofs.json", written.stdout)
    options = ("--author", author, "--proofs", "proofs.json", "--format", "text")
    told = "Contoso: www.contoso.com (https://www.contoso.com/.well-known/partner-catalog.txt)"
    assert f"\n  {told} {said}\n" in run("review", "main", "topic", *options).stdout
    assert not (upstream.root / ".catalog-links.json").exists()
