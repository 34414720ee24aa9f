"""For programs: an object as JSON that is safe in a log."""

from __future__ import annotations

import json
from typing import Any


def write(facts: dict[str, Any]) -> str:
    """Return an object as JSON, indented, which ends in a line end."""
    text = json.dumps(facts, indent=2) + "\n"
    # GitHub's runner obeys "##[" wherever a log has it; the escape is the same JSON.
    return text.replace("##[", "#\\u0023[")
