"""From the bytes of a stranger, in a folder, a commit or a pull request, to a catalog.

Everything that reads is here, so every bound on what a stranger can send is here too
(:mod:`limits`). :mod:`files` reads and decodes, :mod:`yaml` parses, and :mod:`schema` fits the data
to the models. :mod:`load` does all three for a folder, :mod:`git` and :mod:`pull_request` for
commits. What is wrong with a file becomes a ``Problem``, never an exception.
"""
