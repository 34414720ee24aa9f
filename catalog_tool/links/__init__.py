"""What became of the links: opened politely, never inside a network, judged over weeks.

The files, from the wire up: :mod:`public_addresses` and :mod:`target` say what may be contacted,
:mod:`resolver`, :mod:`transport` and :mod:`rate_limit` how it is, :mod:`page` and :mod:`visit` what
an answer means, :mod:`inventory` which links there are, :mod:`state` and :mod:`history` what many
answers together mean, :mod:`run` which are opened now, :mod:`findings`, :mod:`summary` and
:mod:`reports` what is said about it.
"""

from catalog_tool.links.history import due, is_outage, remembered
from catalog_tool.links.inventory import Link, links_of
from catalog_tool.links.rate_limit import Turns
from catalog_tool.links.reports import document, facts
from catalog_tool.links.run import StoppedError, open_links, put_broken_aside
from catalog_tool.links.state import State, StateError, read_state, write_state
from catalog_tool.links.summary import Outlook
from catalog_tool.links.transport import Transport
from catalog_tool.links.user_agent import agent_of
from catalog_tool.links.visit import Answer, Manners, Opener
from catalog_tool.links.workers import opened

__all__ = [
    "Answer",
    "Link",
    "Manners",
    "Opener",
    "Outlook",
    "State",
    "StateError",
    "StoppedError",
    "Transport",
    "Turns",
    "agent_of",
    "document",
    "due",
    "facts",
    "is_outage",
    "links_of",
    "open_links",
    "opened",
    "put_broken_aside",
    "read_state",
    "remembered",
    "write_state",
]
