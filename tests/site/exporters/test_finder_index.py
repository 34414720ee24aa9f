"""The finder's index: a single assignment, inert, small, and read back unchanged."""

import gzip
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import quickjs
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.synthetic import Size, write_catalog
from catalog_tool.loader.configuration import load_settings
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.former_partners import FormerPartners
from catalog_tool.model.publication import Publication
from catalog_tool.model.vocabulary import Application
from catalog_tool.pipeline import check
from catalog_tool.site.assets import asset_files, asset_text
from catalog_tool.site.finder import facet_values
from catalog_tool.site.finder.index import export_files
from catalog_tool.text.ordering import latin, sort_key
from catalog_tool.text.urls.domains import domain_of
from tests.site.exporters.catalogs import catalogs, own_publication, partner, publication
from tests.site.finder.engine import in_javascript

SMALL = 45_000
LARGE = 250_000
"""Compressed bytes of everything that is loaded before the first answer by names."""

FIRST_SCRIPTS = {"assets/finder/engine.js", "assets/finder/interface.js"}

MOST_FOR_A_QUERY = 60_000
MOST_PARTS = 25
"""Compressed bytes and requests for the texts that an answer needs."""

READ = """() => {
    const { applications, unlisted, partners, categories, titles } =
        catalogFinder.load(catalogFinderData);
    return { applications, unlisted, partners, categories, titles };
}"""


def export(publication: Publication) -> str:
    return next(export_files(publication)).text


def columns(script: str) -> dict[str, Any]:
    found = re.fullmatch(r"globalThis\.catalogFinderData=(\{.*\});\n", script)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


def read_by_browser(catalog: Publication) -> Any:  # noqa: ANN401 - any JSON
    (read,) = in_javascript(READ, [None], export(catalog))
    return read


def assert_read_back(catalog: Publication) -> None:
    assert read_by_browser(catalog) == json.loads(json.dumps(expected(catalog.catalog)))


def expected(catalog: Catalog) -> dict[str, Any]:
    """Return the catalog as the browser reads it, with positions instead of names."""
    entries, known = catalog.entries, catalog.vocabulary.applications
    at = {entry.id: position for position, entry in enumerate(entries)}
    listed = catalog.applications
    listing = {each.name: [at[entry.id] for entry in each.entries] for each in listed}
    unlisted = sorted(known.keys() - listing.keys(), key=sort_key)
    facets = facet_values(catalog)
    return {
        "applications": [
            application(each.name, each.slug, each.known, listing[each.name]) for each in listed
        ],
        "unlisted": [application(name, "", known[name], []) for name in unlisted],
        "partners": [
            {
                "id": entry.id,
                "name": entry.title,
                "applications": [
                    position
                    for position, each in enumerate(listed)
                    if at[entry.id] in listing[each.name]
                ],
                "stated": {
                    key: [id_ for id_ in facets[key] if id_ in partner.fields.get(key, ())]
                    for key in ("interfaces", "directions")
                },
                "full_list": partner.applications_url or "",
                "host": host,
                "products": partner.products,
                "aliases": [*partner.products, *catalog.former_names(entry), *filter(None, [host])],
            }
            for entry in entries
            for partner in [entry.partner]
            for host in [other_host(entry)]
        ],
        "categories": facets["category"],
        "titles": {
            "category": "Category",
            "interfaces": "Generic interfaces",
            "directions": "Direction",
        },
    }


def other_host(entry: Entry) -> str:
    host = domain_of(entry.partner.website).partition(".")[0].replace("-", "")
    name = "".join(filter(str.isalnum, latin(entry.title)))
    return "" if name.startswith(host) else host


def application(
    name: str, slug: str, known: Application | None, partners: list[int]
) -> dict[str, Any]:
    return {
        "name": name,
        "slug": slug,
        "category": known.category if known else "",
        "vendor": (known.vendor or "") if known else "",
        "aliases": known.aliases if known else [],
        "partners": partners,
    }


def test_the_browser_reads_what_was_written() -> None:
    assert_read_back(own_publication())


@settings(max_examples=15)
@given(catalogs)
def test_the_browser_reads_any_catalog(catalog: Publication) -> None:
    assert_read_back(catalog)


def test_an_empty_catalog_is_read() -> None:
    read = read_by_browser(publication([]))
    assert (read["applications"], read["partners"]) == ([], [])
    assert [each["name"] for each in read["unlisted"]] == ["IBM RACF"]


@pytest.mark.parametrize(
    "name", ["</script><script>", "<!--", "\u2028x", "`${1}`", "a\\", '"};x', "a\nb", "a\tb"]
)
def test_a_name_stays_a_name(name: str) -> None:
    # The checks refuse some of these earlier, but the script doesn't rely on that.
    hostile = partner().model_copy(update={"name": name, "applications": (name,)})
    catalog = publication([hostile])
    script = export(catalog)
    assert "<" not in script
    assert not re.search("[\u2028\u2029]", script)
    assert columns(script)["partners"] == name.replace("\n", " ")
    assert read_by_browser(catalog)["applications"][0]["name"] == name.replace("\n", " ")


@given(st.lists(st.text(alphabet="<>/\u2028é\\\"'", min_size=1, max_size=5), max_size=3))
def test_nothing_in_it_ends_a_script(names: list[str]) -> None:
    script = export(publication([partner().model_copy(update={"name": name}) for name in names]))
    assert "<" not in script
    assert script.isprintable() or script.endswith("\n")


def test_it_has_no_data_that_only_pages_need() -> None:
    script = export(own_publication())
    for entry in own_publication().catalog.entries:
        assert entry.partner.contact not in script
        assert entry.partner.description[:20] not in script


def test_a_partner_that_left_has_a_text_with_the_reason() -> None:
    left = publication([partner()])
    record = {"name": "Pagoda Sync", "removed": "2025-11-03", "reason": "It was discontinued."}
    former = FormerPartners.model_validate({"former": {"pagoda-sync": record}})
    files = export_files(replace(left, catalog=replace(left.catalog, former=former)))
    texts = "".join(file.text for file in files if "/texts/" in file.path)
    assert "Pagoda Sync: It was discontinued." in texts
    assert '"partners/pagoda-sync/"' in texts


SIZES = [
    pytest.param(Size(100, 60), SMALL, id="100"),
    pytest.param(Size(10_000, 2_000), LARGE, id="10,000", marks=pytest.mark.slow),
]
QUERIES = [
    "mainframe",
    "prov",
    "passwords over soap",
    "who reads identities from the human resources system?",
    "audit trail for every operation within minutes of a change in the directory",
]


@pytest.mark.parametrize(("size", "most"), SIZES)
def test_little_is_loaded_for_an_answer(size: Size, most: int, tmp_path: Path) -> None:
    write_catalog(tmp_path, size)
    catalog = check(load_settings(tmp_path / "mkdocs.yml"), rules={}).publication
    every = [*export_files(catalog), *asset_files(catalog.settings)]
    files = {file.path: file.text for file in every}
    index = files["assets/finder-index.js"]
    scripts = [files[path] for path in sorted(FIRST_SCRIPTS)]
    assert sum(map(compressed, [index, *scripts])) <= most
    for query in (*QUERIES, catalog.catalog.applications[0].name):
        parts = parts_for(query, index, files)
        assert sum(map(compressed, parts)) <= MOST_FOR_A_QUERY, query
        assert len(parts) <= MOST_PARTS, query


def compressed(text: str) -> int:
    return len(gzip.compress(text.encode()))


def parts_for(query: str, index: str, files: dict[str, str]) -> list[str]:
    """Return the scripts of the parts that a browser loads until the answer is complete."""
    context = quickjs.Context()
    for script in (asset_text("finder/engine.js"), index):
        context.eval(script)
    context.eval("const index = catalogFinder.load(catalogFinderData);")
    pending = context.eval(
        "(query) => { const { pending, also } = catalogFinder.find(index, query); "
        "return (pending.length ? pending : also.pending).join(); }"
    )
    add = context.eval("(name) => catalogFinder.addShard(index, name, catalogFinderShards[name])")
    parts = []
    while names := pending(query):
        for name in names.split(","):
            parts.append(files[f"assets/finder/{name}.js"])
            context.eval(parts[-1])
            add(name)
    return parts
