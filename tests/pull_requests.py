"""Makes repositories with a pull request, from tables of files, and reviews it for real.

Files are written straight into Git's objects, so that a test can have what no file system here
holds: names that are no text, submodules, thousands of files.
"""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from catalog_tool.contributions.review import Review, review
from catalog_tool.loader.pull_request.proposal import PullRequest
from catalog_tool.model.attestation import statements
from catalog_tool.model.partner import REQUIRED
from catalog_tool.model.settings import Settings
from tests.checking import ordered_entry
from tests.repository import FILE, SUBMODULE, git

MAIN, TOPIC = "main", "topic"
AUTHOR = "contoso-anna"
MAINTAINED = ordered_entry("maintainers:\n  - contoso-anna\n  - contoso-bob\n")


@dataclass(frozen=True)
class Blob:
    """A file with a mode of its own; of a submodule the content is the id of a commit."""

    content: str
    mode: str = FILE


Files = Mapping[str, str | bytes | Blob | None]
"""Files by their path; ``None`` takes one away. Half characters in a path stand for bytes."""

BASE: Files = {"partners/contoso.yaml": MAINTAINED}


def make_pull_request(
    folder: Path, base: Files, changes: Files, *, later: Files | None = None
) -> Path:
    """Make a bare repository with the branches ``main`` and ``topic``.

    Args:
        folder: where it will be.
        base: the files of the commit that both branches have.
        changes: what the topic changes.
        later: what main changes after the topic left it.
    """
    git(folder, "init", "--quiet", "--bare", "--template=", "--initial-branch=main")
    commits = [_commit(MAIN, 1, base), _commit(TOPIC, 2, changes, parent=1)]
    if later is not None:
        commits.append(_commit(MAIN, 3, later, parent=1))
    git(folder, "fast-import", "--quiet", "--force", given=b"".join(commits))
    return folder


def ticked(settings: Settings) -> str:
    """Return a description with all boxes of the template ticked."""
    return "\n".join(statement.ticked_box for statement in statements(settings))


@contextmanager
def proposed(
    changes: Files, base: Files = BASE, *, later: Files | None = None
) -> Iterator[Settings]:
    """Make a repository that lives as long as the context, and return its catalog's settings."""
    with tempfile.TemporaryDirectory() as folder:
        yield Settings(root=make_pull_request(Path(folder), base, changes, later=later))


def reviewed(  # noqa: PLR0913 - what a pull request is made of
    changes: Files,
    author: str = AUTHOR,
    *,
    base: Files = BASE,
    later: Files | None = None,
    description: str = "",
    admins: tuple[str, ...] = (),
    approvals: tuple[str, ...] = (),
    association: str = "",
    required: tuple[str, ...] = REQUIRED,
) -> Review:
    """Review a pull request.

    Args:
        changes: what it changes.
        author: who opened it.
        base: the files of the branch that it goes to.
        later: what that branch changed since.
        description: the text beside it; all boxes are ticked if there is none.
        admins: those whom the settings name.
        approvals: those who approve its last commit.
        association: how GitHub knows its author.
        required: the keys that the settings require.
    """
    with proposed(changes, base, later=later) as bare:
        settings = bare.model_copy(update={"admins": admins, "required": required})
        given = description or ticked(settings)
        request = PullRequest(MAIN, TOPIC, author, given, approvals, association)
        return review(settings, request)


def _commit(branch: str, mark: int, files: Files, parent: int = 0) -> bytes:
    head = [
        f"commit refs/heads/{branch}\nmark :{mark}\n".encode(),
        b"committer Anna <anna@contoso.com> 1767225600 +0000\ndata 1\nx\n",
        f"from :{parent}\n".encode() if parent else b"",
    ]
    return b"".join([*head, *(_change(path, content) for path, content in files.items()), b"\n"])


def _change(path: str, content: str | bytes | Blob | None) -> bytes:
    name = (
        b'"' + b"".join(b"\\%03o" % byte for byte in path.encode(errors="surrogateescape")) + b'"'
    )
    if content is None:
        return b"D " + name + b"\n"
    blob = content if isinstance(content, Blob) else Blob("")
    if blob.mode == SUBMODULE:
        return f"M {SUBMODULE} {blob.content} ".encode() + name + b"\n"
    text = blob.content if isinstance(content, Blob) else content
    written = text if isinstance(text, bytes) else text.encode()
    return b"M %s inline %s\ndata %d\n%s\n" % (blob.mode.encode(), name, len(written), written)
