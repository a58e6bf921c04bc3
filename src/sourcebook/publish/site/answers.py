"""Answers to requests: a page, a page that says what is missing, or a page that says what failed."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from litestar import Request, Response
from litestar.exceptions import HTTPException
from litestar.response import Redirect

from sourcebook.errors import NotFound, SourcebookError
from sourcebook.publish.site.inlined import policy_for
from sourcebook.publish.site.pages.downloads import Download
from sourcebook.publish.site.pages.errors import failed, not_found
from sourcebook.publish.site.pages.search import search
from sourcebook.publish.site.render import render
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.publish.site.table import FileFunction, PageFunction
from sourcebook.store.base import View

Asked = Request[Any, Any, Any]
HTML = "text/html"
MISSING = 404


class Answers:
    """What the application sends, made from a view that is opened for the one request and closed after it."""

    def __init__(self, open_view: Callable[[], View], site: Callable[[], Site]) -> None:
        self._open_view = open_view
        self._site = site

    def page(self, request: Asked, make: PageFunction) -> Response[bytes] | Redirect:
        """Return the page that a function makes; a place written in small letters is sent on to its own address."""
        site = self._site()
        with self._open_view() as view:
            try:
                return html(make(view, site, **request.path_params), site)
            except NotFound:
                found = _in_capitals(request, view)
                return Redirect(found, status_code=308) if found else self._missing(request, view, site)

    def file(self, request: Asked, make: FileFunction) -> Response[bytes]:
        """Return the file that a function makes, to be saved under its name."""
        site = self._site()
        with self._open_view() as view:
            try:
                made = make(view, site, **request.path_params)
            except NotFound:
                return self._missing(request, view, site)
        return _to_be_saved(made)

    def asked(self, request: Asked, make: PageFunction) -> Response[bytes]:
        """Return the page that a function makes of what a form sent."""
        site = self._site()
        with self._open_view() as view:
            return html(make(view, site, request.query_params.multi_items()), site)

    def asked_file(self, request: Asked, make: FileFunction) -> Response[bytes]:
        """Return the file that a function makes of what a form sent, to be saved under its name."""
        with self._open_view() as view:
            return _to_be_saved(make(view, self._site(), request.query_params.multi_items()))

    def search(self, request: Asked, template: str | None = None) -> Response[bytes]:
        """Return the search page for what the form sent, or only the part of it that a template names."""
        site = self._site()
        with self._open_view() as view:
            page = search(view, site, {name: str(value) for name, value in request.query_params.items()})
        return html(page, site, template)

    def refused(self, request: Asked, error: HTTPException) -> Response[bytes]:
        """Return the page for a request that fits no address, or the plain word for one put in another way."""
        if error.status_code != MISSING:
            return Response(error.detail.encode(), status_code=error.status_code, media_type="text/plain")
        with self._open_view() as view:
            return self._missing(request, view, self._site())

    def broken(self, request: Asked, error: Exception) -> Response[bytes]:
        """Return the page for a failure; what our own errors say is shown without the place on the machine."""
        if isinstance(error, NotFound):
            return self.refused(request, HTTPException(status_code=MISSING))
        traceback.print_exception(error, file=sys.stderr)
        site = self._site()
        own = error.what if isinstance(error, SourcebookError) else ""
        return html(failed(site, asked_for(request), own or site.words.say("The site met an error of its own.")), site)

    def _missing(self, request: Asked, view: View, site: Site) -> Response[bytes]:
        return html(not_found(view, site, asked_for(request)), site)


def html(page: SitePage, site: Site, template: str | None = None) -> Response[bytes]:
    """Return a page as an answer; a page of numbers to call is not kept by the browser."""
    headers = {"cache-control": "no-store" if page.plain else "no-cache"}
    if page.within:
        headers["content-security-policy"] = policy_for(page.within)
    return Response(
        render(page, site, template=template).encode(), status_code=page.status, media_type=HTML, headers=headers
    )


def _to_be_saved(made: Download) -> Response[bytes]:
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(made.name)}"}
    return Response(made.content, media_type=made.media_type, headers=headers)


def asked_for(request: Asked) -> str:
    """Return the address that was asked for, closed by a slash, so that links climb from it far enough."""
    return f"{request.url.path.rstrip('/')}/"


def _in_capitals(request: Asked, view: View) -> str | None:
    """Return the address with its place in capitals, where the archive has that place and it was not written so."""
    place = request.path_params.get("place", "")
    if place == place.upper() or not any(row.place == place.upper() for row in view.pages()):
        return None
    return asked_for(request).replace(f"/{place}", f"/{place.upper()}", 1)
