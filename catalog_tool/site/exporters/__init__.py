"""What the catalog is published as besides pages, one output a file.

An exporter is a module with a function ``export(publication)`` that returns the text of one file.
It defines where the file goes: ``SITE_PATH``, its path in the site, or
``repository_path(settings)``, its path in the repository (empty where the settings want none), or
both. An output of the site whose number of files depends on the catalog is a module with
``export_files(publication)`` instead. :mod:`catalog_tool.site.exports` lists them all.
"""
