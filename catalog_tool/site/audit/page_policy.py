"""Checks that each page has exactly the right policy, before anything that it applies to."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.site.audit.built_site import BuiltPage, BuiltSite
from catalog_tool.site.audit.fault import Fault
from catalog_tool.site.content_policy import content_policy

_POLICY = "content-security-policy"


def page_faults(page: BuiltPage, site: BuiltSite) -> Iterator[Fault]:
    """Yield what is wrong with a page's policy, and any other ``http-equiv``.

    Only the page of an alias may redirect, and only to its application.
    """
    redirect = ("refresh", f"0; url={site.redirects.get(page.path)}")
    instructions = [
        (str(node.attributes["http-equiv"]).lower(), node.attributes.get("content") or "")
        for node in page.find("[http-equiv]")
    ]
    policies = [content for name, content in instructions if name == _POLICY]
    if policies != [content_policy(site.scripts_of(page))]:
        yield Fault(page.path, "The Content-Security-Policy is missing or isn't the catalog's.")
    elif not _is_first(page):
        yield Fault(page.path, "The Content-Security-Policy isn't first in the head.")
    for name, content in instructions:
        if name != _POLICY and (name, content) != redirect:
            yield Fault(page.path, f"A <meta> instructs the browser: {name} {content}")


def _is_first(page: BuiltPage) -> bool:
    first = page.tree.css_first("head > *")
    return first is not None and str(first.attributes.get("http-equiv")).lower() == _POLICY
