"""Two processes find what one would find, whatever happens to the second."""

import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from catalog_tool.loader import pair
from catalog_tool.loader.configuration import load_settings
from catalog_tool.loader.pair import Pair, run_in_pair
from catalog_tool.model.settings import Settings
from catalog_tool.pipeline import build, check
from catalog_tool.site.audit import audit
from tests.test_fixtures import files_of, fixtures

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has the second process")
FIRST = os.getpid()


@pytest.fixture
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes for any number of members, on any machine."""
    monkeypatch.setattr(pair, "FEWEST", 2)
    monkeypatch.setattr(pair, "_may_fork", lambda: True)


def processes(members: list[int]) -> list[tuple[int, int]]:
    return [(each, os.getpid()) for each in members]


@pytest.mark.usefixtures("always")
@pytest.mark.parametrize("size", [2, 3, 1000])
def test_results_are_in_order_and_from_two_processes(size: int) -> None:
    def run(two: Pair) -> list[tuple[int, int]]:
        first = [*two.share(processes, [*range(size)])]
        assert [*two.share(processes, [*range(size)])] == first  # both know all results
        return [*two.share(processes, [each for each, _ in first], 0.75, is_last=True)]

    results = run_in_pair(run, size)
    assert [each for each, _ in results] == [*range(size)]
    assert len({process for _, process in results}) == 2


DEATHS: dict[str, Callable[[], object]] = {
    "it is killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "it ends": lambda: os._exit(0),
    "it raises": lambda: 1 // 0,
    "it is interrupted": lambda: signal.raise_signal(signal.SIGINT),
    "its results can't be sent": threading.Lock,
    "it never ends": signal.pause,
}


@pytest.mark.usefixtures("always")
@pytest.mark.parametrize("when", [1, 2])
@pytest.mark.parametrize("die", DEATHS.values(), ids=DEATHS)
def test_the_first_process_does_the_work_of_a_dead_one(
    die: Callable[[], object], when: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pair, "_MOST_SECONDS", 1)

    def run(two: Pair) -> list[object]:
        def work(share: list[object]) -> list[object]:
            return [die(), *share] if two.is_second and phase == when else share

        phase = 1
        first = [*two.share(work, [*range(100)])]
        phase = 2
        return [*two.share(work, first, 0.5, is_last=True)]

    assert run_in_pair(run, 100) == [*range(100)]


@pytest.mark.usefixtures("always")
def test_an_exception_is_raised_as_by_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []
    fork = os.fork

    def noting() -> int:
        started.append(fork())
        return started[-1]

    def divide(share: list[int]) -> list[int]:
        return [100 // each for each in share]

    monkeypatch.setattr(os, "fork", noting)
    with pytest.raises(ZeroDivisionError):
        run_in_pair(lambda two: two.share(divide, [1, 2, 3, 0], 0.5, is_last=True), 4)
    (second,) = started
    with pytest.raises(ChildProcessError):
        os.waitpid(second, os.WNOHANG)  # it isn't left


def test_few_members_and_other_threads_need_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("It forked"))
    assert run_in_pair(lambda two: two.share(processes, [1]), pair.FEWEST - 1) == [(1, FIRST)]
    ready = threading.Event()
    waiting = threading.Thread(target=ready.wait)
    waiting.start()
    try:
        assert run_in_pair(lambda two: two.share(processes, [1]), 10_000) == [(1, FIRST)]
    finally:
        ready.set()
        waiting.join()


def catalog_of_all_mistakes(root: Path) -> None:
    """Write a catalog with the files of all fixtures that are one file."""
    for fixture in (*fixtures("valid"), *fixtures("invalid")):
        for path, content in files_of(fixture).items() if fixture.is_file() else ():
            (root / path).parent.mkdir(exist_ok=True)
            (root / path).write_bytes(content)
    (root / "partners" / "Bad name.yaml").write_text("name: Bad name\n", encoding="utf-8")
    (root / "partners" / "folder.yaml").mkdir()


def test_all_mistakes_are_found_by_two_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog_of_all_mistakes(tmp_path)
    settings = Settings(root=tmp_path)
    plain = check(settings)
    monkeypatch.setattr(pair, "FEWEST", 2)
    monkeypatch.setattr(pair, "_may_fork", lambda: True)
    shared = check(settings)
    assert len(plain.diagnostics) > 100
    assert shared.diagnostics == plain.diagnostics
    assert (shared.paths, shared.excepted) == (plain.paths, plain.excepted)
    before, after = plain.publication.catalog, shared.publication.catalog
    assert [each.partner for each in after.entries] == [each.partner for each in before.entries]
    trees = [[each.source.root for each in both.entries] for both in (before, after)]
    assert trees[0] == trees[1]


def test_faults_of_a_site_are_found_by_two_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = load_settings(Path(__file__).parents[2] / "mkdocs.yml")
    publication = check(settings).publication
    build(publication, tmp_path / "site")
    for path in sorted((tmp_path / "site").rglob("*.html"))[::7]:
        path.write_text(path.read_text("utf-8").replace("</h1>", "<script>1</script></h1>"))
    (tmp_path / "site" / "catalog.csv").unlink()
    plain = audit(publication, tmp_path / "site")
    monkeypatch.setattr(pair, "FEWEST", 2)
    monkeypatch.setattr(pair, "_may_fork", lambda: True)
    assert len(plain) > 10
    assert audit(publication, tmp_path / "site") == plain
