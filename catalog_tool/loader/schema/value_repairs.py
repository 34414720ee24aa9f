"""Finds the address that people mean by what they write."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import NamedTuple

from catalog_tool.text.refusals import Refusal
from catalog_tool.text.urls.address import email_address_fault, web_address_fault
from catalog_tool.text.urls.international import encode_address, encode_host


class IntendedValue(NamedTuple):
    """A value that was probably meant.

    Attributes:
        value: the value as the format requires it, or ``""`` if it's unknown.
        is_certain: whether the author can't have meant anything else.
        hint: what to write, if the value alone isn't enough.
    """

    value: str
    is_certain: bool
    hint: str = ""


_Finder = Callable[[str], IntendedValue | None]
_MARKDOWN_LINK = re.compile(r"!?\[(?P<text>[^\]]*)\]\(<?(?P<target>[^()\s<>]+)>?\)\Z")
_LIKE_ADDRESS = re.compile(r"\s*\S+\.\S+\s*")
_AROUND_HOST = re.compile(r"\A\s*(?:mailto:|https?://)?(?:www\.)?|(?<![/:])/.*\Z|\s+\Z")
_EMPHASIS = re.compile(
    r"(?P<mark>\*{1,3}|_{1,3}|`+)(?P<text>[^*_`\s](?:[^*_`]*[^*_`\s])?)(?P=mark)\Z"
)
_WRAPPING = ("<>", "“”", "„“", "””", "‘’", "‚‘", "«»", "»«", "»»", "()", '""')
# Never part of a longer address: brien@contoso.com isn't the same person as o'brien@contoso.com.
_E_MAIL = re.compile(r"(?<![^\s<>()\[\]\",;:|/])[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?!@)")
_WEB = re.compile(r"https?:/{1,3}[^\s<>()\[\]\"'“”,;]+", re.IGNORECASE)
_AT = re.compile(r"\s*(?:[(\[{<]\s*(?:at|@|ät)\s*[)\]}>]|\s(?:at|AT)\s)\s*", re.IGNORECASE)
_AT_IN_WORDS = re.compile(r"\sat\s", re.IGNORECASE)
_SPACED_SCHEME = re.compile(r"\A(https?)\s*:\s*/\s*/\s*", re.IGNORECASE)
_DOT = re.compile(r"\s*(?:[(\[{<]\s*(?:dot|punkt|\.)\s*[)\]}>]|\s(?:dot|DOT)\s)\s*", re.IGNORECASE)
_SCHEME_SLIP = re.compile(
    r"(?:(?:h?t{1,3}ps?|htt?ps?|http?ss|https?)(?::|;|\.)?[\\/]+|ttps?://)+", re.IGNORECASE
)
_PORT = re.compile(r"\A(https://[^/:?#]+):443(?=[/?#]|\Z)")
_PHONE = Refusal(
    r"^(?:(?:tel|phone|telephone|fon|mobile|call)[.:]*\s*)?[+(]?\d[\d\s()./-]{5,}\d\Z",
    "is a phone number, not an address",
    "A phone number can't be the contact. Give a web page (https://…) or an email address, and "
    "put the number in the description.",
    "malformed-link",
    ignores_case=True,
)


def without_markdown(text: str, *, is_address: bool) -> str:
    """Return a value without the link or emphasis around it.

    Args:
        text: the value as written.
        is_address: keep the target of a link, not its text.
    """
    text = text.strip()
    if link := _MARKDOWN_LINK.match(text):
        return (link["target"] if is_address else link["text"]).removeprefix("mailto:")
    if emphasis := _EMPHASIS.match(text):
        return without_markdown(emphasis["text"], is_address=is_address)
    return text


def _doubts_other_labels(find: _Finder) -> _Finder:
    """Make a repair uncertain if it drops an address that a link in Markdown shows to readers."""

    @wraps(find)
    def found(text: str) -> IntendedValue | None:
        meant, link = find(text), _MARKDOWN_LINK.match(text.strip())
        if meant is None or link is None or not _LIKE_ADDRESS.fullmatch(link["text"]):
            return meant
        hosts = {_AROUND_HOST.sub("", link[part].lower()) for part in ("text", "target")}
        return meant._replace(is_certain=meant.is_certain and len(hosts) == 1)

    return found


@_doubts_other_labels
def intended_web_address(text: str) -> IntendedValue | None:
    """Return the https address that a text is meant to be, or ``None``."""
    bare = _SPACED_SCHEME.sub(r"\1://", _unwrap(text))
    found = _WEB.findall(bare)
    if bare.startswith("https:") and " " in bare and len(found) == 1 and not _is_remark(bare):
        spaced = _usable(bare.replace(" ", "%20"), certain=False)
        hint = "If the address contains a space, write it as %20: "
        return spaced and spaced._replace(hint=f"{hint}{spaced.value}")
    if len(found) > 1 or (found and found[0] != bare):
        return _usable(found[0].rstrip(".,;"), certain=False)
    slip = _SCHEME_SLIP.match(bare)
    written = bare.replace("\\", "/")
    rest = written[slip.end() :] if slip else written
    is_http = bare.lower().startswith("http://")
    meant = _usable(_PORT.sub(r"\1", f"https://{rest.lstrip('/')}"), certain=not is_http)
    if meant and is_http:
        return meant._replace(hint=f"Write {meant.value} if the page opens at that address.")
    return meant


@_doubts_other_labels
def intended_contact(text: str) -> IntendedValue | None:
    """Return the email or web address that a text is meant to be, or ``None``."""
    # One space between words, because the pattern for "at" is tried again after each space.
    bare = " ".join(_unwrap(text).removeprefix("mailto:").removeprefix("MAILTO:").split())
    plain = _DOT.sub(".", _AT.sub("@", bare))
    mailbox, at, host = plain.rpartition("@")
    plain = f"{mailbox}{at}{encode_host(host)}"
    if email_address_fault(plain) is None:
        return _with_at(bare, plain)
    found = [] if "%" in plain else _E_MAIL.findall(plain)
    if found and email_address_fault(found[0]) is None:
        hint = (
            "You can give only one address. Put the others in the description."
            if len(found) > 1
            else ""
        )
        return IntendedValue(found[0], is_certain=False, hint=hint)
    if "@" in plain:
        return _without_domain(plain)
    if _PHONE.reason_against(bare):
        return IntendedValue("", is_certain=False, hint=_PHONE.hint)
    meant = intended_web_address(text)
    if meant and re.fullmatch(r"(?!www\.)[\w.-]+", bare):
        hint = f"Write {meant.value}. If it's an email address, add the @."
        return IntendedValue(meant.value, is_certain=False, hint=hint)
    return meant


def intended_email_address(text: str) -> IntendedValue | None:
    """Return the email address that a text is meant to be, or ``None``."""
    meant = intended_contact(text)
    is_mail = meant and not (meant.value and email_address_fault(meant.value))
    return meant if is_mail else None


def _with_at(written: str, plain: str) -> IntendedValue:
    """Return an email address; "at" is a word too: "look at contoso.com" is no address."""
    if not _AT_IN_WORDS.search(written):
        return IntendedValue(plain, is_certain=True)
    if _DOT.search(written):
        return IntendedValue(plain, is_certain=False)
    return IntendedValue("", is_certain=False, hint=f"If it's an email address, write {plain}")


def _other_kinds(hint: str) -> tuple[Refusal, ...]:
    return (
        Refusal(
            r"^(?:[^/\n]*//)?[^/\n]*[\[{<]\s*[^\W\d_][^\[\]{}<>()@./:]*[\]}>]"
            r"|^(?![^\n]*://).*\b(?:TODO|FIXME|X{3,}|tb[ad]|(?:insert|your)[ _-])"
            r"|^\W*(?:n\.?/?a\.?|none|null|unknown)\W*\Z",
            "is a placeholder",
            hint,
            "placeholder-text",
            ignores_case=True,
        ),
        _PHONE,
        Refusal(
            r"^[^\W\d_]+[.'’]?(?:[ '’-][^\W\d_]+[.]?){1,4}(?: \([^()@/]*\))?\Z",
            "is a name, not an address",
            hint,
            "malformed-link",
        ),
    )


NO_WEB_ADDRESS = _other_kinds("Write the address of a web page (https://…).")
"""What people write instead of a web address; only for values that are refused anyway."""
NO_CONTACT = _other_kinds("Write the address of a web page (https://…) or an email address.")
"""What people write instead of a contact; only for values that are refused anyway."""
NO_EMAIL_ADDRESS = _other_kinds("Write an email address.")
"""What people write instead of an email address; only for values that are refused anyway."""


def _unwrap(text: str) -> str:
    bare = without_markdown(text.strip().rstrip(",;"), is_address=True)
    while len(bare) > 1 and f"{bare[0]}{bare[-1]}" in _WRAPPING:
        bare = without_markdown(bare[1:-1], is_address=True)
    return bare


def _is_remark(text: str) -> bool:
    return re.search(r"\s[(\[\-–—]|\s\S+\s\S+\s", text) is not None


def _usable(address: str, *, certain: bool) -> IntendedValue | None:
    written = encode_address(address)
    return IntendedValue(written, certain) if web_address_fault(written) is None else None


def _without_domain(text: str) -> IntendedValue | None:
    if re.fullmatch(r"[\w.+-]+@[\w-]+", text):
        hint = f"Write the full domain, for example {text}.com."
        return IntendedValue("", is_certain=False, hint=hint)
    return None
