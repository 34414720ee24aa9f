"""The partner catalog: one YAML file per partner, checked, and published as Markdown and a site.

    report = catalog_tool.check(catalog_tool.load_settings(Path("mkdocs.yml")))
    for diagnostic in report.diagnostics:
        print(diagnostic.path, diagnostic.line, diagnostic.message)

``__all__`` lists the public interface. The commands use it as any other program does. A name is
imported when it is first used, so a command loads only what it needs.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalog_tool.contributions.diff import ComparedCommits, Difference, diff
    from catalog_tool.contributions.github import Forge, open_pull, open_pulls, put_issue
    from catalog_tool.contributions.github.again import review_again
    from catalog_tool.contributions.github.proposal import propose_entry
    from catalog_tool.contributions.github.queue import read_queue
    from catalog_tool.contributions.github.review import PostedReview, review_pull
    from catalog_tool.contributions.github.settings import Inspection, inspect_forge
    from catalog_tool.contributions.issue_form import judge_issue
    from catalog_tool.contributions.review import Review, read_proofs, review
    from catalog_tool.importers.files import ImportedFiles, read_lists
    from catalog_tool.links import LinkSummary, StoppedError, open_links, put_broken_aside
    from catalog_tool.linter.draft import Draft, check_draft, new_draft
    from catalog_tool.linter.engine import errors_in_reading
    from catalog_tool.linter.fix import FixedFile, Fixes
    from catalog_tool.linter.former_search import former_search_note
    from catalog_tool.linter.patch import Patch, make_patch
    from catalog_tool.linter.report import Report
    from catalog_tool.linter.rules.rule import Rule, all_rules
    from catalog_tool.linter.selection import (
        choices_of,
        find_rule,
        rules_for_publishing,
        select_rules,
    )
    from catalog_tool.linter.upgrades import Upgraded, upgrade
    from catalog_tool.linter.vocabulary_edits import SuggestedVocabulary, suggest_vocabulary
    from catalog_tool.loader.configuration import (
        ConfigurationError,
        NoCatalogError,
        documentation_folder,
        load_settings,
        settings_of,
    )
    from catalog_tool.loader.git.command import GitError, commit_id
    from catalog_tool.loader.git.history import change_days, missing_history_note
    from catalog_tool.loader.git.timeline import read_history
    from catalog_tool.loader.load import Loaded, load_catalog
    from catalog_tool.loader.pull_request.proposal import PullRequest
    from catalog_tool.loader.queue import load_queue
    from catalog_tool.loader.scope import Scope, scope_of
    from catalog_tool.model.catalog import Catalog, Entry
    from catalog_tool.model.diagnostic import Diagnostic, Fix, Severity
    from catalog_tool.model.edits import Edit
    from catalog_tool.model.error import CatalogError
    from catalog_tool.model.freshness import RenewalsDue, renewals_due
    from catalog_tool.model.generated_file import GeneratedFile
    from catalog_tool.model.partner import Partner
    from catalog_tool.model.publication import Publication
    from catalog_tool.model.settings import Settings
    from catalog_tool.pipeline import (
        build,
        check,
        fix,
        json_schema,
        publish,
        render,
        render_repository_files,
        without_broken_entries,
        write_fixes,
        write_import,
    )
    from catalog_tool.site.errors import AuditError, BuildError
    from catalog_tool.site.finder import Finder, FinderAnswer, facet_values, find
    from catalog_tool.site.publishing import files_to_publish, output_folder, stale_files
    from catalog_tool.writer import (
        create_tree,
        new_text,
        replace_text,
        replace_texts,
        write_tree,
        writing,
    )

__all__ = [
    "AuditError",
    "BuildError",
    "Catalog",
    "CatalogError",
    "ComparedCommits",
    "ConfigurationError",
    "Diagnostic",
    "Difference",
    "Draft",
    "Edit",
    "Entry",
    "Finder",
    "FinderAnswer",
    "Fix",
    "FixedFile",
    "Fixes",
    "Forge",
    "GeneratedFile",
    "GitError",
    "ImportedFiles",
    "Inspection",
    "LinkSummary",
    "Loaded",
    "NoCatalogError",
    "Partner",
    "Patch",
    "PostedReview",
    "Publication",
    "PullRequest",
    "RenewalsDue",
    "Report",
    "Review",
    "Rule",
    "Scope",
    "Settings",
    "Severity",
    "StoppedError",
    "SuggestedVocabulary",
    "Upgraded",
    "all_rules",
    "build",
    "change_days",
    "check",
    "check_draft",
    "choices_of",
    "commit_id",
    "create_tree",
    "diff",
    "documentation_folder",
    "errors_in_reading",
    "facet_values",
    "files_to_publish",
    "find",
    "find_rule",
    "fix",
    "former_search_note",
    "inspect_forge",
    "json_schema",
    "judge_issue",
    "load_catalog",
    "load_queue",
    "load_settings",
    "make_patch",
    "missing_history_note",
    "new_draft",
    "new_text",
    "open_links",
    "open_pull",
    "open_pulls",
    "output_folder",
    "propose_entry",
    "publish",
    "put_broken_aside",
    "put_issue",
    "read_history",
    "read_lists",
    "read_proofs",
    "read_queue",
    "render",
    "render_repository_files",
    "renewals_due",
    "replace_text",
    "replace_texts",
    "review",
    "review_again",
    "review_pull",
    "rules_for_publishing",
    "scope_of",
    "select_rules",
    "settings_of",
    "stale_files",
    "suggest_vocabulary",
    "upgrade",
    "without_broken_entries",
    "write_fixes",
    "write_import",
    "write_tree",
    "writing",
]

_NAMES = {
    "contributions.diff": "Difference ComparedCommits diff",
    "contributions.github": "Forge open_pull open_pulls put_issue",
    "contributions.github.again": "review_again",
    "contributions.github.proposal": "propose_entry",
    "contributions.github.queue": "read_queue",
    "contributions.github.review": "PostedReview review_pull",
    "contributions.github.settings": "Inspection inspect_forge",
    "contributions.issue_form": "judge_issue",
    "contributions.review": "Review read_proofs review",
    "importers.files": "ImportedFiles read_lists",
    "links": "LinkSummary StoppedError open_links put_broken_aside",
    "linter.draft": "Draft check_draft new_draft",
    "linter.engine": "errors_in_reading",
    "linter.fix": "FixedFile Fixes",
    "linter.former_search": "former_search_note",
    "linter.patch": "Patch make_patch",
    "linter.report": "Report",
    "linter.rules.rule": "Rule all_rules",
    "linter.selection": "choices_of find_rule rules_for_publishing select_rules",
    "linter.upgrades": "Upgraded upgrade",
    "linter.vocabulary_edits": "SuggestedVocabulary suggest_vocabulary",
    "loader.configuration": (
        "ConfigurationError NoCatalogError documentation_folder load_settings settings_of"
    ),
    "loader.git.command": "GitError commit_id",
    "loader.git.history": "change_days missing_history_note",
    "loader.git.timeline": "read_history",
    "loader.load": "Loaded load_catalog",
    "loader.pull_request.proposal": "PullRequest",
    "loader.queue": "load_queue",
    "loader.scope": "Scope scope_of",
    "model.catalog": "Catalog Entry",
    "model.diagnostic": "Diagnostic Edit Fix Severity",
    "model.error": "CatalogError",
    "model.freshness": "RenewalsDue renewals_due",
    "model.generated_file": "GeneratedFile",
    "model.partner": "Partner",
    "model.publication": "Publication",
    "model.settings": "Settings",
    "site.errors": "AuditError BuildError",
    "pipeline": (
        "build check json_schema fix publish render render_repository_files "
        "without_broken_entries write_fixes write_import"
    ),
    "site.finder": "FinderAnswer Finder facet_values find",
    "site.publishing": "files_to_publish output_folder stale_files",
    "writer": "create_tree new_text replace_text replace_texts write_tree writing",
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    if module := _HOMES.get(name):
        return getattr(importlib.import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
