"""The command over weeks: what it opens, reports, and saves, and how it ends."""

import datetime as dt
import json
import re
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result

import catalog_tool.cli.links as command
from catalog_tool.links import Opener, RateLimit, VisitPolicy, agent_of
from catalog_tool.links.workers import THREAD_NAME
from catalog_tool.model.settings import Settings
from tests.cli.conftest import Catalog, catalog
from tests.links.behaviors import answer, redirect
from tests.links.server import Behavior, Server, Visit
from tests.links.watch import contacts

__all__ = ["catalog"]

FIRST = dt.date(2026, 5, 1)
STATE = ".catalog-links.json"
CONTOSO, FABRIKAM = "5/7", "4/7"  # the shards of the two hosts
POLICY = VisitPolicy(seconds=60, try_seconds=30, tries=2, backoff=0.01, pause=0, workers=4)


class World:
    """The hosts of the small catalog; tests change what they answer from day to day."""

    def __init__(self) -> None:
        self.contoso = answer("200 OK", body="<h1>Contoso")
        self.fabrikam = answer("200 OK", body="<h1>Fabrikam")
        # Looked up at each request, because tests replace them.
        hosts: dict[str, Behavior] = {
            "www.contoso.com": lambda visit: self.contoso(visit),  # noqa: PLW0108 - as said above
            "www.fabrikam.com": lambda visit: self.fabrikam(visit),  # noqa: PLW0108 - as said above
        }
        self.server = Server(hosts)


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """Both hosts, with a transport to them instead of to the internet."""
    found = World()

    def opener_for(settings: Settings) -> Opener:
        fetch = found.server.transport(agent_of(settings)).fetch
        return Opener(fetch, POLICY, RateLimit(POLICY.pause))

    monkeypatch.setattr(command, "opener_for", opener_for)
    with contacts() as report:
        with found.server:
            yield found
        for thread in threading.enumerate():
            if thread.name == THREAD_NAME:
                thread.join()
        ours = {("127.0.0.1", found.server.port), ("127.0.0.1", found.server.closed_port)}
        assert {what for event, what in report if event == "socket.connect"} <= ours


def run(catalog: Catalog, day: int, *options: str) -> Result:
    """Run the command some days after the first day."""
    moment = dt.datetime.combine(FIRST + dt.timedelta(day), dt.time(12), dt.UTC)
    return catalog.run("links", *options, SOURCE_DATE_EPOCH=str(int(moment.timestamp())))


def test_links_that_work_are_fine(catalog: Catalog, world: World) -> None:
    result = run(catalog, 0)
    assert (result.exit_code, result.stdout) == (0, "4 links: 4 ok.\n")
    assert world.server.hosts == {"www.contoso.com": 2, "www.fabrikam.com": 2}
    (agent,) = {
        request.split(b"User-Agent: ")[1].split(b"\r\n")[0] for request in world.server.requests
    }
    assert agent.decode().endswith("(Connectors)")


def test_a_page_that_is_gone_is_dead_after_a_week(catalog: Catalog, world: World) -> None:
    world.fabrikam = answer("404 Not Found")
    for day in (0, 3, 6):
        result = run(catalog, day)
        assert result.exit_code == 0
        assert "404 Not Found on" in result.stdout
    result = run(catalog, 7)
    assert result.exit_code == 1
    assert "partners/fabrikam.yaml:2:10: error CAT401 dead-link" in result.stdout
    assert "partners/fabrikam.yaml:3:10: error CAT401 dead-link" in result.stdout
    world.fabrikam = answer("200 OK")
    assert run(catalog, 8).exit_code == 0


EXCEPTION = """\
- entry: fabrikam
  rule: dead-link
  value: https://www.fabrikam.com/identity
  reason: This dead link was checked by a person on 2026-11-29.
  review_by: 2099-12-31
"""


def test_a_dead_link_that_a_person_has_checked_is_excepted(catalog: Catalog, world: World) -> None:
    catalog.write("_exceptions.yaml", EXCEPTION)
    world.fabrikam = answer("404 Not Found")
    *_, result = (run(catalog, day) for day in (0, 3, 7))
    (reported,) = re.findall(r"\S+ error CAT401 dead-link: \S+", result.stdout)
    assert reported == (
        "partners/fabrikam.yaml:3:10: error CAT401 dead-link: https://www.fabrikam.com/contact"
    )
    assert "4 links: 2 ok, 2 dead. 1 problem is excepted." in result.stdout
    issue = run(catalog, 7, "--format", "markdown").stdout
    assert "https://www.fabrikam.com/contact" in issue
    assert "https://www.fabrikam.com/identity" not in issue
    facts = json.loads(run(catalog, 7, "--format", "json").stdout)
    assert facts["summary"]["excepted"] == 1


def test_an_exception_is_unneeded_once_the_link_works(catalog: Catalog, world: World) -> None:
    catalog.write("_exceptions.yaml", EXCEPTION)
    world.fabrikam = answer("404 Not Found")
    assert "CAT213" not in run(catalog, 0).stdout
    world.fabrikam = answer("200 OK")
    result = run(catalog, 1)
    assert "partners/_exceptions.yaml:3:10: warning CAT213 unneeded-exception" in result.stdout
    assert result.exit_code == 0
    assert "CAT213" not in catalog.run("check").stdout


@pytest.mark.parametrize(("grade", "code"), [("warning", 0), ("ignore", 0), ("error", 1)])
def test_the_catalog_grades_what_links_report(
    catalog: Catalog, world: World, grade: str, code: int
) -> None:
    settings = f"plugins:\n  - catalog:\n      rules: {{dead-link: {grade}}}\n"
    (catalog.root / "mkdocs.yml").write_text(settings)
    world.fabrikam = answer("404 Not Found")
    *_, result = (run(catalog, day) for day in (0, 3, 7))
    assert result.exit_code == code
    assert (f"{grade} CAT401 dead-link" in result.stdout) is (grade != "ignore")


def test_a_domain_that_changed_hands_is_reported_although_it_answers(
    catalog: Catalog, world: World
) -> None:
    run(catalog, 0)
    world.contoso = answer("200 OK", body="<h1>contoso.com is for sale")
    world.fabrikam = redirect("https://www.contoso.com/")
    result = run(catalog, 7)
    assert result.exit_code == 0
    assert result.stdout.count("warning CAT403 lost-name") == 4
    assert result.stdout.count("warning CAT402 moved-link") == 2


def test_the_check_never_opens_a_link(catalog: Catalog, world: World) -> None:
    world.contoso = answer("404 Not Found")
    for day in (0, 3, 7):
        run(catalog, day)
    before = len(world.server.requests)
    result = catalog.run("check")
    assert (result.exit_code, len(world.server.requests)) == (0, before)
    assert "CAT4" not in result.stdout


def test_what_worked_today_is_not_opened_again(catalog: Catalog, world: World) -> None:
    world.fabrikam = answer("403 Forbidden")
    run(catalog, 0)
    run(catalog, 0)
    assert world.server.hosts == {"www.contoso.com": 2, "www.fabrikam.com": 4}
    run(catalog, 1)
    assert world.server.hosts["www.contoso.com"] == 4


def test_a_shard_opens_its_hosts_and_reports_all(catalog: Catalog, world: World) -> None:
    opened = []
    for number in (1, 2):
        result = run(catalog, 0, "--shard", f"{number}/2")
        opened.append(sum(world.server.hosts.values()))
        assert result.stdout.startswith("4 links: ")
    assert sorted([opened[0], opened[1] - opened[0]]) in ([0, 4], [2, 2])
    assert "4 ok" in result.stdout


def test_shards_that_run_at_the_same_time_keep_the_results_of_each_other(
    catalog: Catalog, world: World
) -> None:
    run(catalog, 0, "--shard", FABRIKAM)
    learned = (catalog.root / STATE).read_bytes()
    (catalog.root / STATE).unlink()

    def meanwhile(visit: Visit) -> None:
        (catalog.root / STATE).write_bytes(learned)
        answer("200 OK")(visit)

    world.contoso = meanwhile
    assert run(catalog, 0, "--shard", CONTOSO).stdout == "4 links: 4 ok.\n"
    assert world.server.hosts == {"www.contoso.com": 2, "www.fabrikam.com": 2}


@pytest.mark.parametrize("shard", ["0/2", "3/2", "1", "1/", "a/b", "1/99999", "-1/2", "²/2"])
def test_an_invalid_shard_is_explained(catalog: Catalog, shard: str) -> None:
    result = catalog.run("links", f"--shard={shard}")
    assert result.exit_code == 2
    assert "is not a part of the hosts. Write it like 2/7." in result.stderr


def test_equal_runs_save_equal_bytes(catalog: Catalog, world: World) -> None:
    run(catalog, 0)
    first = (catalog.root / STATE).read_bytes()
    (catalog.root / STATE).unlink()
    run(catalog, 0)
    assert (catalog.root / STATE).read_bytes() == first
    assert world.server.hosts["www.contoso.com"] == 4


def test_a_stopped_run_saves_its_results(catalog: Catalog, world: World) -> None:
    main = threading.main_thread().ident
    assert main

    def stop(visit: Visit) -> None:
        while world.server.hosts["www.fabrikam.com"] < 2:
            visit.wait(0.02)
        # Time for the responses to arrive, so that there is something to save.
        visit.wait(0.5)
        signal.pthread_kill(main, signal.SIGINT)
        visit.wait(5)

    world.contoso = stop
    result = run(catalog, 0)
    assert result.exit_code == 130
    stopped = re.search(
        r"Stopped after ([12]) of 4 links. The results so far are saved.", result.stderr
    )
    assert stopped
    kept = json.loads((catalog.root / STATE).read_text(encoding="utf-8"))["links"]
    assert len(kept) == int(stopped[1])
    world.contoso = answer("200 OK")
    before = world.server.hosts["www.fabrikam.com"]
    assert run(catalog, 0).stdout == "4 links: 4 ok.\n"
    assert world.server.hosts["www.fabrikam.com"] == before + 2 - len(kept)


def test_nothing_is_recorded_when_our_network_is_down(catalog: Catalog, world: World) -> None:
    catalog.write(
        "third.yaml",
        (catalog.root / "partners/contoso.yaml").read_text().replace("ontoso", "ontoso-3"),
    )
    for name in ("www.contoso.com", "www.fabrikam.com", "www.contoso-3.com"):
        world.server.addresses = {**world.server.addresses, name: ()}
    result = run(catalog, 0)
    assert result.exit_code == 2
    assert "None of 6 links could be reached." in result.stderr
    assert "Check the network connection of this machine." in result.stderr
    assert not (catalog.root / STATE).exists()


def test_an_invalid_state_file_is_renamed(catalog: Catalog, world: World) -> None:
    path = catalog.root / STATE
    path.write_text("{]", encoding="utf-8")
    result = run(catalog, 0)
    assert result.exit_code == 0
    assert "Warning: .catalog-links.json can't be used." in result.stderr
    assert "the history of the links starts over" in result.stderr
    assert (catalog.root / ".catalog-links.broken.json").read_text(encoding="utf-8") == "{]"
    assert json.loads(path.read_text(encoding="utf-8"))["links"]
    assert world.server.requests
    assert "Warning" not in run(catalog, 1).stderr


def test_a_named_file_that_is_not_a_state_file_stays_as_it_is(
    catalog: Catalog, world: World
) -> None:
    path = catalog.root / "mkdocs.yml"
    before = path.read_bytes()
    result = run(catalog, 0, "--state", str(path))
    assert result.exit_code == 2
    assert "can't be used" in result.stderr
    assert "delete this one to start over" in result.stderr
    assert path.read_bytes() == before
    assert not world.server.requests


def test_a_state_that_cannot_be_written_is_explained(
    catalog: Catalog, world: World, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = run(catalog, 0, "--state", str(tmp_path / "file" / "state.json"))
    assert result.exit_code == 2
    assert "couldn't be written" in result.stderr
    assert world.server.requests


def test_another_state_file_can_be_named(catalog: Catalog, world: World) -> None:
    result = run(catalog, 0, "--state", "kept/state.json", "--format", "json")
    assert json.loads(result.stdout)["summary"]["ok"] == 4
    kept = json.loads((catalog.root / "kept/state.json").read_text(encoding="utf-8"))
    assert len(kept["links"]) == 4
    assert not (catalog.root / STATE).exists()
    assert world.server.requests
