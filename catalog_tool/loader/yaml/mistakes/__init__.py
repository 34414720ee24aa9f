"""Mistakes that break YAML, one recognizer per mistake, each with its repair.

A recognizer is a row of :mod:`table` if a pattern, a message, and a replacement are enough.
Otherwise, it is a function in the module for its subject. It looks at one suspected line and the
lines around it.
"""

from catalog_tool.loader.yaml.mistakes import (
    indentation,
    keys,
    lists,
    pastes,
    table,
    texts,
    values,
)
from catalog_tool.loader.yaml.mistakes.mistake import Recognize

RECOGNIZERS: tuple[Recognize, ...] = (
    table.MERGE_CONFLICT,
    pastes.patch,
    pastes.code_fence,
    table.WEB_PAGE,
    table.DIRECTIVE,
    pastes.entry_below_key,
    keys.split_key,
    table.MARKDOWN_PAGE,
    keys.missing_colon,
    keys.decorated_keys,
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
    values.special_start,
    lists.unclosed_brace,
    texts.text_without_bar,
    values.number_sign_in_group,
    values.colon_in_value,
    texts.text_drifting_left,
    indentation.uneven_indentation,
    lists.missing_dash,
    lists.group_beside_names,
    texts.unindented_text,
    table.LONG_KEY,
)
"""All recognizers in the order in which they are tried, the most specific first."""

LEAVE_YAML: frozenset[Recognize] = frozenset(
    {
        pastes.patch,
        pastes.code_fence,
        table.WEB_PAGE,
        pastes.entry_below_key,
        keys.missing_colon,
        keys.decorated_keys,
        table.GROUP_WITH_DASH,
        table.MISSING_SPACE_AFTER_COLON,
    }
)
"""Recognizers of mistakes that leave valid YAML, but not with the keys of an entry."""
