"""Questions on a terminal about a new entry. The rules check each answer right away."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

import click

from catalog_tool import Draft
from catalog_tool.model.diagnostic import Diagnostic, Severity
from catalog_tool.model.entry_template import known_spellings
from catalog_tool.model.fields import FieldDefinition
from catalog_tool.model.nodes import Plain
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.ordering import same_key, sort_key
from catalog_tool.text.terminal import visible

_MOST_OFFERED = 12
_PREFIX_MIN_LENGTH = 2


def ask(draft: Draft, vocabulary: Vocabulary) -> Iterator[Draft]:
    """Ask the person at the terminal, and yield the draft after each answer.

    Raises:
        click.Abort: the person quit.
    """
    click.echo("Press Enter to skip a question, or to accept the value in brackets.")
    for key in ("website", "contact"):
        yield (draft := _ask_for(draft, key, lambda default: read_line(">", default)))
    yield (draft := _ask_for(draft, "description", lambda _: _paragraph()))
    for listed in _ask_for_applications(draft, vocabulary):
        yield (draft := listed)
    for key, field in draft.publication.catalog.fields.items():
        if field.required or field.reaches_any_application or field.is_chosen_by:
            yield (draft := _ask_for(draft, key, lambda default: _own_value(field, default)))  # noqa: B023 - asked at once


def _ask_for(draft: Draft, key: str, answer: Callable[[str], Plain]) -> Draft:
    """Ask for one value until the rules accept it or the person skips it."""
    _introduce(draft, key)
    default = ""
    while value := answer(default):
        answered = draft.with_value(key, value)
        if _accepts(answered, key):
            return answered
        default = answered.fix_value(key)
    return draft


def _introduce(draft: Draft, key: str) -> None:
    introduce(key, draft.publication.catalog.entry_model.by_key()[key].description or "")


def introduce(subject: str, meaning: str) -> None:
    """Say what is asked, and what the answer is for."""
    click.echo(f"\n{click.wrap_text(f'{click.style(subject, bold=True)}: {meaning}')}")


def _accepts(answered: Draft, key: str) -> bool:
    """Show what the rules find in an answer, and return whether they accept it."""
    problems = answered.problems_of(key)
    for line in explain(problems):
        click.echo(f"  {line}")
    is_refused = any(map(is_error, problems))
    if is_refused and "readline" in sys.modules:
        click.echo("  To edit your answer, press the up arrow.")
    return not is_refused


def is_error(problem: Diagnostic) -> bool:
    """Return whether a problem keeps a value from being accepted."""
    return problem.severity is Severity.ERROR


def explain(problems: Iterable[Diagnostic]) -> Iterator[str]:
    """Yield the message and the hint of each problem, for someone who has no file to look at."""
    for problem in problems:
        yield visible(problem.message)
        yield from (visible(line) for line in problem.hint.splitlines())


def read_line(prompt: str, default: str = "") -> str:
    shown = default if visible(default) == default else ""
    answer: str = click.prompt(
        prompt, default=shown, show_default=bool(shown), prompt_suffix=" ", type=str
    )
    return answer.strip()


def _paragraph() -> str:
    click.echo("  Type as many lines as you like. An empty line ends the text.")
    lines = list(iter(lambda: read_line(">"), ""))
    return "\n".join([*lines, ""]) if lines else ""


def _own_value(field: FieldDefinition, default: str) -> Plain:
    if field.choices:
        click.echo(f"  Choose from {', '.join(field.choices)}.")
    if not field.multiple:
        return read_line(">", default)
    click.echo("  Separate several with commas.")
    return tuple(word.strip() for word in read_line(">").split(",") if word.strip())


def _ask_for_applications(draft: Draft, vocabulary: Vocabulary) -> Iterator[Draft]:
    """Ask for names until an empty line, and yield the draft after each."""
    _introduce(draft, "applications")
    click.echo(
        "  Type one per line. An empty line ends the list. If you type the beginning of a name,"
        "\n  the known applications that match are listed."
    )
    names: list[str] = []
    with _completion(_known_names(vocabulary)):
        while typed := read_line("-"):
            resolved = _resolve(typed, vocabulary)
            names += [
                name
                for name in resolved
                if _accepts(draft.with_value("applications", (name,)), "applications")
            ]
            if names:
                yield draft.with_value("applications", known_spellings(names, vocabulary)[0])


def _resolve(typed: str, vocabulary: Vocabulary) -> list[str]:
    """Return the catalog's name for an application; ask if several are possible.

    A person who types another name instead of an answer means both.
    """
    if canonical := vocabulary.canonical(typed):
        if canonical != typed:
            click.echo(f"  This catalog calls it {canonical}, so that name is used.")
        return [canonical]
    if meant := vocabulary.near_miss(typed):
        answer = read_line(f"  Did you mean {meant}? [Y/n]")
        if answer.lower() in {"", "y", "yes"}:
            return [meant]
        return [typed, *_other_than(answer, {"n", "no"}, vocabulary)]
    offered = _beginning_with(typed, vocabulary)
    return _choose(typed, offered, vocabulary) if offered else [typed]


def _other_than(answer: str, expected: Collection[str], vocabulary: Vocabulary) -> list[str]:
    return [] if answer.lower() in expected else _resolve(answer, vocabulary)


def _choose(typed: str, offered: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    for number, name in enumerate(offered, start=1):
        click.echo(f"  {number}  {name}")
    answer = read_line("  Type a number, or press Enter to keep", typed)
    if answer.isascii() and answer.isdecimal() and 1 <= int(answer) <= len(offered):
        return [offered[int(answer) - 1]]
    return [typed, *_other_than(answer, {typed.lower()}, vocabulary)]


def _beginning_with(typed: str, vocabulary: Vocabulary) -> list[str]:
    key = same_key(typed)
    if len(key) < _PREFIX_MIN_LENGTH:
        return []
    names = _known_names(vocabulary)
    found = {vocabulary.canonical(name) or name for name in names if same_key(name).startswith(key)}
    return sorted(found, key=sort_key)[:_MOST_OFFERED]


def _known_names(vocabulary: Vocabulary) -> list[str]:
    aliases = (alias for known in vocabulary.applications.values() for alias in known.aliases)
    return sorted({*vocabulary.applications, *aliases}, key=sort_key)


@contextlib.contextmanager
def _completion(names: Sequence[str]) -> Iterator[None]:
    """Complete names with the Tab key, if Python has a line editor."""
    try:
        import readline  # noqa: PLC0415 - not on every system, and only needed to ask
    except ImportError:
        yield
        return

    def complete(typed: str, state: int) -> str | None:
        found = [name for name in names if name.casefold().startswith(typed.casefold())]
        return found[state] if state < len(found) else None

    before = readline.get_completer(), readline.get_completer_delims()
    readline.set_completer(complete)
    readline.set_completer_delims("")
    readline.parse_and_bind("tab: complete")
    try:
        yield
    finally:
        readline.set_completer(before[0])
        readline.set_completer_delims(before[1])
