"""Pages that others may see: blocked, behind a wall, closed for now, or not to be reached."""

from tests.pipeline.links.behaviours import (
    ARTICLE,
    EXCERPT,
    OTHER,
    REST,
    TITLE,
    go,
    ok,
    page,
    raw,
    row,
    status,
)  # fmt: skip

for line in (
    "403 Forbidden",
    "401 Unauthorized",
    "405 Method Not Allowed",
    "406 Not Acceptable",
    "418 I'm a teapot",
    "429 Too Many Requests",
    "451 Unavailable For Legal Reasons",
    "999 Request denied",
):
    row(line, "blocked", status(line))
row(
    "403 everywhere",
    "blocked",
    status("403 Forbidden"),
    made_up=status("403 Forbidden"),
    front=status("403 Forbidden"),
    robots=status("403 Forbidden"),
)
row(
    "403 with a word of Cloudflare",
    "blocked",
    status("403 Forbidden", page("Attention Required! | Cloudflare", "Sorry, you have been blocked.")),
)
row("429 that asks for a long wait", "blocked", status("429 Too Many Requests", "", "Retry-After: 86400"))
row("403 after a redirect", "blocked", go("302 Found", "/x"), others={"/x": status("403 Forbidden")})
row("rules that forbid us", "blocked", ok(ARTICLE), robots=("200 OK", (), "User-agent: *\nDisallow: /\n"))
row(
    "rules that forbid us by name",
    "blocked",
    ok(ARTICLE),
    robots=("200 OK", (), "User-agent: Sourcebook\nDisallow: /news/\n\nUser-agent: *\nAllow: /\n"),
)
row(
    "451 with a reason",
    "blocked",
    status("451 Unavailable For Legal Reasons", page("Unavailable", "Unavailable due to legal reasons in the EU.")),
)
row(
    "not for where we are",
    "blocked",
    ok(page("Sorry", "This content is not available in your region.")),
    made_up=ok(page("Sorry", "This content is not available in your region.")),
)

CHALLENGES = {
    "just a moment": "<html><head><title>Just a moment...</title></head><body>Enable JavaScript and cookies to continue<script src='/cdn-cgi/challenge-platform/x.js'></script></body></html>",
    "reCAPTCHA": page("River Courier", "Please show that you are a person.<div class=g-recaptcha></div>"),
    "hCaptcha": page(
        "One more step",
        "Please complete the security check.<div class='h-captcha'></div><script src=https://hcaptcha.com/1/api.js></script>",
    ),
    "Turnstile": page("Checking", "Wait.<div class=cf-turnstile></div>"),
    "DataDome": "<html><head><title>courier.example</title></head><body><script>var dd={'host':'geo.captcha-delivery.com'}</script></body></html>",
    "Incapsula": "<html><body><iframe src='/_Incapsula_Resource?x'>Request unsuccessful. Incapsula incident ID: 1</iframe></body></html>",
    "in words": page("Are you a robot?", "We noticed unusual traffic from your network."),
    "in German": page("Sicherheitsüberprüfung", "Bitte bestätigen Sie, dass Sie kein Roboter sind."),
    "in French": page("Vérification de sécurité", "Confirmez que vous n’êtes pas un robot."),
    "in Russian": page("Проверка", "Подтвердите, что вы не робот."),
    "in Chinese": page("安全验证", "请完成验证以继续访问。"),
    "in Spanish": page("Verificación de seguridad", "Confirma que no eres un robot."),
}
for kind, body in CHALLENGES.items():
    row(f"a challenge with 200, {kind}", "blocked", ok(body), made_up=ok(body), front=ok(body))
row("a challenge with 403", "blocked", status("403 Forbidden", CHALLENGES["just a moment"], "cf-mitigated: challenge"))
row(
    "a challenge with 503",
    "blocked",
    status("503 Service Unavailable", CHALLENGES["just a moment"], "cf-mitigated: challenge"),
)
row(
    "a challenge with 202", "blocked", ("202 Accepted", ("Content-Type: text/html", "x-amzn-waf-action: challenge"), "")
)
row(
    "a challenge behind a redirect",
    "blocked",
    go("302 Found", "/verify?next=x"),
    others={"/verify?next=x": ok(CHALLENGES["reCAPTCHA"])},
    made_up=go("302 Found", "/verify?next=y"),
)
row("a challenge with 404", "blocked", status("404 Not Found", CHALLENGES["hCaptcha"]))

LOGIN = page(
    "Log in", "<form action=/login><input name=user><input type=password name=pass><button>Log in</button></form>"
)
row("a login page", "paywalled", ok(LOGIN), made_up=ok(LOGIN))
row(
    "a redirect to a login page",
    "paywalled",
    go("302 Found", "/login?next=/news"),
    others={"/login?next=/news": ok(LOGIN)},
    made_up=go("302 Found", "/login?next=/news"),
)
row(
    "a redirect to single sign-on",
    "paywalled",
    go("302 Found", "/sso/start"),
    others={"/sso/start": ok(page("Sign in to your account", "<input type=password>", OTHER, REST, REST))},
    made_up=go("302 Found", "/sso/start"),
)
row(
    "a login page in German",
    "paywalled",
    ok(page("Anmelden", "Bitte melden Sie sich an.<input type=password>")),
    made_up=ok(page("Anmelden", "Bitte melden Sie sich an.<input type=password>")),
)
row("a login page in Russian", "paywalled", ok(page("Вход на сайт", "Войти<input type=password>")))
row(
    "a login page without a form",
    "paywalled",
    ok(page("Sign in - River Courier", "Please sign in to go on.<a href=/oauth>Sign in</a>")),
)
row("a login page with 401", "paywalled", status("401 Unauthorized", LOGIN))
row("a login page with 403", "paywalled", status("403 Forbidden", LOGIN))
row("402", "paywalled", status("402 Payment Required"))
row(
    "a teaser and a wall",
    "paywalled",
    ok(page(TITLE, EXCERPT[:60] + "...", "Subscribe to continue reading. Already a subscriber? Log in.")),
)
row(
    "the first excerpt and a wall",
    "paywalled",
    ok(page(TITLE, EXCERPT, "To read the full article, become a subscriber.")),
)
row(
    "a wall that the page declares",
    "paywalled",
    ok(
        page(
            TITLE,
            "Police in the river towns said…",
            head='<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>',
        )
    ),
)
row(
    "a wall in French",
    "paywalled",
    ok(page(TITLE, "Cet article est réservé aux abonnés. Pour lire la suite, abonnez-vous.")),
)
row("a wall in German", "paywalled", ok(page(TITLE, "Dieser Artikel ist nur für Abonnenten. Jetzt weiterlesen.")))
row(
    "a wall in Spanish",
    "paywalled",
    ok(page(TITLE, "Contenido solo para suscriptores. Suscríbete para seguir leyendo.")),
)
row("a wall in Polish", "paywalled", ok(page(TITLE, "Treść tylko dla prenumeratorów. Wykup dostęp.")))
row("a wall with much beside it", "paywalled", ok(page(TITLE, "Subscribe to continue reading.", OTHER, OTHER, REST)))
row(
    "a count of free articles", "paywalled", ok(page(TITLE, "You have reached your limit of free articles this month."))
)
row(
    "a journal's page to buy",
    "paywalled",
    ok(page(TITLE, "Abstract. " + REST, "Purchase access. Access through your institution.")),
)

row(
    "a consent page",
    "unknown",
    ok(page("Before you continue", "We use cookies. Accept all cookies or manage your privacy choices.")),
    made_up=ok(page("Before you continue", "We use cookies. Accept all cookies or manage your privacy choices.")),
)
row(
    "a question of age",
    "unknown",
    ok(page("River Courier", "Please confirm your age. Are you over 18?")),
    made_up=ok(page("River Courier", "Please confirm your age. Are you over 18?")),
)
SHELL = "<html><head><title>River Courier</title></head><body><div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript><script src=/main.js></script></body></html>"
row("a shell that needs scripts", "unknown", ok(SHELL), made_up=ok(SHELL), front=ok(SHELL))
row(
    "a shell with a spinner",
    "unknown",
    ok(
        "<html><head><title>Courier</title></head><body><div id=app>Loading...</div><script>"
        + "x();" * 500
        + "</script></body></html>"
    ),
    made_up=ok(SHELL),
)
row("an empty answer", "unknown", ok(""))
row("an empty answer at every address", "unknown", ok(""), made_up=ok(""))
row("no content", "unknown", ("204 No Content", (), ""))
row("a redirect without an address", "unknown", ("302 Found", (), ""))
row("a bad request", "unknown", status("400 Bad Request"))
row("bytes that mean nothing", "unknown", ok(bytes(range(256)) * 20))
row(
    "cut short before what was cited",
    "unknown",
    raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 90000\r\n\r\n<html><title>x</title><p>Police in"
    ),
)
row(
    "chunks cut short before what was cited",
    "unknown",
    raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\n<html><title>x</title><p>Police"
    ),
)
row(
    "answers that never agree",
    "unknown",
    [status("404 Not Found"), status("500 Error"), ok(page("Page not found", "Sorry"))],
)
row(
    "no excerpt, a redirect to another page",
    "unknown",
    go("302 Found", "/other"),
    others={"/other": ok(page("Harvest festival", OTHER, REST))},
    excerpts=(),
)

for line in (
    "500 Internal Server Error",
    "502 Bad Gateway",
    "503 Service Unavailable",
    "504 Gateway Timeout",
    "522 Connection timed out",
    "530 Origin DNS Error",
):
    row(line, "unreachable", status(line, "", "Retry-After: 0") if line.startswith("503") else status(line))
row(
    "503 that asks for a long wait",
    "unreachable",
    status("503 Service Unavailable", page("Back soon", "x"), "Retry-After: 86400"),
)
row("a long silence", "unreachable", raw(2.0))
row(
    "a head that never ends",
    "unreachable",
    raw(b"HTTP/1.1 200 OK\r\n", *(x for _ in range(40) for x in (b"X-A: b\r\n", 0.1))),
)
row("no answer at all", "unreachable", raw())
row("half a status line", "unreachable", raw(b"HTT"))
row("no HTTP", "unreachable", raw(b"SSH-2.0-OpenSSH_9.2\r\n"))
row("HTTP/0.9", "unreachable", raw(b"<html><body>hello</body></html>"))
row("a thousand headers", "unreachable", raw(b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 1000 + b"\r\n"))
row("a redirect to itself", "unreachable", go("302 Found", "/news/2005/women-sold.html"))
row(
    "a redirect in a ring",
    "unreachable",
    go("302 Found", "/a"),
    others={"/a": go("302 Found", "/b"), "/b": go("302 Found", "/a")},
)
row(
    "redirects without end",
    "unreachable",
    go("302 Found", "/r0"),
    others={f"/r{n}": go("302 Found", f"/r{n + 1}") for n in range(40)},
)
row("a redirect to a file", "unreachable", go("302 Found", "file:///etc/passwd"))
row("a redirect to a program", "unreachable", go("302 Found", "javascript:alert(1)"))
row("rules that end in an error", "unreachable", ok(ARTICLE), robots=status("503 Service Unavailable"))
row(
    "closed for work",
    "unreachable",
    ok(page("Under maintenance", "We will be back soon.")),
    made_up=ok(page("Under maintenance", "We will be back soon.")),
    front=ok(page("Under maintenance", "We will be back soon.")),
)
row(
    "closed for work in German",
    "unreachable",
    ok(page("Wartungsarbeiten", "Wir sind in Kürze wieder für Sie da.")),
    made_up=ok(page("Wartungsarbeiten", "Wir sind in Kürze wieder für Sie da.")),
)
row(
    "closed for work in Russian",
    "unreachable",
    ok(page("Технические работы", "Сайт временно недоступен.")),
    made_up=ok(page("Технические работы", "Сайт временно недоступен.")),
)
row(
    "closed for work in Spanish",
    "unreachable",
    ok(page("En mantenimiento", "Volvemos pronto.")),
    made_up=ok(page("En mantenimiento", "Volvemos pronto.")),
)
row(
    "an account suspended",
    "unreachable",
    ok(page("Account Suspended", "This account has been suspended. Contact your hosting provider.")),
    made_up=ok(page("Account Suspended", "This account has been suspended. Contact your hosting provider.")),
)
row(
    "an error of the database",
    "unreachable",
    ok(page("Database Error", "Error establishing a database connection")),
    made_up=ok(page("Database Error", "Error establishing a database connection")),
)
