"""An exchange is kept to the byte, other tools find it valid, and it comes back."""

import io

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from tests.preserve.loopback import answer, fetcher, serving
from warcio.archiveiterator import ArchiveIterator

from sourcebook.errors import InputRefused, NotFound
from sourcebook.model import Look
from sourcebook.preserve import Answer, KeptAnswer, KeptFiles, Use

LOOK = Look(url="a.example/x", time="2024-05-06T07:08:09Z", outcome="gone", because="It is gone.", status=404)
PAGE = answer("200 OK", "<p>Ten people", "Content-Type: text/html; charset=utf-8", "X-Odd:  two  ")
CHUNKED = answer("200 OK", b"5\r\nTen p\r\n5;a=b\r\neople\r\n0\r\n\r\n", "Transfer-Encoding: chunked", length=False)


@pytest.fixture(name="folder")
def made(tmp_path):
    return tmp_path


@pytest.fixture(name="fetch")
def fetching():
    fetched = []
    with fetcher() as asking:

        def fetch(server, path="/a"):
            fetched.append(asking.get(server.url(path)))
            return fetched[-1].final

        yield fetch
    for one in fetched:
        one.close()


def records(folder):
    with (folder / "captures" / "sourcebook-00001.warc.gz").open("rb") as file:
        for record in ArchiveIterator(file, no_record_parse=True):
            headers = {name.lower(): value for name, value in record.rec_headers.headers}
            yield record.rec_type, headers, record.raw_stream.read()


@pytest.mark.parametrize("said", [PAGE, CHUNKED])
def test_the_very_bytes_of_request_and_answer_are_kept(folder, fetch, said):
    with serving(said) as server:
        recorded = fetch(server)
        written = KeptFiles(folder).append_all([Answer(recorded)])
    kinds = {kind: (headers, block) for kind, headers, block in records(folder)}
    assert kinds["response"][1] == said
    assert kinds["request"][1].startswith(b"GET /a HTTP/1.1\r\nHost: 127.0.0.1:")
    assert kinds["request"][1].endswith(b"\r\n\r\n")
    assert kinds["request"][0]["warc-concurrent-to"] == kinds["response"][0]["warc-record-id"]
    assert kinds["response"][0]["warc-target-uri"] == server.url("/a")
    assert kinds["response"][0]["warc-payload-digest"] == written.captures[0].digest


def test_other_readers_find_the_digests_right(folder, fetch):
    with serving(CHUNKED) as server:
        KeptFiles(folder).append_all([Answer(fetch(server))])
    with (folder / "captures" / "sourcebook-00001.warc.gz").open("rb") as file:
        for record in FastIterator(file, parse_http=False):
            assert record.verify_block_digest()
            if record.headers["WARC-Type"] == "response":
                record.parse_http()
                assert record.verify_payload_digest()
    with (folder / "captures" / "sourcebook-00001.warc.gz").open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            record.raw_stream.read()


@pytest.mark.parametrize("said", [PAGE, CHUNKED])
def test_a_body_comes_back_without_its_codings(folder, fetch, said):
    kept = KeptFiles(folder)
    with serving(said) as server:
        capture = kept.append_all([Answer(fetch(server), use=Use(page=True, place="BY"))]).captures[0]
    assert kept.read(capture).endswith(b"Ten people")
    found, where = next(kept.after(None))
    assert isinstance(found, KeptAnswer)
    assert (found.use.page, found.use.place, found.url, where) == (True, "BY", server.url("/a"), capture)


def test_an_identical_capture_is_a_revisit_that_refers_to_the_first(folder, fetch):
    kept = KeptFiles(folder)
    with serving(PAGE) as server:
        first = kept.append_all([Answer(fetch(server))]).captures[0]
        second = kept.append_all([Answer(fetch(server), same_as=first)]).captures[0]
    assert second.digest == first.digest
    revisit = next(headers for kind, headers, _ in records(folder) if kind == "revisit")
    assert revisit["warc-refers-to-target-uri"] == first.url
    assert revisit["warc-refers-to-date"] == first.time
    assert revisit["warc-profile"].endswith("identical-payload-digest")
    assert second.length < first.length + 200
    with pytest.raises(NotFound, match="earlier one"):
        kept.read(second)


def test_an_answer_cut_short_says_so(folder, fetch):
    with serving(answer("200 OK", "half", "Content-Length: 90", length=False)) as server:
        recorded = fetch(server)
        KeptFiles(folder).append_all([Answer(recorded)])
    assert recorded.exchange.cut == "disconnect"
    assert next(h for kind, h, _ in records(folder) if kind == "response")["warc-truncated"] == "disconnect"


def test_a_look_comes_back(folder):
    kept = KeptFiles(folder)
    written = kept.append_all([LOOK])
    found, where = next(kept.after(None))
    assert found == LOOK
    assert where.offset + where.length == written.end.offset


def test_items_are_kept_together_and_taken_back_together(folder):
    kept = KeptFiles(folder)
    kept.append_all([LOOK])
    before = (folder / "captures" / kept.names()[0]).read_bytes()
    written = kept.append_all([LOOK, LOOK])
    assert len(list(kept.after(None))) == 3
    kept.cut_back(written)
    assert (folder / "captures" / kept.names()[0]).read_bytes() == before


@pytest.mark.parametrize("spot", [10, 300, -30])
def test_a_damaged_answer_is_refused(folder, fetch, spot):
    kept = KeptFiles(folder)
    with serving(PAGE) as server:
        capture = kept.append_all([Answer(fetch(server))]).captures[0]
    path = folder / "captures" / capture.warc
    data = bytearray(path.read_bytes())
    data[capture.offset + spot % capture.length] ^= 0x55
    path.write_bytes(data)
    found = list(kept.after(None))
    assert any(isinstance(one, InputRefused) for one in found)
    assert io.BytesIO(data).read(2) == b"\x1f\x8b"
