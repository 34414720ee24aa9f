"""A pull request judged: what is wrong with it, whose word it needs, and what that comes to."""

from catalog_tool.contributions.review.engine import judged, review
from catalog_tool.contributions.review.verdict import LABELS, Review, Verdict

__all__ = ["LABELS", "Review", "Verdict", "judged", "review"]
