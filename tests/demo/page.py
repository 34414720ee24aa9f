"""The page of the documentation that shows what is said on a pull request: ``docs/review.md``."""

from __future__ import annotations

from pathlib import Path

from tests.demo.play import played
from tests.demo.proposals import PROPOSALS

PAGE = Path(__file__).parents[2] / "docs" / "review.md"
SHOWN = PROPOSALS[1]

_INTRODUCTION = """\
<!-- Made by `python -m tests.demo --page`; do not edit. -->
# What is said on a pull request

Somebody proposes this file, `{path}`:

```yaml
{text}```

The check fails beside the lines in question, and this comment is written. After each change of the
pull request it is written anew, in the same place. `make demo` plays ten pull requests and shows
what is said on each.

---

"""


def page() -> str:
    """Return the page, with the comment as GitHub shows it."""
    ((path, text),) = SHOWN.changes.items()
    (result,) = played((SHOWN,))
    return _INTRODUCTION.format(path=path, text=text) + result.comment
