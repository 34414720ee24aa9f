"""The fields of our own catalog, for tests whose entries are not in a folder."""

from pathlib import Path

from catalog_tool.importers.choices import Choices
from catalog_tool.loader.load import load_names
from catalog_tool.model.settings import Settings

MODEL = load_names(Settings(root=Path(__file__).parent.parent))[1]
CHOICES = Choices(fields=MODEL.own_fields)
"""What an import for our own catalog knows."""
