"""Who lists all of these applications: the page, its engine, scripts, and styles."""
