"""Reports with references taken in: passages cited by page, each report a page of its own beside its country's."""

import pytest
from tests.pipeline.archives import new, put, shown
from tests.read.pdfs import lines, pdf
from tests.segment.report.reports import BODY, REFERENCES, listed, report

from sourcebook.pipeline.restore import restore
from sourcebook.store import SqliteStore


@pytest.fixture(name="folder")
def made(tmp_path):
    return new(tmp_path / "archive")


def text_of(body=BODY, country="Moldova", references=REFERENCES):
    return report([body, f"REFERENCES\n{listed(references)}"], f"{country}\nMODEST ADVANCEMENT").text


def saved(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_report_goes_in_as_one_work_with_its_references(folder, tmp_path):
    (outcome,) = put(folder, saved(tmp_path, "md.txt", text_of())).outcomes
    assert (outcome.status, outcome.place, outcome.topic) == ("added", "MD", "report-2015-moldova")
    assert (outcome.entries, outcome.references) == (1, len(REFERENCES))
    with SqliteStore(folder).view() as view:
        (placed,) = view.entries("MD", "report-2015-moldova")
    assert [passage.page_number for passage in placed.entry.passages][:1] == [1]
    assert placed.entry.passages[0].marks[0].numbers == (1, 2)


def test_a_dry_run_says_what_would_be_read_and_keeps_nothing(folder, tmp_path):
    (outcome,) = put(folder, saved(tmp_path, "md.txt", text_of()), dry_run=True).outcomes
    assert (outcome.status, outcome.references) == ("readable", len(REFERENCES))
    with SqliteStore(folder).view() as view:
        assert view.pages() == ()


def test_the_number_of_a_mark_is_no_figure(folder, tmp_path):
    put(folder, saved(tmp_path, "md.txt", text_of()))
    with SqliteStore(folder).view() as view:
        numbers = {figure.number for figure in view.evidence.figures()}
    assert not numbers & {"1", "2", "3", "5", "6", "7"}


def test_a_report_added_twice_is_there_already(folder, tmp_path):
    path = saved(tmp_path, "md.txt", text_of())
    put(folder, path)
    before = shown(folder)
    assert [one.status for one in put(folder, path).outcomes] == ["there"]
    assert shown(folder) == before


def test_a_changed_report_is_a_new_state_of_the_same_page(folder, tmp_path):
    put(folder, saved(tmp_path, "md.txt", text_of()))
    changed = text_of(BODY.replace("in May", "in June"))
    assert [one.status for one in put(folder, saved(tmp_path, "again.txt", changed)).outcomes] == ["updated"]
    with SqliteStore(folder).view() as view:
        assert len(view.pages()) == 1
        assert "in June" in view.entries("MD", "report-2015-moldova")[0].entry.passages[0].text


def test_a_report_stands_beside_its_countrys_page(folder, tmp_path):
    put(folder, saved(tmp_path, "md.txt", text_of()), saved(tmp_path, "ro.txt", text_of(country="Romania")))
    with SqliteStore(folder).view() as view:
        assert [(row.place, row.topic) for row in view.pages()] == [
            ("MD", "report-2015-moldova"),
            ("RO", "report-2015-romania"),
        ]


def test_a_report_without_a_country_asks_for_one(folder, tmp_path):
    path = saved(tmp_path, "nowhere.txt", text_of(country="The quarries").replace("Ruritania", "the land"))
    (outcome,) = put(folder, path).outcomes
    assert outcome.status == "refused"
    assert "--place" in outcome.reason
    assert put(folder, path, place="MD").outcomes[0].status == "added"


def test_a_pdf_goes_in_with_its_pages(folder, tmp_path):
    path = tmp_path / "md.pdf"
    path.write_bytes(pdf([lines(["Moldova lets children cut stone."]), lines(["Moldova knew it. Moldova waits."])]))
    (outcome,) = put(folder, path).outcomes
    assert outcome.status == "added"
    with SqliteStore(folder).view() as view:
        (placed,) = view.entries("MD", outcome.topic)
    assert {passage.page_number for passage in placed.entry.passages} <= {1, 2}


def test_the_database_can_be_made_again_from_the_kept_reports(folder, tmp_path):
    put(folder, saved(tmp_path, "md.txt", text_of()), saved(tmp_path, "ro.txt", text_of(country="Romania")))
    before = shown(folder)
    restore(folder)
    assert shown(folder) == before


OTHER_BODY = (
    "I. WHERE CHILDREN FISH\n"
    "Off the outer islands of Moldova boys dive for sponges without masks, and girls mend the nets by night.(1, 2) A\n"
    "skipper told the harbour office that he buys them for a season.(3-5) No inspector has a boat. Fines are lower\n"
    "than a day of catch, and the one shelter closed when its donor left for another sea. (6;\n7)\n"
)


def test_another_report_of_the_same_name_gets_a_page_and_a_work_of_its_own(folder, tmp_path):
    put(folder, saved(tmp_path, "quarries.txt", text_of()))
    (outcome,) = put(folder, saved(tmp_path, "islands.txt", text_of(OTHER_BODY))).outcomes
    assert (outcome.status, outcome.topic) == ("added", "report-2015-moldova-2")
    assert any("kept beside it" in problem for problem in outcome.problems)
    with SqliteStore(folder).view() as view:
        works = [view.entries("MD", row.topic)[0].entry.work for row in view.pages()]
    assert len({work.id for work in works}) == len(works) == 2
    assert [work.title for work in works] == ["Moldova", "Moldova"]
    changed = text_of(OTHER_BODY.replace("by night", "by day"))
    (outcome,) = put(folder, saved(tmp_path, "again.txt", changed)).outcomes
    assert (outcome.status, outcome.topic) == ("updated", "report-2015-moldova-2")
    before = shown(folder)
    restore(folder)
    assert shown(folder) == before
