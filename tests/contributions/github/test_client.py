"""The client retries if that helps, and sends the token to no other host."""

from contextlib import suppress

import pytest

from catalog_tool.contributions.github import Forge
from catalog_tool.contributions.github.client import ForgeError
from tests.contributions.github.server import REPOSITORY, TOKEN, GitHub

COMMENTS = "issues/7/comments"


def test_a_list_of_several_pages_is_one_list(forge: Forge, github: GitHub) -> None:
    for number in range(7):
        github.comment(7, "anna", f"comment {number}")
    bodies = [comment["body"] for comment in forge.pages(COMMENTS)]
    assert bodies == [f"comment {number}" for number in range(7)]


@pytest.mark.parametrize(
    ("status", "headers", "pause"),
    [
        (429, {}, 60),
        (429, {"Retry-After": "7"}, 7),
        (403, {"Retry-After": "7"}, 7),
        (403, {"Retry-After": "999999"}, 60),
        (403, {"Retry-After": "-5"}, 60),
        (403, {"X-RateLimit-Remaining": "0"}, 60),
        (500, {}, 2),
        (503, {}, 2),
    ],
)
def test_a_busy_server_is_asked_again(
    github: GitHub, status: int, headers: dict[str, str], pause: float
) -> None:
    pauses: list[float] = []
    forge = Forge(github.url, REPOSITORY, TOKEN, sleep=pauses.append)
    github.refusals = [(status, headers)]
    assert forge.ask("GET", COMMENTS) == []
    assert pauses == [pause]


def test_a_server_that_stays_busy_is_not_asked_forever(forge: Forge, github: GitHub) -> None:
    github.refusals = [(503, {})] * 10
    with pytest.raises(ForgeError, match="503"):
        forge.ask("GET", COMMENTS)
    assert len(github.requests) == 4


def test_nothing_is_written_twice_because_a_server_failed(forge: Forge, github: GitHub) -> None:
    github.refusals = [(500, {})]
    with pytest.raises(ForgeError, match="500"):
        forge.ask("POST", COMMENTS, {"body": "once"})
    assert github.requests == [f"POST {COMMENTS}"]


@pytest.mark.parametrize("status", [401, 403, 404, 410, 422])
def test_a_refusal_is_final(forge: Forge, github: GitHub, status: int) -> None:
    github.refusals = [(status, {})]
    with pytest.raises(ForgeError, match=str(status)) as refused:
        forge.ask("GET", COMMENTS)
    assert refused.value.status == status
    assert len(github.requests) == 1


def test_the_reason_of_a_refusal_is_shown_and_inert(forge: Forge, github: GitHub) -> None:
    said = "Resource not accessible\x1b[2J\n::error::x" + "y" * 500
    github.reasons = [said]
    github.refusals = [(403, {})]
    with pytest.raises(ForgeError) as refused:
        forge.ask("GET", COMMENTS)
    message = str(refused.value)
    assert message.startswith(f"GitHub answered 403 to GET /api/v3/repos/{REPOSITORY}/{COMMENTS}: ")
    assert "Resource not accessible\\x1b[2J\\n::error::x" in message
    assert len(message) < 500


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_the_token_follows_no_redirect(forge: Forge, github: GitHub, status: int) -> None:
    github.refusals = [(status, {"Location": f"{github.url}/elsewhere"})]
    with pytest.raises(ForgeError, match=str(status)):
        forge.ask("GET", COMMENTS)
    assert github.requests == [f"GET {COMMENTS}"]


def test_the_token_is_not_sent_to_another_host(forge: Forge, github: GitHub) -> None:
    github.refusals = [(200, {"Link": '<http://127.0.0.1:9/steal>; rel="next"'})]
    with pytest.raises(ForgeError, match="another host"):
        list(forge.pages(COMMENTS))


def test_the_token_is_shown_nowhere(forge: Forge, github: GitHub) -> None:
    github.refusals = [(404, {})]
    with pytest.raises(ForgeError) as refused:
        forge.ask("GET", COMMENTS)
    assert TOKEN not in f"{forge!r} {refused.value!r} {refused.value.__cause__!r}"


def test_a_missing_server_is_one_sentence() -> None:
    pauses: list[float] = []
    nobody = Forge("http://127.0.0.1:9/api", REPOSITORY, TOKEN, sleep=pauses.append)
    with pytest.raises(ForgeError, match=r"didn't answer: Connection refused\."):
        nobody.ask("GET", COMMENTS)
    assert pauses == [2, 4, 8]


@pytest.mark.parametrize(("method", "times"), [("GET", 2), ("POST", 1)])
def test_a_server_that_hangs_up_is_asked_again_unless_it_may_have_written(
    forge: Forge, github: GitHub, method: str, times: int
) -> None:
    github.refusals = [(0, {})]
    with suppress(ForgeError):
        forge.ask(method, COMMENTS, {"body": "once"})
    assert github.requests == [f"{method} {COMMENTS}"] * times


def test_an_answer_that_is_not_json_is_one_sentence(forge: Forge, github: GitHub) -> None:
    github.refusals = [(200, {"Content-Length": "1"})]
    with pytest.raises(ForgeError, match="can't be read"):
        forge.ask("GET", COMMENTS)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"GITHUB_API_URL": "http://api.contoso.com"}, "https"),
        ({"GITHUB_API_URL": "file:///etc/passwd"}, "https"),
        ({"GITHUB_TOKEN": ""}, "GITHUB_TOKEN"),
        ({"GITHUB_REPOSITORY": ""}, "GITHUB_REPOSITORY"),
        ({"GITHUB_REPOSITORY": "contoso/../other/secrets"}, "owner/name"),
        ({"GITHUB_REPOSITORY": "contoso"}, "owner/name"),
    ],
)
def test_an_invalid_environment_is_explained(changed: dict[str, str], said: str) -> None:
    environment = {"GITHUB_REPOSITORY": REPOSITORY, "GITHUB_TOKEN": TOKEN}
    with pytest.raises(ForgeError, match=said):
        Forge.from_environment(environment | changed)


def test_github_com_is_the_default() -> None:
    forge = Forge.from_environment({"GITHUB_REPOSITORY": REPOSITORY, "GITHUB_TOKEN": TOKEN})
    assert (forge.api, forge.login) == ("https://api.github.com", "github-actions[bot]")
