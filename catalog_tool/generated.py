"""What the catalog generates, and what a site is made of, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class GeneratedFile:
    """One generated text file.

    Attributes:
        path: path below the folder it is written to, with forward slashes.
        text: its whole text, ending in a line end.
        edit: path in the repository of the file that a reader would edit to change it, or ``""``.
    """

    path: str
    text: str
    edit: str = ""


@dataclass(frozen=True, slots=True)
class SiteSources:
    """What the builder of a site was given; whatever else is on the site came in on the way.

    Attributes:
        name: what the site is called in the frame of its pages.
        made: what the catalog generated: Markdown pages with a body of HTML, and other files.
        copied: the files that are published as they are, by their path on the site: those that
            the owners put beside their texts, and those of the theme.
        written: the paths on the site of the pages that the owners wrote.
    """

    name: str
    made: tuple[GeneratedFile, ...]
    copied: Mapping[str, Path]
    written: frozenset[str]
