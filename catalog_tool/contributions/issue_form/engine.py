"""Turns the text of an issue into an entry for a pull request, or into messages."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from catalog_tool.contributions.issue_form.message import messages_of
from catalog_tool.contributions.issue_form.parse import read_submission
from catalog_tool.contributions.issue_form.result import IssueResult
from catalog_tool.linter.draft import check_draft
from catalog_tool.linter.fix import fix_text
from catalog_tool.loader.configuration import schema_address, settings_of
from catalog_tool.loader.publication import load_publication
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.entry_yaml import entry_text
from catalog_tool.model.identifiers import ENTRY_SUFFIX, identifier_of, is_identifier
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.site.form.fields import issue_fields
from catalog_tool.text.ordering import same_key

_NAMELESS = "partner"  # so that the rules can check the other fields


def judge_issue(settings: Settings, body: str, folder: Path | None = None) -> IssueResult:
    """Read an issue, and check its entry with all rules after applying safe fixes.

    An entry with the same name is replaced as a whole, except its logo: a form can't have files.

    Args:
        settings: the catalog to add the entry to.
        body: text of the issue, written by a stranger.
        folder: folder of its file; the folder of the partner files if ``None``.

    Raises:
        OSError: the folder of the partner files, or a file of the prose, cannot be read.
    """
    publication = load_publication(settings)
    submission = read_submission(body, publication)
    if not submission.is_form:
        return IssueResult(submission, messages=submission.mistakes)
    name = str(submission.values.get("name", ""))
    identifier = _identifier(name, publication.catalog) if name else _NAMELESS
    path = f"{settings.partners}/{identifier}{ENTRY_SUFFIX}"
    result = IssueResult(submission, identifier, path)
    before = publication.catalog.by_id.get(identifier)
    values = dict(submission.values)
    if before and before.partner.logo:
        values["logo"] = before.partner.logo
    target = settings_of(folder, settings) if folder else settings
    return _with_messages(
        result,
        publication,
        entry_text(values, schema_address(target), publication.catalog.entry_model),
    )


def _identifier(name: str, catalog: Catalog) -> str:
    """Return the id of a partner, which comes from its name.

    A name without a letter from A to Z keeps the id of its entry, or gets a generated id.
    """
    wanted = identifier_of(name)
    if is_identifier(wanted):
        return wanted
    # An admin may have chosen an id for it.
    listed = (entry.id for entry in catalog.entries if same_key(entry.title) == same_key(name))
    return next(listed, f"partner-{hashlib.sha256(name.encode()).hexdigest()[:8]}")


def _with_messages(result: IssueResult, publication: Publication, text: str) -> IssueResult:
    catalog = publication.catalog
    others = tuple(entry for entry in catalog.entries if entry.id != result.identifier)
    around = replace(publication, catalog=replace(catalog, entries=others))
    fixed, found = fix_text(text, lambda each: check_draft(around, result.path, each))
    fields = issue_fields(publication)
    # A field that could not be read has no value yet, which is not a second error.
    unread = {each.field for each in result.submission.mistakes if each.field}
    messages = (
        each for each in messages_of(found, result.path, fixed, fields) if each.field not in unread
    )
    return replace(
        result,
        text=fixed,
        messages=(*result.submission.mistakes, *messages),
        replaced=catalog.by_id.get(result.identifier),
    )
