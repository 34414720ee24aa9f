"""The pages of the site, one kind a file, with their templates beside them.

A page kind is a module that defines ``pages(publication)``, and has a template;
:mod:`catalog_tool.site.render` lists them all. The other modules here are what page kinds are
made from.
"""
