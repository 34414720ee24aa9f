"""Finds the address, date, login, or choice that people mean by what they write."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import NamedTuple

from catalog_tool.text.urls.address import email_address_fault, web_address_fault


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


_MARKDOWN_LINK = re.compile(r"!?\[(?P<text>[^\]]*)\]\(<?(?P<target>[^()\s<>]+)>?\)\Z")
_EMPHASIS = re.compile(
    r"(?P<mark>\*{1,3}|_{1,3}|`+)(?P<text>[^*_`\s](?:[^*_`]*[^*_`\s])?)(?P=mark)\Z"
)
_WRAPPING = (("<", ">"), ("“", "”"), ("„", "“"), ("‘", "’"), ("«", "»"), ("(", ")"), ('"', '"'))
# Never part of a longer address: brien@contoso.com isn't the same person as o'brien@contoso.com.
_E_MAIL = re.compile(r"(?<![^\s<>()\[\]\",;:|/])[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?!@)")
_WEB = re.compile(r"https?:/{1,3}[^\s<>()\[\]\"'“”,;]+", re.IGNORECASE)
_AT = re.compile(r"\s*(?:[(\[{<]\s*(?:at|@|ät)\s*[)\]}>]|\s(?:at|AT)\s)\s*", re.IGNORECASE)
_DOT = re.compile(r"\s*(?:[(\[{<]\s*(?:dot|punkt|\.)\s*[)\]}>]|\s(?:dot|DOT)\s)\s*", re.IGNORECASE)
_SCHEME_SLIP = re.compile(
    r"(?:(?:h?t{1,3}ps?|htt?ps?|http?ss|https?)(?::|;|\.)?[\\/]+|ttps?://)+", re.IGNORECASE
)
_PORT = re.compile(r"\A(https://[^/:?#]+):443(?=[/?#]|\Z)")
_PHONE = re.compile(r"[+(]?\d[\d\s()./-]{5,}\d\Z")


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


def intended_web_address(text: str) -> IntendedValue | None:
    """Return the https address that a text is meant to be, or ``None``."""
    bare = _unwrap(text)
    found = _WEB.findall(bare)
    if bare.startswith("https:") and " " in bare and len(found) == 1 and not _is_remark(bare):
        spaced = bare.replace(" ", "%20")
        hint = f"If the address contains a space, write it as %20: {spaced}"
        return IntendedValue(spaced, is_certain=False, hint=hint)
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


def intended_contact(text: str) -> IntendedValue | None:
    """Return the e-mail or web address that a text is meant to be, or ``None``."""
    # One space between words, because the pattern for "at" is tried again after each space.
    bare = " ".join(_unwrap(text).removeprefix("mailto:").removeprefix("MAILTO:").split())
    plain = _DOT.sub(".", _AT.sub("@", bare))
    if email_address_fault(plain) is None:
        return IntendedValue(plain, is_certain=True)
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
    if _PHONE.match(bare):
        return IntendedValue("", is_certain=False, hint=_PHONE_HINT)
    meant = intended_web_address(text)
    if meant and re.fullmatch(r"(?!www\.)[\w.-]+", bare):
        hint = f"Write {meant.value}. If it's an e-mail address, add the @."
        return IntendedValue(meant.value, is_certain=False, hint=hint)
    return meant


_PHONE_HINT = (
    "A phone number can't be the contact. Give a web page (https://…) or an e-mail address, and "
    "put the number in the description."
)


def intended_date(text: str) -> IntendedValue | None:
    """Return the day that a text is meant to be, or ``None``."""
    if iso := re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=\D|\Z)", text):
        return _day(*map(int, iso.groups()), certain=True) or _not_in_calendar(text)
    if re.fullmatch(r"\d{4}-\d{1,2}", text):
        return IntendedValue("", is_certain=False, hint=f"Add the day, for example {text}-15.")
    if numbers := re.fullmatch(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", text):
        return _day_of_numbers(numbers)
    return _day_of_words(text)


def intended_login(text: str) -> IntendedValue | None:
    """Return the GitHub login that a text is meant to be, or ``None``."""
    match = re.fullmatch(
        r"(?:(?:https?://)?(?:www\.)?github\.com/)?@?([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)/?",
        text.strip(),
    )
    if match and match[1] != text:
        return IntendedValue(match[1], is_certain=True)
    return IntendedValue("", is_certain=False, hint=_LOGIN_HINT)


_LOGIN_HINT = (
    "Write the name of the GitHub account. It's the last part of the profile's address, "
    "https://github.com/NAME."
)

_CHOICE_BY_OTHER_NAME = {
    other: choice
    for choice, others in {
        "inbound": "in incoming eingehend entrant entrada from_source import inward source",
        "outbound": "out outgoing ausgehend sortant salida export outward provisioning to_target",
        "ldap": "ldaps ldapv3 directory active_directory openldap",
        "rest": "restful rest_api rest_apis web_api json http http_api https",
        "sql": "database databases jdbc odbc oracle sql_server mssql mysql postgresql",
        "soap": "soap_api web_service web_services wsdl",
        "csv": "file files flat_file flat_files text_file",
        "powershell": "ps posh power_shell script scripts",
        "scim": "scim2 scim_2 scim_2_0 scim_v2 scim20",
        "rpa": "robot robotic_process_automation screen_scraping",
        "ecma": "ecma2 ecma2host ecma_host ecma_connector",
        "sdk": "custom_connector toolkit",
    }.items()
    for other in others.split()
}
_BOTH = {"both", "both ways", "bidirectional", "two-way", "inbound/outbound", "in/out", "beide"}


def intended_choice(text: str, choices: Sequence[str]) -> IntendedValue | None:
    """Return the one of ``choices`` that is meant, or ``None``."""
    spelled = re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")
    if spelled in choices:
        return IntendedValue(spelled, is_certain=True)
    if (other := _CHOICE_BY_OTHER_NAME.get(spelled)) in choices and other:
        return IntendedValue(other, is_certain=True)
    near = get_close_matches(spelled, choices, 1)
    if near:
        return IntendedValue(near[0], is_certain=True)
    named = [word for word in spelled.split("_") if word in choices]
    return IntendedValue(named[0], is_certain=False) if len(named) == 1 else None


def intended_choices(text: str, choices: Sequence[str]) -> list[str]:
    """Return the choices that a text lists, in its order; an unknown part stays as it is."""
    if text.strip().lower() in _BOTH:
        return sorted(choices, reverse=True)
    parts = re.split(r"[,;/+&\n]|\band\b|\bund\b|\bet\b|\by\b", text.strip(" []"))
    named = filter(None, map(str.strip, parts))
    meant = ((intended_choice(part, choices), part) for part in named)
    return list(dict.fromkeys(found.value if found else part for found, part in meant))


def _unwrap(text: str) -> str:
    bare = without_markdown(text, is_address=True)
    while len(bare) > 1 and any(bare[0] == start and bare[-1] == end for start, end in _WRAPPING):
        bare = without_markdown(bare[1:-1], is_address=True)
    return bare


def _is_remark(text: str) -> bool:
    return re.search(r"\s[(\[\-–—]|\s\S+\s\S+\s", text) is not None


def _usable(address: str, *, certain: bool) -> IntendedValue | None:
    return IntendedValue(address, certain) if web_address_fault(address) is None else None


def _without_domain(text: str) -> IntendedValue | None:
    if re.fullmatch(r"[\w.+-]+@[\w-]+", text):
        hint = f"Write the full domain, for example {text}.com."
        return IntendedValue("", is_certain=False, hint=hint)
    return None


def _day(year: int, month: int, day: int, *, certain: bool) -> IntendedValue | None:
    try:
        return IntendedValue(dt.date(year, month, day).isoformat(), certain)
    except ValueError:
        return None


def _not_in_calendar(text: str) -> IntendedValue:
    hint = f"There is no {text} in the calendar. Check the day and the month."
    return IntendedValue("", is_certain=False, hint=hint)


def _day_of_numbers(numbers: re.Match[str]) -> IntendedValue | None:
    first, second, year = int(numbers[1]), int(numbers[3]), int(numbers[4])
    european, american = (
        _day(year, second, first, certain=True),
        _day(year, first, second, certain=True),
    )
    if numbers[2] == "." and european:
        return european
    if european and american and european != american:
        hint = f"Write the date as year-month-day: {european.value} or {american.value}."
        return IntendedValue("", is_certain=False, hint=hint)
    return european or american


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def _day_of_words(text: str) -> IntendedValue | None:
    year = re.search(r"\b\d{4}\b", text)
    day = re.search(r"\b(\d{1,2})(?:st|nd|rd|th|\.)?\b", text)
    words = [word[:3].lower() for word in re.findall(r"[A-Za-z]{3,}", text)]
    months = [_MONTHS.index(word) + 1 for word in words if word in _MONTHS]
    if not (year and day and len(months) == 1):
        return None
    return _day(int(year[0]), months[0], int(day[1]), certain=True)
