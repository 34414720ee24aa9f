"""One partner in the Markdown catalog: every field of the entry in a fixed place."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.catalog import Entry
from catalog_tool.model.partner import Partner
from catalog_tool.model.publication import Publication
from catalog_tool.site.exporters._prose import MarkdownSection, path_from_published
from catalog_tool.text.markup.inline import destination
from catalog_tool.text.markup.markdown import line_to_markdown, to_markdown


def partner_section(
    entry: Entry, publication: Publication, *, links_file: bool = True
) -> MarkdownSection:
    """Return a partner's section: a heading of the third level, then its parts.

    Parts without content are left out, also refused values of a draft. The others keep their order.
    The details end with a link to the file if ``links_file``.
    """
    parts = {
        "Description": to_markdown(entry.description),
        "Contact information": "\n".join(_contact(entry)),
        "Applications supported": "\n\n".join(_applications(entry)),
        "Links": "\n".join(_links(entry)),
        "Details": "\n".join(_details(entry, publication, links_file=links_file)),
    }
    stated = {title: text for title, text in parts.items() if text}
    blocks = [f"### {line_to_markdown(entry.title)}"]
    for title, text in stated.items():
        blocks += [f"#### {title}", text]
    return MarkdownSection((entry.title, *stated), "\n\n".join(blocks))


def _contact(entry: Entry) -> Iterator[str]:
    stated = {"Website": entry.partner.website, "Contact": entry.partner.contact}
    yield from (f"- {label}: <{address}>" for label, address in stated.items() if address)


def _applications(entry: Entry) -> Iterator[str]:
    if note := to_markdown(entry.note):
        yield note
    if names := "\n".join(_names(entry)):
        yield names
    if entry.partner.applications_url:
        yield f"Full list: <{entry.partner.applications_url}>"


def _names(entry: Entry) -> Iterator[str]:
    """Yield a line for each application. A group is a nested list."""
    for where, names in entry.partner.application_lists():
        is_group = len(where) > 1
        if is_group:
            yield f"- {line_to_markdown(str(where[-1]))}"
        indent = "  " if is_group else ""
        yield from (f"{indent}- {line_to_markdown(name)}" for name in names if name)


def _links(entry: Entry) -> Iterator[str]:
    for link in entry.partner.links:
        if not (link.label and link.url):
            continue
        label = line_to_markdown(link.label, in_link=True)
        yield f"- [{label}]({destination(link.url)})"


def _details(entry: Entry, publication: Publication, *, links_file: bool) -> Iterator[str]:
    partner = entry.partner
    file = f"{publication.settings.partners}/{entry.id}.yaml"
    former_names = publication.catalog.former_names(entry)
    for label, names in (("Formerly", former_names), ("Product", partner.products)):
        yield from (f"- {label}: {line_to_markdown(name)}" for name in names if name)
    stated = {
        "Summary": line_to_markdown(partner.summary or ""),
        "Tested on": partner.tested_on,
        "Tested by": line_to_markdown(partner.tested_by or ""),
        "Maintainers": ", ".join(partner.maintainers),
        **dict(_own_fields(partner)),
        "Entry": f"[{file}]({path_from_published(publication, file)})" if links_file else "",
    }
    yield from (f"- {label}: {text}" for label, text in stated.items() if text)


def _own_fields(partner: Partner) -> Iterator[tuple[str, str]]:
    """Yield the label of each own field that a partner states, and its values."""
    for key, values in partner.fields.items():
        field = partner.own_fields[key]
        is_address = field.type in {"url", "email"}
        shown = (
            f"<{each}>" if is_address else line_to_markdown(field.name_of(each)) for each in values
        )
        yield line_to_markdown(field.label), ", ".join(shown)


def partner_markdown(entry: Entry, publication: Publication, *, links_file: bool = True) -> str:
    """Return one partner as the Markdown catalog shows it."""
    return partner_section(entry, publication, links_file=links_file).markdown
