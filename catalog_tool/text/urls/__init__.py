"""Web and email addresses: their grammar, and the domains that their hosts belong to."""
