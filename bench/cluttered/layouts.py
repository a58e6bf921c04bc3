"""Ten ways in which pages are laid out: each gives its markup, its main text, and what may or may not count as such."""

from __future__ import annotations

import json
import random
from collections.abc import Callable

from bench.cluttered import parts, words

Made = tuple[str, str, str]


class Body:
    """A text as it grows: its markup, its words, and those beside them."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.title = words.title(chance)
        self.markup: list[str] = []
        self.main: list[str] = []
        self.either: list[str] = [self.title]

    def put(self, shape: str, text: str) -> None:
        """Add a piece of the main text."""
        self.markup.append(shape.format(text))
        self.main.append(text)

    def beside(self, shape: str, text: str) -> None:
        """Add what may or may not count as main text."""
        self.markup.append(shape.format(text))
        self.either.append(text)

    def clutter(self, markup: str) -> None:
        """Add markup that is none of it."""
        self.markup.append(markup)

    def paragraphs(self, count: int, shape: str = "<p>{}</p>") -> None:
        """Add so many paragraphs."""
        for _ in range(count):
            self.put(shape, words.paragraph(self.chance))

    def listed(self, count: int) -> None:
        """Add a list."""
        items = [words.sentence(self.chance) for _ in range(count)]
        self.markup.append("<ul>" + "".join(f"<li>{one}</li>" for one in items) + "</ul>")
        self.main += items

    def table(self, rows: int) -> None:
        """Add a table of data."""
        cells = [[self.chance.choice(words.TOWNS), str(self.chance.randint(2, 99)), str(self.chance.randint(100, 999))] for _ in range(rows)]  # fmt: skip
        heads = ["Town", "Cases heard", "Workers counted"]
        self.main += [" ".join(heads), *(" ".join(row) for row in cells)]
        rows_made = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
        self.markup.append("<table><thead><tr>" + "".join(f"<th>{one}</th>" for one in heads) + f"</tr></thead><tbody>{rows_made}</tbody></table>")  # fmt: skip

    def figure(self) -> None:
        """Add a picture with its caption."""
        self.beside(
            '<figure><img src="/i.jpg" alt="A kiln"><figcaption>{}</figcaption></figure>', words.sentence(self.chance)
        )

    def made(self, before: str, after: str) -> Made:
        """Return the page, its main text, and what stands beside it."""
        return before + "".join(self.markup) + after, "\n".join(self.main), "\n".join(self.either)


def _byline(body: Body) -> str:
    name, date = body.chance.choice(words.NAMES), words.day(body.chance)
    body.either += [f"By {name}", date]
    return (
        f'<div class="byline">By <a rel="author" href="/by">{name}</a> <time datetime="2011-03-04">{date}</time></div>'
    )


def news(chance: random.Random) -> Made:
    """Return a newspaper's article of today: nested, with advertising and related articles within."""
    body = Body(chance)
    body.put('<p class="lead"><strong>{}</strong></p>', words.sentence(chance))
    body.figure()
    body.paragraphs(2)
    body.clutter(parts.advert(chance))
    body.put("<h2>{}</h2>", chance.choice(words.HEADS))
    body.paragraphs(2)
    body.beside('<aside class="pullquote"><p>“{}”</p></aside>', words.sentence(chance))
    body.clutter('<p class="inline-link"><a href="/x">Read also: ' + chance.choice(words.RELATED) + "</a></p>")
    body.paragraphs(3)
    body.listed(3)
    body.clutter(parts.advert(chance))
    body.paragraphs(1)
    before = f'{parts.head(chance, body.title)}<body>{parts.cookies(chance)}{parts.menu(chance)}<main><article class="article"><header><h1>{body.title}</h1>{_byline(body)}{parts.share(chance)}</header><div class="article__body">'  # fmt: skip
    tags = f'<div class="tags">Topics: {parts.links(chance, words.MENU, 4, "span")}</div>'
    after = f"</div>{tags}</article>{parts.related(chance)}</main>{parts.sidebar(chance)}{parts.footer(chance)}</body></html>"
    return body.made(before, after)


def blog(chance: random.Random) -> Made:
    """Return a small blog's post, in one column of plain divisions."""
    body = Body(chance)
    body.paragraphs(3)
    body.put("<blockquote><p>{}</p></blockquote>", words.paragraph(chance))
    body.paragraphs(3)
    before = f'{parts.head(chance, body.title)}<body><div class="outer">{parts.menu(chance, "div")}<div class="date-outer"><h2 class="date-header"><span>{words.day(chance)}</span></h2><div class="post hentry"><h3 class="post-title entry-title"><a href="#">{body.title}</a></h3><div class="post-body">'  # fmt: skip
    posted = f"Posted by {chance.choice(words.NAMES)} at 9:12"
    body.either.append(posted)
    after = f'</div><div class="post-footer">{posted} <a href="#c">{chance.randint(2, 9)} comments</a></div></div></div>{parts.comments(chance)}<div class="blog-pager"><a href="/n">Newer Post</a> <a href="/o">Older Post</a></div>{parts.sidebar(chance, "div", "sidebar-right-1")}{parts.footer(chance, "footer-wrap")}</div></body></html>'  # fmt: skip
    return body.made(before, after)


def ngo(chance: random.Random) -> Made:
    """Return an organisation's page, of nested blocks with names that say nothing."""
    body = Body(chance)
    body.put('<div class="c-text c-text--intro"><p>{}</p></div>', words.paragraph(chance, 1, 2))
    for _ in range(3):
        body.put('<div class="block block--heading"><h3>{}</h3></div>', chance.choice(words.HEADS))
        body.paragraphs(2, '<div class="block"><div class="u-wrap"><p>{}</p></div></div>')
    body.listed(4)
    body.clutter('<div class="block block--cta"><h4>Help us help them</h4><p>Your gift of 25 pays for a week in the shelter.</p><a class="btn" href="/give">Give now</a></div>')  # fmt: skip
    body.paragraphs(2, '<div class="block"><div class="u-wrap"><p>{}</p></div></div>')
    crumbs = (
        '<ol class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/w">Our work</a></li><li>Report</li></ol>'
    )
    before = f'{parts.head(chance, body.title)}<body>{parts.menu(chance)}{crumbs}<div class="hero"><h1>{body.title}</h1></div><div class="layout"><div class="layout__inner">'  # fmt: skip
    after = f'</div></div>{parts.related(chance, "listing listing--cards")}<div class="newsletter"><p>Stay informed: receive our letter four times a year.</p></div>{parts.footer(chance)}{parts.cookies(chance)}</body></html>'  # fmt: skip
    return body.made(before, after)


def wordpress(chance: random.Random) -> Made:
    """Return a post of WordPress, with what its plugins add to the text."""
    body = Body(chance)
    body.paragraphs(2)
    body.put('<h2 class="wp-block-heading">{}</h2>', chance.choice(words.HEADS))
    body.beside('<figure class="wp-block-image"><img src="a.jpg"/><figcaption class="wp-element-caption">{}</figcaption></figure>', words.sentence(chance))  # fmt: skip
    body.paragraphs(3)
    body.table(4)
    body.paragraphs(2)
    toc = f'<div class="ez-toc-container"><p>Contents</p><ul>{parts.links(chance, words.HEADS, 4)}</ul></div>'
    before = f'{parts.head(chance, body.title)}<body class="post-template-default single"><div id="page" class="site">{parts.menu(chance)}<div id="content" class="site-content"><div id="primary"><main id="main"><article class="post-{chance.randint(10, 999)} post type-post"><header class="entry-header"><h1 class="entry-title">{body.title}</h1><div class="entry-meta">{_byline(body)}</div></header><div class="entry-content">{toc}'  # fmt: skip
    after = f'{parts.share(chance)}<div class="jp-relatedposts"><h3>Related</h3><div>{parts.links(chance, words.RELATED, 3, "p")}</div></div></div><footer class="entry-footer">Posted in <a href="/c">Labour</a> Tagged <a href="/t">kilns</a></footer></article><nav class="post-navigation"><a href="/p">Previous: {chance.choice(words.RELATED)}</a></nav>{parts.comments(chance)}</main></div>{parts.sidebar(chance, named="secondary")}</div>{parts.footer(chance)}</div></body></html>'  # fmt: skip
    return body.made(before, after)


def government(chance: random.Random) -> Made:
    """Return a ministry's release: lists, a table, and the ministry's own apparatus around it."""
    body = Body(chance)
    body.put('<div class="field field--name-body"><p>{}</p>', words.paragraph(chance))
    body.listed(5)
    body.paragraphs(2)
    body.table(6)
    body.put("<h3>{}</h3>", chance.choice(words.HEADS))
    body.paragraphs(2)
    body.put(
        '<p class="small">{}</p></div>',
        "Enquiries: the press desk of the ministry, ground floor, is open from nine to four.",
    )
    skip = '<a class="visually-hidden" href="#main">Skip to main content</a><div class="official-banner">An official website of the Republic. Here is how you know.</div>'  # fmt: skip
    before = f'{parts.head(chance, body.title)}<body>{skip}{parts.menu(chance)}<div role="main" id="main-content"><div class="region region-content"><h1 class="page-title"><span>{body.title}</span></h1><p class="published">Published {words.day(chance)}</p>'  # fmt: skip
    after = f'<div class="feedback"><h2>Was this page helpful?</h2><button>Yes</button><button>No</button></div></div></div><div class="region-sidebar-first"><ul>{parts.links(chance, words.HEADS, 7)}</ul></div>{parts.footer(chance)}</body></html>'  # fmt: skip
    return body.made(before, after)


def forum(chance: random.Random) -> Made:
    """Return a thread of a forum, in which every post is the text."""
    body = Body(chance)
    for at in range(chance.randint(4, 7)):
        name = chance.choice(words.NAMES)
        body.clutter(f'<div class="post" id="p{at}"><div class="postprofile"><a href="/u">{name}</a><br>Posts: {chance.randint(3, 900)}<br>Joined: {words.day(chance)}</div><div class="postbody"><p class="author">by {name} » {words.day(chance)}</p><div class="content">')  # fmt: skip
        if at and chance.random() < 0.4:
            body.put("<blockquote><div><cite>" + name + " wrote:</cite>{}</div></blockquote>", words.sentence(chance))
        body.put("{}", words.paragraph(chance, 2, 6))
        if chance.random() < 0.5:
            body.put("<br><br>{}", words.paragraph(chance, 1, 3))
        body.clutter('</div><div class="signature">Sent from my phone</div><ul class="post-buttons"><li><a href="/q">Quote</a></li><li><a href="/r">Report</a></li></ul></div></div>')  # fmt: skip
    before = f'{parts.head(chance, body.title)}<body id="phpbb"><div id="wrap">{parts.menu(chance, "div")}<div class="navlinks"><a href="/">Board index</a> ‹ <a href="/f">Work abroad</a></div><h2 class="topic-title"><a href="#">{body.title}</a></h2><div class="pagination">12 posts • Page 1 of 2</div>'  # fmt: skip
    after = f'<div class="stat-block online-list"><h3>Who is online</h3><p>Users browsing this forum: no registered users and 3 guests</p></div>{parts.footer(chance, "page-footer")}</div></body></html>'  # fmt: skip
    return body.made(before, after)


def ticker(chance: random.Random) -> Made:
    """Return a live ticker: short entries with their times, which belong to the text or not as one likes."""
    body = Body(chance)
    body.put('<p class="liveblog-summary">{}</p>', words.paragraph(chance, 1, 2))
    for at in range(chance.randint(8, 12)):
        time = f"{20 - at}:{chance.randint(10, 59)}"
        body.beside('<div class="live-entry"><time class="live-time">{}</time>', time)
        body.put("<h3>{}</h3>", chance.choice(words.HEADS))
        body.paragraphs(chance.randint(1, 2))
        body.clutter(f'<div class="entry-share"><a href="/s{at}">Share</a> <a href="/l{at}">Link</a></div></div>')
        if at == 3:
            body.clutter(parts.advert(chance))
    before = f'{parts.head(chance, body.title)}<body>{parts.menu(chance)}<section class="live-page"><h1>{body.title}</h1><span class="badge">LIVE</span><div class="live-stream">'  # fmt: skip
    after = f'<button class="more">Load more</button></div></section>{parts.sidebar(chance)}{parts.related(chance, "most-read", teasers=False)}{parts.footer(chance)}</body></html>'  # fmt: skip
    return body.made(before, after)


def tables(chance: random.Random) -> Made:
    """Return a page of about 2001: tables for its layout, line breaks for its paragraphs, no closing tags."""
    body = Body(chance)
    chance_lines = [words.paragraph(chance) for _ in range(chance.randint(5, 8))]
    body.main += chance_lines
    text = "<br><br>\n".join(chance_lines)
    row = "".join(
        f'<td><a href="{label[:3]}.htm"><font size=1>{label}</font></a>' for label in chance.sample(words.MENU, 8)
    )
    left = "<br>".join(f'<a href="{at}.htm">{label}</a>' for at, label in enumerate(chance.sample(words.RELATED, 9)))
    markup = (
        f'<html><head><title>{body.title}</title><meta http-equiv="Content-Type" content="text/html"></head><body bgcolor=white><table width=760 border=0 cellpadding=0><tr><td colspan=2><img src=logo.gif alt="Harbour Media"><tr>'
        f"{row}</table><table width=760><tr><td width=140 valign=top><font size=1><b>Other stories</b><br>{left}</font></td>"
        f"<td valign=top><font size=4><b>{body.title}</b></font><br><font size=2><i>{words.day(chance)}</i><p>{text}</font></td></tr></table>"
        f"<table width=760><tr><td align=center><font size=1>{words.filled(chance, words.LEGAL[0])}<br><a href=mailto:x>Webmaster</a></font></table></body></html>"
    )  # fmt: skip
    return markup, "\n".join(body.main), "\n".join(body.either)


def columns(chance: random.Random) -> Made:
    """Return a magazine's page of three columns, whose teasers are as long as its paragraphs."""
    body = Body(chance)
    body.put('<p class="standfirst">{}</p>', words.paragraph(chance, 1, 2))
    body.paragraphs(4)
    body.put("<h4>{}</h4>", chance.choice(words.HEADS))
    body.paragraphs(4)
    left = parts.related(chance, "col-left stories")
    right = parts.sidebar(chance, "div", "col-right") + parts.related(chance, "col-right trending")
    before = f'{parts.head(chance, body.title)}<body>{parts.cookies(chance)}{parts.menu(chance)}<div class="row"><div class="col-3">{left}</div><div class="col-6"><div class="story"><h1>{body.title}</h1>{_byline(body)}{parts.share(chance)}'  # fmt: skip
    bio = f"{chance.choice(words.NAMES)} writes on work and migration."
    after = f'<div class="author-bio">{bio}</div></div></div><div class="col-3">{right}</div></div>{parts.footer(chance)}</body></html>'
    body.either.append(bio)
    return body.made(before, after)


def shell(chance: random.Random) -> Made:
    """Return a page for phones, or one that a script fills: the text stands in AMP's elements or in the page's own data."""
    body = Body(chance)
    body.put('<p class="i-amphtml-p">{}</p>', words.paragraph(chance))
    body.paragraphs(5)
    body.clutter('<amp-ad width="300" height="250" type="x"><div fallback>Advertisement</div></amp-ad>')
    body.beside('<amp-img src="a.jpg" width="3" height="2"></amp-img><p class="caption">{}</p>', words.sentence(chance))
    body.paragraphs(2)
    linked = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": body.title,
        "articleBody": " ".join(body.main),
    }
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>'
    top = '<amp-sidebar id="menu"><ul>' + parts.links(chance, words.MENU, 9) + "</ul></amp-sidebar>"
    before = f'{parts.head(chance, body.title, script)}<body>{top}<div class="amp-wp-article"><h1>{body.title}</h1>{_byline(body)}<div class="amp-wp-article-content">'  # fmt: skip
    after = f'</div></div><amp-consent id="c"><div id="ui">{chance.choice(words.COOKIES)}<button>OK</button></div></amp-consent><amp-list src="/more"><div>{parts.links(chance, words.RELATED, 4, "p")}</div></amp-list>{parts.footer(chance)}</body></html>'  # fmt: skip
    if chance.random() < 0.34:
        empty = f'{parts.head(chance, body.title, script)}<body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script src="/app.js"></script></body></html>'  # fmt: skip
        return empty, "\n".join(body.main), "\n".join(body.either)
    return body.made(before, after)


LAYOUTS: dict[str, Callable[[random.Random], Made]] = {
    layout.__name__: layout
    for layout in (news, blog, ngo, wordpress, government, forum, ticker, tables, columns, shell)
}
