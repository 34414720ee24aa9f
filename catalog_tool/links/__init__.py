"""Checks links and remembers the results over weeks, without contacting private networks.

From the network up: :mod:`public_addresses` and :mod:`target` decide what may be contacted.
:mod:`resolver`, :mod:`transport` and :mod:`rate_limit` contact it. :mod:`tokens`, :mod:`page` and
:mod:`visit` interpret a response. :mod:`inventory` lists the links. :mod:`state` and
:mod:`history` combine the results of many visits. :mod:`run` opens the links that are due.
:mod:`proofs` asks hosts whom they name for a catalog. :mod:`findings`, :mod:`summary` and
:mod:`reports` report the results.
"""

from catalog_tool.links.proofs import fetch_proofs as fetch_proofs
from catalog_tool.links.proofs import proofs_document as proofs_document
from catalog_tool.links.proofs import proofs_object as proofs_object
from catalog_tool.links.rate_limit import RateLimit as RateLimit
from catalog_tool.links.reports import document as document
from catalog_tool.links.reports import facts as facts
from catalog_tool.links.run import StoppedError as StoppedError
from catalog_tool.links.run import open_links as open_links
from catalog_tool.links.run import put_broken_aside as put_broken_aside
from catalog_tool.links.state import read_state as read_state
from catalog_tool.links.summary import LinkSummary as LinkSummary
from catalog_tool.links.transport import Transport as Transport
from catalog_tool.links.user_agent import agent_of as agent_of
from catalog_tool.links.visit import Opener as Opener
from catalog_tool.links.visit import VisitPolicy as VisitPolicy
