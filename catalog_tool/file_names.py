"""What the file of a partner is called, and what a file with another name should be called."""

from __future__ import annotations

import re
import shlex

from catalog_tool.ordering import ID_MAX_LENGTH, ID_PATTERN, slug
from catalog_tool.reserved_names import reserved_for

ENTRY_SUFFIX = ".yaml"
FREEING_WORD = "-software"
"""What makes a reserved name a free one."""

_OF_PROGRAMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
_ID = re.compile(ID_PATTERN)
# Windows hides the last ending of a name, so that another one is added unseen.
_YAML_ENDING = re.compile(r"\.ya?ml(?:\.txt|\.ya?ml)?\Z", re.IGNORECASE)


def is_left_by_a_program(file_name: str) -> bool:
    """Return whether a desktop or an editor keeps a file for itself in the folder."""
    return file_name in _OF_PROGRAMS or file_name.endswith(("~", ".swp"))


def is_identifier(text: str) -> bool:
    """Return whether a text can be the name of a partner file, without its ending."""
    return len(text) <= ID_MAX_LENGTH and _ID.fullmatch(text) is not None


def intended_file_name(file_name: str) -> str:
    """Return the name that a file with an impossible name should have, or ``""``."""
    ending = _YAML_ENDING.search(file_name)
    return file_name_of(file_name[: ending.start()]) if ending else ""


def identifier_of(partner: str) -> str:
    """Return the id of a partner, or ``""`` for a name without a letter from A to Z.

    >>> identifier_of("UNIFY Solutions"), identifier_of("Index")
    ('unify-solutions', 'index-software')
    """
    wanted = slug(partner)
    return f"{wanted}{FREEING_WORD}" if reserved_for(wanted) else wanted


def file_name_of(partner: str) -> str:
    """Return the name of a partner's file, or ``""`` for a name without a letter from A to Z."""
    identifier = identifier_of(partner)
    return f"{identifier}{ENTRY_SUFFIX}" if identifier else ""


def rename_command(folder: str, old: str, new: str) -> str:
    """Return the command that renames a file of a folder, for a shell."""
    return shlex.join(["git", "mv", f"{folder}/{old}", f"{folder}/{new}"])
