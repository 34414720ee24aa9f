"""For continuous integration servers: one test suite of JUnit's XML, with one case per file.

A file with an error is a failed case; with ``--strict``, a warning fails it too. Other problems are
the output of the case. Source of the elements: the JUnit schema that Jenkins' xunit plugin checks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from click import unstyle

from catalog_tool.linter.reporters.document import Findings
from catalog_tool.linter.reporters.summary import Summary
from catalog_tool.linter.reporters.text import write_blocks
from catalog_tool.model.diagnostic import Diagnostic
from catalog_tool.text.phrases import quantity
from catalog_tool.text.terminal import visible

SUITE = "catalog check"
_NO_FILE = "the catalog"


def report(diagnostics: Sequence[Diagnostic], summary: Summary) -> str:
    """Return an XML document with every checked file, in the order of their paths."""
    found: dict[str, list[Diagnostic]] = defaultdict(list, {path: [] for path in summary.paths})
    for diagnostic in diagnostics:
        found[diagnostic.path].append(diagnostic)
    cases = [_case(path, found[path], summary) for path in sorted(found)]
    failures = sum(case.find("failure") is not None for case in cases)
    numbers = {"tests": str(len(cases)), "failures": str(failures), "errors": "0"}
    suites = ET.Element("testsuites", {"name": SUITE, **numbers})
    suite = ET.SubElement(suites, "testsuite", {"name": SUITE, **numbers, "skipped": "0"})
    suite.extend(cases)
    ET.indent(suites)
    return ET.tostring(suites, encoding="unicode") + "\n"


def _case(path: str, found: Sequence[Diagnostic], summary: Summary) -> ET.Element:
    place = {"file": visible(path)} if path else {}
    case = ET.Element("testcase", {"classname": SUITE, "name": visible(path) or _NO_FILE, **place})
    failing = [each for each in found if summary.fails(each.severity)]
    if failing:
        _describe(ET.SubElement(case, "failure", {"message": _heading(failing)}), failing)
    if others := [each for each in found if not summary.fails(each.severity)]:
        _describe(ET.SubElement(case, "system-out"), others)
    return case


def _heading(found: Sequence[Diagnostic]) -> str:
    names = dict.fromkeys(f"{each.code} {each.name}" for each in found)
    return f"{quantity(len(found), 'problem')}: {', '.join(names)}"


def _describe(element: ET.Element, found: Sequence[Diagnostic]) -> None:
    element.text = "\n" + unstyle(write_blocks([Findings(tuple(found))]))
