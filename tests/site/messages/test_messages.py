"""The words of the site: catalogs, the owner's texts, and what owners call things."""

import ast
import datetime as dt
import json
import re
import subprocess
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from catalog_tool.loader.configuration import ConfigurationError, load_settings
from catalog_tool.mkdocs_plugin import CatalogPlugin
from catalog_tool.model.settings import Settings
from catalog_tool.model.wording import Override
from catalog_tool.pipeline import check
from catalog_tool.site.assets import ASSETS, SOURCES
from catalog_tool.site.messages import CATALOGS, Messages, messages_of
from catalog_tool.site.messages.overrides import refuse_unusable
from catalog_tool.site.messages.scripts import all_messages, script_messages
from catalog_tool.site.pages.wording import template_words
from tests.message_catalogs import generated_files
from tests.node import NODE

_LANGUAGES = [path.stem for path in sorted(CATALOGS.glob("*.po"))]
MODEL = SOURCES.parent / "model"
_PLACEHOLDER = re.compile(r"%\(\w+\)s")


def _messages(**options: object) -> Messages:
    return messages_of(Settings.model_validate({"root": Path(), **options}))


def test_generated_files_are_up_to_date() -> None:
    for path, content in generated_files():
        assert path.read_bytes() == content, "run `python -m tests.message_catalogs`"


def _messages_in(path: Path) -> set[str]:
    """Return the text of each call that asks for a message, wherever the call is."""
    source = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    calls = re.finditer(r"""\bn?gettext\(\s*("[^"\n]*"|'[^'\n]*')\s*[,)]""", source)
    return {str(ast.literal_eval(call[1])) for call in calls}


def test_each_message_is_extracted() -> None:
    """Babel doesn't look into f-strings, and overlooks some calls in template strings."""
    files = [*SOURCES.rglob("*"), *MODEL.glob("*")]
    sources = [path for path in files if path.suffix in {".py", ".js", ".html"}]
    called = set().union(*map(_messages_in, sources))
    assert called - {*all_messages()} == set()


@pytest.mark.parametrize("language", _LANGUAGES)
def test_languages_are_complete(language: str) -> None:
    messages = _messages(language=language)
    assert messages.untranslated(all_messages()) == ()


@pytest.mark.parametrize("language", _LANGUAGES)
def test_translations_have_the_placeholders_of_their_messages(language: str) -> None:
    messages = _messages(language=language)
    for message in all_messages():
        forms = {messages.pattern(message), *messages.plural_patterns(message, message)}
        for form in forms - {message}:
            assert set(_PLACEHOLDER.findall(form)) <= {
                *_PLACEHOLDER.findall(message),
                *(f"%({noun})s" for noun in messages.nouns),
                "%(num)s",
            }


def test_english_is_the_source() -> None:
    messages = _messages()
    assert messages.gettext("By %(who)s", who="100 %") == "By 100 %"
    assert messages.ngettext("%(num)s day", "%(num)s days", 1) == "1 day"
    assert messages.ngettext("%(num)s day", "%(num)s days", 1234) == "1,234 days"
    assert messages.untranslated(["anything"]) == ()


@pytest.mark.parametrize(("language", "shown"), [("en", "99.5"), ("de", "99,5")])
def test_decimals_are_written_as_in_the_language(language: str, shown: str) -> None:
    assert _messages(language=language).decimal("99.5") == shown


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [("en", "Oct 4, 2026", "Oct 2026"), ("de", "4. Oktober 2026", "Oktober 2026")],
)
def test_days_are_written_as_in_the_language(language: str, day: str, month: str) -> None:
    messages = _messages(language=language)
    assert (messages.day("2026-10-04"), messages.month("2026-10-04")) == (day, month)
    assert messages.day(dt.date(2026, 10, 4)) == day


def test_owners_name_what_they_list() -> None:
    messages = _messages(nouns={"application": "exporter", "applications": "exporters"})
    assert messages.gettext("%(partners)s and %(applications)s") == "partners and exporters"


def test_owners_override_texts() -> None:
    messages = _messages(
        messages={
            "Add your integration": "List your product",
            "%(num)s day": {"one": "a day", "other": "%(num)s sleeps"},
        }
    )
    assert messages.gettext("Add your integration") == "List your product"
    assert messages.ngettext("%(num)s day", "%(num)s days", 1) == "a day"
    assert messages.ngettext("%(num)s day", "%(num)s days", 5) == "5 sleeps"


def test_german_has_its_own_nouns_and_numbers() -> None:
    messages = _messages(language="de")
    assert messages.gettext("%(applications)s") == "Anwendungen"
    assert messages.number(12345) == "12.345"


def test_a_language_without_a_catalog_is_english_and_says_so() -> None:
    messages = _messages(language="eo")
    text = template_words(messages)["gettext"]("Applications")
    assert text == '<span lang="en">Applications</span>'
    assert messages.untranslated(["Applications"]) == ("Applications",)


def test_values_in_templates_are_inert() -> None:
    words = template_words(_messages(nouns={"partner": "<i>x</i>"}))
    text = words["gettext"]("<b>%(name)s</b> %(partner)s", name="<script>{{ x }}</script>")
    assert text.startswith("<b>")
    assert "<script" not in text
    assert "<i>" not in text
    assert "{{" not in text


_IN_SCRIPT = """
globalThis.document = { documentElement: { lang: %s } };
globalThis.catalogMessages = { "%%(num)s day": %s, "Remove": %s };
%s
const { gettext, ngettext } = globalThis.catalogWords;
const days = (count) => ngettext("%%(num)s day", "%%(num)s days", count);
console.log(JSON.stringify([...[0, 1, 2, 1234].map(days), gettext("Remove")]));
"""


def test_scripts_choose_the_same_texts_as_pages() -> None:
    own = {"%(num)s day": {"one": "ein Tag", "other": "%(num)s Tage"}, "Remove": "Weg damit"}
    messages = _messages(language="de", messages=own)
    ids = ("%(num)s day", "%(num)s days")
    values = ("de", messages.plural_patterns(*ids), messages.gettext("Remove"))
    source = (SOURCES / "messages/messages.js").read_text(encoding="utf-8")
    script = _IN_SCRIPT % (*map(json.dumps, values), source)
    shown = subprocess.run([NODE, "-e", script], check=True, capture_output=True, text=True).stdout
    days = [messages.ngettext(*ids, count) for count in (0, 1, 2, 1234)]
    assert json.loads(shown) == [*days, "Weg damit"]
    assert days == ["0 Tage", "ein Tag", "2 Tage", "1.234 Tage"]


def test_a_script_gets_only_the_messages_that_differ() -> None:
    for name in ASSETS:
        assert len(script_messages(name, _messages())) <= len(
            script_messages(name, _messages(language="de"))
        )


def test_a_script_gets_the_nouns_and_fills_them_in() -> None:
    nouns = {"applications": "100 % %(value)s", "partner": "firm"}
    for own, shown in ((nouns, ["x has no 100 % %(value)s.", "firm"]), ({}, USUAL)):
        text = script_messages("form/form.js", _messages(nouns=own))
        assert "catalogLanguage" not in text
        assert "catalogMessages" not in text
        source = (SOURCES / "messages/messages.js").read_text(encoding="utf-8")
        script = f"globalThis.document = {{ documentElement: {{}} }};{text}{source}{_FILLED}"
        run = subprocess.run([NODE, "-e", script], check=True, capture_output=True, text=True)
        assert json.loads(run.stdout) == shown


_FILLED = """
const { gettext } = globalThis.catalogWords;
const shown = gettext("%(value)s has no %(applications)s.", { value: "x" });
console.log(JSON.stringify([shown, gettext("%(partner)s")]));
"""
USUAL = ["x has no applications.", "partner"]


def test_scripts_in_a_language_that_lacks_messages_are_english_and_say_so() -> None:
    own = {"Copied.": "Kopiita."}
    text = script_messages("form/form.js", _messages(language="eo", messages=own))
    assert text.startswith('globalThis.catalogLanguage="en";')
    assert '"Copied.":"Kopiita."' in text
    assert script_messages("catalog.js", _messages(language="eo")) == ""


_TWO = "%(num)s entry is temporarily unavailable."


@pytest.mark.parametrize(
    ("message", "own", "reason"),
    [
        ("Add your integratoin", "List it", "Did you mean 'Add your integration'?"),
        ("%(num)s entries are temporarily unavailable.", "%(num)s gone", f"Did you mean {_TWO!r}?"),
        ("Who is the king of Spain?", "?", "Copy a text from the site in English"),
        ("Contact %(name)s", "Ask %(nane)s", "the placeholder 'nane', which stands for nothing"),
        ("Contact %(name)s", "Ask %(nane)s", "Use only %(Application)s, "),
        ("Contact %(name)s", "100 % %(name)s", "a percent sign without a placeholder"),
        ("Contact %(name)s", "Ask %s", "a percent sign without a placeholder"),
        ("Contact %(name)s", "Ask %(name)d", "a percent sign without a placeholder"),
        ("Contact %(name)s", {"one": "Ask", "other": "Ask"}, "can't have several forms"),
        (_TWO, {"one": "%(num)s gone", "other": "%(nub)s gone"}, "the placeholder 'nub'"),
        (_TWO, {}, "can't have several forms"),
    ],
)
def test_unusable_texts_of_owners_are_refused(message: str, own: Override, reason: str) -> None:
    settings = Settings(root=Path(), messages={message: own})
    with pytest.raises(ConfigurationError) as refused:
        refuse_unusable(settings)
    assert reason in f"{refused.value.message} {refused.value.hint}"


@pytest.mark.parametrize(
    ("message", "own"),
    [
        ("Contact %(name)s", "Ask %(name)s: 100 %%, %(partner)s"),
        ("Contact %(name)s", "Ask"),
        (_TWO, "gone: %(num)s"),
        (_TWO, {"one": "gone", "other": "gone: %(num)s"}),
    ],
)
def test_usable_texts_of_owners_can_be_filled_in(message: str, own: Override) -> None:
    settings = Settings(root=Path(), messages={message: own})
    refuse_unusable(settings)
    messages = messages_of(settings)
    assert messages.pattern(message) if isinstance(own, str) else True
    assert messages.ngettext(message, message, 2, name="Contoso")


def test_the_check_and_the_build_refuse_unusable_texts(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    configuration = tmp_path / "mkdocs.yml"
    configuration.write_text(
        "site_name: Catalog\nplugins:\n  - catalog:\n      messages:\n"
        '        "Contact %(name)s": "100 %"\n'
    )
    with pytest.raises(ConfigurationError, match=r"mkdocs\.yml:5:9: '100 %' has a percent sign"):
        check(load_settings(configuration))
    plugin = CatalogPlugin()
    with pytest.raises(PluginError, match=r"mkdocs\.yml:5:9"):
        plugin.on_config(load_config(str(configuration)))


def test_the_build_counts_the_texts_that_are_not_translated(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "docs").mkdir()
    configuration = tmp_path / "mkdocs.yml"
    for language, count in [("de", 0), ("eo", len(all_messages()))]:
        configuration.write_text(
            f"site_name: x\ntheme: {{name: mkdocs, language: {language}}}\nplugins: [catalog]\n"
        )
        caplog.clear()
        CatalogPlugin().on_config(load_config(str(configuration)))
        said = [each.getMessage() for each in caplog.records if "translated" in each.getMessage()]
        assert len(said) == bool(count)
        assert all(f"Warning: {count} of {count} texts" in each for each in said)


_ENGLISH = {"form/scripts/checks.js"}
"""Scripts that quote inside texts of the rules, which are English on each site."""


def test_quotation_marks_in_scripts_are_those_of_the_language() -> None:
    written = {
        path.relative_to(SOURCES).as_posix()
        for path in SOURCES.rglob("*.js")
        if re.search("`[^`\n]*[“”][^`\n]*`", path.read_text("utf-8"))
    }
    assert written == _ENGLISH
