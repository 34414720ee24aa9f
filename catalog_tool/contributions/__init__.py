"""Handles contributions: what they change, and whether they can be merged.

:mod:`diff` compares two catalogs, :mod:`review` checks a pull request with all rules, and
:mod:`issue_form` turns an issue into an entry. All three take values and return values. Only
:mod:`github` talks to GitHub, and it trusts nothing that a contribution produced.
"""
