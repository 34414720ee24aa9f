"""Text: its characters, order, Markdown, addresses, and safe output.

The package knows nothing about entries, and all other packages use it. :mod:`characters` finds
characters that are invisible or only look like others, :mod:`markup` parses Markdown once and
writes it as HTML or plain text, :mod:`urls` checks addresses, and :mod:`ordering` sorts and makes
slugs. :mod:`terminal` and :mod:`github_markdown` make a stranger's text harmless where it is shown.
"""
