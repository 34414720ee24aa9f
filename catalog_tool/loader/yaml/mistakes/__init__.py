"""Mistakes that break YAML, one recognizer per mistake, each with its repair.

A recognizer is a row of :mod:`table` if a pattern, a message, and a replacement are enough.
Otherwise, it is a function in the module for its subject. It looks at one suspected line and the
lines around it.
"""

from catalog_tool.loader.limits import MAX_SEARCHED_CHARACTERS, MAX_SEARCHED_LINES
from catalog_tool.loader.yaml.mistakes import (
    every_line,
    formats,
    indentation,
    keys,
    lists,
    pastes,
    surroundings,
    table,
    texts,
    values,
)
from catalog_tool.loader.yaml.mistakes.line import SourceLine
from catalog_tool.loader.yaml.mistakes.mistake import Mistake, Recognize

RECOGNIZERS: tuple[Recognize, ...] = (
    table.MERGE_CONFLICT,
    pastes.merge_marker,
    pastes.patch,
    surroundings.code_fence,
    every_line.decorated_lines,
    formats.other_format,
    pastes.list_of_partners,
    surroundings.text_around_entry,
    table.WEB_PAGE,
    table.DIRECTIVE,
    pastes.entry_below_key,
    keys.split_key,
    table.MARKDOWN_PAGE,
    keys.missing_colon,
    keys.decorated_keys,
    lists.checkboxes,
    table.STAR_LIST,
    pastes.commas_of_json,
    table.DOCUMENT_END,
    indentation.tab_in_indentation,
    keys.stray_sign,
    table.GROUP_WITH_DASH,
    table.NOTHING_BEFORE_COLON,
    pastes.line_above_keys,
    table.MISSING_SPACE_AFTER_COLON,
    table.MISSING_SPACE_AFTER_DASH,
    lists.list_on_one_line,
    keys.joined_lines,
    values.broken_quotes,
    table.ZERO_AFTER_BLOCK_MARK,
    texts.text_after_block_mark,
    values.markdown_value,
    values.links_in_list,
    values.special_start,
    lists.unclosed_brace,
    texts.text_without_bar,
    values.number_sign_in_group,
    values.spaced_scheme,
    values.colon_in_value,
    texts.text_drifting_left,
    indentation.uneven_indentation,
    lists.missing_dash,
    lists.group_beside_names,
    texts.unindented_text,
    table.LONG_KEY,
    table.BROKEN_JSON,
)
"""All recognizers in the order in which they are tried, the most specific first."""

WHOLE_FILE: tuple[Recognize, ...] = (
    pastes.patch,
    every_line.decorated_lines,
    formats.other_format,
    pastes.list_of_partners,
    surroundings.text_around_entry,
)
"""Recognizers of files that are something else, or an entry with something around it.

They are tried on valid YAML too if its keys aren't those of an entry.
"""

LEAVE_YAML: frozenset[Recognize] = frozenset(
    {
        table.MERGE_CONFLICT,
        pastes.merge_marker,
        pastes.patch,
        formats.other_format,
        pastes.list_of_partners,
        table.WEB_PAGE,
        pastes.entry_below_key,
        keys.missing_colon,
        keys.decorated_keys,
        table.GROUP_WITH_DASH,
        table.MISSING_SPACE_AFTER_COLON,
    }
)
"""Recognizers of mistakes that leave valid YAML, but not with the keys of an entry."""


def is_searched(text: str) -> bool:
    """Return whether a text is short enough to search it for the causes of a problem."""
    is_short = len(text) <= MAX_SEARCHED_CHARACTERS
    return is_short and text.count("\n") <= MAX_SEARCHED_LINES


def whole_file_mistake(text: str) -> Mistake | None:
    """Return the mistake that explains a whole file, or ``None``."""
    if not is_searched(text):
        return None
    first = SourceLine.at(text, 0)
    return next((found for each in WHOLE_FILE if (found := each(first))), None)
