"""Headers and pages are read as browsers read them, and never take long."""

import datetime as dt
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from catalog_tool.links import agent_of
from catalog_tool.links.page import names_on, page_text, refresh_target
from catalog_tool.links.retry_after import LONGEST_SECONDS, seconds_asked_for
from catalog_tool.links.target import Target, UnsafeTargetError, redirect_target, target_of
from catalog_tool.links.tokens import Tag, tokens_of
from catalog_tool.links.transport import MOST_BYTES, Response
from catalog_tool.model.settings import Settings

# What decides where a tag or a comment begins and ends.
PARTS = (
    *"<meta <META <b </b <!-- <!--> --> --!> <! <? </ < > / \" ' = a a=1 a=\" a=' b=x x".split(),
    *"&amp; &#38; &amp &ampx &amp= &copy; <script> </script> </script/ <style> </style>".split(),
    *"<title> </title> <textarea> </textarea>".split(),
    " ",
    "\t",
)
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
        # What browsers follow, and what they don't.
        ("<meta http-equiv=refresh content=0;url=/x>", "/x"),
        ("<meta http-equiv=refresh content=0;URL='/x'>", "/x"),
        ('<meta/http-equiv="refresh"/content=0;/x>', "/x"),
        ('<meta data-x="a > b" http-equiv="refresh" content="0;url=/x">', "/x"),
        ("<meta data-x='>' http-equiv=refresh content='0;url=/x'>", "/x"),
        ('<meta http-equiv="&#114;efresh" content="0;&#x75;rl=/x">', "/x"),
        ('<meta http-equiv="refresh" content="0&semi;url&equals;&quot;/x&quot;">', "/x"),
        ('<meta http-equiv="refresh" content="0;url=/?a=b&copy=c&notx">', "/?a=b&copy=c&notx"),
        ('<meta http-equiv="refresh" content="0;url=/a b">', "/a b"),
        ("<meta http-equiv='refresh' content='\n 000.75 , /x '>", "/x"),
        ('<meta http-equiv="refresh" content="0 url=/x">', "/x"),
        ('<meta http-equiv="refresh" content="0;urls/x">', "urls/x"),
        ('<meta http-equiv="refresh" content=".5;url=/x">', "/x"),
        ('<meta http-equiv="refresh" content=";url=/x">', ""),
        ('<meta http-equiv="refresh" content="0x;url=/x">', ""),
        ('<meta http-equiv="refresh" content="10;url=/x">', ""),
        ('<meta http-equiv="refresh" http-equiv="x" content="0;url=/x">', "/x"),
        ('<meta http-equiv="x" http-equiv="refresh" content="0;url=/x">', ""),
        ('<base href="/d/"><meta http-equiv="refresh" content="0;url=x">', "/d/x"),
        ('<base href="/d/"><meta http-equiv="refresh" content="0;//x.com">', "//x.com"),
        ('<!-- <meta http-equiv="refresh" content="0;url=/x"> -->', ""),
        ('<!--><meta http-equiv="refresh" content="0;url=/x"> -->', "/x"),
        ('<!-- --!><meta http-equiv="refresh" content="0;url=/x"> -->', "/x"),
        ('<!-- <meta http-equiv="refresh" content="0;url=/x">', ""),
        ('<!doctype "<meta http-equiv="refresh" content="0;url=/x">', ""),
        ('<script>"<meta http-equiv=refresh content=0;/x>"</script>', ""),
        ("<title><meta http-equiv=refresh content=0;/x></title>", ""),
        ("<noscript><meta http-equiv=refresh content=0;/x></noscript>", ""),
        ("<template><meta http-equiv=refresh content=0;/x></template>", ""),
        ("<script></script ><meta http-equiv=refresh content=0;/x>", "/x"),
        ('<meta http-equiv="refresh" content="0;url=/x', ""),
        ('<a title="<meta http-equiv=refresh content=0;/x>">', ""),
    ],
)
def test_where_a_page_redirects(page: str, address: str) -> None:
    assert refresh_target(page) == address


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_tags_are_where_a_browser_sees_them(page: str) -> None:
    seen = [
        tag.attributes for tag in tokens_of(page) if isinstance(tag, Tag) and tag.name == "meta"
    ]
    tree = LexborHTMLParser(f"<!doctype html><body>{page}")
    assert seen == [
        {name: value or "" for name, value in meta.attributes.items()} for meta in tree.css("meta")
    ]


def test_a_base_hides_no_host_that_only_browsers_see() -> None:
    with pytest.raises(UnsafeTargetError, match="ambiguous"):
        refresh_target('<base href="/d/"><meta http-equiv=refresh content=0;///x.com>')


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
        ("<!-- <b>Aquera</b> -->", "Aquera", False),
        ("<p>it was april</p>", "SAP", False),
        ("<p>check your inbox</p>", "Box", False),
        ("<p>read the laws</p>", "AWS", False),
        ("<p>visa or mastercard; slots please</p>", "S&P", False),
        ("<p>the last icon; sad obelisk</p>", "Elastic", False),
        ("<p>sad obelisk</p>", "Adobe", False),
        ("<td>was</td><td>ap</td>", "SAP", False),
        ("<li>SAP</li><li>Oracle</li>", "SAP", True),
        ("SAP's gateway", "SAP", True),
        ("SAP™ and Box®", "SAP", True),
        ("SAP™ and Box®", "Box", True),
        ("A report by S&amp;P Global", "S&P", True),
        ("UNIFYSolutions", "UNIFY Solutions", True),
        ("Contosoの製品", "Contoso", True),
        ("日本の株式会社の製品", "株式会社", True),
        ("SAP는 크다", "SAP", True),
    ],
)
def test_a_name_is_found_in_any_spelling_of_its_words(
    page: str, name: str, *, is_there: bool
) -> None:
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
        "<!--",
        "<a b='",
        "<a b=c ",
        "<script>",
        "</script",
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
