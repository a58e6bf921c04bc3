"""Pages that changed, in part or whole, and behaviours that look like it."""

from tests.pipeline.links.behaviours import (
    ARTICLE,
    EXCERPT,
    FOOTER,
    HOME,
    OTHER,
    REST,
    SECOND,
    TITLE,
    go,
    ok,
    page,
    raw,
    row,
)  # fmt: skip

row("another article in its place", "changed", ok(page("Harvest festival", OTHER, OTHER, REST)))
row("another article under the same headline", "changed", ok(page(TITLE, OTHER, OTHER, REST)))
row("one excerpt of two gone", "changed", ok(page(TITLE, EXCERPT, REST, REST)))
row("a number changed", "changed", ok(ARTICLE.replace("27 women", "72 women")))
row(
    "a clause gone", "changed", ok(ARTICLE.replace(" and that eleven of them had come home by the end of the year", ""))
)
row(
    "a paragraph reworded",
    "changed",
    ok(
        ARTICLE.replace(
            SECOND,
            "The border guard confirms that charges were brought against two local men; a third, whose family lives across the border, has not been found.",
        )
    ),
)
row(
    "a correction in place of the article",
    "changed",
    ok(page(TITLE, "Correction: an earlier version of this article was wrong in several points.", REST)),
)
row(
    "a short notice in its place",
    "changed",
    ok(page("River Courier", "The newsroom has published a new series. " + OTHER)),
)
row(
    "a shop in its place",
    "changed",
    ok(page("Shoes for sale", "Buy running shoes, boots and sandals at the best price. Free delivery over 50. " * 6)),
)
row(
    "a translation in its place",
    "changed",
    ok(
        page(
            "Frauen aus den Flussstädten verkauft",
            "Die Polizei in den Flussstädten teilte am Montag mit, seit dem Frühjahr seien Frauen ins Ausland gebracht worden. "
            * 5,
        )
    ),
)
row(
    "a redirect to another article",
    "changed",
    go("302 Found", "/other"),
    others={"/other": ok(page("Harvest festival", OTHER, REST))},
)
row(
    "a kept copy of which most is gone",
    "changed",
    ok(page("Other", "x", OTHER)),
    excerpts=(),
    kept=(EXCERPT, SECOND, REST[:200], REST[200:400]),
)
row(
    "a kept copy, the excerpt there, most of the rest gone",
    "changed",
    ok(page(TITLE, EXCERPT, OTHER)),
    excerpts=(EXCERPT,),
    kept=(EXCERPT, SECOND, REST[:140], REST[140:300], REST[300:450]),
)
row(
    "an article that mentions a missing page",
    "changed",
    ok(page("Harvest festival", "The old poster was not found. " + OTHER, OTHER)),
)
row("the front page that was cited, with other news", "changed", ok(HOME), path="/", made_up=ok(HOME))
row(
    "a login form beside another article",
    "changed",
    ok(page("Harvest festival", OTHER, OTHER, REST, REST).replace("<h1>", "<form><input type=password></form><h1>")),
)
row(
    "another footer and a replaced article",
    "changed",
    ok(page("Harvest festival", OTHER, OTHER).replace(FOOTER, "<footer>Valley Media</footer>")),
)
row("a not that came in", "changed", ok(ARTICLE.replace("had been charged", "had not been charged")))
row(
    "one word in place of another, in a long excerpt",
    "read",
    ok(ARTICLE.replace("promises of work", "promises of jobs")),
)
row(
    "a sign in an unknown tongue at every address",
    "unknown",
    ok(page("Xq", "Zub krat molino pesk.")),
    made_up=ok(page("Xq", "Zub krat molino pesk.")),
    front=ok(page("Xq", "Zub krat molino pesk.")),
)
row(
    "another owner's site at every address",
    "soft_404",
    ok(page("Lucky wins", OTHER * 4)),
    made_up=ok(page("Lucky wins", OTHER * 4)),
    front=ok(page("Lucky wins", OTHER * 4)),
)
row(
    "an error as JSON",
    "soft_404",
    ("200 OK", ("Content-Type: application/json",), '{"error": "Not found"}'),
    made_up=("200 OK", ("Content-Type: application/json",), '{"error": "Not found"}'),
)
row(
    "a body that trickles without end",
    "unreachable",
    raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>", *(x for _ in range(30) for x in (b" ", 0.1))),
)
row(
    "a word that one must log in",
    "paywalled",
    ok(page("Members", "You must be logged in to view this content.")),
    made_up=ok(page("Members", "You must be logged in to view this content.")),
    front=ok(page("Members", "You must be logged in to view this content.")),
)
row("a word that one must log in, in Russian", "paywalled", ok(page("Материал", "Войдите, чтобы прочитать материал.")))
row(
    "another article on a site with subscribers",
    "changed",
    ok(page("Harvest festival", "Already a subscriber? Log in.", OTHER, OTHER, OTHER, REST, REST)),
)
row(
    "an error of the program with 200",
    "unreachable",
    ok("<b>Fatal error</b>: Uncaught exception in /var/www/index.php on line 7"),
    made_up=ok("<b>Fatal error</b>: Uncaught exception in /var/www/index.php on line 7"),
)
row(
    "an error in French with 200",
    "unreachable",
    ok(page("Erreur", "Une erreur est survenue. Réessayez plus tard.")),
    made_up=ok(page("Erreur", "Une erreur est survenue. Réessayez plus tard.")),
)
