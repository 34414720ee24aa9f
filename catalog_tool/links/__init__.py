"""Checks links and remembers the results over weeks, without contacting private networks.

From the network up: :mod:`public_addresses` and :mod:`target` decide what may be contacted.
:mod:`resolver`, :mod:`transport` and :mod:`rate_limit` contact it. :mod:`tokens`, :mod:`page` and
:mod:`visit` interpret a response. :mod:`inventory` lists the links. :mod:`state` and
:mod:`history` combine the results of many visits. :mod:`run` opens the links that are due.
:mod:`proofs` asks hosts whom they name for a catalog. :mod:`findings`, :mod:`summary` and
:mod:`reports` report the results.
"""

from catalog_tool.links.proofs import fetch_proofs, proofs_document, proofs_object
from catalog_tool.links.rate_limit import RateLimit
from catalog_tool.links.reports import document, facts
from catalog_tool.links.run import StoppedError, open_links, put_broken_aside
from catalog_tool.links.state import read_state
from catalog_tool.links.summary import LinkSummary
from catalog_tool.links.transport import Transport
from catalog_tool.links.user_agent import agent_of
from catalog_tool.links.visit import Opener, VisitPolicy

__all__ = [
    "LinkSummary",
    "Opener",
    "RateLimit",
    "StoppedError",
    "Transport",
    "VisitPolicy",
    "agent_of",
    "document",
    "facts",
    "fetch_proofs",
    "open_links",
    "proofs_document",
    "proofs_object",
    "put_broken_aside",
    "read_state",
]
