"""The site as a web application: for each request it opens a view, makes the page, and sends it under strict rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from litestar import Litestar, Request, Response, route
from litestar.enums import HttpMethod
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler
from litestar.response import Redirect
from litestar.types import Message, Scope

from sourcebook.publish.site.answers import Answers
from sourcebook.publish.site.rules import HEADERS
from sourcebook.publish.site.site_page import Site
from sourcebook.publish.site.static import static_file
from sourcebook.publish.site.table import ASKED, ASKED_FILES, FILES, PAGES, FileFunction, PageFunction
from sourcebook.store.base import View

Asked = Request[Any, Any, Any]
RESULTS = "parts/results.html"
READING = [HttpMethod.GET, HttpMethod.HEAD]


def create_app(
    open_view: Callable[[], View], site: Callable[[], Site], files: Mapping[str, FileFunction] = FILES
) -> Litestar:
    """Return the application over an archive; `site` is asked at each request, since the day is part of it.

    `files` are what is handed out beside the pages, by the route of each.
    """
    answers = Answers(open_view, site)
    return Litestar(
        route_handlers=[
            *(_page_route(path, make, answers) for path, make in PAGES.items() if path not in ASKED),
            *(_asked_route(path, make, answers) for path, make in ASKED.items()),
            *(_asked_file_route(path, make, answers) for path, make in ASKED_FILES.items()),
            _search_route("/search", answers),
            _search_route("/search/results", answers, template=RESULTS),
            *(_file_route(path, make, answers) for path, make in files.items()),
            _static_route(),
        ],
        exception_handlers={HTTPException: answers.refused, Exception: answers.broken},
        before_send=[_under_rules],
        openapi_config=None,
        logging_config=None,
    )


def _page_route(path: str, make: PageFunction, answers: Answers) -> HTTPRouteHandler:
    def show(request: Asked) -> Response[bytes] | Redirect:
        return answers.page(request, make)

    return route(path, http_method=READING, sync_to_thread=True)(show)


def _asked_route(path: str, make: PageFunction, answers: Answers) -> HTTPRouteHandler:
    def show(request: Asked) -> Response[bytes]:
        return answers.asked(request, make)

    return route(path, http_method=READING, sync_to_thread=True)(show)


def _asked_file_route(path: str, make: FileFunction, answers: Answers) -> HTTPRouteHandler:
    def send(request: Asked) -> Response[bytes]:
        return answers.asked_file(request, make)

    return route(path, http_method=READING, sync_to_thread=True)(send)


def _search_route(path: str, answers: Answers, *, template: str | None = None) -> HTTPRouteHandler:
    def find(request: Asked) -> Response[bytes]:
        return answers.search(request, template)

    return route(path, http_method=READING, sync_to_thread=True)(find)


def _file_route(path: str, make: FileFunction, answers: Answers) -> HTTPRouteHandler:
    def send(request: Asked) -> Response[bytes]:
        return answers.file(request, make)

    return route(path, http_method=READING, sync_to_thread=True)(send)


def _static_route() -> HTTPRouteHandler:
    def send(request: Asked) -> Response[bytes]:
        found = static_file(request.path_params["name"])
        fresh = request.headers.get("if-none-match") == found.tag
        return Response(
            b"" if fresh else found.content,
            status_code=304 if fresh else 200,
            media_type=found.media_type,
            headers={"etag": found.tag, "cache-control": "no-cache"},
        )

    return route("/static/{name:str}", http_method=READING, sync_to_thread=False)(send)


async def _under_rules(message: Message, _: Scope) -> None:
    if message["type"] == "http.response.start":
        present = {name for name, _ in message["headers"]}
        added = ((name.encode(), value.encode()) for name, value in HEADERS.items())
        message["headers"] = [*message["headers"], *(pair for pair in added if pair[0] not in present)]
