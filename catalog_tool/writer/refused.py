"""Why nothing was written."""

from __future__ import annotations


class WriteRefusedError(Exception):
    """Writing there could destroy what somebody else made; the message says what.

    Attributes:
        hint: what to do about it, or ``""``.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint
