"""What readers get: pages, files for programs, the finder, and the audit of the finished site.

:func:`render.all_pages` and :mod:`exports` make texts of a publication and write nothing.
:func:`build.build_site` lets MkDocs make a folder of them, and :func:`audit.audit` reads it as a
browser does, before anybody else can. The finder, the form and the comparison each have their
scripts and styles beside the Python that feeds them.
"""
