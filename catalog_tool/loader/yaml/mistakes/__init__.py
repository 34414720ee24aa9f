"""Slips that break YAML, one a file: each recognises its cause and knows the repair."""

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake, all_mistakes

__all__ = ["Line", "Mistake", "all_mistakes"]
