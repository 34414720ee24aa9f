"""The catalog inside MkDocs: the real plugin in a real build."""

import logging
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files, get_files

from catalog_tool.loader.configuration import load_settings
from catalog_tool.model.queue import QUEUE_FILE
from catalog_tool.model.settings import SCHEMA_FILE
from catalog_tool.pipeline import check, render
from catalog_tool.site.assets import asset_files
from catalog_tool.site.finder import index as finder_index

REPOSITORY = Path(__file__).parents[1]
REPOSITORY_ADDRESS = "https://github.com/partner-catalog/partner-catalog"


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    """A copy of what this repository's site is made from."""
    for folder in ("docs", "partners"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path)
    return tmp_path


@pytest.fixture
def problems() -> Iterator[list[str]]:
    """What MkDocs warns of, or calls an error, while the test runs."""
    found: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: found.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    yield found
    logger.removeHandler(handler)


def configured(catalog: Path, **changes: object) -> MkDocsConfig:
    """Return the configuration of a catalog's site after the changes, built into ``site``."""
    document = yaml.safe_load((catalog / "mkdocs.yml").read_text(encoding="utf-8")) | changes
    (catalog / "mkdocs.yml").write_text(yaml.safe_dump(document), encoding="utf-8")
    return load_config(str(catalog / "mkdocs.yml"), site_dir=str(catalog / "site"))


def mounted(config: MkDocsConfig) -> Files:
    """Return the files of a site after the plugins have seen them."""
    config.plugins.on_config(config)
    return config.plugins.on_files(get_files(config), config=config)


def test_a_strict_build_has_every_page_and_file_and_no_warning(
    catalog: Path, problems: list[str]
) -> None:
    build(configured(catalog))
    generated = render(check(load_settings(catalog)).publication)
    for file in generated:
        published = file.path.removesuffix("index.md") + "index.html" * file.path.endswith(".md")
        assert (catalog / "site" / published).is_file(), file.path
    assert problems == []


def test_what_is_mounted_is_what_the_command_line_renders(catalog: Path) -> None:
    publication = check(load_settings(catalog)).publication
    generated = render(publication)
    files = mounted(configured(catalog))
    texts = {file.src_uri: file.content_string for file in files if file.generated_by}
    later = {file.path for file in finder_index.export_files(publication)}
    assert texts == {file.path: file.text for file in generated if file.path not in later}


def test_a_file_of_the_documentation_folder_gives_way(catalog: Path) -> None:
    (catalog / "docs" / "catalog").mkdir()
    (catalog / "docs" / "catalog" / "index.md").write_text("# Not this one\n", encoding="utf-8")
    page = mounted(configured(catalog)).get_file_from_path("catalog/index.md")
    assert page is not None
    assert page.content_string.startswith("---\ntitle:")


@pytest.mark.parametrize(
    ("name", "address"),
    [("index.md", "/"), ("catalog.md", "/catalog/"), ("catalog/index.md", "/catalog/")],
)
def test_whose_page_gives_way_is_told(
    catalog: Path, name: str, address: str, caplog: pytest.LogCaptureFixture
) -> None:
    (catalog / "docs" / name).parent.mkdir(exist_ok=True)
    (catalog / "docs" / name).write_text("# Not this one\n", encoding="utf-8")
    files = mounted(configured(catalog))
    assert "Not this one" not in {file.content_string for file in files if file.src_uri == name}
    (told,) = caplog.messages
    expected = f"Warning: docs/{name} isn't on the site because the catalog generates {address}."
    assert told == expected


def test_an_old_schema_of_the_catalog_gives_way_in_silence(
    catalog: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (catalog / SCHEMA_FILE).write_text("{}\n", encoding="utf-8")
    mounted(configured(catalog))
    assert caplog.messages == []


def test_the_words_and_records_of_the_owners_are_no_pages(catalog: Path) -> None:
    build(configured(catalog))
    published = {path.name for path in (catalog / "site").iterdir()}
    assert not {"decisions", "prose"} & published


def test_the_edit_link_of_a_theme_leads_to_the_file_of_the_entry(catalog: Path) -> None:
    theme = {"name": "material", "font": False, "features": ["content.action.edit"]}
    build(configured(catalog, theme=theme))
    html = (catalog / "site" / "partners" / "aquera" / "index.html").read_text(encoding="utf-8")
    (button,) = re.findall(r'<a href="([^"]+)"[^>]+class="md-content__button', html)
    assert button == f"{REPOSITORY_ADDRESS}/edit/main/partners/aquera.yaml"


def test_style_sheet_and_script_are_on_every_page(catalog: Path) -> None:
    build(configured(catalog))
    html = (catalog / "site" / "partners" / "aquera" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="stylesheet" href="../../assets/catalog.css">' in html
    assert '<script src="../../assets/catalog.js"></script>' in html
    for asset in asset_files(load_settings(catalog / "mkdocs.yml")):
        assert (catalog / "site" / asset.path).read_text(encoding="utf-8") == asset.text


def test_a_page_that_is_not_there_says_where_to_look(catalog: Path) -> None:
    build(configured(catalog))
    html = (catalog / "site" / "404.html").read_text(encoding="utf-8")
    assert "This page isn’t here" in html
    assert 'href="/partner-catalog/applications/"' in html


def test_nothing_in_a_page_is_loaded_from_another_host(catalog: Path) -> None:
    build(configured(catalog))
    loading = re.compile(
        r"<(?:script|img|iframe|source)\b[^>]*\ssrc=\"(?:https?:)?//"
        r"|<link\b(?![^>]*rel=\"canonical\")[^>]*\shref=\"(?:https?:)?//"
    )
    for path in (catalog / "site").rglob("*.html"):
        assert not loading.search(path.read_text(encoding="utf-8")), path


def test_an_error_in_an_entry_stops_the_build(catalog: Path, problems: list[str]) -> None:
    (catalog / "partners" / "contoso.yaml").write_text("name: Contoso\n", encoding="utf-8")
    with pytest.raises(Abort):
        build(configured(catalog))
    assert "partners/contoso.yaml:1:1: error CAT104 missing-contact" in "\n".join(problems)
    assert not (catalog / "site" / "partners").exists()


def test_a_broken_list_of_pull_requests_stops_the_build(catalog: Path, problems: list[str]) -> None:
    (catalog / QUEUE_FILE).write_text("{", encoding="utf-8")
    with pytest.raises(Abort):
        build(configured(catalog))
    assert "isn't a list of waiting pull requests. Delete it, or run" in "\n".join(problems)


def test_the_build_grades_rules_as_the_settings_do(catalog: Path, problems: list[str]) -> None:
    plugins = [{"catalog": {"rules": {"too-many-words": {"limit": 20}}}}]
    with pytest.raises(Abort):
        build(configured(catalog, plugins=plugins))
    assert "more than the 20 allowed" in "\n".join(problems)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"plugins": [{"catalog": {"patners": "x"}}]}, "has no option 'patners'"),
        ({"plugins": [{"catalog": {"title": 3}}]}, "'title'"),
        ({"plugins": [{"catalog": {"rules": {"yaml-feature": "off"}}}]}, "Remove this line."),
    ],
)
def test_a_wrong_configuration_is_explained(
    changes: dict[str, object], reason: str, catalog: Path
) -> None:
    config = configured(catalog, **changes)
    with pytest.raises(PluginError, match=re.escape(reason)):
        config.plugins["catalog"].on_config(config)


def test_the_preview_reloads_when_an_entry_or_a_text_changes(catalog: Path) -> None:
    config = configured(catalog)
    plugin = config.plugins["catalog"]
    plugin.on_config(config)
    server = LiveReloadServer(
        lambda: None, host="127.0.0.1", port=0, root=str(catalog), mount_path="/"
    )
    plugin.on_serve(server, config=config, builder=build)
    watched = {Path(path).relative_to(catalog).as_posix() for path in server._watched_paths}  # noqa: SLF001 - the server does not say
    assert watched == {"partners", "docs/prose"}
    server.server_close()
