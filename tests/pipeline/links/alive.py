"""Pages that are there: as cited, with other margins, moved, or slow."""

import gzip

from tests.pipeline.links.behaviours import (
    ARTICLE,
    EXCERPT,
    FOOTER,
    HOME,
    MENU,
    OTHER,
    REST,
    SECOND,
    TITLE,
    go,
    ok,
    page,
    raw,
    row,
    status,
)  # fmt: skip

row("the page as cited", "read", ok(ARTICLE))
row("a site that answers everything with the article", "read", ok(ARTICLE), made_up=ok(ARTICLE))
row("a page that also stands under every other name", "read", ok(ARTICLE), made_up=ok(HOME))
row("another footer", "read", ok(ARTICLE.replace(FOOTER, "<footer>Now part of Valley Media Group, est. 1998</footer>")))
row(
    "another menu and sidebar",
    "read",
    ok(ARTICLE.replace(MENU, "<nav>Start Politics Sport Culture</nav><aside>Most read today</aside>")),
)
row(
    "another layout",
    "read",
    ok(f"<html><title>{TITLE}</title><table><tr><td>Menu<td><font>{EXCERPT}<br><br>{SECOND}<br>{REST}</table>"),
)
row("another headline", "read", ok(page("Sold abroad: what the police know", EXCERPT, SECOND, REST)))
row("paragraphs added before and after", "read", ok(page(TITLE, OTHER, EXCERPT, OTHER, SECOND, REST)))
row(
    "comments of readers with hard words",
    "read",
    ok(page(TITLE, EXCERPT, SECOND, REST, "Comment: page not found? I could not find it either.")),
)
row(
    "an article about a page that was not found",
    "read",
    ok(page("Page not found: how the web forgets", EXCERPT, SECOND, REST)),
    title="Page not found: how the web forgets",
)
row(
    "curly quotes and dashes in place of straight ones",
    "read",
    ok(ARTICLE.replace("27 women", "27&nbsp;women").replace(" - ", " — ")),
)
row(
    "words broken over tags",
    "read",
    ok(ARTICLE.replace("spring", "sp<b>ri</b>ng").replace("kitchens", "kit&shy;chens")),
)
row("a typing slip mended", "read", ok(ARTICLE.replace("neighbouring", "neighboring")))
row("capital letters", "read", ok(ARTICLE.replace(EXCERPT, EXCERPT.upper())))
row(
    "a subscription offer under a whole article",
    "read",
    ok(page(TITLE, EXCERPT, SECOND, REST, "Subscribe now to read more like this. Already a subscriber? Log in.")),
)
row(
    "a login form in the head of every page",
    "read",
    ok(ARTICLE.replace("<h1>", "<form><input name=u><input type=password name=p></form><h1>")),
)
row(
    "a cookie banner over the article",
    "read",
    ok(page(TITLE, "We value your privacy. Accept all cookies?", EXCERPT, SECOND, REST)),
)
row(
    "a captcha on the comment form",
    "read",
    ok(
        ARTICLE.replace(
            "</footer>",
            "</footer><div class=g-recaptcha data-sitekey=x></div><script src=https://www.google.com/recaptcha/api.js></script>",
        )
    ),
)
row(
    "windows-1251 without saying so",
    "read",
    ok(
        page(
            "Продажа женщин",
            "Полиция сообщила, что с весны за границу были вывезены двадцать семь женщин из приречных городов, обещавших им работу.",
            "Ещё одна строка текста для меры.",
        )
        .replace("<meta charset=utf-8>", "")
        .encode("cp1251"),
        charset="",
    ),
    title="Продажа женщин",
    excerpts=("Полиция сообщила, что с весны за границу были вывезены двадцать семь женщин из приречных городов",),
)
row("a charset that does not exist", "read", ok(ARTICLE, charset="x-unheard-of"))
row("broken UTF-8 among the words", "read", ok(ARTICLE.encode().replace(b"River Courier", b"River \xff\xfe Courier")))
row("plain text", "read", ("200 OK", ("Content-Type: text/plain",), f"{TITLE}\n\n{EXCERPT}\n\n{SECOND}\n"))
row("no content type", "read", ("200 OK", (), ARTICLE))
row(
    "gzip though it was not asked for",
    "read",
    ("200 OK", ("Content-Type: text/html", "Content-Encoding: gzip"), gzip.compress(ARTICLE.encode())),
)
row(
    "deflate though it was not asked for",
    "read",
    ("200 OK", ("Content-Type: text/html", "Content-Encoding: deflate"), __import__("zlib").compress(ARTICLE.encode())),
)
row(
    "chunks",
    "read",
    raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n",
        *(
            f"{len(p):x}\r\n".encode() + p + b"\r\n"
            for p in (ARTICLE.encode()[i : i + 300] for i in range(0, len(ARTICLE.encode()), 300))
        ),
        b"0\r\n\r\n",
    ),
)
row(
    "a body that ends with the connection",
    "read",
    raw(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + ARTICLE.encode()),
)
row(
    "slow, but within patience",
    "read",
    raw(0.3, b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", 0.1, ARTICLE.encode()),
)
row(
    "in slow pieces",
    "read",
    raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
        *(x for i in range(0, len(ARTICLE), 700) for x in (0.05, ARTICLE[i : i + 700].encode())),
    ),
)
row(
    "cut short after what was cited",
    "read",
    raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 90000\r\n\r\n" + ARTICLE.encode()),
)
row("status 203", "read", ok(ARTICLE, status="203 Non-Authoritative Information"))
row("status 404 with the whole article", "read", ok(ARTICLE, status="404 Not Found"))
row("status 500 with the whole article", "read", ok(ARTICLE, status="500 Internal Server Error"))
row(
    "early hints before the answer",
    "read",
    raw(
        b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
        + str(len(ARTICLE.encode())).encode()
        + b"\r\n\r\n"
        + ARTICLE.encode()
    ),
)
row("busy once, then there", "read", [status("503 Service Unavailable", "", "Retry-After: 0"), ok(ARTICLE)])
row("too many requests once, then there", "read", [status("429 Too Many Requests", "", "Retry-After: 0"), ok(ARTICLE)])
row("not found once, then there", "read", [status("404 Not Found"), ok(ARTICLE)])
row("gone once, then there", "read", [status("410 Gone"), ok(ARTICLE)])
row("an error once, then there", "read", [status("500 Internal Server Error"), ok(ARTICLE)])
row("an error page with 200 once, then there", "read", [ok(page("Page not found", "Sorry.")), ok(ARTICLE)])
row("closed without an answer once, then there", "read", [raw(), ok(ARTICLE)])
row("silent once, then there", "read", [raw(1.0), ok(ARTICLE)])
row(
    "a redirect to itself with a cookie",
    "read",
    [go("302 Found", "/news/2005/women-sold.html", "Set-Cookie: seen=1; Path=/"), ok(ARTICLE)],
)
row(
    "a bounce over a cookie page",
    "read",
    [go("302 Found", "/cookie", "Set-Cookie: a=1"), ok(ARTICLE)],
    others={"/cookie": go("302 Found", "/news/2005/women-sold.html", "Set-Cookie: b=2")},
)
row(
    "a redirect that adds a last slash",
    "read",
    go("301 Moved Permanently", "/news/2005/women-sold/"),
    path="/news/2005/women-sold",
    others={"/news/2005/women-sold/": ok(ARTICLE)},
)
row(
    "a redirect that adds a tracker",
    "read",
    go("302 Found", "/news/2005/women-sold.html?utm_source=x"),
    others={"/news/2005/women-sold.html?utm_source=x": ok(ARTICLE)},
)
row(
    "rules that forbid another folder",
    "read",
    ok(ARTICLE),
    robots=("200 OK", ("Content-Type: text/plain",), "User-agent: *\nDisallow: /admin/\n"),
)
row("rules that are an HTML page", "read", ok(ARTICLE), robots=ok(HOME))
row("rules that are forbidden", "read", ok(ARTICLE), robots=status("403 Forbidden"))
row("rules that redirect in a loop", "read", ok(ARTICLE), robots=go("302 Found", "/robots.txt"))
row("rules for others only", "read", ok(ARTICLE), robots=("200 OK", (), "User-agent: GreedyBot\nDisallow: /\n"))
row("no excerpt, the title there", "read", ok(ARTICLE), excerpts=())
row("no excerpt, another headline", "read", ok(page("Sold abroad", EXCERPT, REST)), excerpts=())
row(
    "a front page that was cited, with the title",
    "read",
    ok(HOME),
    path="/",
    excerpts=(),
    title="River Courier - news from the valley",
)
row(
    "an excerpt with words left out",
    "read",
    ok(ARTICLE),
    excerpts=(
        "Police in the river towns said on Monday that 27 women had been taken abroad ... and that eleven of them had come home by the end of the year.",
    ),
)
row(
    "an excerpt with words of the editor",
    "read",
    ok(ARTICLE),
    excerpts=(
        "A spokesman for the border guard said that two men [from the district] had been charged and that a third was still being looked for",
    ),
)
row(
    "a kept copy, another sidebar",
    "read",
    ok(ARTICLE.replace(MENU, MENU + f"<aside><p>{OTHER[:150]}</p></aside>")),
    kept=(EXCERPT, SECOND, REST),
)
row("a kept copy without excerpts, unchanged", "read", ok(ARTICLE), excerpts=(), kept=(EXCERPT, SECOND, REST))
row(
    "a kept copy, and an excerpt that never stood there",
    "read",
    ok(ARTICLE),
    excerpts=(EXCERPT, OTHER[:200]),
    kept=(EXCERPT, SECOND, REST),
)
row(
    "a PDF that cannot be compared",
    "read",
    ("200 OK", ("Content-Type: application/pdf",), b"%PDF-1.4\n%\xe2\xe3\n1 0 obj<<>>endobj\n"),
    path="/report.pdf",
)
row("a query in the address", "read", ok(ARTICLE), path="/show.php?id=42")
row(
    "no script needed though scripts abound",
    "read",
    ok(ARTICLE.replace("</body>", "<script>" + "var a=1;" * 3000 + "</script></body>")),
)

MOVED = "/archive/2005/women-sold"
for number in (301, 302, 303, 307, 308):
    row(f"moved with {number}", "moved", go(f"{number} Moved", MOVED), others={MOVED: ok(ARTICLE)}, to=MOVED)
row(
    "moved over three hops",
    "moved",
    go("301 Moved", "/a"),
    others={"/a": go("302 Found", "/b"), "/b": go("301 Moved", MOVED), MOVED: ok(ARTICLE)},
    to=MOVED,
)
row(
    "moved, with the front page at made-up addresses",
    "moved",
    go("301 Moved", MOVED),
    others={MOVED: ok(ARTICLE)},
    made_up=go("302 Found", "/"),
    to=MOVED,
)
row(
    "moved with a new headline",
    "moved",
    go("301 Moved", MOVED),
    others={MOVED: ok(page("Sold", EXCERPT, SECOND, REST))},
    to=MOVED,
)
row(
    "moved by a refresh",
    "moved",
    ok(
        f"<html><head><meta http-equiv=refresh content='0; url={MOVED}'><title>Moved</title></head><body>This page has moved.</body></html>"
    ),
    others={MOVED: ok(ARTICLE)},
    to=MOVED,
)
row(
    "moved by a refresh after five seconds",
    "moved",
    ok(
        f'<html><head><META HTTP-EQUIV="Refresh" CONTENT="5;URL={MOVED}"></head><body><p>We have moved. You will be led there.</p></body></html>'
    ),
    others={MOVED: ok(ARTICLE)},
    to=MOVED,
)
row(
    "moved by a script",
    "moved",
    ok(f"<html><body><script>window.location.replace('{MOVED}');</script></body></html>"),
    others={MOVED: ok(ARTICLE)},
    to=MOVED,
)
row(
    "moved, no excerpt, the same title",
    "moved",
    go("301 Moved", MOVED),
    others={MOVED: ok(ARTICLE)},
    excerpts=(),
    to=MOVED,
)
row(
    "moved, one excerpt of two there, the same title",
    "moved",
    go("301 Moved", MOVED),
    others={MOVED: ok(page(TITLE, EXCERPT, REST))},
    to=MOVED,
)
row(
    "moved behind a relative address",
    "moved",
    go("301 Moved", "../../archive/2005/women-sold"),
    others={MOVED: ok(ARTICLE)},
    to=MOVED,
)
row(
    "moved to an address with a fragment",
    "moved",
    go("301 Moved", f"{MOVED}#top"),
    others={MOVED: ok(ARTICLE)},
    to=MOVED,
)
row("moved to the front page that holds the article", "moved", go("302 Found", "/"), front=ok(ARTICLE), to="/")
row(
    "moved with a space in the address",
    "moved",
    go("301 Moved", "/archive/women sold"),
    others={"/archive/women%20sold": ok(ARTICLE)},
    to="/archive/women%20sold",
)
row(
    "moved, after a first error",
    "moved",
    [status("502 Bad Gateway"), go("301 Moved", MOVED)],
    others={MOVED: ok(ARTICLE)},
    to=MOVED,
)
