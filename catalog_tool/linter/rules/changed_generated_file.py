"""The pull request changes a file that is generated from the entries.

``catalog publish`` writes the Markdown catalog and the description of the format on the main
branch, after each merge. A pull request leaves these files alone, or changes them exactly as
``catalog publish`` would.

Why:
    Changes made by hand are lost the next time the file is generated. A change to an entry belongs
    in the partner's own file, where the checks see it.

Bad:
    # pull request by contoso-anna
    # CATALOG.md
    # Partner integrations

    ### Contoso

    My own words.

Good:
    # pull request by contoso-anna
    # partners/contoso.yaml
    description: My own words.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.loader.pull_request.proposal import GeneratedChange, Proposal
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.generated_file import is_intact

CODE = "CAT502"
SEVERITY = Severity.ERROR

_HEADING = "### "
_MOST_NAMED = 3


def check_pull_request(proposal: Proposal) -> Iterator[Problem]:
    """Report each generated file that is not as it would be generated."""
    for path, change in proposal.generated.items():
        if not _is_allowed(path, change, proposal):
            at = _first_difference(change)
            message = f"This pull request changes {path}, which is generated."
            yield Problem((), message, _hint(path, change, proposal), span=(at, at), path=path)


def _is_allowed(path: str, change: GeneratedChange, proposal: Proposal) -> bool:
    if not proposal.changes_program:
        return change.proposed == change.due
    # A new version of the program may generate other files. That is reviewed as code. A checksum
    # finds mistakes but proves nothing: anyone who edits a file can update its checksum too.
    return path != proposal.settings.published or is_intact(change.proposed)


def _hint(path: str, change: GeneratedChange, proposal: Proposal) -> str:
    undo = f"Undo your change to {path}; it is generated again after the merge."
    files = _files(change, proposal)
    if not files:
        return f"{undo} To change a partner, edit its file in {proposal.settings.partners}/."
    named = ", ".join(files[:_MOST_NAMED])
    return f"{undo} The text you changed comes from {named}. Make your change there."


def _files(change: GeneratedChange, proposal: Proposal) -> list[str]:
    """Return the files of the partners whose sections were changed by hand."""
    from catalog_tool.text.markup.markdown import line_to_markdown  # noqa: PLC0415 - only to review

    before, proposed = _sections(change.before), _sections(change.proposed)
    changed = {title for title, text in proposed.items() if before.get(title, text) != text}
    changed |= before.keys() - proposed.keys()
    return [
        entry.source.path
        for entry in proposal.before.catalog.entries
        if line_to_markdown(entry.title) in changed
    ]


def _sections(text: str) -> dict[str, str]:
    """Return the text of each partner by its heading."""
    _, *sections = f"\n{text}".split(f"\n{_HEADING}")
    return {title: rest for title, _, rest in (each.partition("\n") for each in sections)}


def _first_difference(change: GeneratedChange) -> int:
    """Return the start of the first line in which the proposed text differs from the one before."""
    start = 0
    lines = change.before.splitlines(keepends=True)
    for line, known in zip(change.proposed.splitlines(keepends=True), lines, strict=False):
        if line != known:
            break
        start += len(line)
    return min(start, max(len(change.proposed) - 1, 0))
