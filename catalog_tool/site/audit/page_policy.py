"""Each page carries exactly the policy that it should, before anything that it must bind."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.site.audit.built_site import BuiltPage, BuiltSite
from catalog_tool.site.audit.fault import Fault
from catalog_tool.site.content_policy import content_policy

_POLICY = "content-security-policy"


def page_faults(page: BuiltPage, site: BuiltSite) -> Iterator[Fault]:
    """Yield what is wrong with a page's policy, and each other order to the browser."""
    orders = [
        (str(node.attributes["http-equiv"]).lower(), node.attributes.get("content") or "")
        for node in page.find("[http-equiv]")
    ]
    policies = [content for name, content in orders if name == _POLICY]
    if policies != [content_policy(site.scripts_of(page), page.path)]:
        yield Fault(page.path, "the Content-Security-Policy is missing or not the catalog's own.")
    elif not _is_first(page):
        yield Fault(page.path, "something stands before the Content-Security-Policy.")
    for name, content in orders:
        if name != _POLICY:
            yield Fault(page.path, f"a <meta> gives the browser an order: {name} {content}")


def _is_first(page: BuiltPage) -> bool:
    first = page.tree.css_first("head > *")
    return first is not None and str(first.attributes.get("http-equiv")).lower() == _POLICY
