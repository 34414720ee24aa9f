"""YAML that parses and is refused all the same."""

from __future__ import annotations

import yaml

from catalog_tool.diagnostic import Problem


class RefusedYaml(yaml.YAMLError):
    """Well-formed YAML that is not accepted; carries the problem to report."""

    def __init__(self, refusal: Problem) -> None:
        """Keep the problem."""
        super().__init__(refusal.message)
        self.refusal = refusal
