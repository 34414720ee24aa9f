"""The rules, the engine that runs them, fixes, and reporters.

:mod:`rules` find problems and say where in the data they are. :mod:`engine` adds the line, the
code, and the severity. :mod:`fix` applies fixes until nothing changes, and :mod:`reporters` write
the remaining problems, for people and for programs.
"""
