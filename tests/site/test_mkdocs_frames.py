"""Frames change nothing: every page is what its template would have written."""

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
import yaml
from jinja2 import DictLoader, Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from catalog_tool.site.engines.mkdocs_frames import use_frames

REPOSITORY = Path(__file__).parents[2]
NO_FRAMES = "def on_page_context(context, **_):\n    return context\n"
"""A hook of an owner that could change anything around a page."""

CONFIGURATIONS = {
    "as it is": {},
    "an address and actions": {
        "site_url": "https://catalog.contoso.com/partners/",
        "repo_url": "https://github.com/contoso/catalog",
        "edit_uri": "edit/main/docs/",
        "theme": {
            "name": "material",
            "font": False,
            "features": ["navigation.tabs", "content.action.edit"],
        },
    },
    "no address": {"site_url": "", "repo_url": ""},
}


@pytest.mark.parametrize("changes", CONFIGURATIONS.values(), ids=CONFIGURATIONS)
def test_a_site_has_the_same_bytes_with_and_without_frames(
    tmp_path: Path, changes: dict[str, object]
) -> None:
    for folder in ("docs", "partners"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    configuration = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text("utf-8")) | changes
    (tmp_path / "hook.py").write_text(NO_FRAMES, encoding="utf-8")
    sites = []
    for hooks in ([], ["hook.py"]):
        (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump({**configuration, "hooks": hooks}))
        site = tmp_path / f"site-{len(hooks)}"
        build(load_config(str(tmp_path / "mkdocs.yml"), site_dir=str(site)))
        files = sorted(path for path in site.rglob("*.html"))
        sites.append({str(path.relative_to(site)): path.read_bytes() for path in files})
    assert sites[0] == sites[1]


PAGES = {
    "a": ("A &amp; B", "<h1>A</h1>"),
    "b": ("B", "<h1>B &amp; co</h1>\n"),
    "c": ("<C>", "<p>no heading</p>"),
    "d": ("\\1 \\g<0> {{ d }}", "<h1>\x01 {{ d }}</h1>"),
    "e": ("E", "<p>also none</p>"),
    "f": ("F", "<p>none</p>"),
}
FRAMES = {
    "texts": ("{{ page.meta.title }}|{{ page.title }}|{{ page.content }}", 3),
    "a branch on the body": ("{% if '<h1' not in page.content %}no {% endif %}heading", 6),
    "an address": ("{{ page.canonical_url }} {{ page.meta.description }}", 3),
    "a changed text": ("{{ page.meta.title | e }}: {{ page.content }}", 7),
    "a stripped text": ("{{ page.title | striptags }}", 7),
    "a shortened text": ("{{ page.meta.title[:3] }}", 7),
    "a page of its own": ("{{ page.file.src_uri }}: {{ page.content }}", 7),
}
"""Templates, and how often each runs for the six pages and their frames."""


@pytest.mark.parametrize(("template", "runs"), FRAMES.values(), ids=FRAMES)
def test_a_template_runs_for_as_few_pages_as_it_can(template: str, runs: int) -> None:
    counter = count()
    usual, framed = (Environment(loader=DictLoader({"main.html": template})) for _ in range(2))  # noqa: S701 - as in MkDocs
    framed.loader = DictLoader({"main.html": f"{{% set _ = run() %}}{template}"})
    framed.globals["run"] = lambda: next(counter)
    use_frames(framed, {f"partners/{name}/index.md" for name in PAGES}, can_share=True)
    expected = [usual.get_template("main.html").render(each) for each in contexts()]
    assert [framed.get_template("main.html").render(each) for each in contexts()] == expected
    assert next(counter) == runs


INDENTED = {
    "between elements": ("<ul>\n    <li>a</li>\n\n  </ul>", "<ul>\n<li>a</li>\n</ul>"),
    "in a text": ("<p>\n    a\n    b c</p>", "<p>\na\nb c</p>"),
    "in a pre": ("<pre class='a'>\n    a\n\n  b</pre>", None),
    "in a textarea": ("<textarea>\n    a\n</textarea>", None),
    "in a script": ("<SCRIPT>`\n    a`</script>", None),
    "in a style": ("<style>\n    a {}\n</style >", None),
    "on one line": ("<b>a</b>  <i>b</i>", None),
}
"""What a template writes, and what is left of it; ``None`` if all."""


@pytest.mark.parametrize("can_share", [True, False])
@pytest.mark.parametrize(("written", "left"), INDENTED.values(), ids=INDENTED)
def test_only_the_frame_of_our_pages_loses_its_indentation(
    written: str, left: str | None, *, can_share: bool
) -> None:
    body = "<p>\n    ours\n\n</p>"
    template = f"{written}{{{{ page.content }}}}\n  {written}"
    framed = Environment(loader=DictLoader({"main.html": template}))  # noqa: S701 - as in MkDocs
    ours = {f"partners/{name}/index.md" for name in PAGES if name != "f"}
    use_frames(framed, ours, can_share=can_share)
    for context in contexts():
        page = context["page"]
        assert isinstance(page, Page)
        page.content = body
        is_ours = page.file.src_uri in ours
        expected = f"{left or written}{body}\n{left or written}"
        expected = expected if is_ours else f"{written}{body}\n  {written}"
        assert framed.get_template("main.html").render(context) == expected


def contexts() -> Iterator[dict[str, object]]:
    """Yield what MkDocs passes to a template for each page."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "Catalog", "site_url": "https://catalog.contoso.com/"})
    for name, (title, content) in PAGES.items():
        file = File(f"partners/{name}/index.md", None, "site", use_directory_urls=True)
        page = Page(None, file, config)
        page.markdown, page.content = "", content
        page.meta = {"title": title, "description": f"About {title}", "hide": ["toc"]}
        yield {"page": page, "nav": Navigation([], []), "config": config}
