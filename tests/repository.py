"""Real Git repositories, made by the tests and as strange as a stranger may make them."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

AUTHOR = {
    "GIT_AUTHOR_NAME": "Anna",
    "GIT_AUTHOR_EMAIL": "anna@contoso.com",
    "GIT_COMMITTER_NAME": "Anna",
    "GIT_COMMITTER_EMAIL": "anna@contoso.com",
    "GIT_CONFIG_GLOBAL": os.devnull,
}
FILE = "100644"
PROGRAM = "100755"
LINK = "120000"
SUBMODULE = "160000"
NO_MORE: Mapping[str, str] = {}


def git(
    folder: Path, *arguments: str, given: bytes = b"", environment: Mapping[str, str] = NO_MORE
) -> str:
    """Run Git in a folder, as Anna, and return what it prints."""
    command = ["git", *arguments]
    whole = {**os.environ, **AUTHOR, **environment}
    done = subprocess.run(
        command, cwd=folder, check=True, capture_output=True, env=whole, input=given
    )
    return os.fsdecode(done.stdout).strip()


def repository(folder: Path, *options: str) -> Path:
    """Make an empty repository."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main", *options)
    return folder


def commit(
    folder: Path,
    files: Mapping[str, str | bytes | tuple[str, str]],
    *,
    parent: str = "",
    branch: str = "main",
) -> str:
    """Commit exactly these files, without a working tree, so that any name and mode is possible.

    Args:
        folder: a repository.
        files: contents by path; or a mode with a content, for a submodule the id of its commit.
        parent: the commit before.
        branch: what then points to it.

    Returns:
        The id of the commit.
    """
    index = folder / "index-of-test"
    records = b"".join(_records(folder, files))
    aside = {"GIT_INDEX_FILE": str(index)}
    index.unlink(missing_ok=True)
    git(folder, "update-index", "-z", "--index-info", given=records, environment=aside)
    tree = git(folder, "write-tree", "--missing-ok", environment=aside)
    index.unlink(missing_ok=True)
    parents = ["-p", parent] if parent else []
    made = git(folder, "commit-tree", *parents, "-m", "change", tree)
    git(folder, "update-ref", f"refs/heads/{branch}", made)
    return made


def _records(folder: Path, files: Mapping[str, str | bytes | tuple[str, str]]) -> list[bytes]:
    split = {
        path: content if isinstance(content, tuple) else (FILE, content)
        for path, content in files.items()
    }
    written = iter(_blobs(folder, [each for mode, each in split.values() if mode != SUBMODULE]))
    records = []
    for path, (mode, content) in split.items():
        object_id = str(content) if mode == SUBMODULE else next(written)
        records.append(f"{mode} {object_id}\t".encode() + os.fsencode(path) + b"\0")
    return records


def _blobs(folder: Path, contents: list[str | bytes]) -> list[str]:
    """Write contents as objects, all in one go, and return their ids."""
    if not contents:
        return []
    stream = []
    for number, content in enumerate(contents, start=1):
        blob = content.encode() if isinstance(content, str) else content
        stream.append(b"blob\nmark :%d\ndata %d\n%s\n" % (number, len(blob), blob))
    marks = folder / "marks-of-test"
    git(folder, "fast-import", "--quiet", f"--export-marks={marks}", given=b"".join(stream))
    lines = marks.read_text(encoding="ascii").splitlines()
    marks.unlink()
    numbered = dict(line.split() for line in lines)
    return [numbered[f":{number}"] for number in range(1, len(contents) + 1)]
