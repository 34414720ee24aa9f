"""Pull requests judged as data."""
