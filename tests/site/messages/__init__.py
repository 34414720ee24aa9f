"""Tests of the site's words."""
