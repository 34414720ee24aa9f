"""What readers get: pages, files for programs, the finder, and the audit of the finished site."""
