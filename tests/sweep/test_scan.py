"""The scan of bytes: it passes every page whose decoded text has a word of the topic."""

from __future__ import annotations

import html
import importlib.util

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.errors import UsageError
from sourcebook.read.charset import decode
from sourcebook.sweep.scan import AutomatonScan, HyperscanScan, scan_for
from sourcebook.vocabulary.topic_words import INVISIBLE, holds, topic_words
from sourcebook.vocabulary.topics import topics

TOPIC = "trafficking"
CHARSETS = ("utf-8", "cp1252", "cp1251", "koi8-r", "iso8859-5", "cp1256", "gb18030", "shift_jis", "euc-kr", "utf-16")
SCANS = [AutomatonScan(TOPIC)]
if importlib.util.find_spec("hyperscan"):
    SCANS.append(HyperscanScan(TOPIC))
FILLER = "The market opens on Saturdays. "


def as_reference(letter: str, form: int) -> str:
    return (f"&#{ord(letter)};", f"&#x{ord(letter):x};", f"&#X{ord(letter):X};", f"&#{ord(letter):06d}")[form]


@st.composite
def written(draw):
    """A word of the topic as a page may write it: in its charset, with references, marks and tags in it."""
    word = draw(st.sampled_from(topic_words(TOPIC)))
    charset = draw(st.sampled_from(CHARSETS))
    made = ""
    for at, letter in enumerate(word):
        if letter == " ":
            made += draw(st.sampled_from([" ", "\n", "  ", "&nbsp;", "\r\n\t"]))
        elif draw(st.integers(0, 11)) == 0:
            made += as_reference(letter, draw(st.integers(0, 3)))
            if not made.endswith(";"):
                made += ";"
        elif letter.isascii() and draw(st.booleans()):
            made += letter.upper()
        else:
            made += letter
        inside = at + 1 < len(word) and letter != " " and word[at + 1] != " "
        if inside and draw(st.integers(0, 19)) == 0:
            made += draw(st.sampled_from(["&shy;", "&#173;", "&#8203;", "&zwnj;", "<wbr>"]))
    body = "".join(f"&#{ord(one)};" if not _fits(one, charset) else one for one in made)
    return f"<p>{FILLER}{body} {FILLER}</p>".encode(charset), charset


def _fits(letter: str, charset: str) -> bool:
    try:
        letter.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.parametrize("scan", SCANS, ids=lambda scan: type(scan).__name__)
@settings(max_examples=300, deadline=None)
@given(page=written())
def test_a_page_whose_text_has_a_word_is_never_passed_over(scan, page):
    data, charset = page
    text = html.unescape(data.decode(charset).replace("<wbr>", ""))
    assert holds(text, TOPIC)
    assert scan.may_hold(data)


@pytest.mark.parametrize("scan", SCANS, ids=lambda scan: type(scan).__name__)
@settings(deadline=None)
@given(data=st.binary(max_size=400))
def test_no_bytes_whose_text_has_a_word_are_passed_over(scan, data):
    assert scan.may_hold(data) or not holds(html.unescape(decode(data).text), TOPIC)


@pytest.mark.parametrize("scan", SCANS, ids=lambda scan: type(scan).__name__)
@pytest.mark.parametrize(
    ("body", "passes"),
    [
        (FILLER, False),
        ("Forced to move, they took up labour in the fields.", True),
        ("Traf&#102;icking", True),
        ("It&#8217;s caf&eacute; time &amp; more &#233;t&#xe9;", False),
        ("<p>one</p><p>two</p><li><a href='/x'>three</a></li>", False),
        ("<b>T</b>rafficking", True),
        ("human traf<wbr>ficking", True),
        ("slavery", False),
        ("modern\nslavery", True),
    ],
)
def test_pages_are_passed_for_what_stands_in_them(scan, body, passes):
    assert scan.may_hold(body.encode()) is passes


def test_the_two_scans_agree_on_what_has_no_reference_and_no_tag():
    for word in topic_words(TOPIC):
        for text in (word, word[1:], FILLER + word.upper()):
            assert len({scan.may_hold(text.encode()) for scan in SCANS}) == 1


@pytest.mark.parametrize("topic", sorted(topics()))
def test_every_topic_can_be_swept_for_and_has_its_words_found(topic):
    scan = scan_for(topic)
    for word in topic_words(topic):
        assert holds(f"x {word} y", topic)
        assert scan.may_hold(word.encode())


@pytest.mark.parametrize("mark", INVISIBLE)
def test_marks_that_are_not_seen_do_not_part_a_word(mark):
    assert holds(f"traf{mark}ficking", TOPIC)
    assert all(scan.may_hold(f"traf{mark}ficking".encode()) for scan in SCANS)


def test_an_unknown_topic_is_refused_with_those_there_are():
    with pytest.raises(UsageError, match="trafficking"):
        scan_for("weather")
