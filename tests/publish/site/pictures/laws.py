"""What holds for every drawing, whatever it shows."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import combinations

from sourcebook.publish.site.pictures.drawing import Drawing, Picture
from sourcebook.publish.site.pictures.lettering import SIZE, box_of

NUMBER = re.compile(r"-?\d+\.?\d*")
LARGE = 17.5
# A map shows what goes on beyond its edge, and is cut there.
CUT = {"land", "border", "here"}


def check(picture: Picture) -> None:
    assert picture.title.strip()
    assert picture.drawings == () or {one.size for one in picture.drawings} in ({"wide", "narrow"}, {"both"}, {"map"})
    for drawing in picture.drawings:
        check_drawing(drawing)


def check_drawing(drawing: Drawing) -> None:
    wide, tall = float(drawing.width), float(drawing.height)
    assert drawing.says.strip()
    for mark in drawing.marks:
        assert 0 <= float(mark.x) <= wide
        assert 0 <= float(mark.y) <= tall
        assert mark.label.strip()
    for path in drawing.lines:
        if path.css not in CUT:
            for x, y in starts(path.d):
                assert -1 <= x <= wide + 1, path
                assert -1 <= y <= tall + 1, path
    for texts, size in ((drawing.texts, SIZE), (drawing.large_texts, LARGE)):
        boxes = [(one, box_of(one, size)) for one in texts]
        for one, box in boxes:
            assert box.top >= -1, one
            assert box.bottom <= tall + 2, one
            assert box.left >= -12, one
            assert box.right <= wide + 12, one
        for (one, box), (other, beside) in combinations(boxes, 2):
            assert not box.touches(beside), (one.text, other.text)


def starts(d: str) -> list[tuple[float, float]]:
    return [tuple(map(float, NUMBER.findall(part)[:2])) for part in re.split("M", d)[1:]]


class Shape(HTMLParser):
    """The elements of a picture, and whether each was closed."""

    VOID = frozenset({"path", "circle"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open, self.tags, self.attributes = [], [], []
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, *pair) for pair in attrs]
        self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, *pair) for pair in attrs]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


KNOWN_TAGS = frozenset(
    {
        *("figure", "figcaption", "b", "p", "h3", "ol", "ul", "li", "span", "div", "details", "summary"),
        *("svg", "pattern", "path", "a", "circle", "rect", "text", "g"),
        *("table", "caption", "thead", "tbody", "tr", "th", "td"),
    }
)


def check_html(html: str) -> None:
    shape = Shape(html)
    assert set(shape.tags) <= KNOWN_TAGS
    names = {name for _, name, _ in shape.attributes}
    assert "style" not in names
    assert not {name for name in names if name.startswith("on")}
    assert not re.search(r"#[0-9a-f]{3,8}\b", re.sub(r'(href|fill)="[^"]*"|&#\d+;', "", html))
