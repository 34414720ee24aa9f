"""Reviews a pull request: its problems, the approvals it needs, and the verdict."""

from catalog_tool.contributions.review.engine import review as review
from catalog_tool.contributions.review.facts.proofs import read_proofs as read_proofs
from catalog_tool.contributions.review.verdict import Review as Review
