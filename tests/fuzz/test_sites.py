"""Whatever entries say, the finished site shows it: its audit raises no false alarm.

No rule is asked, only that an entry can be read: the pages do not count on the rules.
"""

import tempfile
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from catalog_tool.loader.configuration import load_settings
from catalog_tool.model.entry_yaml import entry_text
from catalog_tool.model.nodes import Plain
from catalog_tool.model.publication import Publication
from catalog_tool.pipeline import check
from catalog_tool.site.audit import audit
from catalog_tool.site.build import build_site
from catalog_tool.text.markup import parse_line, to_plain
from tests.checking import OWN_FIELDS
from tests.fuzz.corpora import every_text
from tests.importers.test_round_trip import entries
from tests.own_fields import MODEL
from tests.site.built.checks import built_faults
from tests.site.built.made_site import made_site

CONFIGURATION = """\
site_name: Fuzz
site_url: https://catalog.contoso.com/partners/
strict: true
theme: {name: material, font: false}
plugins: [catalog]
"""
MOST_TEXT = 300

pytestmark = pytest.mark.slow  # npm brings one of the collections


def _line(text: str) -> str:
    return " ".join(text.split())[:90].strip()


ODD = st.deferred(lambda: st.sampled_from(every_text()))
ODD_LINES = ODD.map(_line).filter(bool)
odd_entries = st.fixed_dictionaries(
    {
        "name": ODD_LINES,
        "website": st.just("https://www.contoso.com/a"),
        "contact": st.just("sales@contoso.com"),
        "description": ODD.map(lambda text: f"It connects.\n\n{text[:MOST_TEXT].strip()}\n"),
        "applications": st.lists(ODD_LINES, min_size=1, max_size=3).map(tuple),
    },
    optional={
        # A note that shows nothing is refused: CAT101.
        "applications_note": ODD_LINES.filter(lambda text: bool(to_plain(parse_line(text)))),
        "tested_by": ODD_LINES,
        "links": ODD_LINES.map(lambda label: ({"label": label, "url": "https://a.com"},)),
    },
)


def readable(folder: Path, written: list[dict[str, Plain]]) -> Publication:
    """Return a catalog of those entries that can be read."""
    (folder / "docs").mkdir()
    (folder / "partners").mkdir()
    (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    (folder / "partners" / "_fields.yaml").write_text(OWN_FIELDS, encoding="utf-8")
    for number, values in enumerate(written):
        path = folder / "partners" / f"p{number}.yaml"
        path.write_text(entry_text(values, model=MODEL), encoding="utf-8", newline="")
    return check(load_settings(folder / "mkdocs.yml"), rules={}).publication


# A counterexample stays as large as it is: to make it smaller is a hundred builds.
@settings(max_examples=2, phases=[Phase.reuse, Phase.generate])
@given(st.lists(odd_entries | entries, min_size=10, max_size=30))
def test_the_audit_of_any_catalog_finds_nothing(written: list[dict[str, Plain]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        publication = readable(Path(folder), written)
        assert len(publication.catalog.entries) > len(written) / 3
        site = Path(folder) / "site"
        site.mkdir()
        build_site(publication, site)
        assert [str(fault) for fault in audit(publication, site)] == []
        assert built_faults(made_site(publication, site)) == []
