"""Audits the finished site before it is published.

The pages should already be safe. The audit doesn't rely on that: it reads the files that will be
published, as a browser reads them, and compares them with the entries. It catches mistakes in a
template, an exporter, a dependency, or the site engine.

A check is a module with a function ``page_faults(page, site)``, which runs for each page, or
``site_faults(site)``, which runs once, or both. It yields faults. To add a check, write one module
and add its name to the list below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

from catalog_tool.loader.pair import Pair, run_in_pair
from catalog_tool.model.publication import Publication
from catalog_tool.site.audit.built_site import BuiltPage as BuiltPage
from catalog_tool.site.audit.built_site import BuiltSite as BuiltSite
from catalog_tool.site.audit.fault import Fault as Fault

CHECKS = tuple(
    import_module(f"{__name__}.{name}")
    for name in (
        "allowed_markup facts_scripts feeds finder_texts kept_addresses links lists loads logos "
        "page_policy partner_page partner_texts published_catalog regular_files running_code"
    ).split()
)
"""All checks, in the order in which they run."""

# The pages of applications come first, and list many partners. The second process also runs the
# checks of the whole site.
_PART = 0.45

SiteCheck = Callable[[BuiltSite], Iterable[Fault]]


def audit(publication: Publication, folder: Path) -> tuple[Fault, ...]:
    """Compare a finished site with the entries.

    Args:
        publication: what the site should show.
        folder: the finished site.

    Returns:
        All faults; none if the site can be published.

    Raises:
        OSError: a file of the site can't be read.
    """
    site = BuiltSite(publication, folder)

    def check_page(path: str) -> list[Fault]:
        page = site.page(path)
        return [fault for check in _checks("page_faults") for fault in check(page, site)]

    def check_each(share: list[str | SiteCheck]) -> list[Fault]:
        return [
            fault
            for each in share
            for fault in (check_page(each) if isinstance(each, str) else each(site))
        ]

    def check_in(pair: Pair) -> Iterable[Fault]:
        members: list[str | SiteCheck] = [*site.page_paths, *_checks("site_faults")]
        return pair.share(check_each, members, _PART, is_last=True)

    return tuple(dict.fromkeys(run_in_pair(check_in, len(site.page_paths))))


def _checks(name: str) -> tuple[Callable[..., Iterable[Fault]], ...]:
    return tuple(getattr(module, name) for module in CHECKS if hasattr(module, name))
