"""Words that mean little in a query. The finder's script reads them from its index."""

from __future__ import annotations

FILLERS = frozenset(
    """
    a an the this that these those any anyone anybody someone somebody some all
    who whom which what where how is are be there it its
    do does did can could will would should have has had need needs want wants
    i me my mine we us our ours you your yours they their
    about for from to into of in on at by with without via through over using use uses and or please
    find list search show looking look get buy offer offers offering sell sells
    connect connects connected connecting connection connections connector connectors
    integrate integrates integrated integrating integration integrations
    provision provisions provisioned provisioning sync syncs synchronize synchronise
    support supports supported supporting work works working
    partner partners provider providers company companies
    gateway gateways adapter adapters app apps application applications
    api apis interface interfaces
    user users account accounts
    """.split()
)
"""Words of questions. Results don't need them, but rank higher with them."""

KINDS = frozenset(
    """
    system systems software tool tools solution solutions product products module modules
    platform platforms program programs package packages version versions vendor vendors
    """.split()
)
"""Words for any application. Like fillers, unless the query has no other words."""
