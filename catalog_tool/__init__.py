"""The partner catalog: one YAML file a partner, checked, and published as Markdown and a site.

    settings = catalog_tool.load_settings(Path("mkdocs.yml"))
    report = catalog_tool.check(settings)
    for diagnostic in report.diagnostics:
        print(diagnostic.path, diagnostic.line, diagnostic.message)

What ``__all__`` lists is the public interface; it is imported when it is first used, so that a
command pays only for what it needs.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalog_tool.configuration import ConfigurationError, load_settings
    from catalog_tool.diagnostic import Diagnostic, Edit, Fix, Severity
    from catalog_tool.generated import GeneratedFile
    from catalog_tool.model import Partner
    from catalog_tool.pipeline import BuildError, Report, build, check, published, render
    from catalog_tool.settings import Settings

__all__ = [
    "BuildError",
    "ConfigurationError",
    "Diagnostic",
    "Edit",
    "Fix",
    "GeneratedFile",
    "Partner",
    "Report",
    "Settings",
    "Severity",
    "build",
    "check",
    "load_settings",
    "published",
    "render",
]

_NAMES = {
    "configuration": ["ConfigurationError", "load_settings"],
    "diagnostic": ["Diagnostic", "Edit", "Fix", "Severity"],
    "generated": ["GeneratedFile"],
    "model": ["Partner"],
    "pipeline": ["BuildError", "Report", "build", "check", "published", "render"],
    "settings": ["Settings"],
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
