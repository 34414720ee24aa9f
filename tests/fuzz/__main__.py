"""A long search for inputs that break a property: ``python -m tests.fuzz MINUTES [PATH…]``.

It tries every property test there is, or those of the given paths. What breaks one is made as small
as possible and printed; Hypothesis remembers it in ``.hypothesis`` and tries it first next time.
"""

import sys

import pytest

from tests.fuzz.search import Search


def main(minutes: str, *paths: str) -> int:
    """Search for about so many minutes and return pytest's exit code."""
    options = ["-m", "hypothesis and not lighthouse", "--hypothesis-profile", "fuzz", "--quiet"]
    return pytest.main([*options, *(paths or ["tests"])], plugins=[Search(float(minutes))])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
