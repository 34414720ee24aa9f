"""Checks that each page has exactly the right policy, before anything that it applies to."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from catalog_tool.site.audit.built_site import INDEX_FILE, BuiltPage, BuiltSite
from catalog_tool.site.audit.fault import Fault
from catalog_tool.site.content_policy import content_policy, is_of_catalog

_POLICY = "content-security-policy"
_REFRESH = re.compile(r"0; ?url=([^#:]+)(?:#.*)?")


def page_faults(page: BuiltPage, site: BuiltSite) -> Iterator[Fault]:
    """Yield what is wrong with a page's policy, and any other ``http-equiv``.

    Of the catalog's pages, only that of an alias may redirect, and only to its application. The
    owner's pages may redirect to other pages of the site, and those that are declared, anywhere.
    """
    instructions = [
        (str(node.attributes["http-equiv"]).lower(), node.attributes.get("content") or "")
        for node in page.find("[http-equiv]")
    ]
    policies = [content for name, content in instructions if name == _POLICY]
    expected = content_policy(site.inline_code(page), site.policy.declared)
    if policies != [expected]:
        yield Fault(page.path, "The Content-Security-Policy is missing or isn't the catalog's.")
    elif not _is_first(page):
        yield Fault(page.path, "The Content-Security-Policy isn't first in the head.")
    for name, content in instructions:
        if name != _POLICY and not (name == "refresh" and _may_redirect(page, content, site)):
            message = f"A <meta> instructs the browser: {name} {content}"
            yield Fault(page.path, message, page.undeclared)


def _may_redirect(page: BuiltPage, content: str, site: BuiltSite) -> bool:
    if is_of_catalog(page.path):
        return content == f"0; url={site.redirects.get(page.path)}"
    if site.is_owners(page):
        return True
    if not (found := _REFRESH.fullmatch(content)):
        return False
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), found[1]))
    return not site.files.isdisjoint({target, posixpath.join(target, INDEX_FILE)})


def _is_first(page: BuiltPage) -> bool:
    first = page.tree.css_first("head > *")
    return first is not None and str(first.attributes.get("http-equiv")).lower() == _POLICY
