"""What must hold for any text: the bodies of the property tests that ask for one, collected.

A property is written once, where its subject is tested. Here it meets texts of other origins.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.importers import test_laws
from tests.loader import test_loader, test_yaml_parser
from tests.text import test_characters, test_letters, test_terminal
from tests.text.markup import test_markdown, test_markup

Law = Callable[[str], None]

_TESTS: list[Callable[..., None]] = [
    test_markup.test_without_the_parser_readers_see_the_same,
    test_markup.test_every_text_is_read_by_the_one_grammar,
    test_markup.test_text_in_is_text_out,
    test_markup.test_no_tag_is_there_that_is_not_ours,
    test_markup.test_tags_close_in_the_order_they_open,
    test_markup.test_links_lead_only_to_addresses_that_are_published,
    test_markup.test_a_sanitizer_finds_nothing_to_remove,
    test_markup.test_a_second_markdown_engine_finds_nothing_to_act_on,
    test_markup.test_a_template_engine_finds_nothing_to_act_on,
    test_markup.test_inert_text_shows_itself_in_an_element_and_in_an_attribute,
    test_markup.test_words_are_those_of_the_plain_text,
    test_markdown.test_it_parses_back_to_what_it_was_made_from,
    test_markdown.test_it_is_inert_on_github,
    test_yaml_parser.test_any_text_is_a_tree_or_problems_and_never_an_exception,
    test_yaml_parser.test_what_passes_has_the_data_that_yaml_reads,
    test_loader.test_any_text_is_an_entry_or_problems_at_their_places,
    test_characters.test_nothing_is_hidden_in_cleaned_text,
    test_characters.test_cleaned_text_knows_where_it_stood,
    test_letters.test_runs_are_at_their_offsets,
    test_laws.test_any_page_is_read_and_no_line_is_lost,
    test_terminal.test_nothing_that_is_shown_can_act,
]
LAWS: dict[str, Law] = {
    test.__name__.removeprefix("test_"): getattr(test, "hypothesis").inner_test  # noqa: B009
    for test in _TESTS
}
"""Each by its sentence."""
