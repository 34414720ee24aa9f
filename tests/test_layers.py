"""Imports only point down, and never in a circle (DESIGN: the house)."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "catalog_tool"

# What each may import; it may always import itself.
HOUSE = {
    "text": "",
    "model": "text",
    "loader": "text model",
    "linter": "text model loader",
    "site": "text model loader linter",
    "writer": "text model loader",
    "links": "text model loader linter site writer",
    "importers": "text model loader site",
    "contributions": "text model loader linter site",
    "pipeline": "text model loader linter site writer links importers contributions",
    "cli": "__init__ text model linter site links importers contributions",
    "mkdocs_plugin": "model loader linter site pipeline",
    "__init__": "model loader linter site writer links importers contributions pipeline",
    "__main__": "cli",
}
# What commands import besides one another: the public API, values, and what shows these to people.
SHOWN_BY_COMMANDS = (
    "__init__ cli contributions.diff.report contributions.github.settings.report "
    "contributions.issue_form.formats contributions.review.report importers.choices "
    "importers.files importers.folder importers.result links linter.reporters model site.errors "
    "site.finder text"
).split()
FILES = {"__init__.py", "__main__.py", "mkdocs_plugin.py", "pipeline.py", "py.typed"}
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts): path
    for path in sorted(PACKAGE.rglob("*.py"))
}


def imported(module: str) -> Iterator[str]:
    """Yield the modules of the package that a module imports, wherever in its text it does so."""
    for node in ast.walk(ast.parse(MODULES[module].read_bytes())):
        if isinstance(node, ast.Import):
            yield from (found for name in node.names if (found := own(name.name)))
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module}: imports are absolute, so that one can search them"
            for name in node.names:
                if found := own(f"{node.module}.{name.name}") or own(node.module or ""):
                    yield found


def own(dotted: str) -> str:
    """Return the module of the package that a dotted name means, or an empty string."""
    package, _, name = dotted.partition(".")
    if package != PACKAGE.name:
        return ""
    return next((each for each in (name, f"{name}.__init__".lstrip(".")) if each in MODULES), "")


def room(module: str) -> str:
    return module.partition(".")[0]


def test_the_house_has_ten_packages_and_five_files() -> None:
    entries = {path.name for path in PACKAGE.iterdir()} - {"__pycache__"}
    packages = {name for name in entries if (PACKAGE / name).is_dir()}
    assert len(packages) == 10
    assert entries - packages == FILES
    assert {room(module) for module in MODULES} == set(HOUSE)


def test_packages_stand_above_one_another() -> None:
    tuple(TopologicalSorter({name: below.split() for name, below in HOUSE.items()}).static_order())


@pytest.mark.parametrize("name", HOUSE)
def test_imports_point_down(name: str) -> None:
    allowed = {name, *HOUSE[name].split()}
    upward = [
        (module, other)
        for module in MODULES
        if room(module) == name
        for other in imported(module)
        if room(other) not in allowed
    ]
    assert upward == []


@pytest.mark.parametrize("module", [name for name in MODULES if room(name) == "cli"])
def test_commands_import_what_they_show_and_the_public_api(module: str) -> None:
    allowed = tuple(f"{name}." for name in SHOWN_BY_COMMANDS)
    assert [other for other in imported(module) if not f"{other}.".startswith(allowed)] == []


def test_imports_make_no_circle() -> None:
    graph = {module: set(imported(module)) - {module} for module in MODULES}
    order = tuple(TopologicalSorter(graph).static_order())
    assert set(order) == set(MODULES)


@pytest.mark.parametrize(
    ("dotted", "module"),
    [
        ("catalog_tool", "__init__"),
        ("catalog_tool.linter.rules", "linter.rules.__init__"),
        ("catalog_tool.linter.rules.rule", "linter.rules.rule"),
        ("catalog_tool.pipeline", "pipeline"),
        ("catalog_tool.pipeline.check", ""),
        ("click", ""),
    ],
)
def test_a_name_leads_to_its_module(dotted: str, module: str) -> None:
    assert own(dotted) == module


def test_imports_are_found_inside_functions_and_type_checks() -> None:
    assert "site.build" in set(imported("pipeline"))
    assert "pipeline" in set(imported("__init__"))
