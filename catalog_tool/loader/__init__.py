"""Loads a catalog from the files of strangers in a folder, a commit, or a pull request.

All reading is done here, so all limits on what a stranger can send are here too (:mod:`limits`).
:mod:`files` reads and decodes, :mod:`yaml` parses, and :mod:`schema` validates the data against
the models. :mod:`load` does all three for a folder, and :mod:`git` and :mod:`pull_request` do them
for commits. An error in a file becomes a ``Problem``, never an exception.
"""
