"""The words of the site: one catalog of messages for each language, and what owners call things.

``catalogs/`` has one file per language; ``python -m tests.message_catalogs`` collects the messages
of the code and compiles the catalogs.
"""

from catalog_tool.model.messages import CATALOGS, SOURCE_LANGUAGE, Messages, messages_of

__all__ = ["CATALOGS", "INDEX", "SOURCE_LANGUAGE", "Messages", "messages_of"]

INDEX = CATALOGS / "index.json"
"""All messages, and those of each script."""
