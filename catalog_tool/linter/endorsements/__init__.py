"""Claims that the platform's owner or this catalog approves of a partner, and imitated names.

English only: the texts of a catalog are English, and no list of words covers all languages of
names.
"""

from catalog_tool.linter.endorsements.in_hosts import platform_in_host as platform_in_host
from catalog_tool.linter.endorsements.in_names import BADGE as BADGE
from catalog_tool.linter.endorsements.in_names import CLAIM as CLAIM
from catalog_tool.linter.endorsements.in_names import claim_in_name as claim_in_name
from catalog_tool.linter.endorsements.in_names import platform_in_name as platform_in_name
from catalog_tool.linter.endorsements.in_texts import endorsements as endorsements
from catalog_tool.linter.endorsements.in_texts import may_endorse as may_endorse
