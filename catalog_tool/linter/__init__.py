"""What is right: the rules, the engine that applies them, fixes and reporters.

:mod:`rules` find problems and say where in the data they are. :mod:`engine` adds the line, the code
and the severity. :mod:`fix` applies fixes until nothing changes, and :mod:`reporters` write what is
left, for people and for programs.
"""
