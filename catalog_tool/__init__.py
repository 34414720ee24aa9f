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
    from catalog_tool.linter.report import Report
    from catalog_tool.loader.configuration import ConfigurationError, load_settings
    from catalog_tool.model.diagnostic import Diagnostic, Edit, Fix, Severity
    from catalog_tool.model.generated_file import GeneratedFile
    from catalog_tool.model.partner import Partner
    from catalog_tool.model.settings import Settings
    from catalog_tool.pipeline import BuildError, build, check, published, render

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
    "linter.report": ["Report"],
    "loader.configuration": ["ConfigurationError", "load_settings"],
    "model.diagnostic": ["Diagnostic", "Edit", "Fix", "Severity"],
    "model.generated_file": ["GeneratedFile"],
    "model.partner": ["Partner"],
    "model.settings": ["Settings"],
    "pipeline": ["BuildError", "build", "check", "published", "render"],
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
