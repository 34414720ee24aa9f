"""Finds the day that people mean by what they write."""

from __future__ import annotations

import datetime as dt
import re

from catalog_tool.loader.schema.value_repairs import IntendedValue

_TIME = re.compile(r"\s*(?:[T ]\s*[0-9:.]+\s*(?:Z|UTC|[+-][0-9:]+)?)?\s*")


def intended_date(text: str) -> IntendedValue | None:
    """Return the day that a text is meant to be, or ``None``."""
    if iso := re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=\D|\Z)", text):
        day = _day(*map(int, iso.groups()))
        if day and not _TIME.fullmatch(text, iso.end()):
            return IntendedValue("", is_certain=False, hint=f"Write only the day: {day.value}")
        return day or _not_in_calendar(text)
    if re.fullmatch(r"\d{4}-\d{1,2}", text):
        return IntendedValue("", is_certain=False, hint=f"Add the day, for example {text}-15.")
    if numbers := re.fullmatch(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", text):
        return _day_of_numbers(numbers)
    return _day_of_words(text)


def _day(year: int, month: int, day: int) -> IntendedValue | None:
    try:
        return IntendedValue(dt.date(year, month, day).isoformat(), is_certain=True)
    except ValueError:
        return None


def _not_in_calendar(text: str) -> IntendedValue:
    hint = f"There is no {text} in the calendar. Check the day and the month."
    return IntendedValue("", is_certain=False, hint=hint)


def _day_of_numbers(numbers: re.Match[str]) -> IntendedValue | None:
    first, second, year = int(numbers[1]), int(numbers[3]), int(numbers[4])
    european, american = (_day(year, second, first), _day(year, first, second))
    if numbers[2] == "." and european:
        return european
    if european and american and european != american:
        hint = f"Write the date as year-month-day: {european.value} or {american.value}."
        return IntendedValue("", is_certain=False, hint=hint)
    return european or american


# In English, and in German, the other language of sites.
_WEEKDAYS = frozenset("mon tue wed thu fri sat sun die mit don fre sam son".split())
_MONTHS = tuple(
    names.split("/")
    for names in (
        "january/januar february/februar march/märz/maerz april may/mai june/juni july/juli "
        "august september october/oktober november december/dezember"
    ).split()
)
_NUMBERS = 2  # of a date in words: day and year


def _day_of_words(text: str) -> IntendedValue | None:
    year = re.search(r"\b\d{4}\b", text)
    day = re.search(r"\b(\d{1,2})(?:st|nd|rd|th|\.)?\b", text)
    words = re.findall(r"[^\W\d_]{3,}", text.lower())
    months = [
        number
        for word in words
        for number, names in enumerate(_MONTHS, start=1)
        if any(name.startswith(word) for name in names)
    ]
    if not (year and day and len(months) == 1):
        return None
    weekdays = [word for word in words if word[:3] in _WEEKDAYS]
    has_other_numbers = len(re.findall(r"\d+", text)) != _NUMBERS
    if has_other_numbers or len(words) != len(months) + len(weekdays):
        return None
    return _day(int(year[0]), months[0], int(day[1]))
