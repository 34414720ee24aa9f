"""Functions of the finder's script, run in process as `catalog find` runs them."""

import json
from collections.abc import Sequence
from typing import Any

import quickjs

from catalog_tool.site.assets import asset_text
from catalog_tool.site.finder.search import ENGINE


def in_javascript(call: str, inputs: Sequence[Any], *scripts: str) -> list[Any]:
    """Return what a function of the engine returns for each input.

    Args:
        call: a function of one argument, in JavaScript.
        inputs: what JSON can say.
        scripts: further scripts that are run before.
    """
    context = quickjs.Context()
    for script in (*map(asset_text, ENGINE), *scripts):
        context.eval(script)
    answer = context.eval(f"(inputs) => JSON.stringify(JSON.parse(inputs).map({call}))")
    answers: list[Any] = json.loads(answer(json.dumps(inputs)))
    return answers
