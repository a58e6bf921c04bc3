"""Ask one address and follow where it leads, within every limit; each answer comes back with its bytes."""

from __future__ import annotations

import http.client
import ssl
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.message import Message
from http.cookiejar import CookieJar
from typing import NamedTuple, Self
from urllib.request import Request

from sourcebook.errors import InputRefused
from sourcebook.preserve import guard
from sourcebook.preserve.addresses import authority, fetchable, redirected, split
from sourcebook.preserve.decoding import unchunked
from sourcebook.preserve.exchange import Cut, Exchange, Failure, Fetched, Recorded
from sourcebook.preserve.wire import Connection, Patience, Recorder, TooMuch
from sourcebook.settings import Fetching

_PIECE = 1 << 16
_IDLE_CONNECTIONS = 32
_MAX_COOKIES = 4096
_INTERIM = 8
_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "identity",
}


class Ended(Exception):
    """An exchange that brought no answer, with the failure."""

    def __init__(self, failure: Failure) -> None:
        self.failure = failure
        super().__init__(failure.because)


class Want(NamedTuple):
    """What is wanted of an address: how much of each body to hold in memory, and to read at all, and where it leads."""

    in_memory: int = 0
    at_most: int | None = None
    onward: Callable[[Recorded], str | None] = lambda recorded: redirect_target(recorded.exchange)


WHOLE = Want()


class Fetcher:
    """Asks addresses; one object serves several threads, and keeps a connection a host open between requests."""

    def __init__(
        self,
        settings: Fetching,
        *,
        agent: str,
        allow_private: bool = False,
        resolver: guard.Resolver | None = None,
        before: Callable[[str], None] = lambda _: None,
        language: str = "",
    ) -> None:
        self._settings = settings
        self._headers = {"User-Agent": agent, **_HEADERS, **({"Accept-Language": language} if language else {})}
        self._allow_private = allow_private
        self._resolver = resolver
        self._before = before
        self._idle: dict[str, Connection] = {}
        self._lock = threading.Lock()

    def get(self, written: str, want: Want = WHOLE, *, extra: Mapping[str, str] | None = None) -> Fetched:
        """Ask an address and go where each answer leads.

        Whatever goes wrong comes back as a failure beside the answers that there were; nothing is raised for it.
        `before` is called with each host and port before it is asked, and may wait.
        """
        hops: list[Recorded] = []
        cookies = CookieJar()
        try:
            target: str | None = fetchable(written)
            asked: set[str] = set()
            while target is not None:
                asked.add(target)
                # What holds for the first address, such as a condition, need not hold where it leads.
                hops.append(self._ask(target, want, cookies, {} if hops else extra or {}))
                target = want.onward(hops[-1])
                self._refuse_endless(target, asked, hops)
            return Fetched(written, tuple(hops))
        except InputRefused as error:
            return Fetched(written, tuple(hops), Failure(kind="bad_redirect", because=error.what))
        except Ended as error:
            return Fetched(written, tuple(hops), error.failure)

    def close(self) -> None:
        """Close the connections that are open."""
        with self._lock:
            for connection in self._idle.values():
                connection.close()
            self._idle.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _refuse_endless(self, target: str | None, asked: set[str], hops: list[Recorded]) -> None:
        if target in asked and not hops[-1].exchange.header("Set-Cookie"):
            raise Ended(Failure(kind="redirect_loop", because="The redirects lead back to where they began."))
        if target is not None and len(hops) > self._settings.max_redirects:
            because = f"There are more than {self._settings.max_redirects} redirects in a row."
            raise Ended(Failure(kind="too_many_redirects", because=because))

    def _ask(self, url: str, want: Want, cookies: CookieJar, extra: Mapping[str, str]) -> Recorded:
        self._before(authority(url))
        headers = {**self._headers, **extra}
        request = Request(url)  # noqa: S310 - only its cookies are used
        cookies.add_cookie_header(request)
        if (cookie := request.get_header("Cookie")) and len(cookie) <= _MAX_COOKIES:
            headers["Cookie"] = cookie
        recorded = self._tried(url, headers, want)
        cookies.extract_cookies(_Answered(recorded.exchange), request)  # type: ignore[arg-type]
        return recorded

    def _tried(self, url: str, headers: Mapping[str, str], want: Want) -> Recorded:
        """Ask over an open connection where there is one; where the host has closed it meanwhile, over a new one."""
        open_one = self._take(url)
        if open_one is not None:
            try:
                return self._exchange(open_one, url, headers, want)
            except Ended as error:
                if error.failure.kind != "disconnected":
                    raise
        return self._exchange(self._connection(url), url, headers, want)

    def _connection(self, url: str) -> Connection:
        scheme, host, port, _ = split(url)
        timeout = self._settings.timeout
        try:
            addresses = guard.admitted(
                host, port, timeout=timeout, allow_private=self._allow_private, resolver=self._resolver
            )
        except guard.NotPublic as error:
            because = f"The address is not a public one: {error}."
            raise Ended(Failure(kind="not_public", because=because)) from error
        except guard.NoAddress as error:
            raise Ended(Failure(kind="no_address", because=f"The host {host} has no address.")) from error
        patience = Patience(timeout, self._settings.min_rate)
        return Connection(host, port, addresses=addresses, tls=scheme == "https", patience=patience)

    def _exchange(self, connection: Connection, url: str, headers: Mapping[str, str], want: Want) -> Recorded:
        began = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        try:
            connection.begin()
            connection.request("GET", split(url)[3], headers=dict(headers))
            sent, peer = connection.sent(), connection.peer
            response = _past_interim(connection.getresponse())
        except (OSError, http.client.HTTPException, ValueError) as error:
            connection.give_up()
            raise Ended(explained(error, split(url)[1])) from error
        recorder = _recorder_of(response)
        recorder.end_head()
        recorder.limit(self._allowance(response, want))
        content, cut = _drained(response, recorder, want.in_memory)
        exchange = Exchange(
            url=url,
            time=began,
            status=response.status,
            headers=tuple(response.getheaders()),
            digest=f"sha256:{recorder.payload.hexdigest()}",
            size=recorder.size - recorder.head,
            address=peer,
            cut=cut,
        )
        block_digest = f"sha256:{recorder.block.hexdigest()}"
        if cut is None and not response.will_close:
            self._give_back(url, connection)
        else:
            connection.close()
        response.close()
        return Recorded(exchange, sent, recorder.answer, recorder.head, block_digest, content)

    def _allowance(self, response: http.client.HTTPResponse, want: Want) -> int:
        told = None if response.chunked else response.length
        if told is not None and told > self._settings.max_body_bytes:
            return 0
        most = self._settings.max_untold_bytes if told is None else self._settings.max_body_bytes
        return most if want.at_most is None else min(most, want.at_most)

    def _take(self, url: str) -> Connection | None:
        with self._lock:
            connection = self._idle.pop(_line(url), None)
        if connection is None or connection.is_quiet():
            return connection
        connection.close()
        return None

    def _give_back(self, url: str, connection: Connection) -> None:
        with self._lock:
            self._idle[_line(url)] = connection
            while len(self._idle) > _IDLE_CONNECTIONS:
                self._idle.pop(next(iter(self._idle))).close()


class _Answered:
    """An answer as the cookie jar wants one."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    def info(self) -> Message:
        """Return the headers that set cookies."""
        message = Message()
        for name, value in self._exchange.headers:
            if name.lower() == "set-cookie" and len(value) <= _MAX_COOKIES:
                message["Set-Cookie"] = value.replace("\r", " ").replace("\n", " ")
        return message


def redirect_target(exchange: Exchange) -> str | None:
    """Return where an answer redirects to, or None; raises InputRefused where that is no address to fetch."""
    return redirected(exchange.url, exchange.status, exchange.header("Location"))


def agent_of(user_agent: str, version: str, *contacts: str) -> str:
    """Return what we call ourselves: as set, else our name and whom to write to."""
    if user_agent:
        return _plain(user_agent)
    contact = "; ".join(filter(None, map(_plain, contacts)))
    return f"Sourcebook/{version}" + (f" (+{contact})" if contact else " (keeps copies of cited sources)")


def explained(error: Exception, host: str) -> Failure:
    """Say in a sentence why a host brought no answer."""
    if isinstance(error, ssl.SSLError):
        why = getattr(error, "verify_message", "") or error.reason or "the handshake failed"
        return Failure(kind="tls", because=f"The encrypted connection to {host} failed: {why}.")
    if isinstance(error, TimeoutError):
        return Failure(kind="timeout", because=f"The host {host} did not answer in time.")
    if isinstance(error, TooMuch):
        return Failure(kind="too_large", because="The head of the answer is longer than it may be.")
    if isinstance(error, http.client.RemoteDisconnected | ConnectionResetError | BrokenPipeError):
        return Failure(kind="disconnected", because=f"The host {host} closed the connection without an answer.")
    if isinstance(error, http.client.HTTPException | ValueError):
        return Failure(kind="not_http", because=f"The host {host} did not answer in HTTP that can be read.")
    return Failure(
        kind="no_connection", because=f"No connection to {host}: {getattr(error, 'strerror', None) or error}."
    )


def _recorder_of(response: http.client.HTTPResponse) -> Recorder:
    if not isinstance(response.fp, Recorder):
        raise Ended(Failure(kind="not_http", because="The answer has no body that can be read."))
    return response.fp


def _past_interim(response: http.client.HTTPResponse) -> http.client.HTTPResponse:
    """Skip what a host says before its answer, such as 103 Early Hints."""
    for _ in range(_INTERIM):
        if not 101 < response.status < 200:
            return response
        _recorder_of(response).restart()
        response.headers = None  # type: ignore[assignment] # so that `begin` reads the next head
        response.begin()
    raise http.client.HTTPException("too many interim answers")


def _drained(response: http.client.HTTPResponse, recorder: Recorder, wanted: int) -> tuple[bytes, Cut | None]:
    content = bytearray()
    cut: Cut | None
    try:
        while piece := response.read(_PIECE):
            if len(content) < wanted:
                content += piece[: wanted - len(content)]
        cut = _broken(recorder) if response.length else None
    except TooMuch:
        cut = "length"
    except TimeoutError:
        cut = "time"
    except (OSError, http.client.HTTPException, ValueError):
        cut = _broken(recorder)
    if cut and wanted:
        recorder.answer.seek(recorder.head)
        raw = recorder.answer.read(wanted)
        return unchunked(raw) if response.chunked else raw, cut
    return bytes(content), cut


def _broken(recorder: Recorder) -> Cut:
    return "length" if recorder.is_full else "disconnect"


def _line(url: str) -> str:
    return f"{split(url)[0]}://{authority(url)}"


def _plain(text: str) -> str:
    return " ".join("".join(c for c in text if c.isascii() and c.isprintable()).split())[:200]
