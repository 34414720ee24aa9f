"""The command line itself explains everything to a newcomer."""

import importlib
import pkgutil

import click
import pytest

import catalog_tool.cli
from catalog_tool.cli import main
from catalog_tool.cli._group import SECTIONS
from tests.cli.conftest import Catalog

CONTEXT = click.Context(main)
COMMANDS = main.list_commands(CONTEXT)


def test_commands_are_the_modules_of_the_package() -> None:
    modules = pkgutil.iter_modules(catalog_tool.cli.__path__)
    names = (module.name for module in modules if not module.ispkg)
    public = {name.rstrip("_").replace("_", "-") for name in names if not name.startswith("_")}
    assert set(COMMANDS) == public
    assert public >= {"build", "check", "explain", "publish", "render", "rules", "schema", "serve"}


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_says_what_it_does_with_an_example(catalog: Catalog, name: str) -> None:
    result = catalog.run(name, "--help")
    assert result.exit_code == 0
    assert f"Usage: catalog {name}" in result.stdout
    assert "Example" in result.stdout
    assert f"  catalog {name}" in result.stdout
    command = main.get_command(CONTEXT, name)
    assert command
    assert command.help
    for parameter in command.params:
        assert not isinstance(parameter, click.Option) or parameter.help


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_listed_in_its_section_in_one_line(catalog: Catalog, name: str) -> None:
    command = main.get_command(CONTEXT, name)
    assert command
    assert command.get_short_help_str(limit=80).endswith(".")
    assert "..." not in command.get_short_help_str(limit=80)
    module = importlib.import_module(command.callback.__module__)
    assert module.SECTION in SECTIONS
    listed = catalog.run("--help").stdout
    heading = listed.index(f"{SECTIONS[module.SECTION]}:")
    assert listed.index(f"\n  {name} ", heading) > heading


def test_the_help_teaches_how_to_start(catalog: Catalog) -> None:
    shown = catalog.run("--help").stdout
    for words in (
        "one small YAML file",
        "catalog check --fix",
        "catalog explain missing-contact",
        "Exit codes: 0",
        "CATALOG_DEBUG=1",
        "catalog COMMAND --help",
    ):
        assert words in shown


@pytest.mark.parametrize("arguments", [[], *([name] for name in COMMANDS)])
def test_the_help_fits_a_terminal_of_80_columns(catalog: Catalog, arguments: list[str]) -> None:
    shown = catalog.run(*arguments, "--help").stdout
    assert [line for line in shown.splitlines() if len(line) > 80] == []


def test_a_command_without_arguments_shows_the_help(catalog: Catalog) -> None:
    assert "Usage: catalog" in catalog.run().output


@pytest.mark.parametrize(
    ("typed", "advice"), [("chek", "Did you mean 'check'?"), ("zzz", "There is no command 'zzz'.")]
)
def test_an_unknown_command_is_refused(catalog: Catalog, typed: str, advice: str) -> None:
    result = catalog.run(typed)
    assert result.exit_code == 2
    assert advice in result.stderr


def test_the_version_is_printed(catalog: Catalog) -> None:
    assert catalog.run("--version").stdout.startswith("catalog, version ")
