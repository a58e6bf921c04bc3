import json

import pytest
from litestar.testing import TestClient
from tests.world.archive import COUNTING, WORLD

from sourcebook.errors import StorageFailed
from sourcebook.publish.site.app import create_app
from sourcebook.publish.site.rules import CONTENT_POLICY, HEADERS
from sourcebook.publish.site.site_page import Site

HEADERS_BUT = {name: value for name, value in HEADERS.items() if name != "content-security-policy"}
SITE = Site(address="https://archive.example", as_of="2026-11-25")


@pytest.fixture(scope="module")
def client():
    with TestClient(create_app(lambda: WORLD, lambda: SITE), raise_server_exceptions=False) as made:
        yield made


def broken(error):
    def open_view():
        raise error

    return TestClient(create_app(open_view, lambda: SITE), raise_server_exceptions=False)


PAGES = [
    "/",
    "/AD/",
    "/AD",
    "/AD/street_children/",
    "/help/",
    "/help/AD/",
    "/about/",
    "/cite/AD/",
    f"/e/{COUNTING.id}/",
]
ABSENT = [
    *(
        "/XX/",
        "/AD/nothing/",
        "/e/zzz/",
        "/p/zzz/",
        "/f/zzz/",
        "/help/XX/",
        "/cite/XX/",
        "/static/none.css",
        "/static/../app.py",
    ),
    *("/take/AD/list.exe", "/take/AD/other.bib", "/take/XX/list.bib", f"/e/{COUNTING.id}/list.bib", "/a/b/c/d/e"),
    *("/%00", "/%ff", "/<script>"),
]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_answers_with_html_and_sets_no_cookie(client, path):
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("path", ABSENT)
def test_an_address_at_which_nothing_stands_says_so_and_offers_the_countries(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Nothing stands here" in answer.text
    assert ">Andorra</a>" in answer.text
    assert "<script>" not in answer.text


@pytest.mark.parametrize("path", [*PAGES, *ABSENT[:4], "/static/leave.js", "/take/AD/list.bib"])
def test_every_answer_carries_the_rules(client, path):
    headers = client.get(path).headers
    own = {} if path.startswith("/help/") else {"content-security-policy": CONTENT_POLICY}
    assert HEADERS_BUT.items() <= dict(headers).items()
    assert own.items() <= dict(headers).items()
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert "unsafe" not in headers["content-security-policy"]


def test_a_failure_carries_the_rules_and_says_what_is_safe_and_nothing_of_the_machine(capsys):
    with broken(StorageFailed("The disk refused to be read.", where="/home/somebody/secret")) as client:
        answer = client.get("/AD/")
    assert answer.status_code == 500
    assert "The disk refused to be read." in answer.text
    assert "Nothing was changed" in answer.text
    assert "secret" not in answer.text
    assert answer.headers["content-security-policy"] == HEADERS["content-security-policy"]
    assert "StorageFailed" in capsys.readouterr().err


def test_an_error_that_is_not_ours_shows_nothing_of_itself(capsys):
    with broken(ValueError("inner thing")) as client:
        answer = client.get("/AD/")
    assert answer.status_code == 500
    assert "inner thing" not in answer.text
    assert "inner thing" in capsys.readouterr().err


def test_a_page_is_asked_for_and_never_written_to(client):
    assert client.head("/AD/").status_code == 200
    assert client.head("/AD/").content == b""
    assert client.post("/AD/").status_code == 405


def test_a_country_in_small_letters_is_sent_on_to_its_address(client):
    answer = client.get("/ad/street_children/", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, "/AD/street_children/")


def test_any_host_may_be_named(client):
    assert client.get("/AD/", headers={"host": "unknown.example"}).text == client.get("/AD/").text


def test_numbers_to_call_are_not_kept_by_the_browser(client):
    assert client.get("/help/AD/").headers["cache-control"] == "no-store"
    assert client.get("/AD/").headers["cache-control"] == "no-cache"


def test_a_file_that_the_browser_has_is_not_sent_again(client):
    tag = client.get("/static/sourcebook.css").headers["etag"]
    again = client.get("/static/sourcebook.css", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("path", "kind", "opens"),
    [
        (f"/e/{COUNTING.id}/cite.bib", "application/x-bibtex", "@"),
        (f"/e/{COUNTING.id}/cite.ris", "application/x-research-info-systems", "TY  - "),
        ("/take/AD/list.ris", "application/x-research-info-systems", "TY  - "),
        ("/take/AD/page.bib", "application/x-bibtex", "@"),
        ("/take/AD/street_children/list.bib", "application/x-bibtex", "@"),
    ],
)
def test_citations_are_handed_to_other_programs_as_files(client, path, kind, opens):
    answer = client.get(path)
    assert answer.headers["content-type"].startswith(kind)
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.text.startswith(opens)


def test_the_reading_list_holds_every_entry_and_the_page_its_address(client):
    listed = json.loads(client.get("/take/AD/list.json").text)
    page = json.loads(client.get("/take/AD/page.json").text)
    assert len(listed) == len(WORLD.entries("AD"))
    assert page[0]["URL"] == "https://archive.example/AD/"


def test_what_is_served_is_what_the_pages_make(client):
    from sourcebook.publish.site.pages.country import country
    from sourcebook.publish.site.render import render

    assert client.get("/AD/").text == render(country(WORLD, SITE, "AD"), SITE)
