"""`catalog`, with every host of the catalog on a test server that answers 404."""

import catalog_tool.cli.links as command
from catalog_tool.cli import main
from catalog_tool.links import Opener, RateLimit, VisitPolicy, agent_of
from catalog_tool.model.settings import Settings
from tests.links.behaviors import answer
from tests.links.server import Server

POLICY = VisitPolicy(seconds=60, try_seconds=30, tries=1, backoff=0.01, pause=0, workers=2)

if __name__ == "__main__":
    with Server({"www.contoso.com": answer("404 Not Found")}) as server:

        def opener_for(settings: Settings) -> Opener:
            fetch = server.transport(agent_of(settings)).fetch
            return Opener(fetch, POLICY, RateLimit(POLICY.pause))

        command.opener_for = opener_for
        main()
