"""How words are counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.text.words import count_words

PIECES = st.lists(
    st.sampled_from(
        [
            "word",
            "don't",
            "x",
            " ",
            "\xa0",
            "\u200b",
            "-",
            ".",
            "/",
            "https://a.b/c,d",
            "日本語",
            "สวัสดี",
            "한국어",
            "é",
            "é",
            "हिन्दी",
            "👩\u200d💻",
            "½",
            "'",
            "’",
            "_",
            "HTTP://",
            "ｱ",
        ]
    )
).map("".join)
TEXTS = st.text(max_size=60) | PIECES


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("   \n\t ", 0),
        ("--- *** !!!", 0),
        ("one two  three\nfour", 4),
        ("don't", 1),
        ("don’t", 1),
        ("'quoted'", 1),
        ("state-of-the-art", 1),
        ("one - two", 2),
        ("one—two", 2),
        ("v1.10.3", 1),
        ("The end.Next", 2),
        ("RACF/ACF2", 2),
        ("RACF/ACF2/TSS", 3),
        ("snake_case_name", 3),
        ("and/or", 2),
        ("AT&T", 2),
        ("C++", 1),
        ("5°C", 2),
        ("x²", 1),
        ("https://contoso.com/a/b-c?d=e,f", 1),
        ("see HTTPS://CONTOSO.COM/a,b now", 3),
        ("contoso.com/a", 2),
        ("Zürich café naïve", 3),
        ("cafe\u0301 nai\u0308ve", 2),
        ("Привет, мир", 2),
        ("한국어 단어", 2),
        ("हिन्दी में किताब", 3),
        ("שלום עולם", 2),
        ("日", 1),
        ("日本", 1),
        ("日本語", 2),
        ("ｱｲｳｴ", 2),
        ("日本語。日本語", 4),
        ("RACFと接続", 3),
        ("สวัสดี", 2),
        ("ក" * 8, 2),
        ("👩‍💻 🎉", 0),
        ("😀word😀word", 2),
        ("Rindfleischetikettierungsüberw", 1),
        ("Rindfleischetikettierungsüberwachung", 2),
        ("ThisGatewayConnectsEverySystemThatYouHave", 2),
        ("one.two-three'four.five-six.seven", 2),
        ("https://www.contoso.com/a-very-long-address-that-is-one-word", 1),
    ],
)
def test_a_reader_counts(text: str, count: int) -> None:
    assert count_words(text) == count


@pytest.mark.parametrize(
    "glue",
    [
        "\u00a0",
        "\u2003",
        "\u3000",
        "\u200b",
        "\u2060",
        "\ufeff",
        "\u00ad",
        "/",
        "\\",
        "|",
        "_",
        ",",
    ],
)
def test_glue_makes_no_single_word(glue: str) -> None:
    assert count_words(glue.join(["word"] * 600)) == 600


@pytest.mark.parametrize(("character", "per_word"), [("漢", 2), ("か", 2), ("カ", 2), ("ก", 4)])
def test_text_without_spaces_has_a_sensible_limit(character: str, per_word: int) -> None:
    assert count_words(character * 1_000) == 1_000 // per_word


@pytest.mark.parametrize("glue", ["-", ".", "'", "’", ""])
def test_what_joins_words_joins_only_a_few(glue: str) -> None:
    assert count_words(glue.join(["Word"] * 600)) >= 600 * 4 / 30


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("この製品はRACFとSAPを接続します。" * 100, 900),
        ("ระบบนี้เชื่อมต่อกับRACFและSAPได้" * 100, 800),
        ("ប្រព័ន្ធនេះភ្ជាប់ទៅ" * 100, 400),
        ("本网关为大型机应用程序配置帐户" * 200, 1_500),
    ],
)
def test_a_text_too_long_in_any_script_is_too_long(text: str, least: int) -> None:
    assert count_words(text) >= least


@given(TEXTS, TEXTS)
def test_lines_count_by_themselves(one: str, other: str) -> None:
    assert count_words(f"{one}\n{other}") == count_words(one) + count_words(other)


@given(TEXTS, TEXTS)
def test_more_text_has_no_fewer_words(one: str, other: str) -> None:
    assert count_words(f"{one} {other}") >= max(count_words(one), count_words(other))


@given(st.integers(0, 700))
def test_plain_words_are_counted_exactly(number: int) -> None:
    assert count_words(" ".join(["word"] * number)) == number


@given(st.text("abc d.'-/_:1", max_size=60))
def test_a_foreign_letter_elsewhere_changes_nothing(text: str) -> None:
    assert count_words(f"{text}\né") == count_words(text) + 1
