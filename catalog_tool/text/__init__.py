"""What a text is, and how it is sorted, marked up, linked and shown safely.

It knows nothing of entries: everything above uses it.
"""
