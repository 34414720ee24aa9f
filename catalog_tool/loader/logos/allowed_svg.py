"""The elements, attributes, and functions of SVG that draw and do nothing else.

Left out although they only draw: filters, patterns, markers, and dashes, because a few bytes of
them can keep a browser busy for minutes.
"""

from __future__ import annotations

SVG = "http://www.w3.org/2000/svg"
"""Namespace of the elements."""

ELEMENTS = frozenset(
    "circle clipPath defs desc ellipse g line linearGradient mask path polygon polyline "
    "radialGradient rect stop svg symbol text title tspan use".split()
)
ATTRIBUTES = frozenset(
    "aria-hidden aria-label aria-labelledby baseProfile class clip-path clip-rule clipPathUnits "
    "color cx cy d data-name direction display dx dy enable-background fill fill-opacity fill- "
    "rule focusable font-family font-size font-style font-weight fr fx fy gradientTransform "
    "gradientUnits height href id letter-spacing mask maskContentUnits maskUnits offset opacity "
    "overflow pathLength points preserveAspectRatio r role rx ry shape-rendering spreadMethod "
    "stop-color stop-opacity stroke stroke-linecap stroke-linejoin stroke-miterlimit stroke- "
    "opacity stroke-width text-anchor transform version viewBox visibility width x x1 x2 "
    "xml:space y y1 y2".split()
)
QUALIFIED_ATTRIBUTES = {
    "http://www.w3.org/1999/xlink href": "href",
    "http://www.w3.org/XML/1998/namespace space": "xml:space",
}
"""Attributes of other namespaces, by their expanded names."""

FUNCTIONS = frozenset("hsl hsla matrix rgb rgba rotate scale skewX skewY translate url".split())
"""Functions in values of attributes."""

WHY_NOT = {
    "a": "is a link",
    "animate": "moves",
    "animateMotion": "moves",
    "animateTransform": "moves",
    "foreignObject": "contains a web page",
    "image": "loads another picture",
    "script": "is a program",
    "set": "moves",
    "style": "is a style sheet",
}
"""What is wrong with elements that people know."""
