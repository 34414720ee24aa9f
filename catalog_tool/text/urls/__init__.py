"""Web and e-mail addresses: their grammar, and the domains that their hosts belong to."""
