"""Sentences of our own for invented pages: reports of courts, shelters, kilns and borders, and the talk around them."""

from __future__ import annotations

import random

WHO = [
    "the labour inspector", "a magistrate in the harbour district", "the shelter's director", "two border officers",
    "a teacher from the upper valley", "the union of brick makers", "a former foreman", "the public prosecutor",
    "an aunt of three of the boys", "the recruiter's lawyer", "the consul", "a nurse at the district clinic",
    "the provincial council", "a driver on the night bus", "the parish committee", "the agency's own accountant",
]  # fmt: skip
DID = [
    "said that the papers had been kept in a locked drawer", "counted {n} workers in a shed built for {m}",
    "told the court that wages were withheld for {m} months", "found {n} children between the kilns and the river",
    "signed the order to close the camp within {m} days", "had warned the ministry in writing at least {m} times",
    "recalled that the advance was {n} and the debt was never less", "asked why no one had visited the site since spring",
    "described a contract in a language that none of the women could read", "put the fee for the crossing at {n}",
    "opened a file on {m} agencies that share one address", "returned {n} passports to their owners on the quay",
    "spoke of a list with {n} names and a price beside each", "refused to say who had paid for the tickets",
]  # fmt: skip
WHEN = [
    "On {day}, ", "Last {month}, ", "By the end of {year}, ", "Before the harvest, ", "In the second week of {month}, ", "",
    "", "", "According to the file, ", "Months later, ", "At the hearing, ", "When the rains came, ",
]  # fmt: skip
TAILS = [
    ", and nobody in the village was surprised", ", a figure that the ministry disputes", "", "", "",
    ", which the foreman denies", " and left the ledger on the table", ", as the law has required since {year}",
    ", though the road was closed at the time", "; the other {m} cases are still open", ", in front of the cameras",
]  # fmt: skip
ASIDES = [
    "The law itself is short and has been changed twice since {year}.",
    "It is a long way from the valley to the port, and the bus runs at night.",
    "Prices for bricks fell that year by almost a third, and the owners looked for savings.",
    "None of this was hidden; it simply had no name in the statistics.",
    "Every spring the agencies put up new posters at the school gates of {town}.",
    "What they earned went to the shop that the owner's cousin keeps.",
    "A second trial is set for {month} in {town}.",
    "Those who went home again were asked by neighbours what they had brought.",
    "The register in {town} shows {n} departures and {m} returns.",
]  # fmt: skip
TOWNS = ["Karsava", "Port Lenda", "Oreno", "Upper Milsk", "Tavira Bay", "Sandrup", "Novi Brod", "Elmsworth"]
MONTHS = ["January", "March", "April", "June", "September", "October", "November"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
HEADS = [
    "What the ledgers show", "A debt that grows at night", "The road to the port", "Who signs the papers", "After the verdict",
    "Empty desks in the upper school", "How the fee is set", "Two ministries, one file", "The shop at the gate",
]  # fmt: skip
TITLES = [
    "Boys from the hills counted in the kilns of {town}", "{town} court hears of kept passports",
    "The debts behind the brick trade of {town}", "Shelter in {town} closes for want of a lease",
    "Agencies in {town} share one address and many names", "Fishing crews of {town} unpaid for a season",
]  # fmt: skip
MENU = [
    "Home", "News", "Politics", "Economy", "Sport", "Culture", "Opinion", "Weather", "Podcasts", "Video", "Subscribe",
    "About us", "Contact", "Jobs", "Archive", "Shop", "Letters", "Donate", "Our work", "Publications", "Media centre",
]  # fmt: skip
RELATED = [
    "Ferry strike enters third week", "Mayor denies knowing of the lease", "Ten photos from the harvest fair",
    "Why the bridge will not open this year", "Recipe: lentils as in the valley", "Council votes on parking fees",
    "Bus company to raise fares in autumn", "Storm closes schools along the coast", "The week in pictures",
    "Interview: the last lighthouse keeper", "Quiz: how well do you know the coast?", "Football: late goal saves a point",
]  # fmt: skip
COMMENTS = [
    "Same thing in our town and nobody cares.", "Great article, thanks for keeping at it!", "First!",
    "My uncle worked there for years, never saw any of this.", "Why is this not on the evening news?",
    "Source? I read something quite different last week.", "Fully agree with the comment above.",
    "People should stop buying from them, simple as that.", "Moderators, please remove the spam below.",
]  # fmt: skip
NAMES = ["Ana Petrel", "J. Korda", "Miriam Oss", "Tomas Ilgen", "R. Badua", "Lena Strom", "Paolo Teig", "S. Varga"]
COOKIES = [
    "We and our 412 partners store cookies on your device to personalise content. Change your choices at any time here.",
    "This site uses cookies. By continuing to browse the site you are agreeing to our use of cookies. Find out more here.",
    "We value your privacy. Click accept all to consent to our use of cookies or manage preferences below.",
]
ADVERTS = [
    "Advertisement", "Sponsored: New boots for the wet season, now 30% off at Dorn & Sons",
    "Sign up for our morning letter: the five stories you need, in your inbox at six.",
    "Support independent reporting. Give as little as two a month and keep this page free for everyone.",
]  # fmt: skip
LEGAL = [
    "© {year} Harbour Media Ltd. All rights reserved. No part of this site may be reproduced without written permission.",
    "Terms of use | Privacy policy | Imprint | Accessibility statement | Cookie settings",
    "Harbour Media is a member of the Press Council. Registered in {town}, number {n}{m}.",
]


def filled(chance: random.Random, text: str) -> str:
    """Return a text with its places, days and numbers put in."""
    words = {
        "n": str(chance.randint(14, 480)), "m": str(chance.randint(2, 13)), "year": str(chance.randint(1998, 2021)),
        "day": chance.choice(DAYS), "month": chance.choice(MONTHS), "town": chance.choice(TOWNS),
    }  # fmt: skip
    return text.format(**words)


def sentence(chance: random.Random) -> str:
    """Return a sentence of a report."""
    if chance.random() < 0.25:
        return filled(chance, chance.choice(ASIDES))
    when = chance.choice(WHEN)
    said = f"{when}{chance.choice(WHO)} {chance.choice(DID)}{chance.choice(TAILS)}."
    return filled(chance, said[0].upper() + said[1:])


def paragraph(chance: random.Random, least: int = 2, most: int = 5) -> str:
    """Return a paragraph of so many sentences."""
    return " ".join(sentence(chance) for _ in range(chance.randint(least, most)))


def title(chance: random.Random) -> str:
    """Return a headline."""
    return filled(chance, chance.choice(TITLES))


def day(chance: random.Random) -> str:
    """Return a day in words."""
    return f"{chance.randint(1, 28)} {chance.choice(MONTHS)} {chance.randint(2001, 2020)}"
