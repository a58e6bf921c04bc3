"""Walls, repairs and living pages that were labelled before any rule was tried on them."""
# fmt: off

import gzip
import json

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
    status,
)
from tests.pipeline.links.unseen_dead import everywhere

HALF = ARTICLE.encode()[: ARTICLE.encode().index(b"charged")]
LONG = f"{OTHER} {REST} {OTHER}"

# Who asks for consent.
for language, said in {
    "Dutch": "Wij gebruiken cookies. Accepteer alle cookies om door te gaan naar de website.",
    "Italian": "Utilizziamo i cookie. Accetta tutti i cookie per continuare.",
    "French": "Nous utilisons des cookies. Accepter et continuer, ou paramétrer vos choix.",
    "English": "Before you continue: we and our partners store cookies on your device. Accept all. Reject all.",
}.items():
    row(f"a cookie wall, {language}", "unknown", go("302 Found", "/consent?to=x"), others={"/consent?to=x": ok(page("Cookies", said))})

# Who takes us for a robot.
for maker, said in {
    "an iframe of a firewall": status("200 OK", "<html><head><META NAME='ROBOTS' CONTENT='NOINDEX'></head><body><iframe src='/_Incapsula_Resource?x=1'>Request unsuccessful. Incapsula incident ID: 123-456</iframe></body></html>"),
    "press and hold": ok(page("Access to this page has been denied", "Press &amp; Hold to confirm you are a human (and not a bot).")),
    "a script of a bot manager": status("403 Forbidden", "<html><head><title>courier</title></head><body><script src=https://ct.captcha-delivery.com/c.js></script></body></html>"),
    "a reference number": status("403 Forbidden", page("Access Denied", "You don't have permission to access this page on this server. Reference #18.5e")),
    "a firewall of a host": status("403 Forbidden", page("Website Firewall", "Access Denied. If you are the site owner, please open a ticket.")),
    "proof of work": ok(page("Making sure you're not a bot!", "Loading... You are seeing this because the administrator of this website has set up a protection against scrapers.", head="<script src=/.within.website/x/xess.js></script>")),
    "checking the browser": status("403 Forbidden", page("DDoS protection", "Checking your browser before accessing the website.")),
    "a support number": ok(page("Request Rejected", "The requested URL was rejected. Please consult with your administrator. Your support ID is: 1234567890.")),
    "an action in the head": ("202 Accepted", ("Content-Type: text/html", "x-amzn-waf-action: challenge"), ""),
    "a puzzle": ok(page("One more step", "Please solve the puzzle to continue.<div id=funcaptcha data-pkey=x></div><script src=https://client-api.arkoselabs.com/v2/api.js></script>")),
    "a slider": ok(page("验证", "请拖动滑块完成拼图<div class=geetest_holder></div><script src=https://static.geetest.com/v4/gt4.js></script>")),
    "a friendly one": ok(page("Moment", "Bitte warten Sie einen Augenblick.<div class=frc-captcha data-sitekey=x></div>")),
    "a smart one": ok(page("Ой!", "Подтвердите, что запросы отправляли вы, а не робот.<div class=smart-captcha data-sitekey=x></div>")),
    "a checkpoint with 429": status("429 Too Many Requests", page("Security Checkpoint", "We're verifying your browser.")),
    "limited by the owner": status("503 Service Unavailable", page("Access limited", "Your access to this site has been limited by the site owner. Block technical data follows.")),
    "too many requests with 200": ok(page("Rate limit exceeded", "Too many requests from your address. Please slow down and try again later.")),
}.items():
    row(f"taken for a robot, {maker}", "blocked", said, made_up=said, front=said)
for place, text in {
    "a region": "This content is not available in your region.",
    "Europe": "We cannot grant you access at this time, since you are in the European Economic Area, where the GDPR is in force.",
    "a law": "Доступ к информационному ресурсу ограничен на основании федерального закона.",
    "a court": "Bu siteye erişim mahkeme kararıyla engellenmiştir.",
    "Spanish": "Este contenido no está disponible en tu país.",
    "German": "Dieser Inhalt ist in Ihrem Land nicht verfügbar.",
}.items():
    everywhere(f"not shown where we are, {place}", "blocked", page("River Courier", text), front=ok(page("River Courier", text)))
row("451 that names who asked for it", "blocked", status("451 Unavailable For Legal Reasons", page("Blocked", "By order."), 'Link: <http://court.example/>; rel="blocked-by"'))

# Not working now.
for code in ("509 Bandwidth Limit Exceeded", "521 Web Server Is Down", "525 SSL Handshake Failed", "598 Network read timeout"):
    row(f"status {code}", "unreachable", status(code))
for what, text in {
    "Dutch": "De website is tijdelijk niet beschikbaar wegens onderhoud.",
    "Portuguese": "Site em manutenção. Voltamos em breve.",
    "Italian": "Sito in manutenzione. Torneremo presto online.",
    "Polish": "Trwają prace konserwacyjne. Przepraszamy za utrudnienia, prosimy spróbować później.",
    "Japanese": "ただいまメンテナンス中です。しばらくお待ちください。",
    "French": "Site en maintenance. Nous serons bientôt de retour.",
    "a fatal error": "Fatal error: Uncaught Error: Call to undefined function in /var/www/index.php on line 3",
    "too many connections": "Warning: mysqli_connect(): (HY000/1040): Too many connections",
    "bandwidth": "Bandwidth Limit Exceeded. The server is temporarily unable to service your request.",
    "a runtime error": "Server Error in '/' Application. Runtime Error. An application error occurred on the server.",
    "an overload": "The service is temporarily unavailable. Please try again in a few minutes.",
}.items():
    everywhere(f"not working now, {what}", "unreachable", page("River Courier", text), front=ok(page("River Courier", text)))

# Cannot be told.
SHELLS = {
    "Next": '<html><head><title>Courier</title></head><body><div id="__next"></div><script src=/a.js></script></body></html>',
    "Angular": "<html><head><title>Courier</title></head><body><app-root>Loading...</app-root><script src=/main.js></script></body></html>",
    "a noscript": "<html><body><noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div></body></html>",
    "an iframe": "<html><body><iframe src=/inner.html width=100% height=100%></iframe></body></html>",
    "frames": "<html><frameset cols='20%,80%'><frame src=a.html><frame src=b.html></frameset></html>",
    "one picture": "<html><head><title>x</title></head><body><img src=/scan.jpg></body></html>",
}
for kind, body in SHELLS.items():
    row(f"a shell, {kind}", "unknown", ok(body), made_up=ok(body), front=ok(body))
row("a shell, for this address alone", "unknown", ok(SHELLS["Next"]))
row("white space alone", "unknown", ok("  \n\n  "))
row("status 300", "unknown", ("300 Multiple Choices", ("Content-Type: text/html",), page("Choices", "One or the other.")))
row("status 421", "unknown", status("421 Misdirected Request"))
row("gzip that breaks off before the excerpt", "unknown", ("200 OK", ("Content-Type: text/html", "Content-Encoding: gzip"), gzip.compress(ARTICLE.encode())[:120]))
row("broken off within the second excerpt", "unknown", raw(f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(ARTICLE.encode())}\r\n\r\n".encode(), HALF))
row("silent for ever after the head", "unreachable", raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9000\r\n\r\n", 2.0))
row("a redirect without an end to longer and longer addresses", "unreachable", go("302 Found", "/r"), others={"/r": go("302 Found", "/r?1"), "/r?1": go("302 Found", "/r?1&1"), "/r?1&1": go("302 Found", "/r")})

# There, whatever else speaks against it.
row("an article about domains for sale", "read", ok(page("This domain is for sale", EXCERPT, SECOND, "The sign said: this domain is for sale.", REST)))
row("an article about captchas", "read", ok(page("Are you a robot?", EXCERPT, SECOND, "Please verify you are human, the sign said.", REST)))
row("an article with a word on repairs above it", "read", ok(page(TITLE, "We will be down for maintenance on Sunday.", EXCERPT, SECOND, REST)))
row("an article whose canonical address is another", "read", ok(ARTICLE.replace("<head>", "<head><link rel=canonical href='http://other.example/x'>")))
row("an article that search engines must not list", "read", ok(ARTICLE.replace("<head>", "<head><meta name=robots content='noindex,noarchive'>")))
row("XHTML as XML", "read", ("200 OK", ("Content-Type: application/xhtml+xml; charset=utf-8",), f"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title>{TITLE}</title></head><body><p>{EXCERPT}</p><p>{SECOND}</p></body></html>"))
row("UTF-16 with a mark", "read", ok(("\ufeff" + ARTICLE.replace("<meta charset=utf-8>", "")).encode("utf-16-le"), charset="utf-16"))
row("an article within a table of tables", "read", ok(f"<html><body><table><tr><td><table><tr><td>{EXCERPT}</td></tr></table></td></tr><tr><td>{SECOND}</td></tr></table></body></html>"))
row("an article with a subscription box within it", "read", ok(page(TITLE, EXCERPT, "Subscribe to our newsletter. This article is for everyone.", SECOND, REST)))
row("an article beside a login box in every page", "read", ok(page(TITLE, EXCERPT, SECOND, REST, "<form action=/login><input type=password></form> Log in to comment")))
row("429 once, then there", "read", [status("429 Too Many Requests", "", "Retry-After: 0"), ok(ARTICLE)])
row("a challenge once, then there", "read", [status("503 Service Unavailable", page("Just a moment", "Checking your browser"), "Retry-After: 0"), ok(ARTICLE)])
row("a PDF's landing page with the text", "read", ok(page(TITLE, EXCERPT, SECOND)), path="/docs/report.pdf")
row("HTML with other words where a PDF was", "changed", ok(page("Publications", LONG)), path="/docs/report.pdf")
row("the front page where a PDF was", "soft_404", ok(HOME), made_up=ok(HOME), path="/docs/report.pdf")
row("no excerpt, a title in Cyrillic", "read", ok(page("Женщин из приречных городов продавали за границу", REST)), title="Женщин из приречных городов продавали за границу", excerpts=())
row("no excerpt, a living page that is the same at every address for its short text", "read", ok(page(TITLE, "A short note.")), excerpts=())
row("the same text for all addresses with the title", "read", ok(page(TITLE, EXCERPT, SECOND)), made_up=ok(page(TITLE, EXCERPT, SECOND)))
row("split over two pages", "changed", ok(page(TITLE, EXCERPT, "Continued on page 2", REST)))
row("reworded in both excerpts", "changed", ok(page(TITLE, EXCERPT.replace("27 women had been taken", "31 people were taken"), SECOND.replace("two men", "four women"), REST)))
row("an apology and a takedown in its place", "changed", ok(page(TITLE, "At the request of a person named in it we have taken the text of this report down. The editors regret that it was published in this form, and thank the readers who wrote to us.", OTHER)))
row("moved to the year's archive", "moved", go("301 Moved Permanently", "/archive/2005/women-sold"), others={"/archive/2005/women-sold": ok(ARTICLE)}, to="/archive/2005/women-sold")
row("moved by a refresh with quotes and capitals", "moved", ok("<html><head><META HTTP-EQUIV='Refresh' CONTENT='0; URL=/new/women.html'></head></html>"), others={"/new/women.html": ok(ARTICLE)}, to="/new/women.html")
row("moved for good with 308", "moved", go("308 Permanent Redirect", "/new"), others={"/new": ok(ARTICLE)}, to="/new")
row("moved by a script with replace", "moved", ok("<html><script>location.replace('/new/women.html')</script></html>"), others={"/new/women.html": ok(ARTICLE)}, to="/new/women.html")
row("moved to a page in which half is reworded, under its title", "moved", go("301 Moved", "/n"), others={"/n": ok(page(TITLE, EXCERPT, REST))}, to="/n")
row("a page that is data", "read", ("200 OK", ("Content-Type: application/json",), json.dumps({"title": TITLE, "text": [EXCERPT, SECOND]})))
row("another footer and a word of the law", "read", ok(ARTICLE.replace(FOOTER, "<footer>By court order, access to one other report is blocked.</footer>")))
