"""HTML becomes the text that a browser copies."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sourcebook.errors import InputRefused
from sourcebook.read import document
from sourcebook.read.reader import Source


def text_of(markup, name="page.html"):
    return document(markup.encode(), name=name).text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<html><p>One\n two.<p>Three.", "One two.\n\nThree.\n"),
        ("<html>A<br>B<br><br>C", "A\nB\n\nC\n"),
        ("<html><div>A</div><div>B</div>", "A\nB\n"),
        ("<html><table><tr><td>A<td>B<tr><td>C</table>", "A\tB\nC\n"),
        ("<html><p>Aims:<ul><li>one;<li>two.</ul><p>End.", "Aims:\n\n  • one;\n  • two.\n\nEnd.\n"),
        ("<html><ol><li>one<li>two</ol>", "  1. one\n  2. two\n"),
        ("<html><h2>Head</h2>tail", "Head\n\ntail\n"),
        ("<html><pre>a\n  b</pre>", "a\n  b\n"),
        ("<html><style>x{}</style><script>alert(1)</script><p>A<!-- b -->c", "Ac\n"),
        ("<html><p>a&nbsp;&amp;&#8217;b", "a\u00a0&\u2019b\n"),
        ("<html><b>bold</b> <i>it</i>alic", "bold italic\n"),
        ("<html><p><font face=x><span>1990s</span> <o:p></o:p></font>", "1990s\n"),
    ],
)
def test_markup_is_laid_out_as_a_browser_copies_it(markup, text):
    assert text_of(markup) == text


def test_links_stand_over_their_words():
    found = document(b'<html><p>See <a href="http://a.example/x?a=1&amp;b=2">the  report</a> now.')
    (link,) = found.links
    assert found.text[link.start : link.end] == "the report"
    assert link.href == "http://a.example/x?a=1&b=2"


def test_blocks_stand_over_their_words_with_their_kind():
    found = document(b"<html><h1>H</h1><p>P<ul><li>I</ul>")
    assert [(found.text[b.start : b.end], b.kind, b.level) for b in found.blocks] == [
        ("H", "heading", 1),
        ("P", "paragraph", 0),
        ("I", "item", 0),
    ]


def test_a_script_in_a_title_is_text():
    assert document(b"<html><title>a<script>alert(1)</script></title><p>x").title == "a<script>alert(1)</script>"


def test_the_address_comes_from_the_browsers_comment():
    page = b"<!-- saved from url=(0041)http://gvnet.example/humantrafficking/Chad.htm -->\n<html><p>x"
    assert document(page).address == "http://gvnet.example/humantrafficking/Chad.htm"


def test_plain_text_named_as_html_keeps_its_lines():
    assert text_of("Republic of Chad\n\nCite as: <date>\n") == "Republic of Chad\n\nCite as: <date>\n"


def test_html_named_as_text_is_read_as_html():
    assert text_of("<!DOCTYPE html><html><p>a<p>b", name="page.txt") == "a\n\nb\n"


class Shout:
    """A toy reader: what another format needs to join the table."""

    name = "shout"

    def declines(self, source: Source):
        return None if source.suffix == "shout" else "its name does not end in .shout"

    def read(self, source: Source):
        return document(source.data.upper(), name="a.txt")


def test_a_reader_of_ones_own_joins_the_table():
    assert document(b"quiet", name="a.shout", readers=[Shout()]).text == "QUIET"


pieces = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<b>",
        "</div>",
        "<div>",
        "<table>",
        "<tr>",
        "<td>",
        "<li>",
        "<a href=x>",
        "</a>",
        "word",
        " ",
        "\n",
        "<pre>",
        "<br>",
        "</table>",
        "<!--",
        "-->",
        "&amp;",
        "<ul>",
        "</ul>",
        "<h1>",
        "<title>",
        "<script>",
    ]
)


@given(st.lists(pieces, max_size=60))
@example(["<a href=x>", "<pre>", " "])
def test_any_markup_is_read_with_its_places_inside_the_text(parts):
    try:
        found = document(("<html>x" + "".join(parts)).encode())
    except InputRefused:
        return
    for place in (*found.blocks, *found.links):
        assert 0 <= place.start <= place.end <= len(found.text)
        assert found.text[place.start : place.end].strip()
