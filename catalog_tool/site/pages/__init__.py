"""The pages of the site, one kind of page per module, with their templates.

A kind of page is a module with a function ``pages(publication)`` and a template.
:mod:`catalog_tool.site.render` lists them all. The other modules here are shared by the kinds.
"""
