"""The schema, as the list of steps that lead to it: a database's `user_version` says how many it has taken."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from sourcebook.store.finding_days import lay_days
from sourcebook.store.lengths import LENGTHS

APPLICATION_ID = 0x53424B31
"""`SBK1`: what SQLite's header says about whose file this is."""

FIRST = """
CREATE TABLE captures (
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL,
  url TEXT NOT NULL,
  time TEXT NOT NULL,
  media_type TEXT NOT NULL,
  warc TEXT NOT NULL,
  "offset" INTEGER NOT NULL,
  length INTEGER NOT NULL,
  UNIQUE (warc, "offset")
);
CREATE INDEX captures_by_digest ON captures (digest);

-- A page is known by its place and topic ('' is the main topic). Its states are what captures of it said; none is
-- ever taken away, so that an address once given out keeps its answer. `state` is the one that is shown.
CREATE TABLE pages (
  id INTEGER PRIMARY KEY,
  place TEXT NOT NULL,
  topic TEXT NOT NULL DEFAULT '',
  state INTEGER REFERENCES states (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (place, topic)
);
CREATE TABLE states (
  id INTEGER PRIMARY KEY,
  page INTEGER NOT NULL REFERENCES pages (id),
  digest TEXT NOT NULL,
  heading TEXT,
  collection TEXT,
  address TEXT,
  caution TEXT,
  rest TEXT,
  UNIQUE (digest, page)
);
CREATE INDEX states_by_page ON states (page);
CREATE INDEX pages_by_state ON pages (state);

CREATE TABLE works (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  credit TEXT NOT NULL,
  first_state INTEGER NOT NULL REFERENCES states (id)
);
CREATE INDEX works_by_first_state ON works (first_state);

-- One row for each work that a state of a page places: role is entry, background or summary; number counts entries.
CREATE TABLE entries (
  id INTEGER PRIMARY KEY,
  state INTEGER NOT NULL REFERENCES states (id),
  role TEXT NOT NULL,
  number INTEGER,
  work TEXT NOT NULL REFERENCES works (id),
  section TEXT,
  authors TEXT NOT NULL,
  publisher TEXT,
  issued TEXT,
  first_year INTEGER,
  last_year INTEGER,
  url TEXT,
  kind TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  tags TEXT NOT NULL,
  rest TEXT,
  work_rest TEXT
);
CREATE INDEX entries_by_state ON entries (state, role, number);
CREATE INDEX entries_by_work ON entries (work);

CREATE TABLE visits (
  entry INTEGER NOT NULL REFERENCES entries (id),
  position INTEGER NOT NULL,
  looked TEXT,
  outcome TEXT NOT NULL,
  address TEXT,
  as_written TEXT,
  PRIMARY KEY (entry, position)
) WITHOUT ROWID;

-- `position` counts within the entry; 0 is its title. The text stands last, so that the columns before it are cheap.
CREATE TABLE passages (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES entries (id),
  position INTEGER NOT NULL,
  passage TEXT NOT NULL,
  role TEXT NOT NULL,
  kind TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  heading TEXT,
  paragraph_number TEXT,
  page_number INTEGER,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  rest TEXT,
  text TEXT NOT NULL
);
CREATE INDEX passages_by_entry ON passages (entry, position);
CREATE INDEX passages_by_passage ON passages (passage);

-- What is searched: the passages of the states that are shown. A title's row holds its credit line too.
CREATE VIEW searchable AS
  SELECT passages.id AS id,
         CASE passages.role WHEN 'title' THEN '' ELSE works.title || ' ' || works.credit END AS title,
         CASE passages.role WHEN 'title' THEN passages.text || ' ' || works.credit ELSE passages.text END AS text,
         CASE passages.role WHEN 'title' THEN entries.tags || ' 0title' ELSE entries.tags END AS tags,
         entries.state AS state
  FROM passages
  JOIN entries ON entries.id = passages.entry
  JOIN works ON works.id = entries.work
  JOIN pages ON pages.state = entries.state;
CREATE VIRTUAL TABLE search USING fts5 (
  title, text, tags,
  content = 'searchable', content_rowid = 'id', columnsize = 0, prefix = '2 3',
  tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO search (search, rank) VALUES ('automerge', 8);
"""


EVIDENCE = """
-- What a passage says: `claim` is the permanent id of a figure, `place` where it was counted; a route has its origin in
-- `place` and its destination in `other`; a tier has its country in `place`, a theme its key in `other`.
CREATE TABLE claims (
  id INTEGER PRIMARY KEY,
  passage INTEGER NOT NULL REFERENCES passages (id),
  kind TEXT NOT NULL,
  claim TEXT NOT NULL,
  place TEXT,
  other TEXT,
  low REAL,
  high REAL,
  counts TEXT,
  first_year INTEGER,
  last_year INTEGER,
  value TEXT NOT NULL
);
CREATE INDEX claims_by_passage ON claims (passage);
CREATE INDEX claims_by_claim ON claims (claim);
CREATE INDEX claims_by_value ON claims (high, low, place) WHERE kind = 'figure';
CREATE INDEX claims_by_place ON claims (place, kind, counts, first_year);
CREATE INDEX claims_by_other ON claims (other, kind);

-- What comparing shows, by the scope that it depends on; a scope in `stale` waits to be compared again.
CREATE TABLE findings (
  id INTEGER PRIMARY KEY,
  scope TEXT NOT NULL,
  finding TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT,
  value TEXT NOT NULL
);
CREATE INDEX findings_by_scope ON findings (scope);
CREATE INDEX findings_by_country ON findings (country, kind);
CREATE INDEX findings_by_finding ON findings (finding);
CREATE TABLE grounds (figure TEXT NOT NULL, finding INTEGER NOT NULL REFERENCES findings (id) ON DELETE CASCADE);
CREATE INDEX grounds_by_figure ON grounds (figure);
CREATE INDEX grounds_by_finding ON grounds (finding);
CREATE TABLE families (
  id INTEGER PRIMARY KEY,
  scope TEXT NOT NULL,
  family TEXT NOT NULL,
  country TEXT,
  low REAL,
  high REAL,
  counts TEXT NOT NULL,
  works INTEGER NOT NULL,
  value TEXT NOT NULL
);
CREATE INDEX families_by_scope ON families (scope);
CREATE INDEX families_by_family ON families (family);
CREATE INDEX families_by_country ON families (country, works);
CREATE INDEX families_by_value ON families (high, low);
CREATE TABLE members (figure TEXT NOT NULL, family INTEGER NOT NULL REFERENCES families (id) ON DELETE CASCADE);
CREATE INDEX members_by_figure ON members (figure);
CREATE INDEX members_by_family ON members (family);
CREATE TABLE stale (scope TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;
"""

DECISIONS = """
CREATE TABLE decisions (
  id INTEGER PRIMARY KEY,
  target TEXT NOT NULL,
  verb TEXT NOT NULL,
  others TEXT NOT NULL,
  changes TEXT NOT NULL,
  why TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  undone TEXT
);
CREATE INDEX decisions_by_target ON decisions (target);
"""


BRIEF = """
-- Small enough to stay in memory, so that a search can count a thousand rows without fetching their texts.
CREATE INDEX passages_in_brief ON passages (id, entry, role);
"""

LOOKS = """
-- What our own checks found at an address; those that a page notes stand in `visits`.
CREATE TABLE looks (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL,
  time TEXT NOT NULL,
  outcome TEXT NOT NULL,
  because TEXT NOT NULL,
  address TEXT,
  status INTEGER,
  digest TEXT,
  UNIQUE (url, time, outcome)
);
CREATE INDEX entries_by_url ON entries (url);
CREATE INDEX captures_by_url ON captures (url);

-- How far into the kept files the database has read.
CREATE TABLE known_end (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  warc TEXT NOT NULL,
  "offset" INTEGER NOT NULL
);
"""


WITHDRAWALS = """
-- What is out of sight on purpose; what it was is deleted from every other table.
CREATE TABLE withdrawals (
  id INTEGER PRIMARY KEY,
  target TEXT NOT NULL,
  what TEXT NOT NULL,
  why TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  place TEXT,
  topic TEXT,
  purged INTEGER NOT NULL
);
CREATE INDEX withdrawals_by_target ON withdrawals (target);
-- Captures that hold what was withdrawn, by their digest or their address: they are kept, and not handed out.
CREATE TABLE withheld (digest TEXT, url TEXT, UNIQUE (digest, url));
"""

SCOPES = """
-- The figures of one scope are found without going through those of other places, or of all years before.
DROP INDEX claims_by_place;
CREATE INDEX claims_by_place ON claims (place, kind, counts, first_year, last_year);
CREATE INDEX claims_by_block ON claims (place, high, low) WHERE kind = 'figure';

-- Sketches of the passages of countries that have many, made once; see `reconcile.near`.
CREATE TABLE sketches (passage INTEGER PRIMARY KEY REFERENCES passages (id) ON DELETE CASCADE, bands BLOB NOT NULL);
CREATE TRIGGER sketch_again AFTER UPDATE OF text ON passages BEGIN DELETE FROM sketches WHERE passage = old.id; END;
"""


MASKED = """
-- Passages whose words an editor masked: as they were read, and as they are shown.
CREATE TABLE masked (passage TEXT PRIMARY KEY, original TEXT NOT NULL, text TEXT NOT NULL);
CREATE INDEX claims_of_risk ON claims (passage) WHERE kind = 'risk';
"""


ANSWERS = """
-- What a kept answer was, and where a redirect leads; what a look found of the passages that are cited.
ALTER TABLE captures ADD COLUMN status INTEGER;
ALTER TABLE captures ADD COLUMN leads_to TEXT;
ALTER TABLE looks ADD COLUMN passages TEXT;
"""


CITED = """
-- The references that a work lists, by their place in the list; `reference` is the permanent id of its words.
CREATE TABLE cited (
  entry INTEGER NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  reference TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (entry, place)
) WITHOUT ROWID;
CREATE INDEX cited_by_reference ON cited (reference);

-- Every work that is cited or held, each with the one that stands for it, the keys under which it is found, and which
-- others it is like and how surely.
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL UNIQUE,
  held INTEGER NOT NULL,
  one TEXT NOT NULL,
  value TEXT NOT NULL
);
CREATE INDEX sources_by_one ON sources (one);
CREATE TABLE source_keys (key TEXT NOT NULL, source INTEGER NOT NULL, PRIMARY KEY (key, source)) WITHOUT ROWID;
CREATE TABLE alike (
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  confidence REAL NOT NULL,
  because TEXT NOT NULL,
  PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX alike_by_other ON alike (other);
"""


def _laying(tables: str) -> Callable[[sqlite3.Connection], None]:
    def lay(connection: sqlite3.Connection) -> None:
        for statement in tables.split(";\n"):
            if statement.strip():
                connection.execute(statement)

    return lay


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    _laying(FIRST),
    _laying(EVIDENCE),
    _laying(DECISIONS),
    _laying(BRIEF),
    _laying(LOOKS),
    _laying(WITHDRAWALS),
    _laying(MASKED),
    _laying(SCOPES),
    _laying(ANSWERS),
    lay_days,
    _laying(CITED),
    _laying(LENGTHS),
)
"""Each takes a database from the version of its place in the list to the next; add at the end, change none."""


def migrate(connection: sqlite3.Connection) -> None:
    """Take the steps that this database has not taken yet, within the transaction that is open."""
    done = connection.execute("PRAGMA user_version").fetchone()[0]
    for number, step in enumerate(MIGRATIONS[done:], start=done + 1):
        step(connection)
        connection.execute(f"PRAGMA user_version = {number}")
    if done == 0:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
