"""Reviews a pull request: its problems, the approvals it needs, and the verdict."""

from catalog_tool.contributions.review.engine import judge_proposal, review
from catalog_tool.contributions.review.facts.proofs import read_proofs
from catalog_tool.contributions.review.verdict import LABELS, Review, Verdict

__all__ = ["LABELS", "Review", "Verdict", "judge_proposal", "read_proofs", "review"]
