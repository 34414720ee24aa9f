"""The pages of the site, one kind a file, with their templates beside them."""
