"""A sourcebook whose pages cite a loopback server, for captures and checks."""

import contextlib
import io

from tests.pipeline.links.behaviours import ARTICLE, EXCERPT, SECOND, TITLE
from tests.preserve.loopback import answer, serving

from sourcebook.pipeline.create import create
from sourcebook.pipeline.document import add
from sourcebook.pipeline.sources import sources

NOW = "2024-05-06T07:08:09Z"
HTML = "Content-Type: text/html; charset=utf-8"
FOUND = answer("200 OK", ARTICLE, HTML)
LOST = answer("404 Not Found", "gone", HTML)


def quick(monkeypatch, **more):
    """Let loopback be fetched, quickly."""
    told = {"ALLOW_PRIVATE": "1", "DELAY": "0", "TIMEOUT": "1", "RETRY_DELAY": "0", **more}
    for name, value in told.items():
        monkeypatch.setenv(f"SOURCEBOOK_FETCH_{name}", str(value))


def country_page(*urls, looked="13 June 2013"):
    """Return a country page in the manner of the old archive that cites these addresses."""
    entries = "\n\n".join(
        f"*** ARCHIVES ***\n\n{TITLE} {number}\n\nReporter {number}, River Courier, 3 March 2005\n\n{url}\n\n"
        f"[accessed {looked}]\n\n{EXCERPT}\n\n{SECOND}"
        for number, url in enumerate(urls, 1)
    )
    return f"Human Trafficking & Modern-day Slavery\n\nRepublic of Belarus\n\n{entries}\n"


def new(folder):
    create(folder)
    return folder


def citing(folder, *urls, **more):
    """Make a sourcebook with one page that cites these addresses."""
    text = country_page(*urls, **more).encode()
    report = add(new(folder), list(sources(["-"], io.BytesIO(text))), now=NOW, place="BY")
    assert report.count("added") == 1, report
    return folder


@contextlib.contextmanager
def site(table, **more):
    with serving(table, **more) as server:
        yield server
