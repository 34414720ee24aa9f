"""The finder of the browser, run by Node.js: the same script."""

import json
import subprocess
from collections.abc import Sequence
from typing import Any

from catalog_tool.model.publication import Publication
from catalog_tool.site.assets import joined
from catalog_tool.site.finder import files as finder_index
from tests.node import NODE

_RUN = """
const { readFileSync } = require("node:fs");
const { runInThisContext } = require("node:vm");
const { scripts, call, inputs } = JSON.parse(readFileSync(0, "utf-8"));
scripts.forEach((script) => runInThisContext(script));
const answer = runInThisContext(call);
process.stdout.write(JSON.stringify(inputs.map(answer)));
"""


def in_javascript(call: str, inputs: Sequence[Any], *scripts: str) -> list[Any]:
    """Return what a function of the engine returns for each input.

    Args:
        call: a function of one argument, in JavaScript.
        inputs: what JSON can say.
        scripts: further scripts that are run before.
    """
    texts = [joined("finder/engine.js"), *scripts]
    task = json.dumps({"scripts": texts, "call": call, "inputs": inputs})
    done = subprocess.run([NODE, "-e", _RUN], input=task.encode(), check=True, capture_output=True)
    answers: list[Any] = json.loads(done.stdout)
    return answers


def answers_in_javascript(
    publication: Publication, asked: Sequence[tuple[str, dict[str, list[str]]]]
) -> list[Any]:
    """Return the browser's answers to queries with facets."""
    data = finder_index.export(publication)
    load = "const index = catalogFinder.load(catalogFinderData);"
    call = "([query, facets]) => catalogFinder.find(index, query, facets)"
    return in_javascript(call, asked, data, load)
