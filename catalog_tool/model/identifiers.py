"""Names of partner files: which are valid, and what a file with another name should be called."""

from __future__ import annotations

import posixpath
import re
import shlex

import unicodedata2 as unicodedata

from catalog_tool.text.characters import escape_hidden
from catalog_tool.text.characters.letters import is_letter
from catalog_tool.text.ordering import ID_MAX_LENGTH, ID_PATTERN, latin, slug

ENTRY_SUFFIX = ".yaml"
FREEING_WORD = "-software"
"""Added to a reserved name to make it a free one."""

_OF_PROGRAMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
_ID = re.compile(ID_PATTERN)
# Windows hides the last extension of a name, so people add another one without noticing.
_YAML_ENDING = re.compile(r"\.ya?ml(?:\.(?:txt|json|ya?ml))?[. ]*\Z", re.IGNORECASE)
_OTHER_ENDING = re.compile(r"(?:\.(?:json|txt))*\Z", re.IGNORECASE)
# What browsers and file managers add to the name of a second file.
_DOUBLE = re.compile(
    r"\A(?:copy of|copie de|copia de|kopie von)[ _-]+|[ _-]*\(\d+\)\Z"
    r"|[ _]+(?:-[ _]*)?(?:copy|copie|copia|kopie)(?:[ _]*\(?\d+\)?)?\Z",
    re.IGNORECASE,
)
_COPY = re.compile(r"\.ya?ml\.(?:bak|old|orig|rej|save|tmp)\Z|\A#.*#\Z|\A\.#|\A~\$", re.IGNORECASE)
_SIGN_OF_MARK = re.compile(r"\((?:c|r|sm|tm)\)", re.IGNORECASE)
# How people write letters with accents on keyboards without them.
_SPELLED_OUT = str.maketrans(
    {"ä": "ae", "å": "aa", "ö": "oe", "ø": "oe", "ü": "ue", "Ä": "ae", "Å": "aa", "Ö": "oe"}
    | {"Ø": "oe", "Ü": "ue"}
)
# Windows opens a device for these names with any extension, so nobody could check out a repository
# with such a file there. Source: Microsoft, "Naming Files, Paths, and Namespaces".
_DEVICES = frozenset(
    ["aux", "con", "conin", "conout", "nul", "prn"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
# Names that web servers, crawlers, and site generators look for.
_SERVED = frozenset({"404", "assets", "favicon", "index", "readme", "robots", "sitemap"})
_PAGES = frozenset(
    {
        *("api", "applications", "catalog", "categories", "compare", "contribute", "coverage"),
        *("feed", "home", "llms", "logos", "new", "numbers", "partners", "rules", "schema"),
        *("schemas", "search", "site", "tags", "terms", "vocabulary"),
    }
)


def reserved_names() -> tuple[str, ...]:
    """Return all reserved names in alphabetical order."""
    return tuple(sorted(_DEVICES | _SERVED | _PAGES))


def reserved_for(identifier: str) -> str:
    """Return what an identifier is reserved for, or ``""`` if it is free."""
    if identifier in _DEVICES:
        return "a device in Windows"
    if identifier in _SERVED:
        return "a file that web servers and crawlers look for"
    return "a page of the site" if identifier in _PAGES else ""


def is_left_by_a_program(file_name: str) -> bool:
    """Return whether a desktop or an editor keeps a file of its own under this name."""
    return file_name in _OF_PROGRAMS or file_name.endswith(("~", ".swp"))


def is_copy_of_a_program(file_name: str) -> bool:
    """Return whether an editor or Git saves a backup copy under this name."""
    return _COPY.search(file_name) is not None


def is_identifier(text: str) -> bool:
    """Return whether a text can be the name of a partner file, without its extension."""
    return len(text) <= ID_MAX_LENGTH and _ID.fullmatch(text) is not None


def identifier_in(file_name: str) -> str:
    """Return the id in the name of a partner file, or ``""`` for any other name."""
    identifier = file_name.removesuffix(ENTRY_SUFFIX)
    return identifier if identifier != file_name and is_identifier(identifier) else ""


def intended_file_name(file_name: str, *, is_entry: bool = False) -> str:
    """Return the name that a file with an invalid name should have, or ``""`` if unknown.

    >>> intended_file_name("Contoso (1).YAML"), intended_file_name("Copy of contoso.yml")
    ('contoso.yaml', 'contoso.yaml')

    Args:
        file_name: the name.
        is_entry: whether its text is an entry, whatever its extension.
    """
    ending = _YAML_ENDING.search(file_name) or (
        _OTHER_ENDING.search(file_name) if is_entry else None
    )
    return file_name_of(_DOUBLE.sub("", file_name[: ending.start()])) if ending else ""


def identifier_of(partner: str) -> str:
    """Return the id of a partner, or ``""`` if most letters of its name have no place in an id.

    >>> identifier_of("UNIFY Solutions"), identifier_of("Index"), identifier_of("Яндекс 360")
    ('unify-solutions', 'index-software', '')
    """
    wanted = _slug_of(partner)
    return f"{wanted}{FREEING_WORD}" if reserved_for(wanted) else wanted


def is_identifier_of(identifier: str, partner: str) -> bool:
    """Return whether an id is right for a partner's name.

    Letters with accents can be spelled out, as in ``mueller`` for *Müller*. If most letters of the
    name have no place in an id, or if the id of the name is reserved, any id is right.
    """
    wanted = _slug_of(partner)
    if not wanted or reserved_for(wanted) or identifier in {wanted, slug(partner)}:
        return True
    spelled_out = unicodedata.normalize("NFC", partner).translate(_SPELLED_OUT)
    return identifier == _slug_of(spelled_out)


def _slug_of(partner: str) -> str:
    if not (written := latin(partner)).isascii():
        letters = [*filter(is_letter, written)]
        if 2 * sum(map(str.isascii, letters)) < len(letters):
            return ""
    return slug(_SIGN_OF_MARK.sub("", partner))


def file_name_of(partner: str) -> str:
    """Return the name of a partner's file, or ``""`` if any name will do."""
    identifier = identifier_of(partner)
    return f"{identifier}{ENTRY_SUFFIX}" if identifier else ""


def rename_command(old: str, new: str) -> str:
    r"""Return the shell command that renames or moves a file.

    >>> rename_command("partners/$(x).yaml", "partners/x.yaml")
    "git mv 'partners/$(x).yaml' partners/x.yaml"
    >>> print(rename_command("a\nb.yaml", "partners/a-b.yaml"))
    git mv $'a\nb.yaml' partners/a-b.yaml
    """
    return f"git mv {shell_word(old)} {shell_word(new)}"


def rename_hint(old: str, new: str) -> str:
    """Return how to rename or move a file on GitHub, and with Git.

    Args:
        old: its path.
        new: the path that it should have.
    """
    *before, old_name = old.split("/")
    *after, new_name = new.split("/")
    same = len(posixpath.commonprefix([before, after]))
    leave, typed = "/".join(before[same:]), "/".join([*after[same:], new_name])
    steps = []
    if leave:
        steps.append(f"press Backspace in front of the name to leave '{escape_hidden(leave)}'")
    if typed != old_name:
        target = "" if typed == new_name else f" to '{typed}'"
        steps.append(f"change the name above the text{target}")
    what = f"Rename the file to '{new_name}'" if before == after else f"Move the file to '{new}'"
    how = f"On GitHub, open it, select the pencil, and {', and '.join(steps)}."
    return f"{what}. {how} With Git: {rename_command(old, new)}"


def shell_word(path: str) -> str:
    r"""Return a path as one word; invisible characters are written as escapes of bash and zsh."""
    if path.isprintable():
        return shlex.quote(path)
    letters = []
    for char in path.replace("\\", "\\\\").replace("'", "\\'"):
        # A byte that isn't UTF-8 is decoded as a surrogate, but the shell needs the byte.
        written = f"\\x{ord(char) - 0xDC00:x}" if "\udc80" <= char <= "\udcff" else ""
        shown = char if char.isprintable() else char.encode("unicode_escape").decode()
        letters.append(written or shown)
    return f"$'{''.join(letters)}'"
