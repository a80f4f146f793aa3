-- Schema step 1: what is never changed (journal, bodies, documents) and what never leaves
-- this computer (identities, drafts, notes, settings, search).
-- The official tables are in official.sql: they are derived, and made again by replay.

-- One signed statement of one feed, in the order of its feed.
CREATE TABLE entry (
  hash    TEXT    NOT NULL PRIMARY KEY,  -- SHA-256 of "shinsa/entry/1\n" and the header, hex
  round   TEXT    NOT NULL,              -- root key of the round, hex
  feed    TEXT    NOT NULL,              -- public key of the feed, hex
  seq     INTEGER NOT NULL,              -- place in its feed, from 1
  prev    TEXT,                          -- hash of the entry before; NULL for the first
  kind    TEXT    NOT NULL,              -- what is stated, such as review.submit
  v       INTEGER NOT NULL,              -- version of the body of that kind
  at      TEXT    NOT NULL,              -- time as the author's computer showed it; orders nothing
  seen    TEXT,                          -- head of the register that the author held; NULL for acts
  body    TEXT    NOT NULL,              -- SHA-256 of the body, hex
  header  BLOB    NOT NULL,              -- the exact bytes that were hashed
  UNIQUE (round, feed, seq),
  CHECK (length (hash) = 64 AND length (body) = 64 AND seq > 0 AND v > 0),
  CHECK ((prev IS NULL) = (seq = 1))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entry_is_not_changed BEFORE UPDATE ON entry
BEGIN
  SELECT RAISE (ABORT, 'entries are never changed');
END;

CREATE TRIGGER entry_is_not_deleted BEFORE DELETE ON entry
BEGIN
  SELECT RAISE (ABORT, 'entries are never deleted');
END;

-- What an entry says. A body can be withheld or purged; its hash stays in the header.
CREATE TABLE body (
  hash    TEXT    NOT NULL PRIMARY KEY,  -- SHA-256 of the bytes, hex
  bytes   BLOB,                          -- canonical JSON; NULL once purged
  purged  TEXT,                          -- why the bytes were purged; NULL while they are held
  CHECK (length (hash) = 64),
  CHECK ((bytes IS NULL) = (purged IS NOT NULL))
) STRICT;

CREATE TRIGGER body_is_only_purged BEFORE UPDATE ON body
WHEN NOT (OLD.hash = NEW.hash AND OLD.bytes IS NOT NULL AND NEW.bytes IS NULL)
BEGIN
  SELECT RAISE (ABORT, 'bodies are never changed');
END;

CREATE TRIGGER body_is_not_deleted BEFORE DELETE ON body
BEGIN
  SELECT RAISE (ABORT, 'bodies are never deleted');
END;

-- The newest signed head of each feed.
CREATE TABLE head (
  round     TEXT    NOT NULL,  -- root key of the round, hex
  feed      TEXT    NOT NULL,  -- public key of the feed, hex
  seq       INTEGER NOT NULL,  -- the last entry that the signature covers
  hash      TEXT    NOT NULL,  -- hash of that entry, hex
  signature TEXT    NOT NULL,  -- Ed25519 over "shinsa/head/1\n" and {feed, hash, round, seq}, hex
  PRIMARY KEY (round, feed),
  CHECK (seq > 0 AND length (hash) = 64 AND length (signature) = 128)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER head_only_grows BEFORE UPDATE ON head
WHEN NEW.seq < OLD.seq
BEGIN
  SELECT RAISE (ABORT, 'a head never goes back');
END;

CREATE TRIGGER head_is_not_deleted BEFORE DELETE ON head
BEGIN
  SELECT RAISE (ABORT, 'heads are never deleted');
END;

-- Proof that a feed said two things at one place: kept, and changing nothing.
CREATE TABLE fork (
  round     TEXT    NOT NULL,  -- root key of the round, hex
  feed      TEXT    NOT NULL,  -- the feed that was continued twice
  seq       INTEGER NOT NULL,  -- the place where it happened
  hash      TEXT    NOT NULL,  -- hash of the entry that was not taken in, hex
  header    BLOB    NOT NULL,  -- its exact bytes
  head      BLOB    NOT NULL,  -- the signed head line that covers it, canonical JSON
  PRIMARY KEY (round, feed, hash)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER fork_is_not_changed BEFORE UPDATE ON fork
BEGIN
  SELECT RAISE (ABORT, 'proofs of a fork are never changed');
END;

CREATE TRIGGER fork_is_not_deleted BEFORE DELETE ON fork
BEGIN
  SELECT RAISE (ABORT, 'proofs of a fork are never deleted');
END;

-- A file that belongs to an application, named by the hash of its bytes.
CREATE TABLE document (
  hash      TEXT    NOT NULL PRIMARY KEY,  -- SHA-256 of the whole file, hex
  size      INTEGER NOT NULL,              -- bytes
  purged    TEXT,                          -- why its chunks were purged; NULL while they are held
  CHECK (length (hash) = 64 AND size >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_chunk (
  document  TEXT    NOT NULL REFERENCES document (hash),  -- the file this is a part of
  position  INTEGER NOT NULL,                             -- order of the parts, from 0
  bytes     BLOB    NOT NULL,                             -- at most 1 MiB
  PRIMARY KEY (document, position),
  CHECK (position >= 0 AND length (bytes) BETWEEN 1 AND 1048576)
) STRICT;

CREATE TRIGGER document_is_only_purged BEFORE UPDATE ON document
WHEN NOT (OLD.hash = NEW.hash AND OLD.size = NEW.size
          AND OLD.purged IS NULL AND NEW.purged IS NOT NULL)
BEGIN
  SELECT RAISE (ABORT, 'documents are never changed');
END;

CREATE TRIGGER document_is_not_deleted BEFORE DELETE ON document
BEGIN
  SELECT RAISE (ABORT, 'documents are never deleted');
END;

CREATE TRIGGER document_chunk_is_not_changed BEFORE UPDATE ON document_chunk
BEGIN
  SELECT RAISE (ABORT, 'documents are never changed');
END;

CREATE TRIGGER document_chunk_is_deleted_by_purge BEFORE DELETE ON document_chunk
WHEN (SELECT purged FROM document WHERE hash = OLD.document) IS NULL
BEGIN
  SELECT RAISE (ABORT, 'documents are never deleted');
END;

-- Which rounds are in this store and how far each is projected.
CREATE TABLE projection (
  round    TEXT    NOT NULL PRIMARY KEY,  -- root key of the round, hex
  version  INTEGER NOT NULL,              -- version of official.sql the rows were made with
  seq      INTEGER NOT NULL               -- last entry of the register that is applied
) STRICT, WITHOUT ROWID;

-- Who this computer can write as.
CREATE TABLE identity (
  round   TEXT    NOT NULL,            -- root key of the round, hex
  name    TEXT    NOT NULL,            -- 'desk' or the member's id
  feed    TEXT    NOT NULL UNIQUE,     -- public key; the secret key is in a file of its own
  home    INTEGER NOT NULL DEFAULT 0,  -- 1: the person this computer belongs to
  PRIMARY KEY (round, name),
  CHECK (home IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Parts of a review that is not submitted yet. Written while typing, never sent.
CREATE TABLE draft (
  round        TEXT NOT NULL,  -- root key of the round, hex
  member       TEXT NOT NULL,  -- whose draft it is
  application  TEXT NOT NULL,  -- what is reviewed
  phase        TEXT NOT NULL,  -- 'paper' or 'interview'
  part         TEXT NOT NULL,  -- which field of the sheet
  key          TEXT NOT NULL,  -- requirement code or running number; '' where there is only one
  value        TEXT NOT NULL,  -- what was entered
  PRIMARY KEY (round, member, application, phase, part, key),
  CHECK (phase IN ('paper', 'interview')),
  CHECK (part IN ('level', 'reason', 'evidence', 'growth', 'overall', 'strong', 'weak', 'remarks',
                  'question', 'revision'))
) STRICT, WITHOUT ROWID;

-- Notes taken while reading or listening. Private ones are never sent.
CREATE TABLE note (
  id           INTEGER NOT NULL PRIMARY KEY,  -- local number
  round        TEXT    NOT NULL,              -- root key of the round, hex
  member       TEXT    NOT NULL,              -- who took it; 'desk' for the desk
  application  TEXT    NOT NULL,              -- what it is about
  at           TEXT    NOT NULL,              -- time of the first keystroke
  mark         TEXT    NOT NULL,              -- '', 'question', 'answer' or 'important'
  private      INTEGER NOT NULL,              -- 1: stays on this computer
  text         TEXT    NOT NULL,              -- one line
  CHECK (mark IN ('', 'question', 'answer', 'important')),
  CHECK (private IN (0, 1) AND length (text) > 0)
) STRICT;

CREATE INDEX note_of_member ON note (round, member, application);

-- Small things to remember on this computer, such as the round opened last.
CREATE TABLE setting (
  key    TEXT NOT NULL PRIMARY KEY,  -- what is remembered
  value  TEXT NOT NULL               -- its value
) STRICT, WITHOUT ROWID;

-- Text to be found. Filled by statements, since triggers may not write to it under a trusted
-- schema that is off.
CREATE VIRTUAL TABLE search USING fts5 (
  round UNINDEXED,        -- root key of the round, hex
  application UNINDEXED,  -- the application that the text belongs to
  source UNINDEXED,       -- 'dossier', 'content' or 'note:MEMBER'
  text,                   -- what is searched
  tokenize = 'trigram'
);
