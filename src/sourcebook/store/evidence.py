"""Claims, families and findings as the database holds them, for a view to read and a writer to renew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

import msgspec

from sourcebook.model.decision import Decision
from sourcebook.model.finding import Family, Finding, FindingKind, Mention
from sourcebook.model.kinds import Fact, Figure, Route, Theme, Tier
from sourcebook.reconcile.carried import Wording
from sourcebook.reconcile.gaps import Looked
from sourcebook.reconcile.tiers import Placing
from sourcebook.reconcile.years import spanned
from sourcebook.store import finding_days, masking, quoting
from sourcebook.store.decisions import Judged, decisions, judged, put_decision, undo_decision
from sourcebook.store.mentions import PlacedClaim, mentions, placed_claims, placings
from sourcebook.store.surveying import Surveyed
from sourcebook.store.wordings import wordings

# The planner would go through every figure of the place, or through all, where the index of the bounds finds a few.
_BLOCK = (
    "SELECT id FROM claims INDEXED BY claims_by_block WHERE kind = 'figure' AND place IS ?1 AND high IS ?3"
    " AND coalesce(low, high) IS ?2 UNION ALL"
    " SELECT id FROM claims INDEXED BY claims_by_block WHERE kind = 'figure' AND place IS ?1 AND high IS NULL"
    " AND low IS ?2 AND ?2 = ?3"
)
_BESIDE = (
    "SELECT passage FROM passages WHERE entry = (SELECT passages.entry FROM claims"
    " JOIN passages ON passages.id = claims.passage WHERE claims.claim = ? LIMIT 1)"
)
_VALUE = _BLOCK.replace("claims_by_block", "claims_by_value").replace(" AND place IS ?1", "")

Shown = TypeVar("Shown", Finding, Family)


class Asked(NamedTuple):
    """A number that is asked for, by its bounds, with the place and the kind of count where these are told."""

    country: str | None
    low: float
    high: float
    counts: str | None = None


class DatedFinding(NamedTuple):
    """A finding, since when it is there, and when its sentence last became another one; ISO 8601 in UTC."""

    finding: Finding
    first: str
    changed: str


class Evidence(Surveyed):
    """What the shown pages say and what comparing it showed; read-only."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        self._judged: Judged | None = None

    @property
    def judged(self) -> Judged:
        """What editors decided about figures, as it stands."""
        if self._judged is None:
            self._judged = judged(self._connection)
        return self._judged

    def decisions(self, *, standing: bool = True) -> tuple[Decision, ...]:
        """Return the decisions in order; those taken back too where not `standing`."""
        return decisions(self._connection, standing=standing)

    def _mentions(self, where: str, *parameters: object) -> tuple[Mention, ...]:
        return self.judged.applied(mentions(self._connection, where, *parameters))

    def figures(self, country: str | None = None) -> tuple[Mention, ...]:
        """Return the figures counted in a country, wherever they stand; every figure without one."""
        where = "claims.place = ?" if country else "1"
        return self._mentions(f"{where} ORDER BY claims.id", *([country] if country else []))

    def figures_on(self, page: str, topic: str | None = None) -> tuple[Mention, ...]:
        """Return the figures that stand on a page, wherever they were counted, in the order of the page."""
        where = "pages.place = ? AND pages.topic = ? ORDER BY claims.id"
        return self._mentions(where, page, topic or "")

    def standing_on(self, place: str) -> tuple[Mention, ...]:
        """Return the figures that stand on any page of a country."""
        return self._mentions("pages.place = ? ORDER BY claims.id", place)

    def figures_in(self, passage: str) -> tuple[Mention, ...]:
        """Return the figures of a passage."""
        return self._mentions("passages.passage = ? ORDER BY claims.id", passage)

    def figure(self, figure: str) -> tuple[Mention, ...]:
        """Return every place where a figure stands, one for each page that holds its work; empty where unknown."""
        return self._mentions("claims.claim = ? ORDER BY claims.id", figure)

    def figures_beside(self, figure: str) -> tuple[Mention, ...]:
        """Return every place where a figure, or another one of its entry, stands; empty where it is unknown."""
        return self._mentions(f"passages.passage IN ({_BESIDE}) ORDER BY claims.id", figure)

    def read_by(self, figure: str) -> str:
        """Return the name and version of what read a figure; empty where it is unknown."""
        return self.readers_of([figure]).get(figure, "")

    def readers_of(self, figures: Iterable[str]) -> dict[str, str]:
        """Return the name and version of what read each of these figures."""
        wanted = list(figures)
        ask = f"SELECT claim, value FROM claims WHERE claim IN ({', '.join('?' * len(wanted))}) ORDER BY id DESC"
        found = dict(self._connection.execute(ask, wanted))
        read = {figure: msgspec.json.decode(value, type=Figure) for figure, value in found.items()}
        return {figure: f"{one.extractor} {one.version}" for figure, one in read.items()}

    def routes(self, country: str | None = None) -> tuple[PlacedClaim[Route], ...]:
        """Return the routes from, to or within a country; every route without one."""
        where = "(claims.place = ? OR claims.other = ?)" if country else "1"
        return placed_claims(self._connection, Route, where, *([country, country] if country else []))

    def routes_on(self, page: str, topic: str | None = None) -> tuple[PlacedClaim[Route], ...]:
        """Return the routes that the passages of a page say."""
        where = "pages.place = ? AND pages.topic = ?"
        return placed_claims(self._connection, Route, where, page, topic or "")

    def routes_in(self, passage: str) -> tuple[PlacedClaim[Route], ...]:
        """Return the routes of a passage."""
        return placed_claims(self._connection, Route, "passages.passage = ?", passage)

    def themes(self, page: str | None = None) -> tuple[PlacedClaim[Theme], ...]:
        """Return the themes that a country's pages affirm; those of every page without one."""
        where = "pages.place = ?" if page else "1"
        found = placed_claims(self._connection, Theme, where, *([page] if page else []))
        return tuple(one for one in found if not one.claim.negated)

    def tiers(self, country: str | None = None) -> tuple[PlacedClaim[Tier], ...]:
        """Return the tiers that works say of a country; every tier without one."""
        where = "claims.place = ?" if country else "1"
        return placed_claims(self._connection, Tier, where, *([country] if country else []))

    def tiers_on(self, page: str, topic: str | None = None) -> tuple[PlacedClaim[Tier], ...]:
        """Return the tiers that the passages of a page say."""
        where = "pages.place = ? AND pages.topic = ?"
        return placed_claims(self._connection, Tier, where, page, topic or "")

    def facts(self, country: str) -> tuple[PlacedClaim[Fact], ...]:
        """Return what public tables give for a country."""
        return placed_claims(self._connection, Fact, "claims.place = ?", country)

    def placings(self, country: str) -> tuple[Placing, ...]:
        """Return the tiers of a country with a year, and whether a public table gives them."""
        return placings(self._connection, country)

    def looked(self, place: str) -> tuple[Looked, ...]:
        """Return each work on a country's pages with the last time that someone looked at it."""
        found = self._connection.execute(
            "SELECT works.id, works.title, max(entries.issued), max(looked) FROM entries"
            " JOIN works ON works.id = entries.work JOIN pages ON pages.state = entries.state"
            " LEFT JOIN visits ON visits.entry = entries.id"
            " WHERE pages.place = ? AND entries.role = 'entry' AND entries.kind <> 'dataset'"
            " GROUP BY works.id ORDER BY min(entries.id)",
            (place,),
        )
        names = ("work", "title", "issued", "last_visit")
        return tuple(Looked(**dict(zip(names, row, strict=True))) for row in found)

    def countries(self) -> tuple[str, ...]:
        """Return every country that has a page or a figure, by code."""
        found = self._connection.execute(
            "SELECT place FROM pages WHERE state IS NOT NULL UNION SELECT place FROM claims WHERE kind = 'figure'"
        )
        return tuple(sorted(row[0] for row in found if row[0]))

    def findings(self, country: str | None = None, *, kind: FindingKind | None = None) -> tuple[Finding, ...]:
        """Return the findings about a country, or all; gaps, which depend on the day, are not kept and not here."""
        asked = {"country": country, "kind": kind}
        where = " AND ".join(["1", *(f"{column} = :{column}" for column, value in asked.items() if value)])
        return self._standing(f"{where} ORDER BY country, kind, finding", asked)

    def findings_of(self, figures: Iterable[str]) -> tuple[Finding, ...]:
        """Return the findings in which any of these figures stands."""
        wanted = dict.fromkeys(figures)
        grounds = f"SELECT finding FROM grounds WHERE figure IN ({', '.join('?' * len(wanted))})"
        return self._standing(f"id IN ({grounds}) ORDER BY kind, finding", list(wanted))

    def _standing(self, where: str, parameters: Mapping[str, object] | Sequence[object]) -> tuple[Finding, ...]:
        """Return the findings that match and were not rejected, each once."""
        rows = self._connection.execute(f"SELECT value, finding FROM findings WHERE {where}", parameters)
        rejected = self.judged.rejected
        once = dict.fromkeys(value for value, finding in rows if finding not in rejected)
        return tuple(msgspec.json.decode(value, type=Finding) for value in once)

    def days_of(self, findings: Iterable[str]) -> dict[str, str]:
        """Return when each of these findings was first there or last changed; those of no known day are left out."""
        return finding_days.days_of(self._connection, findings)

    def changed_last(self, limit: int, country: str | None = None) -> tuple[DatedFinding, ...]:
        """Return the findings about a country, or all, that changed last, at most so many, the latest first."""
        rejected = self.judged.rejected
        found = finding_days.changed_last(self._connection, country, limit + len(rejected))
        kept = [
            DatedFinding(msgspec.json.decode(row[0], type=Finding), *row[2:]) for row in found if row[1] not in rejected
        ]
        return tuple(kept[:limit])

    def titles(self, works: Iterable[str]) -> dict[str, str]:
        """Return the titles of works by their identifiers."""
        ask = "SELECT title FROM works WHERE id = ?"
        found = ((work, self._connection.execute(ask, (work,)).fetchone()) for work in works)
        return {work: row[0] for work, row in found if row}

    def finding(self, finding: str) -> Finding | None:
        """Return a finding by its identifier, decided or not."""
        row = self._connection.execute("SELECT value FROM findings WHERE finding = ?", (finding,)).fetchone()
        return msgspec.json.decode(row[0], type=Finding) if row else None

    def families(self, country: str | None = None, *, least_works: int = 2) -> tuple[Family, ...]:
        """Return the families of a country, or all, that stand in at least so many works, the largest number first."""
        where = "works >= ? AND country = ?" if country else "works >= ?"
        return self._families(where, least_works, *([country] if country else []))

    def families_of_value(self, asked: Asked, limit: int) -> tuple[Family, ...]:
        """Return the families of a number that have more than one telling; see `lone_figures` for the others."""
        where = "high = ?3 AND low = ?2 AND (?1 IS NULL OR country = ?1) AND (?4 IS NULL OR counts = ?4)"
        return self._families(where, *asked, limit=limit)

    def lone_figures(self, asked: Asked, limit: int) -> tuple[Mention, ...]:
        """Return the first figures of a number, at most so many, that belong to no kept family."""
        among = _VALUE if asked.country is None else _BLOCK
        alone = "claims.claim NOT IN (SELECT figure FROM members) AND (?4 IS NULL OR claims.counts = ?4)"
        return self._mentions(f"claims.id IN ({among}) AND {alone} ORDER BY claims.id LIMIT ?5", *asked, limit)

    def family(self, family: str) -> Family | None:
        """Return a family by its identifier, which is made of its figures."""
        row = self._connection.execute("SELECT value FROM families WHERE family = ?", (family,)).fetchone()
        return msgspec.json.decode(row[0], type=Family) if row else None

    def held(self) -> tuple[masking.Held, ...]:
        """Return the passages that may identify someone and wait for an editor."""
        return masking.held(self._connection)

    def quoted(self, place: str | None = None) -> Iterator[quoting.Quoted]:
        """Yield what is quoted, each text of a work once; of works on a place's pages if given."""
        return quoting.quoted_passages(self._connection, place)

    def quoted_of(self, work: str) -> tuple[quoting.Quoted, ...]:
        """Return what is quoted from one work, each text once."""
        return quoting.quoted_of(self._connection, work)

    def knows(self, identifier: str) -> bool:
        """Tell whether a figure, family, finding, passage or work has this identifier."""
        tables = {"claims": "claim", "families": "family", "findings": "finding", "passages": "passage", "works": "id"}
        tables["sources"] = "source"
        ask = " UNION ALL ".join(f"SELECT 1 FROM {table} WHERE {column} = ?1" for table, column in tables.items())
        return self._connection.execute(ask, (identifier,)).fetchone() is not None

    def family_of(self, figure: str) -> Family | None:
        """Return the family to which a figure belongs, or None."""
        return self.families_of([figure]).get(figure)

    def families_of(self, figures: Iterable[str]) -> dict[str, Family]:
        """Return the family of each of these figures that belongs to one."""
        wanted = list(figures)
        found = self._connection.execute(
            "SELECT figure, value FROM members JOIN families ON families.id = members.family"
            f" WHERE figure IN ({', '.join('?' * len(wanted))}) ORDER BY works, high, low, families.id DESC",
            wanted,
        )
        chosen = dict(found.fetchall())
        read = {value: msgspec.json.decode(value, type=Family) for value in set(chosen.values())}
        return {figure: read[value] for figure, value in chosen.items()}

    def _families(self, where: str, *parameters: object, limit: int = -1) -> tuple[Family, ...]:
        order = f"ORDER BY works DESC, high DESC, low DESC, id LIMIT {limit}"
        statement = f"SELECT value FROM families WHERE {where} {order}"
        return tuple(
            msgspec.json.decode(row[0], type=Family) for row in self._connection.execute(statement, parameters)
        )


class EvidenceWriter(Evidence):
    """The evidence within a writer's transaction: scopes can be marked stale, and their results replaced."""

    def stale(self, limit: int) -> tuple[str, ...]:
        """Return scopes that wait to be compared again."""
        return tuple(row[0] for row in self._connection.execute("SELECT scope FROM stale LIMIT ?", (limit,)))

    def count_stale(self) -> int:
        """Return how many scopes wait."""
        return int(self._connection.execute("SELECT count(*) FROM stale").fetchone()[0])

    def mark_stale(self, scopes: Iterable[str]) -> None:
        """Note that these scopes must be compared again."""
        self._connection.executemany("INSERT OR IGNORE INTO stale VALUES (?)", ((scope,) for scope in scopes))

    def decide(self, decision: Decision) -> int:
        """Keep a decision and return its number; the scopes that it changes are for the caller to mark."""
        number = put_decision(self._connection, decision)
        self._judged = None
        return number

    def undo(self, number: int, at: str) -> Decision | None:
        """Take a decision back; None where there is none of this number that stands."""
        self._judged = None
        return undo_decision(self._connection, number, at)

    def text_of(self, passage: str) -> tuple[str, str] | None:
        """Return the words of a passage as they were read, and its role; None where it is unknown."""
        return masking.text_of(self._connection, passage)

    def places_of_passage(self, passage: str) -> tuple[str, ...]:
        """Return the places on whose pages a passage stands."""
        return masking.places_of(self._connection, passage)

    def mask(self, passage: str, text: str) -> None:
        """Show a text of the same length in the place of a passage's words."""
        masking.mask(self._connection, passage, text)

    def unmask(self, passage: str) -> None:
        """Show a passage's own words again."""
        masking.unmask(self._connection, passage)

    def index_again(self, figure: str) -> None:
        """Bring the columns by which a figure is found in line with what was decided about it."""
        for mention in self.judged.applied(mentions(self._connection, "claims.claim = ?", figure)):
            years = spanned(mention.period, mention.issued) or (None, None)
            self._connection.execute(
                "UPDATE claims SET place = ?, low = ?, high = ?, counts = ?, first_year = ?, last_year = ?"
                " WHERE claim = ?",
                (mention.place, mention.low, mention.high, mention.counts, *years, figure),
            )

    def in_block(self, place: str | None, low: float | None, high: float | None) -> tuple[Mention, ...]:
        """Return the figures of one block: one place, and these bounds, an open one folded into the other."""
        return self._mentions(f"claims.id IN ({_BLOCK}) ORDER BY claims.id", place, low, high)

    def in_bucket(self, place: str, counts: Sequence[str], year: int) -> tuple[Mention, ...]:
        """Return the figures of these kinds in one place whose years hold this one."""
        marks = ", ".join("?" * len(counts))
        where = f"claims.place = ? AND claims.counts IN ({marks}) AND claims.first_year <= ? AND claims.last_year >= ?"
        where += " ORDER BY claims.id"
        return self._mentions(where, place, *counts, year, year)

    def wordings(self, place: str) -> tuple[Wording, ...]:
        """Return the quoted passages on a country's pages, sketched where they are many; the sketches are kept."""
        return wordings(self._connection, place)

    def rated(self) -> tuple[str, ...]:
        """Return the countries of which a tier is said."""
        found = self._connection.execute("SELECT DISTINCT place FROM claims WHERE kind = 'tier'")
        return tuple(row[0] for row in found if row[0])

    def replace(self, scope: str, findings: Iterable[Finding], families: Iterable[Family] = ()) -> None:
        """Put what comparing a scope showed in the place of what it showed before; what stayed is not written again."""
        for written, finding in self._changed("findings", scope, findings):
            self._put_finding(scope, finding, written)
        for written, family in self._changed("families", scope, families):
            self._put_family(scope, family, written)
        self._connection.execute("DELETE FROM stale WHERE scope = ?", (scope,))

    def _changed(self, table: str, scope: str, shown: Iterable[Shown]) -> list[tuple[str, Shown]]:
        """Take away the rows of a scope that no longer hold; return what has none yet, each with how it is written."""
        now = {msgspec.json.encode(one).decode(): one for one in shown}
        kept = dict(self._connection.execute(f"SELECT value, id FROM {table} WHERE scope = ?", (scope,)))
        gone = [(key,) for value, key in kept.items() if value not in now]
        self._connection.executemany(f"DELETE FROM {table} WHERE id = ?", gone)
        return [(written, one) for written, one in now.items() if written not in kept]

    def _put_finding(self, scope: str, finding: Finding, written: str) -> None:
        key = self._connection.execute(
            "INSERT INTO findings (scope, finding, kind, country, value) VALUES (?, ?, ?, ?, ?)",
            (scope, finding.id, finding.kind, finding.country, written),
        ).lastrowid
        self._connection.executemany("INSERT INTO grounds VALUES (?, ?)", ((one, key) for one in finding.figures))
        finding_days.note_days(self._connection, [key or 0])

    def _put_family(self, scope: str, family: Family, written: str) -> None:
        bounds = sorted(bound for bound in (family.low, family.high) if bound is not None)
        key = self._connection.execute(
            "INSERT INTO families (scope, family, country, low, high, counts, works, value)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                scope,
                family.id,
                family.country,
                bounds[0] if bounds else None,
                bounds[-1] if bounds else None,
                family.counts,
                len(family.works),
                written,
            ),
        ).lastrowid
        figures = (id_ for member in family.mentions for id_ in (member.mention.id, *member.also))
        self._connection.executemany("INSERT INTO members VALUES (?, ?)", ((figure, key) for figure in figures))
