"""From the text of an issue to an entry for a pull request, or to what is wrong with it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from catalog_tool.contributions.issue_form.message import remarks_of
from catalog_tool.contributions.issue_form.parse import read_submission
from catalog_tool.contributions.issue_form.result import Outcome
from catalog_tool.linter.draft import check_draft
from catalog_tool.linter.fix import fix_text
from catalog_tool.loader.configuration import schema_address, settings_of
from catalog_tool.loader.publication import load_publication
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.entry_yaml import entry_text
from catalog_tool.model.identifiers import ENTRY_SUFFIX, identifier_of, is_identifier
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.site.form.fields import entry_fields
from catalog_tool.text.ordering import same_key

_NAMELESS = "partner"  # so that the rules can judge what there is besides a name


def judge_issue(settings: Settings, body: str, folder: Path | None = None) -> Outcome:
    """Read an issue and judge the entry in it by all rules, after the fixes that are safe.

    An entry of the same name is replaced as a whole.

    Args:
        settings: the catalog that the entry should join.
        body: text of the issue, a stranger's.
        folder: where its file will be; among the partner files of the catalog if ``None``.

    Raises:
        OSError: the folder of the partner files, or a file of the prose, cannot be read.
    """
    publication = load_publication(settings)
    submission = read_submission(body, publication)
    if not submission.is_form:
        return Outcome(submission, remarks=submission.mistakes)
    name = str(submission.values.get("name", ""))
    identifier = _identifier(name, publication.catalog) if name else _NAMELESS
    path = f"{settings.partners}/{identifier}{ENTRY_SUFFIX}"
    outcome = Outcome(submission, identifier, path)
    target = settings_of(folder, settings) if folder else settings
    return _with_remarks(
        outcome, publication, entry_text(submission.values, schema_address(target))
    )


def _identifier(name: str, catalog: Catalog) -> str:
    """Return the id of a partner: the one that it has, or the one that its name gives.

    A name without a letter from A to Z gives one of its own.
    """
    wanted = identifier_of(name)
    if is_identifier(wanted):
        return wanted
    # An admin may have chosen another one since.
    listed = (entry.id for entry in catalog.entries if same_key(entry.title) == same_key(name))
    return next(listed, f"partner-{hashlib.sha256(name.encode()).hexdigest()[:8]}")


def _with_remarks(outcome: Outcome, publication: Publication, text: str) -> Outcome:
    catalog = publication.catalog
    others = tuple(entry for entry in catalog.entries if entry.id != outcome.identifier)
    around = replace(publication, catalog=replace(catalog, entries=others))
    mended, found = fix_text(text, lambda each: check_draft(around, outcome.path, each))
    fields = entry_fields(catalog.vocabulary)
    # A field that could not be read says nothing yet, which is no second mistake.
    unread = {each.field for each in outcome.submission.mistakes if each.field}
    remarks = (
        each for each in remarks_of(found, outcome.path, mended, fields) if each.field not in unread
    )
    return replace(
        outcome,
        text=mended,
        remarks=(*outcome.submission.mistakes, *remarks),
        replaced=catalog.by_id.get(outcome.identifier),
    )
