"""Checks the texts that an owner wrote in place of messages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from catalog_tool.loader.configuration import ConfigurationError, option_place
from catalog_tool.model.messages import messages_of
from catalog_tool.model.settings import Settings
from catalog_tool.model.wording import Override
from catalog_tool.site.messages.scripts import message_index

_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


def refuse_unusable(settings: Settings) -> None:
    """Refuse texts for messages that don't exist, and texts that can't be filled in.

    Raises:
        ConfigurationError: there is one.
    """
    known = {forms[0]: forms for forms in message_index()["messages"]}
    nouns = messages_of(settings).nouns
    for message, override in settings.messages.items():
        place = option_place(settings, "messages", message)
        if message not in known:
            problem = f"{place}: the site has no text {message!r}."
            raise ConfigurationError(problem, _suggestion(message, known.values()))
        names = {*_PLACEHOLDER.findall(" ".join(known[message])), *nouns}
        for problem in _problems(override, known[message], names):
            hint = f"Use only {', '.join(f'%({name})s' for name in sorted(names))}, and %% for %."
            if isinstance(override, dict) and len(known[message]) == 1:
                hint = "Write one text: this one has no number."
            raise ConfigurationError(f"{place}: {problem}", hint)


def _problems(override: Override, forms: Sequence[str], names: set[str]) -> Iterator[str]:
    if isinstance(override, dict) and (len(forms) == 1 or not override):
        yield f"the text for {forms[0]!r} can't have several forms."
        return
    for text in [override] if isinstance(override, str) else override.values():
        if unknown := [name for name in _PLACEHOLDER.findall(text) if name not in names]:
            yield f"{text!r} has the placeholder {unknown[0]!r}, which stands for nothing."
        if "%" in _PLACEHOLDER.sub("", text).replace("%%", ""):
            yield f"{text!r} has a percent sign without a placeholder."


def _suggestion(message: str, known: Iterable[Sequence[str]]) -> str:
    forms = {form: each[0] for each in known for form in each}
    near = get_close_matches(message, forms, 1)
    return (
        f"Did you mean {forms[near[0]]!r}?"
        if near
        else "Copy a text from the site in English, or from messages.pot."
    )
