"""Renders templates to page bodies. All inserted text is inert, and no value can be missing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator
from markupsafe import Markup as SafeHtml

from catalog_tool.model.publication import Publication
from catalog_tool.site.addresses import contact_target, root_from
from catalog_tool.site.pages.icons import icon
from catalog_tool.site.pages.initials import initials, tile
from catalog_tool.site.pages.metadata import with_metadata
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.partner_facts import (
    applications_line,
    card_facts,
    first_names,
    status_of,
)
from catalog_tool.site.pages.wording import template_words
from catalog_tool.site.requests import ANY_APPLICATION, request_link
from catalog_tool.text.markup import inert, to_html
from catalog_tool.text.urls.address import host_of
from catalog_tool.text.urls.international import decode_host

_SITE = Path(__file__).parents[1]
TEMPLATES = tuple(
    _SITE / folder
    for folder in ("pages/templates", "api", "compare", "coverage", "form", "numbers")
)
"""Folders of templates. Some are beside the scripts or the code that provides their data."""
_LINE_BREAKS = re.compile(r"\n\s*")


def fill(page: Page, template: str, publication: Publication, **values: object) -> Page:
    """Return a page with a rendered template as its body, and with its metadata.

    Args:
        page: the page without a body. Links in the template are relative to its address.
        template: file name below one of the ``TEMPLATES``.
        publication: what is published.
        values: other values for the template.

    Raises:
        jinja2.UndefinedError: the template uses a value that is missing.
    """
    edit_url = publication.settings.edit_url(page.edit)
    body = fragment(
        page.address, template, publication, edit_url=edit_url, trail=page.trail, **values
    )
    return replace(with_metadata(page, publication.settings), body=body)


def fragment(address: str, template: str, publication: Publication, **values: object) -> SafeHtml:
    """Return a rendered template, for pages that are as deep below the root as ``address``."""
    shared = _values_at(root_from(address), publication)
    return without_indentation(_environment().get_template(template).render(shared, **values))


def without_indentation(text: str) -> SafeHtml:
    """Return what a template rendered, without indentation and blank lines."""
    return SafeHtml(_LINE_BREAKS.sub("\n", text).strip())  # noqa: S704 - autoescaped


def components(address: str, publication: Publication) -> Any:  # noqa: ANN401 - has each macro
    """Return the components of ``macros.html`` for pages that are as deep as ``address``."""
    return _values_at(root_from(address), publication)["show"]


@lru_cache(maxsize=8)  # pages of one publication are at a few depths
def _values_at(root: str, publication: Publication) -> Mapping[str, Any]:
    """Return what every template can use, with the components, which know the way to the root."""
    values = {**_values_of(publication), "root": SafeHtml(root)}  # noqa: S704 - dots and slashes
    show = _environment().get_template("macros.html").make_module(values)
    return {**values, "show": show}


@lru_cache(maxsize=1)
def _values_of(publication: Publication) -> Mapping[str, Any]:
    catalog, settings = publication.catalog, publication.settings
    return {
        "catalog": catalog,
        "filters": [key for key, field in catalog.fields.items() if "filter" in field.show],
        "withheld": publication.withheld,
        "requests": request_link(ANY_APPLICATION, settings),
        "applications_line": partial(applications_line, publication=publication),
        "card_facts": partial(card_facts, publication=publication),
        "first_names": partial(first_names, publication=publication),
        "status_of": partial(status_of, publication=publication),
        "settings": settings,
        **template_words(publication.words),
    }


class _InertCode(CodeGenerator):
    """Compiles expressions to what ``finalize`` returns: it is HTML, so Jinja needn't escape it."""

    def _output_child_pre(self, *_: Any, **__: Any) -> None:  # noqa: ANN401 - as Jinja calls it
        self.write("environment.finalize(")

    def _output_child_post(self, *_: Any, **__: Any) -> None:  # noqa: ANN401 - as above
        self.write(")")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        auto_reload=False,
        finalize=inert,
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    environment.code_generator_class = _InertCode
    environment.filters |= {
        "contact_target": contact_target,
        "host": lambda address: decode_host(host_of(address)),
        "html": to_html,
        "initials": initials,
        "lines": preformat,
        "tile": tile,
    }
    environment.globals["icon"] = icon
    return environment


def preformat(text: str) -> SafeHtml:
    """Return text for a ``pre`` element. Line ends are references, so that no line is blank."""
    return SafeHtml("&#10;".join(map(inert, text.rstrip("\n").split("\n"))))  # noqa: S704 - inert
