"""Somebody who has a keyboard and nothing else: goes on by Tab, and sees at every step where they are."""

from __future__ import annotations

PATIENCE = 400
# What has the focus: its name as it is heard, and why it could not be seen there, if so.
FOCUSED = """() => {
    const one = document.activeElement;
    if (!one || one === document.body || one === document.documentElement) return null;
    const style = getComputedStyle(one);
    const box = one.getClientRects()[0] ?? new DOMRect();
    const x = box.x + box.width / 2, y = box.y + box.height / 2;
    const top = document.elementFromPoint(x, y);
    const problems = [];
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) problems.push('no outline');
    if (!box.width || !box.height) problems.push('no size');
    else if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) problems.push('out of sight');
    else if (!top || !(one === top || one.contains(top) || top.contains(one))) problems.push('covered');
    const label = one.labels?.[0]?.textContent ?? one.textContent ?? '';
    return {
        name: (one.getAttribute('aria-label') ?? label).split(/\\s+/).join(' ').trim(),
        role: one.getAttribute('role') ?? one.localName,
        problems,
    };
}"""
# Everything that Tab should stop at, in its order.
STOPS = """() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
        !(one.closest('details:not([open])') && one.localName !== 'summary'))
    .map((one, at) => { one.dataset.stop = at; return at; })"""
AT = "() => document.activeElement?.dataset?.stop"


class Hands:
    """A keyboard before a page."""

    def __init__(self, page) -> None:
        self.page = page

    def focused(self):
        """Return what has the focus; it must be seen, and that it has it must be seen too."""
        found = self.page.evaluate(FOCUSED)
        assert found is None or not found["problems"], (self.page.url, found)
        return found

    def tab(self, *, back=False):
        """Go on by one, or back, and return where that is."""
        self.page.keyboard.press("Shift+Tab" if back else "Tab")
        return self.focused()

    def to(self, name, role=None, *, within=None):
        """Go on by Tab until the thing of this name has the focus; within a part of the page where one is named."""
        for _ in range(PATIENCE):
            at = self.tab()
            if at is None or name not in at["name"] or role not in {None, at["role"]}:
                continue
            if within is None or self.page.evaluate("(part) => !!document.activeElement.closest(part)", within):
                return at
        raise AssertionError(f"no Tab leads to {name!r} on {self.page.url}")

    def enter(self, key="Enter"):
        """Do what has the focus."""
        self.page.keyboard.press(key)

    def follow(self, name, role="a", *, within=None):
        """Go on to a link and through it, and wait until the page that it leads to is there."""
        self.to(name, role, within=within)
        with self.page.expect_navigation():
            self.enter()

    def type(self, words):
        """Write into what has the focus."""
        self.page.keyboard.type(words)


def stops(page):
    """Go through a whole page by Tab; return at how many things one should stop, and at which one did, in order."""
    wanted, hands = page.evaluate(STOPS), Hands(page)
    reached = []
    for _ in range(len(wanted) + 1):
        if hands.tab() is None:
            break
        reached.append(int(page.evaluate(AT)))
    return wanted, reached
