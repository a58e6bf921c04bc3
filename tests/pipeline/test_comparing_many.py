"""In a country with more passages than are compared each with each, a page more gives what comparing anew gives."""

import random

import pytest
from tests.pipeline.archives import new

from sourcebook.model import Document, Entry, Page, Passage, Work
from sourcebook.model.identity import passage_id
from sourcebook.model.kinds import Figure
from sourcebook.pipeline.comparing import compare_stale, mark_everything, scopes_of
from sourcebook.store import SqliteStore

WORDS = [
    "ash",
    "birch",
    "cedar",
    "elm",
    "fir",
    "hazel",
    "larch",
    "maple",
    "oak",
    "pine",
    "rowan",
    "spruce",
    "willow",
    "yew",
    "alder",
    "aspen",
]
SHARED = "Inspectors walked along the quay in spring and wrote down, one by one, what the crews had told them there."
BODIES = (None, "UNICEF", "NGO sources", "the government", "police")


def passage_of(rng, work, ordinal):
    value = rng.choice((5, 7, 12, 30, 4000))
    tale = SHARED if rng.random() < 0.2 else " ".join(rng.choices(WORDS, k=18)).capitalize() + "."
    text = f"{tale} Officials counted {value:,} victims in the valley, says the {rng.choice(WORDS)} office."
    figure = Figure(
        id="f1",
        start=text.index(f"{value:,}"),
        end=text.index(f"{value:,}") + len(f"{value:,}"),
        number=f"{value:,}",
        low=value,
        high=value,
        qualifier="exact",
        counts=rng.choice(("victims", "cases")),
        status=rng.choice((None, "identified", "estimated")),
        place="GH",
        period=rng.choice((None, "2010", "2011")),
        said_by=rng.choice(BODIES),
    )
    known = passage_id(work.id, text, 0)
    return Passage(id=known, text=text, start=0, end=len(text), ordinal=ordinal), figure


def page_of(number):
    rng = random.Random(number)
    entries, claims = [], {}
    for at in range(5):
        work = Work(title=f"Report {number}-{at}", publisher=f"Office {at}", issued=str(rng.randint(2008, 2014)))
        made = [passage_of(rng, work, ordinal) for ordinal in range(1, 5)]
        claims |= {passage.id: [figure] for passage, figure in made}
        entries.append(Entry(work=work, start=0, end=1, section="archives", passages=tuple(one for one, _ in made)))
    return Page(place="GH", topic=f"topic-{number}", heading="Ghana", entries=tuple(entries)), claims


def put(folder, numbers, *, compared_each):
    store = SqliteStore(folder)
    for number in numbers:
        page, claims = page_of(number)
        with store.writer() as writer:
            writer.put_page(page, Document(text="", media_type="text/plain", digest=f"sha256:{number:064x}"), claims)
            writer.evidence.mark_stale(scopes_of("GH", writer.evidence.figures_on("GH", page.topic)))
        if compared_each:
            compare_stale(store)
    compare_stale(store)
    return shown(store)


def shown(store):
    with store.view() as view:
        evidence = view.evidence
        families = sorted((family.id, family.at_least, family.at_most) for family in evidence.families(least_works=1))
        return families, sorted((one.id, one.text, one.because) for one in evidence.findings())


@pytest.mark.slow
def test_page_by_page_in_any_order_and_all_anew_give_the_same(tmp_path):
    order = list(range(16))
    one = put(new(tmp_path / "one"), order, compared_each=True)
    other = put(new(tmp_path / "other"), random.Random(2).sample(order, len(order)), compared_each=False)
    assert one == other
    store = SqliteStore(tmp_path / "one")
    with store.writer() as writer:
        mark_everything(writer.evidence)
    compare_stale(store)
    assert shown(store) == one
    assert len(one[1]) > 300
    assert any("text in common" in text for _, text, _ in one[1])


@pytest.mark.slow
def test_what_did_not_change_is_not_written_again(tmp_path):
    folder = new(tmp_path / "archive")
    put(folder, range(6), compared_each=False)
    before = rows(folder)
    put(folder, [6], compared_each=True)
    after = rows(folder)
    assert len(before & after) > 0.8 * len(before)


def rows(folder):
    with SqliteStore(folder).writer() as writer:
        return set(writer.evidence._connection.execute("SELECT id, value FROM findings"))
