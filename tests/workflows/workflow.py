"""The workflows as values: jobs, steps, and the values of expressions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml

REPOSITORY = Path(__file__).parents[2]
WORKFLOWS = sorted((REPOSITORY / ".github/workflows").glob("*.yml"))
ACTIONS = [REPOSITORY / "action.yml"]

_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
_TOKEN = re.compile(r"'[^']*'|&&|\|\||[\w-]+(?:\.(?:[\w-]+|\*))*")
_WORDS = {"&&": "and", "||": "or"}
_FUNCTIONS: Mapping[str, Callable[..., object]] = {
    "always": lambda: True,
    "contains": lambda members, wanted: wanted in members,
    "format": lambda text, *values: text.format(*map(_text, values)),
}

Contexts = Mapping[str, Any]


@dataclass(frozen=True)
class Step:
    """One step of a job, as in the file."""

    name: str
    run: str
    uses: str
    condition: str
    environment: Mapping[str, str]
    options: Mapping[str, str]
    may_fail: bool


def read(path: Path) -> dict[str, Any]:
    """Return a workflow or an action; every scalar is text, including `on` and numbers."""
    return cast("dict[str, Any]", yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader))  # noqa: S506 - it creates only text


def workflow(name: str) -> dict[str, Any]:
    return read(REPOSITORY / f".github/workflows/{name}.yml")


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each job of each workflow that has steps, with its name such as `publish/build`."""
    for path in WORKFLOWS:
        for name, job in read(path)["jobs"].items():
            if "steps" in job:
                yield f"{path.stem}/{name}", job


def calls() -> dict[str, str]:
    """Return which workflow each workflow calls that only calls another one, by name."""
    return {
        path.stem: Path(job["uses"]).stem
        for path in WORKFLOWS
        for job in read(path)["jobs"].values()
        if "uses" in job
    }


def permissions_of(called: Mapping[str, Any]) -> dict[str, str]:
    """Return the permissions that a caller of a workflow has to give."""
    rights: dict[str, str] = {}
    for job in called["jobs"].values():
        for right, degree in job["permissions"].items():
            rights[right] = max(degree, rights.get(right, "read"))
    return rights


def steps(job: Mapping[str, Any]) -> list[Step]:
    return [
        Step(
            each["name"],
            each.get("run", ""),
            each.get("uses", ""),
            each.get("if", ""),
            each.get("env", {}),
            each.get("with", {}),
            each.get("continue-on-error") == "true",
        )
        for each in job["steps"]
    ]


def fill_in(text: str, contexts: Contexts) -> str:
    """Return a text with its expressions replaced by their values."""
    return _EXPRESSION.sub(lambda match: _text(value_of(match[1], contexts)), text)


def value_of(expression: str, contexts: Contexts) -> object:
    """Return the value of an expression; a missing value is empty, as on GitHub.

    It supports what our workflows use: names with dots, texts, `&&`, `||`, `==`, `!=` and a few
    functions.
    """
    names: list[object] = []

    def replaced(match: re.Match[str]) -> str:
        token = match[0]
        if token in _WORDS:
            return f" {_WORDS[token]} "
        if token[0] == "'" or token in _FUNCTIONS:
            return token
        names.append(_look_up(token, contexts))
        return f"_names[{len(names) - 1}]"

    code = _TOKEN.sub(replaced, expression)
    return eval(code, {"__builtins__": {}, "_names": names, **_FUNCTIONS})  # noqa: S307 - our own files


def _look_up(name: str, contexts: Contexts) -> object:
    found: Any = contexts
    before, _, after = name.partition(".*.")
    for part in before.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    if after:
        return [_look_up(after, each) for each in found or ()]
    return "" if found is None else found


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
