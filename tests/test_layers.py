"""Imports only point down, and never in a circle (DESIGN: the house)."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "catalog_tool"

# Each floor imports from its own and from those below. A folder stands for all its modules.
FLOORS = {
    "what things are made of": """
        address change characters claims content_policy diagnostic domains exchange file_kinds
        file_names freshness generated ordering quoting reserved_names seal
        shorteners terminal today words
    """,
    "what an entry is": "comment entry_schema former markup model settings values vocabulary",
    "from bytes to a catalog": """
        catalog configuration entry_text file_gate file_tree git loader misfits nodes prose
        publication published_entries pull_request scaffold source validation yaml_gate
    """,
    "what is right": "rules",
    "what is shown": "difference exporters finder importers issue_form new_catalog pages reporters",
    "engines": """
        audit fixer forge full_text linter links quarantine review site_builder suggestion writer
    """,
    "the orchestrator": "pipeline",
    "doors": "__init__ __main__ cli mkdocs_plugin",
}
FLOOR_OF = {name: number for number, names in enumerate(FLOORS.values()) for name in names.split()}
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


def floor(module: str) -> int:
    return FLOOR_OF[module.partition(".")[0]]


def test_each_module_has_a_floor() -> None:
    assert {module.partition(".")[0] for module in MODULES} == set(FLOOR_OF)


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_down(module: str) -> None:
    assert [other for other in imported(module) if floor(other) > floor(module)] == []


def test_imports_make_no_circle() -> None:
    graph = {module: set(imported(module)) - {module} for module in MODULES}
    order = tuple(TopologicalSorter(graph).static_order())
    assert set(order) == set(MODULES)


@pytest.mark.parametrize(
    ("dotted", "module"),
    [
        ("catalog_tool", "__init__"),
        ("catalog_tool.rules", "rules.__init__"),
        ("catalog_tool.rules.rule", "rules.rule"),
        ("catalog_tool.pipeline", "pipeline"),
        ("catalog_tool.pipeline.check", ""),
        ("click", ""),
    ],
)
def test_a_name_leads_to_its_module(dotted: str, module: str) -> None:
    assert own(dotted) == module


def test_imports_are_found_inside_functions_and_type_checks() -> None:
    assert "site_builder" in set(imported("pipeline"))
    assert "pipeline" in set(imported("__init__"))
