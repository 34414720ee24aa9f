"""Tests of the review of pull requests."""
