"""Exporters: the published files that aren't pages, one output per module.

An exporter is a module with a function ``export(publication)`` that returns the text of one file.
It defines where the file goes: ``SITE_PATH``, its path in the site, or
``repository_path(settings)``, its path in the repository (empty if the settings turn it off), or
both. If the number of files depends on the catalog, the module has
``export_files(publication)`` instead. :mod:`catalog_tool.site.exports` lists them all.
"""
