"""Placeholders: texts, hosts, and mailboxes that somebody should have replaced.

The check refuses them in entries. An import asks about records that consist of them.
"""

from __future__ import annotations

from catalog_tool.text.refusals import Refusal, first_refusal

_HINT = "Write the text that readers should see, or remove it."
_HOSTS = (
    r"(?:example\.(?:com|net|org|edu)|your-?(?:company|domain|site|website)\.[a-z]+"
    r"|(?:company|domain|mydomain)\.(?:com|tld))\b(?!\.[a-z])"
)


def _placeholder(pattern: str, what: str, *, ignores_case: bool = True) -> Refusal:
    return Refusal(pattern, what, _HINT, ignores_case=ignores_case, quotes_match=True)


PLACEHOLDERS = (
    # In lowercase, "todo" is a word of Spanish, Portuguese, and Italian.
    _placeholder(r"\b(?:TODO|FIXME|X{3,})\b", "is a placeholder", ignores_case=False),
    _placeholder(
        r"\b(?:TBD|TBA|todo(?=:)|lorem ipsum|asdf[\w]*|changeme"
        r"|your (?:company|product|partner|organi[sz]ation)(?:'s)? (?:name|description|website)"
        r"|insert (?:[\w]+ ){1,3}here|placeholder text|(?:text|description|name) goes here)\b"
        r"|\[(?:your|insert|company)\b[^\]\n]*\]",
        "is a placeholder",
    ),
    _placeholder(rf"(?<![\w-]){_HOSTS}", "is a placeholder"),
    _placeholder(
        r"^\W*(?:todo|your[ -]?(?:company|name|product)|company name|n/a)\W*\Z"
        # The sign % is in brackets: the form's page must not have a template tag.
        r"|^[%][A-Z_]+[%]\Z",
        "is a placeholder",
    ),
)
"""Placeholders in texts and names."""
VARIABLES = (_placeholder(r"^\s*(?:\{\{[^{}]*\}\}|\$\{[^{}]*\})\s*\Z", "is a placeholder"),)
"""Placeholders in Markdown. In a name, they are markup, which another rule refuses."""
ADDRESS_PLACEHOLDERS = (
    _placeholder(
        rf"^(?:https://|[^/]*@)(?:[^/?#]*[^\w/?#-])?(?P<found>{_HOSTS})", "is an example host"
    ),
    _placeholder(
        r"^(?:mailto:)?(?P<found>(?:your[._-]?(?:e?-?mail|name|address)|my[._-]?e?-?mail"
        r"|(?:first|vor)[._-]?(?:name)?[._-](?:last|nach)[._-]?(?:name)?|(?:john|jane)[._-]?doe"
        r"|someone|somebody|user[._-]?name)@)",
        "is an example mailbox",
    ),
    Refusal(
        r"^(?:mailto:)?(?P<found>(?:no|do[._-]?not)[._-]?reply@)",
        "is a mailbox that nobody reads",
        "Write an address where customers get an answer.",
        ignores_case=True,
        quotes_match=True,
    ),
)
"""Placeholders in addresses."""


def is_placeholder(text: str) -> bool:
    """Return whether a value is or contains a placeholder."""
    return first_refusal(PLACEHOLDERS, text) is not None
