"""The clutter of invented pages: menus, banners, share bars, related links, comments, footers, advertising."""

from __future__ import annotations

import random

from bench.cluttered import words


def head(chance: random.Random, title: str, extra: str = "") -> str:
    """Return a page's head with its metadata and scripts."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | Harbour Media</title>'
        f'<meta property="og:title" content="{title}"><meta name="viewport" content="width=device-width">'
        f"<style>.nav a{{color:#{chance.randint(100, 999)}}} @media print{{.ad{{display:none}}}}</style>"
        f"<script>window.dataLayer=window.dataLayer||[];function gtag(){{dataLayer.push(arguments)}}</script>{extra}</head>"
    )


def links(chance: random.Random, labels: list[str], count: int, tag: str = "li") -> str:
    """Return so many links, each in an element of its own."""
    chosen = chance.sample(labels, min(count, len(labels)))
    return "".join(f'<{tag}><a href="/{at}/{label[:4].lower()}">{label}</a></{tag}>' for at, label in enumerate(chosen))


def menu(chance: random.Random, kind: str = "nav") -> str:
    """Return a site's head with its menus."""
    items = links(chance, words.MENU, chance.randint(6, 14))
    search = '<form action="/search"><input name="q" placeholder="Search"><button>Go</button></form>'
    if kind == "nav":
        return f'<header class="site-header"><a class="logo" href="/">Harbour Media</a><nav><ul>{items}</ul></nav>{search}</header>'
    if kind == "div":
        return f'<div id="top"><div class="logo">Harbour Media</div><div class="navbar menu-wrap"><ul>{items}</ul></div>{search}</div>'
    return f'<div id="{kind}"><ul>{items}</ul></div>'


def cookies(chance: random.Random) -> str:
    """Return a banner that asks for consent."""
    shape = chance.choice(['<div id="cookie-banner" role="dialog">{}{}</div>', '<div class="gdpr-consent overlay"><p>{}</p>{}</div>',
                           '<div class="cc-window" aria-live="polite"><span>{}</span>{}</div>'])  # fmt: skip
    return shape.format(chance.choice(words.COOKIES), "<button>Accept all</button><button>Reject</button>")


def share(chance: random.Random) -> str:
    """Return a bar of buttons to pass the page on."""
    named = chance.choice(["social-share", "sharedaddy", "share-buttons", "addthis_toolbox", "post-sharing"])
    labels = ["Share on Facebook", "Tweet", "WhatsApp", "Print", "E-mail this", "Copy link"]
    return f'<div class="{named}"><ul>{links(chance, labels, 5)}</ul></div>'


def related(chance: random.Random, named: str = "related-articles", teasers: bool = True) -> str:
    """Return a list of other articles, with a line about each."""
    made = []
    for label in chance.sample(words.RELATED, chance.randint(3, 6)):
        about = f"<p>{words.sentence(chance)}</p>" if teasers else ""
        made.append(f'<div class="teaser card"><h3><a href="/a/{chance.randint(1000, 9999)}">{label}</a></h3>{about}<span>{chance.randint(2, 9)} min read</span></div>')  # fmt: skip
    return f'<section class="{named}"><h2>{chance.choice(["Read more", "Related stories", "You may also like", "Most read"])}</h2>{"".join(made)}</section>'


def advert(chance: random.Random) -> str:
    """Return an advertisement as it stands between paragraphs."""
    named = chance.choice(["ad-slot", "advert inline", "sponsored-box", "newsletter-signup", "promo-banner"])
    return f'<div class="{named}"><p>{chance.choice(words.ADVERTS)}</p><a href="/go/{chance.randint(1, 99)}">Learn more</a></div>'


def comments(chance: random.Random, named: str = "comments", count: int = 6) -> str:
    """Return what readers wrote under an article."""
    made = []
    for at in range(count):
        said = " ".join(chance.sample(words.COMMENTS, chance.randint(1, 3)))
        made.append(f'<li class="comment" id="comment-{at}"><cite>{chance.choice(words.NAMES)}</cite> <span>{words.day(chance)}</span><p>{said}</p><a href="#reply">Reply</a></li>')  # fmt: skip
    form = '<form id="respond"><h3>Leave a Reply</h3><p>Your email address will not be published.</p><textarea></textarea><button>Post Comment</button></form>'
    return f'<div id="{named}" class="{named}-area"><h3>{count} comments</h3><ol class="commentlist">{"".join(made)}</ol>{form}</div>'


def footer(chance: random.Random, kind: str = "footer") -> str:
    """Return a page's foot."""
    legal = "".join(f"<p>{words.filled(chance, text)}</p>" for text in words.LEGAL)
    body = f"<ul>{links(chance, words.MENU, 8)}</ul>{legal}"
    return f"<footer>{body}</footer>" if kind == "footer" else f'<div id="{kind}">{body}</div>'


def sidebar(chance: random.Random, tag: str = "aside", named: str = "sidebar") -> str:
    """Return a column beside the text: what is most read, a letter to sign up for, an archive by month."""
    months = "".join(f'<li><a href="/{year}">{month} {year}</a> ({chance.randint(1, 20)})</li>' for year in (2011, 2012) for month in words.MONTHS[:4])  # fmt: skip
    about = f'<div class="widget"><h4>About this site</h4><p>{words.paragraph(chance, 1, 2)}</p></div>'
    latest = f'<div class="widget"><h4>Latest</h4><ul>{links(chance, words.RELATED, 6)}</ul></div>'
    return f'<{tag} id="{named}" class="{named}">{latest}{about}<div class="widget"><h4>Archives</h4><ul>{months}</ul></div></{tag}>'
