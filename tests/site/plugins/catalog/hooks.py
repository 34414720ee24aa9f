"""Hooks of an owner: a line under each page, and pages minified as mkdocs-minify-plugin does."""

from htmlmin import minify
from mkdocs.structure.pages import Page


def on_page_content(html: str, page: Page, **_: object) -> str:
    return f"{html}\n<p>From a hook: {len(page.url)}</p>"


def on_post_page(output: str, **_: object) -> str:
    return str(minify(output, remove_comments=True, remove_empty_space=True))
