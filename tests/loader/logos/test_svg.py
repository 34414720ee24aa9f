"""SVG files of strangers: a hundred that aren't only pictures, and honest ones of many programs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.loader.logos.svg import MAX_BYTES, svg_problem

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def logo(inside: str, attributes: str = "", before: str = "") -> bytes:
    return f'{before}{_SVG} viewBox="0 0 64 64"{attributes}>{inside}</svg>'.encode()


HONEST = {
    "shapes": '<title>Contoso</title><g fill="#0067b8"><path d="M0 0h64v64H0z"/>'
    '<circle cx="32" cy="32" r="10" transform="rotate(45 32 32) scale(1.5)"/></g>',
    "gradient": '<defs><linearGradient id="a" x1="0" x2="1" gradientUnits="objectBoundingBox">'
    '<stop offset="0" stop-color="rgb(1, 2, 3)"/><stop offset="1" stop-color="hsl(9 9% 9%)"/>'
    '</linearGradient></defs><rect width="64" height="64" rx="4" fill="url(#a)"/>',
    "gradient of a gradient": '<linearGradient id="a"/>'
    '<radialGradient id="b" xlink:href="#a"/><rect width="9" height="9" fill="url(\'#b\')"/>',
    "clip and mask": '<clipPath id="c"><path d="M0 0h9v9z"/></clipPath>'
    '<mask id="m"><path d="M0 0h9v9z"/></mask><g clip-path="url(#c)" mask="url( #m )"/>',
    "symbol": '<symbol id="s"><path d="M0 0h9v9z"/></symbol><use href="#s"/><use href="#s" x="9"/>',
    "wordmark": '<text x="0" y="20" font-family="sans-serif" font-weight="700">'
    'Con<tspan dy="2">toso</tspan></text>',
    "Illustrator": '<!-- Generator: Adobe Illustrator 27.0 --><g data-name="Layer 1"/>',
    "unused id": '<path id="p" d="M0 0h9v9z" xml:space="preserve"/>',
    "broken reference": '<rect width="9" height="9" fill="url(#nowhere)"/>',
    "space before brackets": '<g transform="translate (1 2)"/>',
}


@pytest.mark.parametrize("inside", HONEST.values(), ids=list(HONEST))
def test_honest_logos_pass(inside: str) -> None:
    assert svg_problem(logo(inside)) is None
    assert svg_problem(logo(inside, before='<?xml version="1.0" encoding="UTF-8"?>\n')) is None


_SCRIPT = "alert(1)"
_FOREIGN = 'xmlns="http://www.w3.org/1999/xhtml"'
HOSTILE_PARTS = (
    # Programs
    (f"<script>{_SCRIPT}</script>", "<script>, which is a program"),
    ('<script href="data:,alert(1)"/>', "<script>"),
    ('<script xlink:href="https://evil.com/x.js"/>', "<script>"),
    (f"<g><g><script>{_SCRIPT}</script></g></g>", "<script>"),
    (f'<h:script xmlns:h="http://www.w3.org/1999/xhtml">{_SCRIPT}</h:script>', "another language"),
    (f"<script {_FOREIGN}>{_SCRIPT}</script>", "another language"),
    (f'<SCRIPT xmlns="http://www.w3.org/2000/svg">{_SCRIPT}</SCRIPT>', "<SCRIPT>"),
    (f'<handler type="application/ecmascript">{_SCRIPT}</handler>', "<handler>"),
    (f'<x:script xmlns:x="http://www.w3.org/2000/svg">{_SCRIPT}</x:script>', "<script>"),
    ("<listener/>", "<listener>"),
    # Events
    (f'<g onload="{_SCRIPT}"/>', 'attribute "onload"'),
    (f'<rect width="9" height="9" onclick="{_SCRIPT}"/>', 'attribute "onclick"'),
    (f'<path d="M0 0" onmouseover="{_SCRIPT}"/>', 'attribute "onmouseover"'),
    (f'<g onfocus="{_SCRIPT}" tabindex="1"/>', 'attribute "onfocus"'),
    (f'<text onfocusin="{_SCRIPT}">x</text>', 'attribute "onfocusin"'),
    (f'<g onbegin="{_SCRIPT}"/>', 'attribute "onbegin"'),
    (f'<g ONLOAD="{_SCRIPT}"/>', 'attribute "ONLOAD"'),
    (f'<g ev:event="load" xmlns:ev="http://www.w3.org/2001/xml-events">{_SCRIPT}</g>', "event"),
    (f'<g x:onload="{_SCRIPT}" xmlns:x="http://www.w3.org/2000/svg"/>', 'attribute "onload"'),
    # Animations that set addresses or events
    ('<animate attributeName="href" to="javascript:alert(1)"/>', "<animate>, which moves"),
    ('<set attributeName="onclick" to="alert(1)"/>', "<set>, which moves"),
    ('<animateTransform attributeName="transform"/>', "<animateTransform>"),
    ('<animateMotion path="M0 0"/>', "<animateMotion>"),
    ('<animateColor attributeName="fill"/>', "<animateColor>"),
    ("<discard/>", "<discard>"),
    ("<mpath/>", "<mpath>"),
    # Links
    ('<a href="https://evil.com"><path d="M0 0"/></a>', "<a>, which is a link"),
    ('<a xlink:href="javascript:alert(1)"><text>x</text></a>', "<a>"),
    ('<h:a xmlns:h="http://www.w3.org/1999/xhtml" href="https://evil.com"/>', "another language"),
    # Web pages
    (f"<foreignObject><body {_FOREIGN}/></foreignObject>", "contains a web page"),
    (f'<foreignObject><iframe {_FOREIGN} src="https://evil.com"/></foreignObject>', "web page"),
    (f'<iframe {_FOREIGN} src="https://evil.com"/>', "another language"),
    (f'<meta {_FOREIGN} http-equiv="refresh" content="0;url=https://evil.com"/>', "another"),
    (f'<link {_FOREIGN} rel="stylesheet" href="https://evil.com/x.css"/>', "another language"),
    (f'<base {_FOREIGN} href="https://evil.com"/>', "another language"),
    (f"<img {_FOREIGN} src='x' onerror='alert(1)'/>", "another language"),
    (f"<form {_FOREIGN} action='https://evil.com'/>", "another language"),
    (f"<video {_FOREIGN} src='https://evil.com'/>", "another language"),
    ('<math xmlns="http://www.w3.org/1998/Math/MathML"/>', "another language"),
    ("<metadata><x xmlns='urn:x'/></metadata>", "<metadata>"),
    ("<switch><g/></switch>", "<switch>"),
    ('<g xmlns="">x</g>', "another language"),
    # What loads something
    ('<image href="https://evil.com/x.png"/>', "<image>, which loads another picture"),
    ('<image xlink:href="data:image/svg+xml;base64,PHN2Zz4="/>', "<image>"),
    ('<use href="https://evil.com/x.svg#a"/>', "outside the file"),
    ('<use xlink:href="//evil.com/x.svg#a"/>', "outside the file"),
    ('<use href="data:image/svg+xml,x#a"/>', "outside the file"),
    ('<use href="other.svg#a"/>', "outside the file"),
    ('<use href="javascript:alert(1)"/>', "outside the file"),
    ('<use href=" #a"/>', "outside the file"),
    ('<use href="#"/>', "outside the file"),
    ('<use href="#a&#10;b"/>', "outside the file"),
    ('<linearGradient href="https://evil.com/x.svg#a"/>', "outside the file"),
    ('<rect fill="url(https://evil.com/x.svg#a)"/>', "outside the file"),
    ("<rect fill=\"url('https://evil.com/x.svg#a')\"/>", "outside the file"),
    ('<rect fill="url(//evil.com/x)"/>', "outside the file"),
    ('<rect fill="url(data:image/png;base64,AAAA)"/>', "outside the file"),
    ('<rect fill="red url(https://evil.com)"/>', "outside the file"),
    ('<rect fill="url(#a) url(https://evil.com)"/>', "outside the file"),
    ('<rect fill="url(&#104;ttps://evil.com)"/>', "outside the file"),
    ('<rect fill="URL(https://evil.com)"/>', "function URL()"),
    ('<rect fill="u\\72l(https://evil.com)"/>', "\\ or /*"),
    ('<rect fill="url/**/(https://evil.com)"/>', "\\ or /*"),
    ('<rect fill="image(https://evil.com)"/>', "function image()"),
    ('<rect fill="image-set(&quot;https://evil.com&quot; 1x)"/>', "function image-set()"),
    ('<rect fill="src(&quot;https://evil.com&quot;)"/>', "function src()"),
    ('<rect fill="var(--x)"/>', "function var()"),
    ('<rect fill="attr(x)"/>', "function attr()"),
    ('<rect fill="expression(alert(1))"/>', "function expression()"),
    ('<g mask="url(https://evil.com/m.svg#m)"/>', "outside the file"),
    ('<g clip-path="url(https://evil.com/m.svg#m)"/>', "outside the file"),
    ('<g cursor="url(https://evil.com/c.cur)"/>', 'attribute "cursor"'),
    ('<g filter="url(https://evil.com/f.svg#f)"/>', 'attribute "filter"'),
    ('<g xml:base="https://evil.com/"/>', 'attribute "base"'),
    ('<g src="https://evil.com/"/>', 'attribute "src"'),
    ('<cursor xlink:href="https://evil.com/c.cur"/>', "<cursor>"),
    ('<font-face-uri xlink:href="https://evil.com/f.woff"/>', "<font-face-uri>"),
    ('<color-profile xlink:href="https://evil.com/c.icc"/>', "<color-profile>"),
    ('<feImage href="https://evil.com/x.png"/>', "<feImage>"),
    ('<filter id="f"><feGaussianBlur stdDeviation="999"/></filter>', "<filter>"),
    ('<mpath href="https://evil.com/x.svg#a"/>', "<mpath>"),
    ('<tref xlink:href="https://evil.com/x.svg#a"/>', "<tref>"),
    ('<text><textPath href="https://evil.com/x.svg#a">x</textPath></text>', "<textPath>"),
    # Style sheets
    ("<style>@import 'https://evil.com/x.css';</style>", "<style>, which is a style sheet"),
    ("<style>*{background:url(https://evil.com)}</style>", "<style>"),
    ('<g style="background:url(https://evil.com)"/>', 'attribute "style"'),
    ('<g style="fill:#fff"/>', 'attribute "style"'),
    # What an HTML parser would see in the same bytes
    ("<title><![CDATA[><img src=x onerror=alert(1)>]]></title>", "CDATA"),
    ("<desc><![CDATA[x]]></desc>", "CDATA"),
    ("<!--><img src=x onerror=alert(1)>-->", "comment with < or >"),
    ("<!-- <script>alert(1)</script> -->", "comment with < or >"),
    ("<?php system('id'); ?>", "processing instruction"),
    ("<?xml-stylesheet href='https://evil.com/x.css'?>", "processing instruction"),
    # What keeps a browser busy
    ('<pattern id="p" width="0.0001" height="0.0001"/>', "<pattern>"),
    ('<marker id="m"/>', "<marker>"),
    ('<path d="M0 0h99999999" stroke-dasharray="0.00001"/>', 'attribute "stroke-dasharray"'),
    ('<g id="a"><use href="#a"/></g>', "refers to itself"),
    ('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', "refers to itself"),
    ('<mask id="m" mask="url(#m)"/>', "refers to itself"),
    ("<g>" * 30 + "</g>" * 30, "more than 30 elements inside each other"),
    # Broken files
    ('<g id="a"/><g id="a"/>', "two elements with one id"),
    ("<g>", "valid XML"),
    ("&nbsp;", "valid XML"),
    ("&evil;", "valid XML"),
    ('<g x="1" x="2"/>', "valid XML"),
    ("<g x='\x01'/>", "valid XML"),
)


@pytest.mark.parametrize(("inside", "reason"), HOSTILE_PARTS, ids=range(len(HOSTILE_PARTS)))
def test_what_is_not_only_a_picture_is_refused(inside: str, reason: str) -> None:
    problem = svg_problem(logo(inside))

    assert problem
    assert reason in problem.message


_LAUGHS = (
    "".join(f'<g id="a{n}">' + f'<use href="#a{n + 1}"/>' * 10 + "</g>" for n in range(12))
    + '<g id="a12"/>'
)
_CHAIN = "".join(f'<g id="a{n}"><use href="#a{n + 1}"/></g>' for n in range(600))
HOSTILE_FILES = {
    "event on the root": (logo("", ' onload="alert(1)"'), 'attribute "onload"'),
    "DOCTYPE": (logo("", before="<!DOCTYPE svg>"), "DOCTYPE. Remove that line"),
    "DOCTYPE elsewhere": (
        logo("", before='<!DOCTYPE svg SYSTEM "https://evil.com/x.dtd">'),
        "DOCTYPE",
    ),
    "entities": (logo("&a;", before='<!DOCTYPE svg [<!ENTITY a "x">]>'), "DOCTYPE"),
    "own file as an entity": (
        logo("&a;", before='<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
        "DOCTYPE",
    ),
    "style sheet": (
        logo("", before='<?xml-stylesheet href="https://evil.com/x.css"?>'),
        "processing instruction",
    ),
    "another encoding": (
        logo("", before='<?xml version="1.0" encoding="UTF-7"?>'),
        "another encoding",
    ),
    "UTF-16": (logo("").decode().encode("utf-16"), "isn't UTF-8"),
    "not UTF-8": (logo("").replace(b"64", b"\xff", 1), "isn't UTF-8"),
    "web page": (b"<html><script>alert(1)</script></html>", "another language"),
    "without a namespace": (b'<svg viewBox="0 0 9 9"><script/></svg>', "another language"),
    "another root": (b'<g xmlns="http://www.w3.org/2000/svg"/>', "doesn't begin with <svg>"),
    "no size": (f"{_SVG}/>".encode(), "no viewBox"),
    "infinite size": (f'{_SVG} viewBox="0 0 1e999 1"/>'.encode(), "no viewBox"),
    "no area": (f'{_SVG} viewBox="0 0 0 9"/>'.encode(), "no viewBox"),
    "two documents": (logo("") + logo("<g/>"), "valid XML"),
    "text behind it": (logo("") + b"<script>alert(1)</script>", "valid XML"),
    "billion laughs with use": (logo(_LAUGHS), "draws more than 5,000 elements"),
    "chain of references": (logo(_CHAIN), "more than 100 references in a row"),
    "empty": (b"", "valid XML"),
    "PNG": (b"\x89PNG\r\n\x1a\n", "isn't UTF-8"),
    "GIF that is a script": (b"GIF89a=1;alert(1)//", "valid XML"),
    "zero bytes": (b"\0" * 99, "valid XML"),
    "compressed": (b"\x1f\x8b\x08\x00", "isn't UTF-8"),
}


@pytest.mark.parametrize(("content", "reason"), HOSTILE_FILES.values(), ids=list(HOSTILE_FILES))
def test_files_that_are_no_plain_svg_are_refused(content: bytes, reason: str) -> None:
    assert len(content) <= MAX_BYTES
    problem = svg_problem(content)

    assert problem
    assert reason in problem.message


def test_a_problem_has_its_place_in_the_text() -> None:
    text = logo("<title>Ünïcödé</title>\n<script/>").decode()

    problem = svg_problem(text.encode())

    assert problem
    assert problem.span
    assert text[problem.span[0] :].startswith("<script/>")


@given(st.binary(max_size=200) | st.text("<>&;/=\"' sgvpathu#()-!?[]", max_size=80).map(logo))
def test_no_bytes_raise(content: bytes) -> None:
    svg_problem(content)
