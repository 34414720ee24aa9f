"""Reads a page like a browser: elements, text, addresses, headings."""

from dataclasses import dataclass
from html.parser import HTMLParser

VOID = frozenset(["br", "hr", "img", "input", "link", "meta"])


@dataclass
class Element:
    """One element with its attributes and the text inside it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


class Reading(HTMLParser):
    """The content of a body. An element that isn't closed in its place is an error."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.text = ""
        self._open: list[Element] = []
        self.feed(str.__str__(html))  # without the type that escapes other text
        self.close()
        assert not self._open, self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> closes nothing"
        closed = self._open.pop()
        assert closed.tag == tag, f"</{tag}> closes <{closed.tag}>"

    def handle_data(self, data: str) -> None:
        self.text += data
        for element in self._open:
            element.text += data

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Return the elements of a tag with these attributes. ``class_`` is one of the classes."""
        wanted = attributes.pop("class_", "")
        return [
            element
            for element in self.elements
            if element.tag == tag
            and (not wanted or wanted in element.attributes.get("class", "").split())
            and all(element.attributes.get(name) == value for name, value in attributes.items())
        ]

    def links(self) -> list[str]:
        """Return the target of each link, in order."""
        return [element.attributes["href"] for element in self.all("a")]

    def ids(self) -> list[str]:
        """Return each id, in order."""
        return [e.attributes["id"] for e in self.elements if "id" in e.attributes]


def shown(text: str) -> str:
    """Return text with its spaces as a browser shows them."""
    return " ".join(text.split())
