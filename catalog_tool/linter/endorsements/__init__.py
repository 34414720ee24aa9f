"""Claims that the platform's owner or this catalog approves of a partner, and imitated names.

English only: the texts of a catalog are English, and no list of words covers all languages of
names.
"""

from catalog_tool.linter.endorsements.in_hosts import platform_in_host
from catalog_tool.linter.endorsements.in_names import BADGE, CLAIM, claim_in_name, platform_in_name
from catalog_tool.linter.endorsements.in_texts import endorsements, may_endorse

__all__ = [
    "BADGE",
    "CLAIM",
    "claim_in_name",
    "endorsements",
    "may_endorse",
    "platform_in_host",
    "platform_in_name",
]
