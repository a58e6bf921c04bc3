"""The table's servers: one loopback server that plays every host of it, told apart by the `Host` header."""

import threading
from contextlib import contextmanager

from tests.preserve.loopback import Server, answer

from sourcebook.pipeline.asking import Asking
from sourcebook.pipeline.looking import look_at
from sourcebook.preserve.classify import Expected, judge, settled
from sourcebook.settings import Fetching, Limits, Settings

FETCHING = Fetching(delay=0.0, timeout=0.8, retry_delay=0.0, max_wait=5.0, min_rate=2000, max_redirects=8)


class Stage:
    """Plays rows; each host counts its answers to the address that was cited."""

    def __init__(self, rows):
        self.rows = rows
        self.counts = {}
        self.lock = threading.Lock()

    def respond(self, path, request):
        host = next(line[5:].strip() for line in request.decode("latin-1").split("\r\n") if line[:5].lower() == "host:")
        row = self.rows[int(host.split(".")[0][1:])]
        return self.told(row, path)

    def told(self, row, path):
        if path == "/robots.txt":
            said = row.robots
        elif path == row.path:
            said = self.next(row)
        elif path in row.others:
            said = row.others[path]
        else:
            said = row.front if path in {"/", ""} else row.made_up
        status, headers, body = said
        if status == "raw":
            return list(body)
        return answer(status, body, *headers)

    def next(self, row):
        if not isinstance(row.asked, list):
            return row.asked
        with self.lock:
            count = self.counts[row.name] = self.counts.get(row.name, -1) + 1
        return row.asked[min(count, len(row.asked) - 1)]


@contextmanager
def staged(rows):
    """Serve the rows and give a function that looks at the row of a number and returns the verdict."""
    stage = Stage(rows)
    server = Server(stage.respond)
    with Asking(Settings(fetch=FETCHING), resolver=lambda *_: ["127.0.0.1"]) as asking:

        def look(number):
            row = rows[number]
            url = f"http://h{number}.example:{server.port}{row.path}"
            digest = "sha256:0" if row.kept else None
            expected = Expected(title=row.title, excerpts=row.excerpts, kept=row.kept, kept_digest=digest)
            verdicts, waits = (), 0
            while True:
                visit, fetched = look_at(asking, url, expected, Limits())
                if fetched is not None:
                    final = fetched.final
                    fetched.close()
                    if final is not None and asking.wait_for(final.exchange, waits) is not None:
                        waits += 1
                        continue
                verdicts = (*verdicts, judge(visit, expected))
                verdict = settled(verdicts)
                if verdict is not None:
                    return verdict, f"http://h{number}.example:{server.port}"

        try:
            yield look
        finally:
            server.close()
