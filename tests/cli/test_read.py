"""`sourcebook read`: blocks and references of a report, on standard output."""

import json

from tests.cli.run import run
from tests.pipeline.test_parts import RECORDS, packed
from tests.segment.report.reports import BODY, REFERENCES, listed

REPORT = f"{BODY}REFERENCES\n{listed(REFERENCES)}\n"


def test_it_prints_blocks_and_references_as_json(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    done = run("read", path, "--json")
    form = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert [reference["number"] for reference in form["references"]] == list(range(1, 8))
    assert form["references"][2] == {
        "number": 3,
        "authors": ["Rassendyll, R."],
        "title": "The boys of the quarry",
        "publisher": "zendapost.example",
        "issued": "2011-06-10",
        "url": "http://www.zendapost.example/quarry.html",
        "accessed": "2014-04-17",
        "text": REFERENCES[2],
    }
    assert {"text", "page", "kind", "cites"} == set(form["blocks"][0])


def test_it_reads_standard_input_and_says_in_words_what_it_found():
    done = run("read", "-", stdin=REPORT.encode())
    assert done.code == 0
    assert "3 marks" in done.out
    assert "Rassendyll, R." in done.out


def test_a_missing_file_is_said_in_one_sentence():
    done = run("read", "nowhere.txt")
    assert (done.code, done.err) == (
        2,
        "sourcebook: nowhere.txt: There is no such file. Check its name and try again.\n",
    )


def test_each_document_of_a_web_archive_is_printed_with_its_address(tmp_path):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(*RECORDS))
    done = run("read", path, "--json")
    form = json.loads(done.out)
    assert (done.code, done.err, form["problems"]) == (0, "", [])
    assert [(one["address"], len(one["blocks"]), one["blocks"][0]["page"]) for one in form["documents"]] == [
        ("http://a.example/page", 1, None),
        ("http://a.example/report.pdf", 1, 1),
    ]
    assert run("read", "-", "--json", stdin=path.read_bytes()).out == done.out
