"""Names that mean something else where an entry is published, so that no page may have them."""

from __future__ import annotations

# Windows opens a device for these, whatever the ending: Microsoft, "Naming Files, Paths, and
# Namespaces". Nobody could check out a repository with such a file there.
_DEVICES = frozenset(
    ["aux", "con", "conin", "conout", "nul", "prn"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
# What web servers, crawlers and the programs that build the site look for by name.
_SERVED = frozenset({"404", "assets", "favicon", "index", "readme", "robots", "sitemap"})
_PAGES = frozenset(
    {
        *("applications", "catalog", "categories", "compare", "contribute", "feed", "home"),
        *("llms", "partners", "rules", "schema", "search", "site", "tags", "terms", "vocabulary"),
    }
)


def reserved_names() -> tuple[str, ...]:
    """Return all of them, in the order of the alphabet, for a page to know."""
    return tuple(sorted(_DEVICES | _SERVED | _PAGES))


def reserved_for(identifier: str) -> str:
    """Return what an identifier is already the name of, or ``""`` if it is free."""
    if identifier in _DEVICES:
        return "a device in Windows"
    if identifier in _SERVED:
        return "a file that web servers and crawlers look for"
    return "a page of the site" if identifier in _PAGES else ""
