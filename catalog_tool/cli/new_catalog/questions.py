"""What `catalog init` asks about a new catalog, and what an answer has to be."""

from __future__ import annotations

import re
from dataclasses import dataclass

import click

from catalog_tool.cli._answers import introduce, read_line
from catalog_tool.cli._exit import CannotRun
from catalog_tool.cli.new_catalog import LANGUAGES
from catalog_tool.model.values import LOGIN_PATTERN

# The theme inserts the title into its pages without escaping it.
_NAME = r"""[^\s"<>\\](?:[^\x00-\x1f\x7f"<>\\]{0,58}[^\s"<>\\])?"""
_NOUN = r"""[^\W\d_](?:[\w /-]{0,38}\w)?"""


@dataclass(frozen=True, slots=True)
class Question:
    """A question about a new catalog, which an option also answers.

    Attributes:
        option: the option.
        meaning: what the answer is for, in a sentence.
        pattern: the regular expression that a whole answer matches.
        expected: what to enter.
    """

    option: str
    meaning: str
    pattern: str
    expected: str

    def require(self, answer: str) -> str:
        """Return an answer if it can be used.

        Raises:
            CannotRun: it can't.
        """
        if re.fullmatch(self.pattern, answer):
            return answer
        raise CannotRun(f"{self.option} can't be {answer!r}.", f"Enter {self.expected}.")

    def ask(self, default: str) -> str:
        """Ask the person at the terminal until the answer can be used, and return it.

        Raises:
            click.Abort: the person quit.
        """
        introduce(self.option.removeprefix("--"), self.meaning)
        while not re.fullmatch(self.pattern, answer := read_line(">", default)):
            click.echo(f"  Enter {self.expected}.")
        return answer


QUESTIONS = {
    question.option: question
    for question in (
        Question(
            "--platform",
            "What do the partners connect to? Titles and texts name it.",
            _NAME,
            'a name of at most 60 characters, without ", <, >, or \\',
        ),
        Question(
            "--language",
            f"The language of the site: {' or '.join(LANGUAGES)}.",
            "|".join(LANGUAGES),
            " or ".join(LANGUAGES),
        ),
        Question(
            "--connects",
            "What do the partners connect, for one and for several? Readers search for it.",
            f"{_NOUN}, {_NOUN}",
            "two nouns with a comma between them, such as exporter, exporters",
        ),
        Question(
            "--forge",
            "Where do partners propose entries? With github, they have forms, and each change is"
            " reviewed. With none, they send you files. You can change that later.",
            "github|none",
            "github or none",
        ),
        Question(
            "--repository",
            "The address of the catalog on GitHub. The repository doesn't have to exist yet.",
            r"https://[a-z0-9.-]+(?:/[A-Za-z0-9_.-]+){2}/?",
            "an address such as https://github.com/fabrikam/cloud-partners",
        ),
        Question(
            "--admin",
            "Who reviews pull requests? mkdocs.yml can have more people.",
            LOGIN_PATTERN.strip("^$"),
            "the GitHub login of a person; a team can only be in code_owners, in mkdocs.yml",
        ),
        Question(
            "--tool-commit",
            "The commit of the program that the workflows call.",
            "[0-9a-f]{40}",
            "40 hexadecimal digits",
        ),
    )
}
