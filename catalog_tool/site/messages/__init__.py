"""The words of the site: one catalog of messages for each language, and what owners call things.

``catalogs/`` has one file per language; ``python -m tests.message_catalogs`` collects the messages
of the code and compiles the catalogs.
"""

from catalog_tool.model.messages import CATALOGS as CATALOGS
from catalog_tool.model.messages import SOURCE_LANGUAGE as SOURCE_LANGUAGE
from catalog_tool.model.messages import Messages as Messages
from catalog_tool.model.messages import messages_of as messages_of

INDEX = CATALOGS / "index.json"
"""All messages, and those of each script."""
