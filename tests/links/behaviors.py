"""What servers do, and the expected result of a link to each of them."""

import datetime as dt
import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import format_datetime

from tests.links.server import CLOSED, PUBLIC, Behavior, Visit

KIB = 1024
HTML = "Content-Type: text/html; charset=utf-8\r\n"
PAGE = "<!doctype html><title>Contoso</title><h1>Contoso</h1>"


@dataclass(frozen=True)
class Case:
    """One behavior and the expected result.

    Attributes:
        name: the first label of its host.
        behavior: what the server does.
        verdict: the verdict of a visit.
        reason: text that the reason contains.
        unsafe: text about an unsafe target; ``""`` if the link has none.
        names: the names that the page shows; ``None`` if it has no readable text.
        requests: how many requests the host gets.
        addresses: the addresses that the resolver returns.
        is_endless: whether only the deadline ends it.
    """

    name: str
    behavior: Behavior
    verdict: str = "ok"
    reason: str = ""
    unsafe: str = ""
    names: frozenset[str] | None = None
    requests: int = 1
    addresses: tuple[str, ...] = (PUBLIC,)
    is_endless: bool = False

    @property
    def host(self) -> str:
        """The name of its host."""
        return f"{self.name}.contoso.com"

    @property
    def address(self) -> str:
        """The link."""
        return f"https://{self.host}/page?a=b"


SHOWN = frozenset({"Contoso"})
NONE = frozenset[str]()
TRIES = 2


def answer(status: str, headers: str = HTML, body: str | bytes = PAGE) -> Behavior:
    """Return a behavior that sends one plain response."""
    content = body.encode() if isinstance(body, str) else body

    def behave(visit: Visit) -> None:
        length = f"Content-Length: {len(content)}\r\n"
        visit.say(f"HTTP/1.1 {status}\r\n{headers}{length}\r\n".encode() + content)

    return behave


def raw(text: str | bytes) -> Behavior:
    """Return a behavior that sends a text and closes."""
    return lambda visit: visit.say(text)


def redirect(location: str, status: int = 302) -> Behavior:
    """Return a behavior that redirects until ``/there`` is requested."""

    def behave(visit: Visit) -> None:
        if visit.path == "/there":
            answer("200 OK")(visit)
        else:
            visit.say(f"HTTP/1.1 {status} Elsewhere\r\nLocation: {location}\r\n\r\n")

    return behave


def drip(start: str, part: str | bytes) -> Behavior:
    """Return a behavior that keeps sending a little, forever."""

    def behave(visit: Visit) -> None:
        visit.say(start)
        while not visit.over.wait(0.05):
            visit.say(part)

    return behave


def flood(start: str, part: str | bytes) -> Behavior:
    """Return a behavior that sends more than is ever read."""

    def behave(visit: Visit) -> None:
        visit.say(start)
        content = part.encode() if isinstance(part, str) else part
        for _ in range(64 * KIB * KIB // len(content)):
            visit.say(content)

    return behave


def in_turn(*behaviors: Behavior) -> Behavior:
    """Return a behavior that differs from request to request; the last one is repeated."""
    return lambda visit: behaviors[min(visit.number, len(behaviors)) - 1](visit)


def reset(visit: Visit) -> None:
    """Reset the connection without a response."""
    visit.reset()


def reset_inside(visit: Visit) -> None:
    """Reset the connection inside a page."""
    visit.say(f"HTTP/1.1 200 OK\r\n{HTML}Content-Length: 9999\r\n\r\n{PAGE}{' ' * KIB}")
    visit.wait(0.5)
    visit.reset()


def nothing(_visit: Visit) -> None:
    """Close the connection without a response."""


def silence(visit: Visit) -> None:
    """Keep the connection open without a response."""
    visit.wait()


def silence_inside(visit: Visit) -> None:
    """Start a page, and then send nothing."""
    visit.say(f"HTTP/1.1 200 OK\r\n{HTML}Content-Length: 9999\r\n\r\n{PAGE}{' ' * KIB}")
    visit.wait()


def open_end(visit: Visit) -> None:
    """Send the whole page, and keep the connection open although asked to close it."""
    answer("200 OK")(visit)
    visit.wait(2)


def chunked(*chunks: str) -> str:
    """Return a response with these chunks."""
    return f"HTTP/1.1 200 OK\r\n{HTML}Transfer-Encoding: chunked\r\n\r\n{''.join(chunks)}"


def refresh(where: str) -> str:
    """Return a page that redirects with a ``meta`` element."""
    return f'<meta http-equiv="Refresh" content="0; url={where}"><p>Contoso'


def _dates() -> Iterator[str]:
    now = dt.datetime.now(dt.UTC)
    yield format_datetime(now - dt.timedelta(days=1), usegmt=True)
    yield format_datetime(now + dt.timedelta(days=400), usegmt=True)


YESTERDAY, NEXT_YEAR = _dates()
PLAIN = "Content-Type: text/plain\r\n"
BOMB = gzip.compress(b"\0" * 20 * KIB * KIB)

PAGES = (
    Case("page", answer("200 OK"), names=SHOWN),
    Case("page-of-another", answer("200 OK", body="<h1>Casino</h1>"), names=NONE),
    Case("domain-for-sale", answer("200 OK", body="<h1>contoso.com is for sale"), names=NONE),
    Case(
        "name-in-markup", answer("200 OK", body="<a href='/contoso' title='Contoso'>x"), names=NONE
    ),
    Case("name-in-capitals", answer("200 OK", body="<b>C</b>ON&shy;TOSO"), names=SHOWN),
    Case("created", answer("201 Created"), names=SHOWN),
    Case("no-content", raw("HTTP/1.1 204 No Content\r\n\r\n")),
    Case("partial", answer("206 Partial Content"), names=SHOWN),
    Case("old-protocol", raw(f"HTTP/1.0 200 OK\r\n{HTML}\r\n{PAGE}"), names=SHOWN),
    Case("no-length", raw(f"HTTP/1.1 200 OK\r\n{HTML}\r\n{PAGE}"), names=SHOWN),
    Case("chunks", raw(chunked(f"{len(PAGE):x}\r\n{PAGE}\r\n0\r\n\r\n")), names=SHOWN),
    Case("chunks-of-nonsense", raw(chunked("zzz\r\nhello"))),
    Case("chunk-of-a-terabyte", raw(chunked(f"ffffffffff\r\n{PAGE}")), names=None),
    Case("negative-chunk", raw(chunked(f"-5\r\n{PAGE}")), names=None),
    Case(
        "early-end",
        raw(f"HTTP/1.1 200 OK\r\n{HTML}Content-Length: 9999\r\n\r\n{PAGE}"),
        names=SHOWN,
    ),
    Case(
        "length-of-nonsense",
        raw(f"HTTP/1.1 200 OK\r\n{HTML}Content-Length: x\r\n\r\n{PAGE}"),
        names=SHOWN,
    ),
    Case(
        "negative-length",
        raw(f"HTTP/1.1 200 OK\r\n{HTML}Content-Length: -1\r\n\r\n{PAGE}"),
        names=SHOWN,
    ),
    Case("endless-page", flood(f"HTTP/1.1 200 OK\r\n{HTML}\r\n{PAGE}", " " * 8 * KIB), names=SHOWN),
    Case(
        "name-too-late", flood(f"HTTP/1.1 200 OK\r\n{HTML}\r\n{'-' * 64 * KIB}", PAGE), names=NONE
    ),
    Case(
        "packed",
        answer("200 OK", f"{HTML}Content-Encoding: gzip\r\n", gzip.compress(PAGE.encode())),
    ),
    Case("packed-bomb", answer("200 OK", f"{HTML}Content-Encoding: gzip\r\n", BOMB)),
    Case("unknown-encoding", answer("200 OK", f"{HTML}Content-Encoding: br\r\n", b"\x8b\x02\x80")),
    Case("picture", answer("200 OK", "Content-Type: image/png\r\n", b"\x89PNG\r\n\x1a\nContoso")),
    Case("text", answer("200 OK", PLAIN, "Contoso"), names=SHOWN),
    Case("without-a-type", answer("200 OK", "", PAGE), names=SHOWN),
    Case("zero-bytes", answer("200 OK", HTML, b"\0Con\0toso\0"), names=SHOWN),
    Case(
        "latin-1",
        answer(
            "200 OK", "Content-Type: text/html; charset=iso-8859-1\r\n", b"Cont\xf6s\xf6 Contoso"
        ),
        names=SHOWN,
    ),
    Case("not-utf-8", answer("200 OK", HTML, b"\xff\xfe\xfd Contoso"), names=SHOWN),
    Case(
        "codec-that-is-none",
        answer("200 OK", "Content-Type: text/html; charset=zlib_codec\r\n", b"\xff Contoso"),
        names=SHOWN,
    ),
    Case("piles-of-marks", answer("200 OK", HTML, f"Contoso{'̖̀' * 12 * KIB}"), names=SHOWN),
    Case("nested-tags", answer("200 OK", HTML, f"Contoso{'<' * 50 * KIB}"), names=SHOWN),
    Case("empty", answer("200 OK", HTML, "")),
    Case(
        "early-hints",
        raw(f"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\n{HTML}\r\n{PAGE}"),
        names=SHOWN,
    ),
    Case("end-in-the-head", raw("HTTP/1.1 200 OK\r\nContent-Ty")),
    Case("reset-inside", reset_inside, names=SHOWN),
    Case("open-end", open_end, names=SHOWN),
    Case("silence-inside", silence_inside, names=SHOWN, is_endless=True),
    Case(
        "drip-inside",
        drip(f"HTTP/1.1 200 OK\r\n{HTML}\r\n{PAGE}{' ' * KIB}", " "),
        names=SHOWN,
        is_endless=True,
    ),
    Case(
        "cookies", answer("200 OK", f"{HTML}Set-Cookie: a=b; Domain=contoso.com\r\n"), names=SHOWN
    ),
    Case("many-cookies", answer("200 OK", HTML + "Set-Cookie: a=b; Path=/\r\n" * 150), names=SHOWN),
    Case("command-in-a-header", answer("200 OK", f"{HTML}X: \x1b[31m::error::\r\n"), names=SHOWN),
    Case("second-address", answer("200 OK"), names=SHOWN, addresses=(CLOSED, PUBLIC)),
)

ANSWERS = (
    Case("not-modified", raw("HTTP/1.1 304 Not Modified\r\n\r\n"), "unknown", "304 Not Modified"),
    Case("sign-in", answer("401 Unauthorized", "WWW-Authenticate: Basic\r\n"), "unknown", "401"),
    Case("forbidden", answer("403 Forbidden"), "unknown", "403 Forbidden"),
    Case("not-found", answer("404 Not Found"), "failed", "404 Not Found"),
    Case("gone", answer("410 Gone"), "failed", "410 Gone"),
    Case("teapot", answer("418 I'm a teapot"), "unknown", "418"),
    Case("status-of-its-own", answer("999 Request denied"), "unknown", "999"),
    Case("phrase-of-its-own", answer("404 <b>@everyone</b>"), "failed", "404 Not Found"),
    Case("too-many", answer("429 Too Many"), "unknown", "429", requests=TRIES),
    Case(
        "too-many-for-now",
        in_turn(answer("429 x", "Retry-After: 0\r\n"), answer("200 OK")),
        names=SHOWN,
        requests=2,
    ),
    Case(
        "wait-a-second",
        in_turn(answer("429 x", "Retry-After: 1\r\n"), answer("200 OK")),
        names=SHOWN,
        requests=2,
    ),
    Case("wait-an-hour", answer("429 x", "Retry-After: 3600\r\n"), "unknown", "429"),
    Case("wait-for-ever", answer("429 x", f"Retry-After: {'9' * 400}\r\n"), "unknown", "429"),
    Case(
        "wait-less-than-nothing",
        answer("429 x", "Retry-After: -5\r\n"),
        "unknown",
        "429",
        requests=TRIES,
    ),
    Case(
        "wait-until-yesterday",
        answer("503 x", f"Retry-After: {YESTERDAY}\r\n"),
        "unknown",
        "503",
        requests=TRIES,
    ),
    Case(
        "wait-until-next-year", answer("503 x", f"Retry-After: {NEXT_YEAR}\r\n"), "unknown", "503"
    ),
    Case(
        "wait-until-nonsense",
        answer("503 x", "Retry-After: soon ²\r\n"),
        "unknown",
        "503",
        requests=TRIES,
    ),
    Case("broken", answer("500 Internal Server Error"), "unknown", "500", requests=TRIES),
    Case("broken-for-now", in_turn(answer("503 x"), answer("200 OK")), names=SHOWN, requests=2),
    Case("reset-for-now", in_turn(reset, answer("200 OK")), names=SHOWN, requests=2),
    Case("not-built", answer("501 Not Implemented"), "unknown", "501"),
)

NO_ANSWERS = (
    Case("no-such-host", nothing, "failed", "the host doesn't exist", requests=0, addresses=()),
    Case("closed", nothing, "unknown", "no connection", requests=0, addresses=(CLOSED,)),
    Case("nothing", nothing, "unknown", "no connection", requests=TRIES),
    Case("reset", reset, "unknown", "no connection", requests=TRIES),
    Case(
        "another-protocol",
        raw("SSH-2.0-OpenSSH_9.9\r\n"),
        "unknown",
        "not valid HTTP",
        requests=TRIES,
    ),
    Case("zeroes", raw(b"\0" * KIB), "unknown", "not valid HTTP", requests=TRIES),
    Case(
        "status-of-nonsense",
        raw("HTTP/1.1 abc\r\n\r\n"),
        "unknown",
        "not valid HTTP",
        requests=TRIES,
    ),
    Case("huge-header", flood("HTTP/1.1 200 OK\r\nX: ", "x" * 8 * KIB), "unknown", requests=TRIES),
    Case(
        "endless-headers",
        flood("HTTP/1.1 200 OK\r\n", "X: y\r\n" * 100),
        "unknown",
        "not valid HTTP",
        requests=TRIES,
    ),
    Case(
        "few-huge-headers",
        flood("HTTP/1.1 200 OK\r\n", f"X: {'y' * 20 * KIB}\r\n"),
        "unknown",
        requests=TRIES,
    ),
    Case(
        "interim-for-ever",
        flood("", "HTTP/1.1 102 Processing\r\n\r\n"),
        "unknown",
        "interim",
        requests=TRIES,
    ),
    Case(
        "continue-for-ever", flood("", "HTTP/1.1 100 Continue\r\n\r\n"), "unknown", requests=TRIES
    ),
    Case("silence", silence, "unknown", "in time", is_endless=True),
    Case(
        "drip-in-the-head", drip("HTTP/1.1 200 OK\r\n", "X"), "unknown", "in time", is_endless=True
    ),
    Case("drip-of-the-first-line", drip("", "H"), "unknown", "in time", is_endless=True),
    Case("expired", answer("200 OK"), "unknown", "certificate has expired", requests=0),
    Case("wrong-name", answer("200 OK"), "unknown", "certificate", requests=0),
    Case("stranger", answer("200 OK"), "unknown", "certificate", requests=0),
)

REDIRECTS = (
    Case(
        "moved-for-good",
        redirect("https://moved-for-good.contoso.com/there", 301),
        names=SHOWN,
        requests=2,
    ),
    Case("relative", redirect("/there", 307), names=SHOWN, requests=2),
    Case("relative-path", redirect("there", 308), names=SHOWN, requests=2),
    Case("same-scheme", redirect("//same-scheme.contoso.com/there", 303), names=SHOWN, requests=2),
    Case(
        "https-port", redirect("https://https-port.contoso.com:443/there"), names=SHOWN, requests=2
    ),
    Case(
        "by-the-page",
        in_turn(answer("200 OK", body=refresh("/there")), answer("200 OK")),
        names=SHOWN,
        requests=2,
    ),
    Case(
        "by-the-header",
        in_turn(answer("200 OK", "Refresh: 0; url=/there\r\n", "x"), answer("200 OK")),
        names=SHOWN,
        requests=2,
    ),
    Case(
        "by-the-header-of-a-picture",
        in_turn(
            answer("200 OK", "Content-Type: image/png\r\nRefresh: 0;/there\r\n", "x"),
            answer("200 OK"),
        ),
        names=SHOWN,
        requests=2,
    ),
    Case(
        "header-to-inside",
        answer("200 OK", f"{HTML}Refresh: 1;URL='https://inside.fabrikam.com/'\r\n"),
        "unknown",
        unsafe="private",
    ),
    Case("reload-by-the-header", answer("200 OK", f"{HTML}Refresh: 5\r\n"), names=SHOWN),
    Case(
        "reload-now-and-then",
        answer("200 OK", body=refresh("/").replace("0;", "300;")),
        names=SHOWN,
    ),
    Case("round-and-round", redirect("/page?a=b"), "unknown", "redirects", requests=6),
    Case(
        "further-and-further",
        lambda visit: redirect(f"{visit.path}x")(visit),
        "unknown",
        "redirects",
        requests=6,
    ),
    Case("nowhere", raw("HTTP/1.1 301 Moved\r\n\r\n"), "unknown", "without a target"),
    Case("to-http", redirect("http://to-http.contoso.com/there"), "unknown", unsafe="http:"),
    Case("to-a-file", redirect("file:///etc/passwd"), "unknown", unsafe="file:"),
    Case("to-a-script", redirect("javascript:alert(1)"), "unknown", unsafe="javascript:"),
    Case("to-text", redirect("data:text/html,Contoso"), "unknown", unsafe="data:"),
    Case("to-gopher", redirect("gopher://contoso.com/"), "unknown", unsafe="gopher:"),
    Case("to-many-slashes", redirect("https:///contoso.com/"), "unknown", unsafe="ambiguous"),
    Case("to-a-port", redirect("https://contoso.com:22/"), "unknown", unsafe="port"),
    Case("to-a-user", redirect("https://a:b@contoso.com/"), "unknown", unsafe="user name"),
    Case("to-loopback", redirect("https://127.0.0.1/"), "unknown", unsafe="public name"),
    Case("to-loopback-6", redirect("https://[::1]/"), "unknown", unsafe="public name"),
    Case("to-a-number", redirect("https://2130706433/"), "unknown", unsafe="public name"),
    Case("to-localhost", redirect("https://localhost/"), "unknown", unsafe="public name"),
    Case(
        "to-metadata",
        redirect("https://169.254.169.254/latest/meta-data/"),
        "unknown",
        unsafe="public name",
    ),
    Case("to-full-width", redirect("https://①②⑦.0.0.1/"), "unknown", unsafe="public name"),
    Case("to-a-backslash", redirect("https:\\\\\\\\contoso.com"), "unknown", unsafe="ambiguous"),
    Case("to-a-long-address", redirect(f"/{'x' * 5000}"), "unknown", unsafe="overlong"),
    Case("to-brackets", redirect("https://[x"), "unknown", unsafe="an invalid address"),
    Case("to-a-name-inside", redirect("https://inside.fabrikam.com/"), "unknown", unsafe="private"),
    Case(
        "page-to-inside",
        answer("200 OK", body=refresh("https://inside.fabrikam.com/")),
        "unknown",
        unsafe="private",
    ),
    Case("international", redirect("https://bücher.com/there"), names=SHOWN),
    Case("injected-line", redirect("/there\r\n X: y"), "unknown", unsafe="ambiguous"),
)

INSIDE = {
    "inside-private": "10.0.0.1",
    "inside-loopback": "127.0.0.1",
    "inside-link-local": "169.254.169.254",
    "inside-unspecified": "0.0.0.0",  # noqa: S104 - an address that is refused
    "inside-shared": "100.64.0.1",
    "inside-multicast": "224.0.0.1",
    "inside-metadata": "fd00:ec2::254",
    "inside-loopback-6": "::1",
    "inside-mapped": "::ffff:93.184.215.14",
    "inside-nat64": "64:ff9b::5db8:d70e",
    "inside-6to4": "2002:5db8:d70e::1",
    "inside-teredo": "2001:0:5db8:d70e::1",
    "inside-zone": "fe80::1%eth0",
}
FORBIDDEN = tuple(
    Case(name, answer("200 OK"), "unknown", unsafe="outside", requests=0, addresses=addresses)
    for name, address in INSIDE.items()
    for addresses in [(PUBLIC, address)]
)

CASES = (*PAGES, *ANSWERS, *NO_ANSWERS, *REDIRECTS, *FORBIDDEN)
BEHAVIORS = {case.host: case.behavior for case in CASES} | {
    "xn--bcher-kva.com": answer("200 OK"),
    "inside.fabrikam.com": answer("200 OK"),
}
ADDRESSES = {case.host: case.addresses for case in CASES} | {"inside.fabrikam.com": ("10.0.0.1",)}
