"""The partner catalog: one YAML file per partner, checked, and published as Markdown and a site.

    report = catalog_tool.check(catalog_tool.load_settings(Path("mkdocs.yml")))
    for diagnostic in report.diagnostics:
        print(diagnostic.path, diagnostic.line, diagnostic.message)

The names below are the public interface. The commands use it as any other program does. A name is
imported when it is first used, so a command loads only what it needs.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalog_tool.contributions.diff import ComparedCommits as ComparedCommits
    from catalog_tool.contributions.diff import Difference as Difference
    from catalog_tool.contributions.diff import diff as diff
    from catalog_tool.contributions.github import Forge as Forge
    from catalog_tool.contributions.github import open_pull as open_pull
    from catalog_tool.contributions.github import open_pulls as open_pulls
    from catalog_tool.contributions.github import put_issue as put_issue
    from catalog_tool.contributions.github.again import review_again as review_again
    from catalog_tool.contributions.github.proposal import propose_entry as propose_entry
    from catalog_tool.contributions.github.queue import read_queue as read_queue
    from catalog_tool.contributions.github.review import PostedReview as PostedReview
    from catalog_tool.contributions.github.review import review_pull as review_pull
    from catalog_tool.contributions.github.settings import Inspection as Inspection
    from catalog_tool.contributions.github.settings import inspect_forge as inspect_forge
    from catalog_tool.contributions.issue_form import judge_issue as judge_issue
    from catalog_tool.contributions.review import Review as Review
    from catalog_tool.contributions.review import read_proofs as read_proofs
    from catalog_tool.contributions.review import review as review
    from catalog_tool.importers.files import ImportedFiles as ImportedFiles
    from catalog_tool.importers.files import read_lists as read_lists
    from catalog_tool.links import LinkSummary as LinkSummary
    from catalog_tool.links import StoppedError as StoppedError
    from catalog_tool.links import open_links as open_links
    from catalog_tool.links import put_broken_aside as put_broken_aside
    from catalog_tool.linter.draft import Draft as Draft
    from catalog_tool.linter.draft import check_draft as check_draft
    from catalog_tool.linter.draft import new_draft as new_draft
    from catalog_tool.linter.engine import errors_in_reading as errors_in_reading
    from catalog_tool.linter.fix import FixedFile as FixedFile
    from catalog_tool.linter.fix import Fixes as Fixes
    from catalog_tool.linter.former_search import former_search_note as former_search_note
    from catalog_tool.linter.patch import Patch as Patch
    from catalog_tool.linter.patch import make_patch as make_patch
    from catalog_tool.linter.report import Report as Report
    from catalog_tool.linter.rules.rule import Rule as Rule
    from catalog_tool.linter.rules.rule import all_rules as all_rules
    from catalog_tool.linter.selection import choices_of as choices_of
    from catalog_tool.linter.selection import find_rule as find_rule
    from catalog_tool.linter.selection import rules_for_publishing as rules_for_publishing
    from catalog_tool.linter.selection import select_rules as select_rules
    from catalog_tool.linter.upgrades import Upgraded as Upgraded
    from catalog_tool.linter.upgrades import upgrade as upgrade
    from catalog_tool.linter.vocabulary_edits import SuggestedVocabulary as SuggestedVocabulary
    from catalog_tool.linter.vocabulary_edits import suggest_vocabulary as suggest_vocabulary
    from catalog_tool.loader.configuration import ConfigurationError as ConfigurationError
    from catalog_tool.loader.configuration import NoCatalogError as NoCatalogError
    from catalog_tool.loader.configuration import documentation_folder as documentation_folder
    from catalog_tool.loader.configuration import load_settings as load_settings
    from catalog_tool.loader.configuration import settings_of as settings_of
    from catalog_tool.loader.git.command import GitError as GitError
    from catalog_tool.loader.git.command import commit_id as commit_id
    from catalog_tool.loader.git.history import change_days as change_days
    from catalog_tool.loader.git.history import missing_history_note as missing_history_note
    from catalog_tool.loader.git.timeline import read_history as read_history
    from catalog_tool.loader.load import Loaded as Loaded
    from catalog_tool.loader.load import load_catalog as load_catalog
    from catalog_tool.loader.pull_request.proposal import PullRequest as PullRequest
    from catalog_tool.loader.queue import load_queue as load_queue
    from catalog_tool.loader.scope import Scope as Scope
    from catalog_tool.loader.scope import scope_of as scope_of
    from catalog_tool.model.catalog import Catalog as Catalog
    from catalog_tool.model.catalog import Entry as Entry
    from catalog_tool.model.diagnostic import Diagnostic as Diagnostic
    from catalog_tool.model.diagnostic import Fix as Fix
    from catalog_tool.model.diagnostic import Severity as Severity
    from catalog_tool.model.edits import Edit as Edit
    from catalog_tool.model.error import CatalogError as CatalogError
    from catalog_tool.model.freshness import RenewalsDue as RenewalsDue
    from catalog_tool.model.freshness import renewals_due as renewals_due
    from catalog_tool.model.generated_file import GeneratedFile as GeneratedFile
    from catalog_tool.model.partner import Partner as Partner
    from catalog_tool.model.publication import Publication as Publication
    from catalog_tool.model.settings import Settings as Settings
    from catalog_tool.pipeline import build as build
    from catalog_tool.pipeline import check as check
    from catalog_tool.pipeline import fix as fix
    from catalog_tool.pipeline import json_schema as json_schema
    from catalog_tool.pipeline import publish as publish
    from catalog_tool.pipeline import render as render
    from catalog_tool.pipeline import render_repository_files as render_repository_files
    from catalog_tool.pipeline import without_broken_entries as without_broken_entries
    from catalog_tool.pipeline import write_fixes as write_fixes
    from catalog_tool.pipeline import write_import as write_import
    from catalog_tool.site.errors import AuditError as AuditError
    from catalog_tool.site.errors import BuildError as BuildError
    from catalog_tool.site.finder import Finder as Finder
    from catalog_tool.site.finder import FinderAnswer as FinderAnswer
    from catalog_tool.site.finder import facet_values as facet_values
    from catalog_tool.site.finder import find as find
    from catalog_tool.site.publishing import files_to_publish as files_to_publish
    from catalog_tool.site.publishing import output_folder as output_folder
    from catalog_tool.site.publishing import stale_files as stale_files
    from catalog_tool.writer import create_tree as create_tree
    from catalog_tool.writer import new_text as new_text
    from catalog_tool.writer import replace_text as replace_text
    from catalog_tool.writer import replace_texts as replace_texts
    from catalog_tool.writer import write_tree as write_tree
    from catalog_tool.writer import writing as writing


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
if not TYPE_CHECKING:  # which can only read a list that is written out
    __all__ = list(_HOMES)


def __getattr__(name: str) -> object:
    if module := _HOMES.get(name):
        return getattr(importlib.import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
