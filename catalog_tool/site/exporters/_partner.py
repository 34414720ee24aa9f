"""One partner in the Markdown catalog: every field of the entry in a fixed place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalog_tool.model.catalog import Entry
from catalog_tool.model.fields import FieldDefinition
from catalog_tool.model.messages import Messages
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
    words = publication.words
    details = [*_details(entry, publication, words)]
    if links_file:
        file = f"{publication.settings.partners}/{entry.id}.yaml"
        details.append((words.gettext("Entry"), _link_to(file, publication)))
    parts = {
        words.gettext("Description"): to_markdown(entry.description),
        words.gettext("Contact information"): _labeled(_contact(entry, words)),
        words.gettext("%(Applications)s supported"): "\n\n".join(_applications(entry, words)),
        words.gettext("Links"): "\n".join(_links(entry)),
        words.gettext("Details"): _labeled(details),
    }
    stated = {title: text for title, text in parts.items() if text}
    blocks = [f"### {line_to_markdown(entry.title)}"]
    for title, text in stated.items():
        blocks += [f"#### {line_to_markdown(title)}", text]
    return MarkdownSection((entry.title, *stated), "\n\n".join(blocks))


def _labeled(facts: Iterable[tuple[str, str]]) -> str:
    """Return a list of labels, each with what is stated; others are left out."""
    return "\n".join(f"- {line_to_markdown(label)}: {text}" for label, text in facts if text)


def _contact(entry: Entry, words: Messages) -> Iterator[tuple[str, str]]:
    partner = entry.partner
    for label, address in (
        (words.gettext("Website"), partner.website),
        (words.gettext("Contact"), partner.contact),
    ):
        yield label, f"<{address}>" if address else ""


def _applications(entry: Entry, words: Messages) -> Iterator[str]:
    if note := to_markdown(entry.note):
        yield note
    if names := "\n".join(_names(entry)):
        yield names
    full_list = words.gettext("Full list")
    if entry.partner.applications_url:
        yield f"{full_list}: <{entry.partner.applications_url}>"


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


def _details(entry: Entry, publication: Publication, words: Messages) -> Iterator[tuple[str, str]]:
    partner = entry.partner
    for former_name in publication.catalog.former_names(entry):
        yield words.gettext("Formerly"), line_to_markdown(former_name)
    for product in partner.products:
        yield words.gettext("Product"), line_to_markdown(product)
    yield words.gettext("Summary"), line_to_markdown(partner.summary or "")
    if partner.logo:
        logo = f"{publication.settings.logos_path}/{partner.logo}"
        yield words.gettext("Logo"), _link_to(logo, publication)
    yield words.gettext("Tested on"), partner.tested_on or ""
    yield words.gettext("Tested by"), line_to_markdown(partner.tested_by or "")
    yield words.gettext("Maintainers"), ", ".join(partner.maintainers)
    for key, values in partner.fields.items():
        field = partner.own_fields[key]
        shown = [_own_value(field, value) for value in values]
        listed = shown if field.has_commas else [", ".join(shown)]
        yield from ((field.label, text) for text in listed)


def _own_value(field: FieldDefinition, value: str) -> str:
    is_address = field.type in {"url", "email"}
    return f"<{value}>" if is_address else line_to_markdown(field.name_of(value))


def _link_to(path: str, publication: Publication) -> str:
    return f"[{path}]({path_from_published(publication, path)})"


def partner_markdown(entry: Entry, publication: Publication, *, links_file: bool = True) -> str:
    """Return one partner as the Markdown catalog shows it."""
    return partner_section(entry, publication, links_file=links_file).markdown
