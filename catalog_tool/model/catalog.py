"""All entries in order, with lookups by id, name, and application."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from catalog_tool.model.edits import Where
from catalog_tool.model.exceptions import RuleException
from catalog_tool.model.fields import FieldDefinition
from catalog_tool.model.former_partners import FormerPartners
from catalog_tool.model.identifiers import reserved_for
from catalog_tool.model.logo import Logo
from catalog_tool.model.partner import Partner
from catalog_tool.model.published_entries import PublishedEntry
from catalog_tool.model.source import Source
from catalog_tool.model.values import SUMMARY_MAX_LENGTH
from catalog_tool.model.vocabulary import Application, Vocabulary
from catalog_tool.model.wording import Freshness
from catalog_tool.text.markup import Markup, parse_line, parse_markup, to_plain
from catalog_tool.text.ordering import same_key, slug, sort_key
from catalog_tool.text.phrases import first_sentence, shorten


@dataclass(frozen=True)
class Entry:
    """One partner with the file it came from; ``id`` is the file name without ``.yaml``.

    It has a logo if it names one, and if that was accepted. Its hash is that of its id.
    """

    id: str
    partner: Partner = field(hash=False)
    source: Source = field(hash=False)
    logo: Logo | None = field(default=None, hash=False)

    @property
    def title(self) -> str:
        """The partner's name, or the id if the name couldn't be read."""
        return self.partner.name or self.id

    @cached_property
    def description(self) -> Markup:
        """The description, parsed."""
        return parse_markup(self.partner.description)

    @cached_property
    def note(self) -> Markup:
        """The note before the applications, parsed; it has no text tokens if there is no note."""
        return parse_line(self.partner.applications_note or "")

    @cached_property
    def summary(self) -> str:
        """One line for lists of partners: its summary, or the first sentence of its text."""
        stated = self.partner.summary or first_sentence(to_plain(self.description))
        return shorten(" ".join(stated.split()), SUMMARY_MAX_LENGTH, between_words=True)

    @property
    def as_published(self) -> PublishedEntry:
        """The entry as readers know it."""
        return PublishedEntry(self.id, self.title, self.partner.website or "")

    def published_texts(self) -> Iterator[tuple[Where, str]]:
        """Yield every text that the entry publishes, as plain text, with its place in the data.

        These are the texts whose words count: the description, the note, the summary, names of
        groups, applications, and products, former names, labels of links, and text in the
        catalog's own fields.
        """
        yield ("description",), to_plain(self.description)
        yield from self.partner.names_and_texts()
        yield ("applications_note",), to_plain(self.note)
        for where, names in self.partner.application_lists():
            group = str(where[-1]) if len(where) > 1 else ""
            yield where, "\n".join([group, *names])
        for number, link in enumerate(self.partner.links):
            yield ("links", number, "label"), link.label


@dataclass(frozen=True)
class ListedApplication:
    """One application of the catalog with everyone who lists it.

    Attributes:
        name: canonical name, or the name as listed if it isn't in the vocabulary.
        slug: its address under ``applications/``.
        known: its entry in the vocabulary, or ``None``.
        entries: the entries that list it, in the order of the catalog.
    """

    name: str
    slug: str
    known: Application | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Catalog:
    """The entries in order, with the vocabulary that they refer to.

    Attributes:
        entries: every entry that could be read, sorted by name; a broken one is a draft.
        vocabulary: the known names and their meaning.
        vocabulary_source: the file of the vocabulary.
        platform: the name of the platform in the settings; empty if unknown.
        freshness: after how many months a test is old, as the settings say.
        entry_model: the keys that an entry can have, and those that it needs.
        fields_source: the file of the catalog's own fields.
        former: the records of partners that left or have a new address.
        former_source: the file of these records.
        exceptions: the values that rules let pass, by their position in the file.
        exceptions_source: the file of these exceptions.
        file_ids: the ids of all files, readable or not.
        intended_ids: the ids that these files should have, whatever their names are now.
        published: the entries that readers know, if known.
        labels: what the published catalog calls core keys beside the catalog's own fields.
        logo_paths: the files that have the name of a logo, accepted or not.
        before: the catalog before a change that is being judged, if names of applications are gone.
    """

    entries: tuple[Entry, ...] = ()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    vocabulary_source: Source = field(default_factory=lambda: Source(""))
    platform: str = ""
    entry_model: type[Partner] = Partner
    fields_source: Source = field(default_factory=lambda: Source(""))
    former: FormerPartners = field(default_factory=FormerPartners)
    former_source: Source = field(default_factory=lambda: Source(""))
    exceptions: Mapping[int, RuleException] = field(default_factory=dict)
    exceptions_source: Source = field(default_factory=lambda: Source(""))
    file_ids: frozenset[str] = frozenset()
    intended_ids: frozenset[str] = frozenset()
    published: tuple[PublishedEntry, ...] = ()
    before: Catalog | None = None
    freshness: Freshness = field(default_factory=Freshness)
    labels: tuple[str, ...] = ()
    logo_paths: frozenset[str] = frozenset()

    @property
    def fields(self) -> Mapping[str, FieldDefinition]:
        """The catalog's own fields by key, in the order in which entries have them."""
        return self.entry_model.own_fields

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """Entries by their id."""
        return {entry.id: entry for entry in self.entries}

    def former_names(self, entry: Entry) -> tuple[str, ...]:
        """Return the names that a partner had: those in its entry, then those in the records."""
        own = tuple(filter(None, entry.partner.former_names))
        known = {*map(same_key, (entry.title, *own))}
        recorded = self._names_in_records.get(entry.id, {})
        return (*own, *(name for name in recorded if same_key(name) not in known))

    @cached_property
    def _names_in_records(self) -> dict[str, dict[str, None]]:
        names: dict[str, dict[str, None]] = {}
        for identifier, record in self.former.former.items():
            names.setdefault(self.former.move_chain(identifier)[-1], {})[record.name] = None
        return names

    def has(self, identifier: str) -> bool:
        """Return whether a partner has a file with this id, readable or not."""
        return identifier in self.by_id or identifier in self.file_ids

    @cached_property
    def applications(self) -> tuple[ListedApplication, ...]:
        """Every listed application under its canonical name, in order."""
        listing: dict[str, dict[str, Entry]] = {}
        for entry in self.entries:
            for name in self.listed_names[entry.id]:
                listing.setdefault(name, {})[entry.id] = entry
        taken: set[str] = set()
        return tuple(
            ListedApplication(
                name,
                _free_slug(name, taken),
                self.vocabulary.applications.get(name),
                tuple(listing[name].values()),
            )
            for name in sorted(listing, key=sort_key)
        )

    @cached_property
    def most_listed(self) -> tuple[ListedApplication, ...]:
        """The applications with the most partners first, then those with the most other names."""

        def rank(each: ListedApplication) -> tuple[int, int]:
            return -len(each.entries), -len(each.known.aliases) if each.known else 0

        return tuple(sorted(self.applications, key=rank))

    @cached_property
    def application_by_name(self) -> dict[str, ListedApplication]:
        """Listed applications by canonical name."""
        return {application.name: application for application in self.applications}

    @cached_property
    def aliases_by_slug(self) -> dict[str, tuple[str, ListedApplication]]:
        """Each alias with its listed application, by the address it would have as a name.

        An alias is often a former name, and readers keep its address. It is left out if its address
        is the page of another application.
        """
        taken = {application.slug for application in self.applications}
        found: dict[str, tuple[str, ListedApplication]] = {}
        for application in self.applications:
            for alias in application.known.aliases if application.known else ():
                free = slug(alias)
                is_name = self.vocabulary.canonical(alias) == application.name
                if free and is_name and free not in taken and not reserved_for(free):
                    found.setdefault(free, (alias, application))
        return found

    @cached_property
    def listed_names(self) -> dict[str, dict[str, None]]:
        """The canonical names that each entry lists, each once, by the id of the entry."""
        return {entry.id: dict.fromkeys(self.application_names(entry)) for entry in self.entries}

    def application_names(self, entry: Entry) -> Iterator[str]:
        """Yield the canonical names of an entry's applications in the order of its file."""
        for _, name in entry.partner.listed_applications():
            if name:
                yield self.vocabulary.canonical(name) or name

    def application(self, name: str) -> ListedApplication:
        """Return a listed application by any spelling of its name.

        Raises:
            KeyError: no entry lists it.
        """
        return self.application_by_name[self.vocabulary.canonical(name) or name]


def sort_entries(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return entries in the order of the catalog: by name, then by id."""
    return tuple(sorted(entries, key=lambda entry: (sort_key(entry.title), entry.id)))


def _free_slug(name: str, taken: set[str]) -> str:
    wanted = slug(name) or "application"
    free = wanted
    number = 2
    while free in taken or reserved_for(free):
        free = f"{wanted}-{number}"
        number += 1
    taken.add(free)
    return free
