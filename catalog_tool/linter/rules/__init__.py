"""The rules of the catalog, one per file."""

from catalog_tool.linter.rules.rule import Explanation, Rule, all_rules

__all__ = ["Explanation", "Rule", "all_rules"]
