"""What a real browser sees of a page: what axe finds, what is too wide, what moved, and what was asked of whom."""

from __future__ import annotations

from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe

WIDTHS = (320, 768, 1440)
SCHEMES = ("light", "dark")
# What axe can find in one scheme and not in the other; the rest it looks for once.
OF_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
OPENED = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Whatever moved without anybody having typed or clicked, by how much, and what it was.
WATCHING = """() => {
    window.moved = [];
    new PerformanceObserver((list) => list.getEntries().filter((one) => !one.hadRecentInput).forEach((one) => {
        window.moved.push([one.value, ...one.sources.map((part) => part.node?.outerHTML?.slice(0, 80))]);
    })).observe({ type: "layout-shift", buffered: true });
}"""


def violations(page, widths=WIDTHS, schemes=SCHEMES):
    """Return what axe finds at each width in each scheme, and how far the page is wider than the window."""
    page.evaluate(OPENED)
    found = {}
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            only = {} if scheme == schemes[0] else {"runOnly": OF_COLOURS}
            told = Axe().run(page, options={"resultTypes": ["violations"], **only}).response["violations"]
            found |= {(scheme, width, one["id"]): [node["html"] for node in one["nodes"]] for one in told}
            over = page.evaluate(TOO_WIDE)
            found |= {(scheme, width, "too wide"): over} if over > 0 else {}
    return found


@contextmanager
def watched(page, base):
    """Yield what a page does that it must not: what it asks of another place, and what it complains of."""
    told = []
    page.on("request", lambda one: None if one.url.startswith((base, "data:", "blob:")) else told.append(one.url))
    page.on("console", lambda one: told.append(one.text) if one.type == "error" and "404" not in one.text else None)
    page.on("pageerror", lambda one: told.append(str(one)))
    yield told


def opened(page, address):
    """Go to an address and wait until it stands still; a file that is meant to be saved is shown as it is opened then."""
    if address.partition("?")[0].endswith("pack.html") or "/packs/" in address:
        answer = page.request.get(address)
        page.route(address, lambda route: route.fulfill(body=answer.body(), content_type="text/html; charset=utf-8"))
    page.goto(address, wait_until="networkidle")
