"""What a text is, and how it is sorted, marked up, linked and shown safely.

It knows nothing of entries: everything above uses it. :mod:`characters` tells letters from what
only looks like them, :mod:`markup` parses Markdown once and writes it as HTML or plain text,
:mod:`urls` judges addresses, and :mod:`ordering` sorts and makes slugs. :mod:`document` is what a
command has to say; its writers make a stranger's text harmless wherever it is read.
"""
