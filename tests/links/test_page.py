"""Headers and pages are read as browsers read them, and never take long."""

import datetime as dt
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.links import agent_of
from catalog_tool.links.page import names_on, page_text, refresh_target
from catalog_tool.links.retry_after import LONGEST_SECONDS, seconds_asked_for
from catalog_tool.links.target import Target, UnsafeTargetError, redirect_target, target_of
from catalog_tool.links.transport import MOST_BYTES, Response
from catalog_tool.model.settings import Settings

HERE = Target("www.contoso.com", "/a/b?c=d")


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("0", 0),
        ("120", 120),
        (" 7 ", 7),
        ("9" * 4000, LONGEST_SECONDS),
        ("-1", 0),
        ("1.5", 0),
        ("²", 0),
        ("", 0),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", LONGEST_SECONDS),
        ("Fri, 99 Dec 9999 99:99:99 GMT", 0),
        ("tomorrow", 0),
    ],
)
def test_seconds_that_a_host_asks_for(header: str, seconds: float) -> None:
    assert seconds_asked_for(header) == seconds


def test_a_date_is_counted_from_now() -> None:
    moment = dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)
    assert 3_000 < seconds_asked_for(format_datetime(moment, usegmt=True)) <= 3_600


@given(st.text(st.characters(max_codepoint=255)))
def test_any_header_is_a_bounded_time(header: str) -> None:
    assert 0 <= seconds_asked_for(header) <= LONGEST_SECONDS


@pytest.mark.parametrize(
    ("location", "address"),
    [
        ("/x", "https://www.contoso.com/x"),
        ("x", "https://www.contoso.com/a/x"),
        ("?x", "https://www.contoso.com/a/b?x"),
        ("../../..", "https://www.contoso.com/"),
        ("//docs.contoso.com", "https://docs.contoso.com/"),
        ("HTTPS://DOCS.CONTOSO.COM/X#y", "https://docs.contoso.com/X"),
        ("https://bücher.com/ä ö?ü", "https://xn--bcher-kva.com/%C3%A4%20%C3%B6?%C3%BC"),
        ("/%41%zz", "https://www.contoso.com/%41%zz"),
        ("https://bit.ly/x?token=y", "https://bit.ly/x?token=y"),
        ("https:/docs.contoso.com", "https://www.contoso.com/docs.contoso.com"),
    ],
)
def test_where_a_redirect_leads(location: str, address: str) -> None:
    assert redirect_target(HERE, location).address == address


@pytest.mark.parametrize("location", ["///x.com", "////x.com", "https:///x.com", " HTTPS:////x"])
def test_a_host_that_only_browsers_see_is_refused(location: str) -> None:
    with pytest.raises(UnsafeTargetError, match="ambiguous"):
        redirect_target(HERE, location)


@given(st.text(max_size=60))
def test_any_redirect_leads_to_a_plain_address_or_is_refused(location: str) -> None:
    try:
        target = redirect_target(HERE, location)
    except UnsafeTargetError:
        return
    assert target.address.isascii()
    assert target.address.isprintable()
    assert " " not in target.address
    assert target_of(target.address) == target


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ('<meta http-equiv="refresh" content="0;url=/x">', "/x"),
        ("<META HTTP-EQUIV=refresh CONTENT='3; URL=\"/x\"'>", "/x"),
        ('<meta content="0;https://fabrikam.com/" http-equiv="refresh">', "https://fabrikam.com/"),
        ('<meta http-equiv="refresh" content="0;url=/a&amp;b">', "/a&b"),
        ('<meta http-equiv="refresh" content="600;url=/x">', ""),
        ('<meta http-equiv="refresh" content="5">', ""),
        ('<meta name="refresh" content="0;url=/x">', ""),
        ("no meta at all", ""),
    ],
)
def test_where_a_page_redirects(page: str, address: str) -> None:
    assert refresh_target(page) == address


@pytest.mark.parametrize(
    ("page", "name", "is_there"),
    [
        ("<h1>UNIFY  Solutions</h1>", "UNIFY Solutions", True),
        ("<b>Uni</b>fy-solutions", "UNIFY Solutions", True),
        ("Z&uuml;rich Identit&eacute;", "Zürich Identité", True),
        ("Zu\u0308rich", "Zürich", True),
        ("नमस्ते दुनिया", "नमस्ते", True),
        ("www.aquera.com is for sale", "Aquera", False),
        ('<a href="https://x.com/aquera" title="Aquera">', "Aquera", False),
        ("<img alt='Aquera", "Aquera", False),
        ('<script>var name = "Aquera"</script>', "Aquera", True),
    ],
)
def test_a_name_is_found_in_any_spelling(page: str, name: str, *, is_there: bool) -> None:
    assert bool(names_on(page, [name])) is is_there


@pytest.mark.parametrize(
    "part",
    [
        "a",
        "-",
        ".a",
        "a.",
        "<",
        "<meta ",
        "<meta content=",
        "&#x",
        "&amp",
        "\u0300",
        "\ufdfa",
        " ",
        "=",
        '"',
    ],
)
def test_no_page_takes_quadratic_time(part: str) -> None:
    """Quadratic time would be many minutes, so the test only has to end."""
    page = (part * MOST_BYTES)[: MOST_BYTES * 8]
    assert names_on(page, ["Contoso"]) == frozenset()
    assert refresh_target(page) == ""
    assert refresh_target(f'<meta http-equiv=refresh content="{page}">') in {"", page}


@given(st.binary(max_size=200), st.text(max_size=40))
def test_any_bytes_of_any_type_are_text_or_none(body: bytes, kind: str) -> None:
    response = Response(200, {"content-type": f"text/html; charset={kind}"}, body)
    assert (page_text(response) is None) is (not body)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            {"title": "Our partners", "repository": "https://github.com/contoso/catalog"},
            "(Our partners; +https://github.com/contoso/catalog)",
        ),
        (
            {"title": "Our partners", "site_url": "https://contoso.com/p/"},
            "(Our partners; +https://contoso.com/p/)",
        ),
        ({"title": "Näher (\r\nX: y)"}, "(N her X: y)"),
    ],
)
def test_the_user_agent_is_plain_ascii(
    settings: dict[str, str], said: str, tmp_path: object
) -> None:
    agent = agent_of(Settings.model_validate({"root": str(tmp_path), **settings}))
    assert agent.startswith("partner-catalog/")
    assert agent.partition(" ")[2] == said
