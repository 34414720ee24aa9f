"""What Git knows of a catalog: commits read as they are, nothing checked out, nothing run."""
