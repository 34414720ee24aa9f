"""The 25 pull requests of the demo."""

from __future__ import annotations

from tests.demo.attacks import ATTACKS
from tests.demo.contributions import CONTRIBUTIONS

PROPOSALS = (*CONTRIBUTIONS, *ATTACKS)
