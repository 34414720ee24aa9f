"""What the owner declares in ``content_policy`` holds for the owner's pages, and for no entry."""

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest

from catalog_tool.model.content_policy import ContentPolicy
from catalog_tool.model.publication import Publication
from catalog_tool.model.queue import Queue
from catalog_tool.site.audit import CHECKS, BuiltPage, BuiltSite
from catalog_tool.site.content_policy import FRAME_PAGES, content_policy, is_of_catalog, is_page
from catalog_tool.site.render import all_pages
from tests.site.audit.test_tampered import HOME, LEADING, LOADING, PARTNER, RUNNING, Change

HOST = "contoso.com"
DIRECTIVES = ("script-src", "style-src", "connect-src", "font-src", "img-src", "frame-src")
WIDEST = ContentPolicy.model_validate(
    {key: [HOST, f"*.{HOST}"] for key in DIRECTIVES} | {"files": ["**"]}
)
ON_PAGES = {
    name: way
    for name, way in (RUNNING | LOADING | LEADING).items()
    if "Content-Security-Pol" not in way[2]  # it is another one
    and is_page(way[0])
    and is_of_catalog(way[0])
    and way[0] not in FRAME_PAGES
}
POLICY = re.compile(r'(http-equiv="Content-Security-Policy" content=)"[^"]*"')


def declaring(publication: Publication, policy: ContentPolicy) -> Publication:
    settings = publication.settings.model_copy(update={"content_policy": policy})
    return replace(publication, settings=settings)


def faults_of(site: BuiltSite, path: str, html: str) -> list[str]:
    """Return the faults of one page after its policy is written."""
    policy = content_policy(site.policy.inline_code(path, html), site.policy.declared)
    page = BuiltPage(path, POLICY.sub(rf'\1"{policy}"', html))
    checks = (module.page_faults for module in CHECKS if hasattr(module, "page_faults"))
    return [str(fault) for check in checks for fault in check(page, site)]


@pytest.fixture(scope="module")
def site(publication: Publication, built: Path) -> BuiltSite:
    """The site of a catalog with the widest policy."""
    return BuiltSite(declaring(publication, WIDEST), built)


@pytest.mark.parametrize(("path", "change", "expected"), ON_PAGES.values(), ids=ON_PAGES.keys())
def test_pages_of_the_catalog_are_judged_as_strictly_with_the_widest_policy(
    path: str, change: Change, expected: str, site: BuiltSite
) -> None:
    html = change(site.text(path))
    assert html is not None
    found = faults_of(site, path, html)
    assert any(expected in fault for fault in found), found


@pytest.mark.parametrize("path", [HOME, PARTNER])
def test_the_widest_policy_has_no_fault_without_tampering(path: str, site: BuiltSite) -> None:
    assert faults_of(site, path, site.text(path)) == []


def test_every_page_of_the_catalog_is_known_as_one(publication: Publication) -> None:
    queue = Queue(day=dt.date(2026, 11, 30))
    paths = [f"{page.address}index.html" for page in all_pages(replace(publication, queue=queue))]
    assert "queue/index.html" in paths
    assert [path for path in paths if not is_of_catalog(path)] == []


OWN = """\
<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="">
<title>About</title>{}</head><body>{}</body></html>"""


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<style>p { color: red }</style>", "<p>x</p>"),
        ("<script>document.title</script>", "<p>x</p>"),
        ("", '<iframe src="https://www.contoso.com/embed"></iframe>'),
        ("", '<video controls src="x.mp4"></video>'),
        ('<meta http-equiv="refresh" content="0; url=https://www.contoso.com/">', ""),
    ],
)
def test_a_page_of_the_owner_has_what_it_wants_if_it_is_declared(
    head: str, body: str, publication: Publication, built: Path, site: BuiltSite
) -> None:
    html = OWN.format(head, body)
    assert faults_of(site, "about/index.html", html) == []
    strict = BuiltSite(declaring(publication, ContentPolicy()), built)
    assert faults_of(strict, "about/index.html", html) != []


@pytest.mark.parametrize(
    ("target", "count"), [("../catalog/", 0), ("../terms/#rights", 0), ("../gone/", 1)]
)
def test_a_page_of_the_owner_may_redirect_to_a_page_of_the_site(
    target: str, count: int, publication: Publication, built: Path
) -> None:
    script = (
        f'var anchor=window.location.hash.substr(1);location.href="{target}"+(anchor?"#"+anchor:"")'
    )
    refresh = f'<meta http-equiv="refresh" content="0; url={target}">'
    html = OWN.format(f"<script>{script}</script>{refresh}", "")
    strict = BuiltSite(declaring(publication, ContentPolicy()), built)
    assert len(faults_of(strict, "old/index.html", html)) == count


@pytest.mark.parametrize(
    "host", ["*", "https:", "'unsafe-inline'", "data:", "*.com", "localhost", "10.0.0.1", "a.b/c"]
)
def test_only_names_of_hosts_can_be_declared(host: str) -> None:
    with pytest.raises(ValueError, match="script-src"):
        ContentPolicy.model_validate({"script-src": [host]})


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("blog/**", "blog/2026/first/index.html", True),
        ("blog/*", "blog/2026/first/index.html", False),
        ("feed_*.xml", "feed_rss_created.xml", True),
        ("feed_*.xml", "blog/feed_rss.xml", False),
        ("blog/**", "blogs/index.html", False),
    ],
)
def test_files_are_named_by_patterns(pattern: str, path: str, *, expected: bool) -> None:
    assert ContentPolicy.model_validate({"files": [pattern]}).has_file(path) is expected
