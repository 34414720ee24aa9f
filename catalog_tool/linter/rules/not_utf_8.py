"""The file is not saved as UTF-8 text.

UTF-8 is how nearly all text is stored today. Some editors still offer others under names such as
ANSI, Windows-1252 or UTF-16; look for the encoding under *Save as*. Text that you paste into the
web editor of GitHub is always UTF-8.

Why:
    Read as UTF-8, text in another encoding loses its accents and symbols, so that the name of a
    company would be published wrong.

Bad:
    description: Contoso connects the caf{{ byte E9 }} register to the directory.

Good:
    description: Contoso connects the café register to the directory.
"""

from __future__ import annotations

from catalog_tool.model.diagnostic import Severity

CODE = "CAT002"
SEVERITY = Severity.ERROR
