"""Checks that a page has only the elements and attributes that the catalog or its theme uses.

These are allowlists, so anything that browsers add later is refused. Anything that isn't listed
loads, runs, plays, embeds, or hides something. Add a name only if it does none of that.
What isn't listed can be on a page if it is the same, value by value, on the pages without text of
any partner: then the owner's theme, a plugin, or a hook writes it everywhere. Pages that the owner
has declared can have anything; only their policy limits it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from catalog_tool.site.audit.built_site import (
    PAGE_REGION,
    BuiltPage,
    BuiltSite,
    Element,
    Shape,
    element,
)
from catalog_tool.site.audit.fault import Fault

_TEXT = frozenset(
    "a abbr address article aside b bdi blockquote br caption cite code col colgroup dd del "
    "details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i ins "
    "kbd li main mark menu nav ol p pre q rp rt ruby s samp search section small span strong "
    "sub summary sup table tbody td template tfoot th thead time tr u ul var wbr".split()
)
_FORM = frozenset(
    "button datalist fieldset form input label legend meter optgroup option output progress "
    "select textarea".split()
)
_DRAWING = frozenset(
    "circle clipPath defs desc ellipse g line linearGradient marker mask path pattern polygon "
    "polyline radialGradient rect stop svg text title tspan".split()
)
_FRAME = frozenset("body head html img link meta script style title".split())
_ANYWHERE = _TEXT | _FORM | _DRAWING | _FRAME

_OPEN_ENDED = re.compile(r"(?:aria|data)-[a-z0-9-]+\Z")
# The theme's script acts on elements with one of these attributes.
_THEMES = re.compile(r"data-md-[a-z0-9-]+\Z")
_ATTRIBUTES = frozenset(
    "abbr accept action align alt async autocapitalize autocomplete autocorrect autofocus charset "
    "checked cite class color colspan cols content crossorigin datetime defer dir disabled "
    "download enctype enterkeyhint for form height hidden high href hreflang http-equiv id inert "
    "inputmode integrity itemid itemprop itemscope itemtype kind label lang list loading low max "
    "maxlength media method min minlength multiple name novalidate open optimum pattern "
    "placeholder popover prefix property readonly rel required reversed role rows rowspan scope "
    "selected size sizes span spellcheck src start step tabindex target title translate type "
    "typeof value width wrap xml:lang".split()
)
_ATTRIBUTES_OF_DRAWINGS = frozenset(
    "clip-path clip-rule clipPathUnits cx cy d dominant-baseline dx dy fill fill-opacity fill- "
    "rule focusable font-family font-size font-style font-weight fx fy gradientTransform "
    "gradientUnits letter-spacing marker-end marker-mid marker-start markerHeight markerUnits "
    "markerWidth mask maskUnits offset opacity orient paint-order patternTransform patternUnits "
    "points preserveAspectRatio r refX refY rx ry shape-rendering stop-color stop-opacity "
    "stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit "
    "stroke-opacity stroke-width text-anchor text-rendering transform vector-effect version "
    "viewBox x x1 x2 xml:space xmlns xmlns:xlink y y1 y2".split()
)
_ALLOWED = _ATTRIBUTES | _ATTRIBUTES_OF_DRAWINGS

_METAS = frozenset(
    "author description generator og:description og:image og:image:alt og:image:height "
    "og:image:width og:site_name og:title og:type og:url robots twitter:card viewport".split()
)
_RELATIONS = frozenset(("alternate feed", *"alternate canonical icon next prev stylesheet".split()))


def page_faults(page: BuiltPage, site: BuiltSite) -> Iterator[Fault]:
    """Yield each element and attribute that isn't allowed in its place."""
    if site.is_owners(page):
        return
    is_handwritten = page.tree.css_first(PAGE_REGION) is None
    for shape in sorted(filter(_shape_faults, page.shapes)):
        # Markdown aligns table columns with a style. The page's policy blocks its other effects.
        tag, *names = shape
        known = (tag, *(name for name in names if not (is_handwritten and name == "style")))
        if (messages := _shape_faults(known)) and not site.frame.issuperset(_shaped(shape, page)):
            yield from (Fault(page.path, message, page.undeclared) for message in messages)
    for node in page.in_region(*sorted(_FRAME - _DRAWING - {"img"})):
        yield Fault(page.path, f"The element <{node.tag}> isn't allowed inside the page.")
    if themes := set().union(*map(_of_theme, page.shapes)):
        for node in page.in_region(*(f"[{name}]" for name in sorted(themes))):
            yield Fault(page.path, f"The theme acts on an attribute of <{node.tag}> in the page.")
    yield from (Fault(page.path, message, page.undeclared) for message in _head_faults(page, site))


def _shaped(shape: Shape, page: BuiltPage) -> Iterator[Element]:
    tag, *names = shape
    for attributes in page.attributes[tag]:
        if [*attributes] == names:
            yield element(tag, attributes)


def _head_faults(page: BuiltPage, site: BuiltSite) -> Iterator[str]:
    """Yield what isn't allowed in a head. ``page_policy`` checks ``http-equiv``."""
    for attributes in page.attributes.get("meta", ()):
        for name in (attributes.get(key) for key in ("name", "property")):
            is_known = name is None or name.lower() in _METAS
            if not is_known and element("meta", attributes) not in site.frame:
                yield f"The <meta> name {name!r} isn't allowed."
    for attributes in page.attributes.get("link", ()):
        relation = attributes.get("rel") or ""
        if relation not in _RELATIONS and element("link", attributes) not in site.frame:
            yield f"The <link> relation {relation!r} isn't allowed."


@lru_cache(maxsize=1024)
def _of_theme(shape: Shape) -> tuple[str, ...]:
    return tuple(filter(_THEMES.match, shape[1:]))


@lru_cache(maxsize=1024)  # all pages of a site share a few hundred shapes
def _shape_faults(shape: Shape) -> tuple[str, ...]:
    tag, *names = shape
    refused = [name for name in names if name not in _ALLOWED and not _OPEN_ENDED.match(name)]
    messages = [f"The attribute {name!r} isn't allowed on <{tag}>." for name in refused]
    if tag not in _ANYWHERE:
        messages.insert(0, f"The element <{tag}> isn't allowed.")
    return tuple(messages)
