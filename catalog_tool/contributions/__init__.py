"""What a contribution changes, whether it may be merged, and what is said about it.

:mod:`diff` compares two catalogs for readers, :mod:`review` judges a pull request by all rules, and
:mod:`issue_form` turns an issue into an entry: values in, values out. Only :mod:`github` talks to
the forge, and it takes nothing that a contribution made at its word.
"""
