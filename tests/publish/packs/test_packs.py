"""Packs: every kind in every format, the archive's own citations, and no figure without its worth."""

from __future__ import annotations

import io
import re

import pytest
from litestar.testing import TestClient
from tests.publish.packs.conftest import entry_of, held, unread

from sourcebook.errors import NotFound, UsageError
from sourcebook.model import Page
from sourcebook.publish.cite import Cited, cite, cite_passage, find_cited, styles, to_plain
from sourcebook.publish.offered import OFFERED_FILES, packs_to_serve
from sourcebook.publish.packs.asked import MOST_PASSAGES, find_theme
from sourcebook.publish.packs.making import asked_for
from sourcebook.publish.packs.pack import Listing, Pack, Para, Quoted, Table
from sourcebook.publish.packs.table import FORMATS, KINDS, find_kind, find_pack_format
from sourcebook.publish.site.app import create_app
from sourcebook.publish.site.site_page import Site
from sourcebook.settings import Settings

ADDRESS = "https://archive.example"
SITE = Site(settings=Settings(title="An Invented Archive"), address=ADDRESS, as_of="2026-11-25")
EVERY = [(kind, ending) for kind in KINDS for ending in FORMATS]


def pack_of(view, kind="term-paper", *countries, theme="", style="", site=SITE):
    return find_kind(kind)(asked_for(view, site, countries or ("AD",), theme, style))


def said(pack: Pack) -> str:
    """Everything that a pack says, as one text."""
    out = [pack.title, *pack.lead]
    for section in pack.sections:
        out.append(section.heading)
        for block in section.blocks:
            if isinstance(block, Para):
                out.append(to_plain(block.text))
            elif isinstance(block, Listing):
                out += [to_plain(item) for item in block.items]
            elif isinstance(block, Table):
                out += [block.caption, *block.head, *(to_plain(cell) for row in block.rows for cell in row)]
            else:
                out += [block.label, block.text, *(f"{name}: {to_plain(told)}" for name, told in block.facts)]
    return "\n".join(out)


def passages(pack):
    return [block for section in pack.sections for block in section.blocks if isinstance(block, Quoted)]


def facts(block, name):
    return [to_plain(told) for named, told in block.facts if named == name]


@pytest.mark.parametrize(("kind", "ending"), EVERY)
def test_every_pack_is_written_in_every_format_with_the_same_bytes_twice(view, kind, ending):
    written = [FORMATS[ending].write(pack_of(view, kind, "AD", "FR"), "https://elsewhere.example/") for _ in range(2)]
    assert written[0] == written[1]
    assert len(written[0].content) > 3000


@pytest.mark.parametrize("kind", KINDS)
def test_every_pack_says_how_old_it_is_what_it_lacks_and_how_to_check_it(view, kind):
    text = said(pack_of(view, kind))
    assert "Made from An Invented Archive as it stood on 25 November 2026." in text
    assert "the oldest of" in text
    assert "What is not known" in text
    assert "How to check this pack" in text
    assert "How to cite" in text


@pytest.mark.parametrize("style", styles())
@pytest.mark.parametrize("kind", ["term-paper", "brief"])
def test_citations_are_the_archives_own_in_every_style(view, kind, style):
    pack = pack_of(view, kind, "AD", style=style)
    (listed,) = [section for section in pack.sections if section.heading == "Reading list"]
    entries = [to_plain(item).rsplit(f" {ADDRESS}/", 1) for item in listed.blocks[0].items]
    cited = [one for _, address in entries for one in cited_as(view, *address.strip("/").split("/"))]
    assert [entry for entry, _ in entries] == [one.plain for one in cite(cited, style)]


def cited_as(view, kind, identifier):
    """A work as the archive cites it; a summary, which is no entry, is found by its first passage."""
    if kind == "e":
        return find_cited(view, identifier)
    work = view.passage(identifier).work
    assert not view.work(work.id)
    return (Cited(work=work, visits=view.visits(work.id)),)


@pytest.mark.parametrize("style", styles())
def test_a_passage_is_cited_in_the_sentence_as_the_archive_cites_it(view, style):
    for block in passages(pack_of(view, "brief", "AD", style=style)):
        placed = view.passage(facts(block, "Address")[0].split("/p/")[1].strip("/"))
        own = cite([cite_passage(placed, view.visits(placed.work.id))], style)[0].in_text_plain
        numbers = re.compile(r"\[\d+")
        assert numbers.sub("[", facts(block, "Cite")[0]) == numbers.sub("[", own)


def test_every_address_in_a_pack_leads_to_a_page_of_the_archive(store, view):
    text = said(pack_of(view, "term-paper", "AD", "FR")) + said(pack_of(view, "teacher", "AD"))
    paths = set(re.findall(rf"{re.escape(ADDRESS)}(/[\w/]+/)", text))
    assert any(path.startswith("/p/") for path in paths)
    with TestClient(create_app(store.view, lambda: SITE, OFFERED_FILES)) as client:
        assert {path for path in paths if client.get(path).status_code != 200} == set()


@pytest.mark.parametrize("kind", ["term-paper", "brief"])
def test_no_figure_stands_in_a_pack_without_its_worth(view, kind):
    for block in passages(pack_of(view, kind, "AD", "FR")):
        passage = facts(block, "Address")[0].split("/p/")[1].strip("/")
        figures = {one.id: one for one in view.evidence.figures_in(passage)}
        told = facts(block, "Figure")
        assert len(told) == len(figures)
        for mention in figures.values():
            assert any(one.startswith(mention.number) and "May I quote it?" in one for one in told)


@pytest.mark.parametrize("kind", ["term-paper", "brief"])
def test_a_number_in_a_language_that_is_not_read_is_not_left_without_a_word(tmp_path, kind):
    with held(tmp_path, entry_of("Милиция выявила 41 пострадавшего."), entry_of("Они вернулись домой.")).view() as view:
        told = {block.text: facts(block, "Figures") for block in passages(pack_of(view, kind))}
    assert ["Numbers are read in English only" in str(one) for one in told.values()] == [True, False]


def test_exhibits_are_numbered_by_date_and_pinned(view):
    blocks = passages(pack_of(view, "brief", "AD"))
    assert [block.label for block in blocks] == [f"Exhibit {number}" for number in range(1, len(blocks) + 1)]
    dated = [facts(block, "Dated")[0] for block in blocks]
    assert "2004" in dated[0]
    assert dated[-1] == "no date"
    for block in blocks:
        assert re.fullmatch(r"sha256:[0-9a-f]{64}", facts(block, "Words")[0])
        assert "sha256:" in facts(block, "Read from")[0]


def test_a_title_stands_once_above_the_passages_of_one_work_and_a_citation_below_each(view):
    blocks = passages(pack_of(view, "term-paper", "AD"))
    works = [view.passage(facts(block, "Address")[0].split("/p/")[1].strip("/")).work for block in blocks]
    for block, work, last in zip(blocks, works, (None, *works), strict=False):
        assert facts(block, "Work") == ([work.title] if work != last else [])
        assert facts(block, "Cite")


def test_a_pack_of_one_country_does_not_name_it_before_every_line(view):
    one, two = (
        said(pack_of(view, "term-paper", *places)).partition("An outline")[2] for places in (["AD"], ["AD", "FR"])
    )
    assert "\nAndorra\n" in two
    assert "\nAndorra: " in two
    assert "\nAndorra\n" not in one
    assert "\nAndorra: " not in one


def test_our_notes_are_named_as_ours(view):
    noted = [block for block in passages(pack_of(view, "term-paper", "AD")) if block.note]
    assert noted
    assert all("not the work's own" in facts(block, "Our note")[0] for block in noted)


# What must not go wrong.


def test_a_theme_that_nobody_reports_gives_a_pack_that_says_so(view):
    text = said(pack_of(view, "term-paper", "AD", theme="organ removal" if _known("organ removal") else "begging"))
    assert "Nobody whose works are held here reports on this theme" in text
    assert "This pack holds no passage." in text


def _known(name):
    try:
        return find_theme(name)
    except UsageError:
        return None


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda view: pack_of(view, style="oxford"), "There is no style 'oxford'"),
        (lambda view: pack_of(view, theme="beging"), "Did you mean: begging"),
        (lambda view: pack_of(view, "term-paper", "Atlantis"), "No country has this name"),
        (lambda view: find_kind("poster"), "term-paper, teacher, brief"),
        (lambda view: find_pack_format(".odt"), ".html, .docx, .pdf"),
    ],
)
def test_what_does_not_exist_is_refused_with_what_does(view, ask, words):
    with pytest.raises(UsageError, match=re.escape(words)):
        ask(view)


def test_a_country_that_the_archive_does_not_hold_is_not_found(view):
    with pytest.raises(NotFound):
        pack_of(view, "brief", "PL")
    assert "The archive has no page of Poland." in said(pack_of(view, "brief", "AD", "PL"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_country_with_one_undated_entry_says_that_it_has_no_date(tmp_path, kind):
    store = held(tmp_path, entry_of("The office counted 41 victims of trafficking.", issued=None))
    with store.view() as view:
        text = said(pack_of(view, kind))
    assert "have no date" in text or "one has no date" in text
    assert "No date is known of “A report”" in text


def test_passages_in_which_nothing_was_found_say_so_where_the_outline_would_be(tmp_path):
    with held(tmp_path, entry_of("The workers came home in spring.")).view() as view:
        text = said(pack_of(view))
    assert "an outline has to come from reading them" in text
    assert "This pack holds one passage of one work, of 2019." in text


def test_ten_thousand_passages_are_cut_to_a_pack_that_can_be_read_and_the_rest_is_counted(tmp_path):
    entries = tuple(entry_of(f"Passage number {n} of a long archive.", title=f"Report {n}") for n in range(10_000))
    store = unread(tmp_path, Page(place="AD", entries=entries))
    with store.view() as view:
        pack = pack_of(view)
    assert len(passages(pack)) == MOST_PASSAGES
    assert f"{10_000 - MOST_PASSAGES:,} more passages are held and left out" in said(pack)


def test_a_passage_that_waits_for_an_editor_is_held_back_and_counted(tmp_path):
    free = entry_of("The office counted 41 victims of trafficking.")
    named = entry_of("Amina Yusuf, 17, was sold to a brothel.", title="Another report")
    with held(tmp_path, free, named).view() as view:
        for kind in KINDS:
            text = said(pack_of(view, kind))
            assert "Amina" not in text
            assert "One passage is held back" in text


def test_a_name_that_is_also_a_place_is_held_in_a_pack_where_a_person_bears_it(tmp_path):
    place = entry_of("In Georgia and in Jordan 31 victims were identified.")
    person = entry_of("The victim Jordan Akua, 12, was sold.", title="Another report")
    with held(tmp_path, place, person).view() as view:
        text = said(pack_of(view))
    assert "In Georgia and in Jordan" in text
    assert "Akua" not in text


def test_a_site_offers_every_pack_of_a_country_as_a_file(store):
    site = Site(settings=SITE.settings, address=ADDRESS, as_of=SITE.as_of, packs=packs_to_serve())
    with TestClient(create_app(store.view, lambda: site, OFFERED_FILES)) as client:
        links = re.findall(r'href="\.\./(packs/AD/[^"]+)" download', client.get("/AD/").text)
        assert sorted(links) == sorted(f"packs/AD/{kind}.{ending}" for kind, ending in EVERY)
        for link in links:
            answer = client.get(f"/{link}")
            assert answer.status_code == 200
            assert answer.headers["content-disposition"].startswith("attachment")
        assert client.get("/packs/AD/poster.html").status_code == 404
        assert client.get("/packs/XX/brief.html").status_code == 404


def test_a_page_links_no_pack_where_none_is_offered(store):
    with TestClient(create_app(store.view, lambda: SITE)) as client:
        assert "/packs/" not in client.get("/AD/").text


def test_html_stands_alone_and_can_be_left(view):
    html = FORMATS["html"].write(pack_of(view), "https://elsewhere.example/").content.decode()
    assert not re.search(r"<link rel=\"stylesheet\"|\ssrc=|@import|url\(", html)
    assert 'class="leave" href="https://elsewhere.example/"' in html
    assert "default-src &#x27;none&#x27;" in html


def test_what_a_text_holds_is_no_markup_in_any_format(tmp_path):
    nasty = '<script>alert(1)</script> #eval("x") $x^2$ \\ *bold* @ref \x07\x0b [[ {{ 41 victims were found.'
    with held(tmp_path, entry_of(nasty, title="<b>&amp; #set page()</b>", url="javascript:alert(1)")).view() as view:
        pack = pack_of(view)
        html = FORMATS["html"].write(pack, "https://elsewhere.example/").content.decode()
        assert "<script>alert" not in html
        assert 'href="javascript:' not in html
        assert FORMATS["pdf"].write(pack, "").content.startswith(b"%PDF")
        from docx import Document

        document = Document(io.BytesIO(FORMATS["docx"].write(pack, "").content))
        assert any('#eval("x")' in paragraph.text for paragraph in document.paragraphs)
