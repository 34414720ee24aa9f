"""Settings are read from mkdocs.yml without MkDocs."""

from pathlib import Path

import pytest

from catalog_tool.loader.configuration import ConfigurationError, load_settings

REPOSITORY = Path(__file__).parents[2]


def configuration(folder: Path, text: str) -> Path:
    path = folder / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    return path


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(ConfigurationError) as refused:
        load_settings(configuration(folder, text))
    return f"{refused.value.message} {refused.value.hint}"


def test_the_site_gives_its_name_and_the_plugin_its_options(tmp_path: Path) -> None:
    path = configuration(
        tmp_path,
        "site_name: Connectors\n"
        "site_description: Who connects what.\n"
        "site_url: https://contoso.com/catalog/\n"
        "plugins:\n"
        "  - search\n"
        "  - catalog:\n"
        "      platform: Contoso ID\n"
        "      partners: entries\n",
    )
    settings = load_settings(path)
    assert settings.title == "Connectors"
    assert settings.summary == "Who connects what."
    assert settings.site_url == "https://contoso.com/catalog/"
    assert settings.platform == "Contoso ID"
    assert settings.partners_folder == tmp_path / "entries"
    assert (settings.root, settings.configuration) == (tmp_path, "mkdocs.yml")


def test_an_option_of_the_plugin_overrides_the_site(tmp_path: Path) -> None:
    text = "site_name: Site\nplugins:\n  - catalog:\n      title: Catalog\n"
    assert load_settings(configuration(tmp_path, text)).title == "Catalog"


@pytest.mark.parametrize(
    "plugins",
    ["[catalog]", "[search, catalog: null]", "[catalog: {}]", "{search: {}, catalog: {}}"],
)
def test_plugins_are_listed_in_any_way_that_mkdocs_reads(tmp_path: Path, plugins: str) -> None:
    settings = load_settings(configuration(tmp_path, f"site_name: T\nplugins: {plugins}\n"))
    assert settings.title == "T"


def test_tags_are_read_over_and_nothing_is_constructed(tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    text = (
        "site_name: T\n"
        "site_url: !ENV [SITE_URL, '']\n"
        "markdown_extensions:\n"
        "  - pymdownx.emoji:\n"
        "      emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
        f"extra: !!python/object/apply:pathlib.Path.touch [!!python/object:pathlib.Path '{trap}']\n"
        f"hook: !!python/object/apply:os.mkdir ['{trap}']\n"
        "plugins: [catalog]\n"
    )
    assert load_settings(configuration(tmp_path, text)).site_url == ""
    assert not trap.exists()


def test_the_nearest_configuration_is_found_from_a_folder_below(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configuration(tmp_path, "plugins: [catalog]\n")
    (tmp_path / "docs" / "prose").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "docs" / "prose")
    assert load_settings().root == tmp_path


def test_a_folder_means_the_configuration_in_it(tmp_path: Path) -> None:
    configuration(tmp_path, "plugins: [catalog]\n")
    assert load_settings(tmp_path).root == tmp_path


def test_a_configuration_may_have_another_name(tmp_path: Path) -> None:
    path = tmp_path / "other.yml"
    path.write_text("plugins: [catalog]\n", encoding="utf-8")
    assert load_settings(path).configuration == "other.yml"


def test_this_repository_is_a_catalog() -> None:
    assert load_settings(REPOSITORY / "mkdocs.yml").partners_folder == REPOSITORY / "partners"


def test_no_configuration_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigurationError, match=r"no mkdocs\.yml in") as refused:
        load_settings()
    assert "--config" in refused.value.hint


def test_a_configuration_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="No such file"):
        load_settings(tmp_path / "absent.yml")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "isn't a set of keys with values"),
        ("- a\n", "isn't a set of keys with values"),
        ("site_name: 'open\n", "line 2: a quote is never closed"),
        ("site_name: a: b\n", "line 1: there is a colon where a key isn't allowed"),
        ("theme:\n\tname: material\n", "line 2: it is indented with a tab"),
        ("a: {b: [\n", "isn't valid YAML"),
        ("site_name: \x01\n", "isn't valid YAML"),
        ("site_name: T\n", "don't include 'catalog'"),
        ("plugins: catalog\n", "don't include 'catalog'"),
        ("plugins: [catalog: 3]\n", "don't include 'catalog'"),
        ("plugins: [catalog: {partner: x}]\n", "no option 'partner'. Did you mean 'partners'?"),
        ("plugins: [catalog: {zzz: x}]\n", "no option 'zzz'. Valid options: admins, branch, "),
        ("plugins: [catalog: {root: /}]\n", "no option 'root'"),
        ("plugins: [catalog, catalog: {title: T}]\n", "lists the plugin 'catalog' more than once"),
        (
            "plugins: [catalog: {partners: ../other}]\n",
            "'partners' of the plugin 'catalog' can't be",
        ),
        ("plugins: [catalog: {partners: a/../../b}]\n", "Write a path in the folder of mkdocs.yml"),
        ("plugins: [catalog: {partners: .}]\n", "such as partners."),
        ("plugins: [catalog: {partners: ''}]\n", "such as partners."),
        ("plugins: [catalog: {prose: /etc}]\n", "such as docs/prose."),
        ("plugins: [catalog: {published: '..\\\\x.md'}]\n", "such as CATALOG.md."),
        ('plugins: [catalog: {prose: "a\\0b"}]\n', "such as docs/prose."),
        ("plugins: [catalog: {requests: email}]\n", "can't be 'email'. Write an email address"),
        ("plugins: [catalog: {requests: 'http://a.com/'}]\n", "'requests' of the plugin"),
        ("plugins: [catalog: {requests: 'javascript:x'}]\n", "'requests' of the plugin"),
        ("plugins: [catalog: {3: x}]\n", "no option 3"),
        ("plugins: [catalog: {title: 2026}]\n", "'title' of the plugin 'catalog' can't be 2026"),
        ("plugins: [catalog: {title: !ENV T}]\n", "can't be the tag !ENV"),
        (
            "plugins: [catalog: {admins: [a/b]}]\n",
            "can't be 'a/b'. List the GitHub logins of people",
        ),
        (
            "plugins: [catalog: {admins: ['@a']}]\n",
            "'admins.0' of the plugin 'catalog' can't be '@a'",
        ),
        (
            "theme: {name: material, language: English}\nplugins: [catalog]\n",
            "mkdocs.yml: theme.language can't be 'English'. Write the code of a language, such as",
        ),
        ("plugins: [catalog: {admins: a}]\n", "'admins' of the plugin 'catalog' can't be 'a'"),
        ("plugins: [catalog: {question_words: a b}]\n", "can't be 'a b'. List words in brackets"),
        ("plugins: [catalog: {nouns: vendor}]\n", "can't be 'vendor'. Write one noun per line"),
        ("plugins: [catalog: {messages: [a]}]\n", "can't be ['a']. Write one text per line"),
        ("plugins: [catalog: {code_owners: [a/b/c]}]\n", "or teams in the form organization/team"),
    ],
)
def test_an_invalid_configuration_is_explained_in_plain_words(
    tmp_path: Path, text: str, reason: str
) -> None:
    assert reason in refusal(tmp_path, text)


@pytest.mark.parametrize("written", ["./entries/", "entries", "entries//"])
def test_a_path_has_one_form(tmp_path: Path, written: str) -> None:
    path = configuration(tmp_path, f"plugins: [catalog: {{partners: {written}}}]\n")
    assert load_settings(path).partners == "entries"


def test_bytes_that_are_not_text(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(b"site_name: \xff\xfe\n")
    with pytest.raises(ConfigurationError, match="isn't valid YAML"):
        load_settings(tmp_path)


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (
            "freshness: {deu: 12}",
            "4:19: the plugin 'catalog' has no option 'freshness.deu'. Did you mean 'due'?",
        ),
        (
            "content_policy: {script_src: [plausible.io]}",
            (
                "4:24: the plugin 'catalog' has no option 'content_policy.script_src'. "
                "Did you mean 'script-src'?"
            ),
        ),
        (
            "content_policy: {files: [../other.html]}",
            "4:24: the option 'content_policy.files.0' of the plugin 'catalog' can't be '../",
        ),
        (
            "nouns: {aplications: exporters}",
            (
                "4:15: the plugin 'catalog' has no option 'nouns.aplications'. "
                "Did you mean 'applications'?"
            ),
        ),
        (
            "freshness: {color: 12}",
            (
                "4:19: the plugin 'catalog' has no option 'freshness.color'. "
                "Valid options: due, stale."
            ),
        ),
        (
            "freshness: {due: x}",
            "4:19: the option 'freshness.due' of the plugin 'catalog' can't be",
        ),
        ("freshness: {due: 12, stale: 6}", "4:7: the option 'freshness' of the plugin 'catalog'"),
        ("admins: [contoso-anna, 3]", "4:7: the option 'admins.1' of the plugin 'catalog' can't"),
    ],
)
def test_parts_of_an_option_are_explained_at_their_place(
    tmp_path: Path, option: str, said: str
) -> None:
    refused = refusal(tmp_path, f"plugins:\n  - catalog:\n      summary: X\n      {option}\n")
    assert refused.startswith(f"mkdocs.yml:{said}")


@pytest.mark.parametrize(
    ("required", "said"),
    [
        ("[contcat]", "Did you mean 'contact'? List some of contact, description, applications"),
        ("[webiste]", "The keys name and website are always required."),
        ("[contact, name]", "The keys name and website are always required."),
        ("[interfaces]", "List some of contact, description, applications in brackets"),
        ("contact", "List some of contact, description, applications in brackets"),
        ("", "or none: []."),
        ("[1]", "List some of contact, description, applications in brackets"),
    ],
)
def test_only_three_keys_can_be_required(tmp_path: Path, required: str, said: str) -> None:
    refused = refusal(tmp_path, f"plugins:\n  - catalog:\n      required: {required}\n")
    assert refused.startswith("mkdocs.yml:3:7: the option 'required")
    assert said in refused


@pytest.mark.parametrize(
    ("options", "required"),
    [
        ("{}", ("contact", "description", "applications")),
        ("{required: []}", ()),
        ("{required: [applications]}", ("applications",)),
    ],
)
def test_an_owner_chooses_the_required_keys(
    tmp_path: Path, options: str, required: tuple[str, ...]
) -> None:
    text = f"plugins:\n  - catalog: {options}\n"
    assert load_settings(configuration(tmp_path, text)).required == required
