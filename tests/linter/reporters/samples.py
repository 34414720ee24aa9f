"""Diagnostics of every kind, including those with hostile text."""

from catalog_tool.model.diagnostic import Diagnostic, Fix, Severity
from catalog_tool.model.edits import Edit

HOSTILE = "\x1b[31mred \u202eevil \u200b%0A::error::x,y\r\n::add-mask::a ##[stop-commands]b"


def diagnostic(  # noqa: PLR0913 - one parameter for each field that a test may be about
    excerpt: str = "website: http://contoso.com",
    columns: tuple[int, int] = (10, 28),
    *,
    severity: Severity = Severity.ERROR,
    path: str = "partners/contoso.yaml",
    message: str = "The website does not start with https://.",
    hint: str = "",
    fix: Fix | None = None,
    lines: tuple[int, int] = (2, 2),
) -> Diagnostic:
    """Return a diagnostic with ordinary values for everything that isn't given."""
    return Diagnostic(
        path=path,
        line=lines[0],
        column=columns[0],
        end_line=lines[1],
        end_column=columns[1],
        code="CAT103",
        name="insecure-link",
        severity=severity,
        message=message,
        hint=hint,
        fix=fix,
        excerpt=excerpt,
    )


SAMPLES = (
    diagnostic(
        hint="Use the https address.",
        fix=Fix("write https://contoso.com", (Edit(24, 42, "https://contoso.com"),)),
    ),
    diagnostic(
        "name: 日本のコネクタ company",
        (7, 14),
        path="partners/wide.yaml",
        message="Wide characters take two columns.",
        lines=(1, 1),
    ),
    diagnostic(
        "description: |",
        (14, 7),
        message="The description goes on.",
        hint="Write, for example:\ndescription: |\n  One product.",
        lines=(3, 5),
    ),
    diagnostic(
        "x" * 150 + " here " + "y" * 150,
        (152, 156),
        severity=Severity.WARNING,
        message="A long line is cut around the caret.",
        fix=Fix("take it out", (Edit(0, 1, ""), Edit(5, 6, "-")), safe=False),
        lines=(12, 12),
    ),
    diagnostic(
        "name:\tTab\x1b[0m",
        (7, 14),
        severity=Severity.WARNING,
        path=f"partners/{HOSTILE}.yaml",
        message=HOSTILE,
        hint=HOSTILE,
        fix=Fix(HOSTILE, (Edit(1, 2, HOSTILE),)),
    ),
    diagnostic(
        "",
        (1, 1),
        severity=Severity.INFO,
        path="",
        message="About nothing in particular.",
        lines=(1, 1),
    ),
)
