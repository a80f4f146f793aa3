-- A store of version 1, projection version 4, with a row in every table, as its first release writes it.
PRAGMA application_id = 0x53484e53;
PRAGMA journal_mode = WAL;
BEGIN;

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

-- round.define
CREATE TABLE round (
  round          TEXT    NOT NULL PRIMARY KEY,  -- root key: the public key of the first desk, hex
  seq            INTEGER NOT NULL,              -- place in the register
  id             TEXT    NOT NULL,              -- the name of the round in its definition
  rules_version  INTEGER NOT NULL,              -- which rules judge it
  body           TEXT    NOT NULL               -- hash of the body that holds the definition
) STRICT, WITHOUT ROWID;

-- roster.set
CREATE TABLE roster (
  round  TEXT    NOT NULL,  -- root key of the round
  seq    INTEGER NOT NULL,  -- place in the register
  body   TEXT    NOT NULL,  -- hash of the body that lists the members
  PRIMARY KEY (round, seq)
) STRICT, WITHOUT ROWID;

-- schedule.set
CREATE TABLE schedule (
  round  TEXT    NOT NULL,  -- root key of the round
  seq    INTEGER NOT NULL,  -- place in the register
  body   TEXT    NOT NULL,  -- hash of the body that holds the timetable
  PRIMARY KEY (round, seq)
) STRICT, WITHOUT ROWID;

-- dossier.set
CREATE TABLE dossier (
  round        TEXT    NOT NULL,  -- root key of the round
  seq          INTEGER NOT NULL,  -- place in the register
  application  TEXT    NOT NULL,  -- id of the application
  state        TEXT    NOT NULL,  -- 'active' or 'withdrawn'
  body         TEXT    NOT NULL,  -- hash of the body with name, organisations and persons
  PRIMARY KEY (round, seq),
  CHECK (state IN ('active', 'withdrawn'))
) STRICT, WITHOUT ROWID;

-- dossier.content
CREATE TABLE dossier_content (
  round        TEXT    NOT NULL,  -- root key of the round
  seq          INTEGER NOT NULL,  -- place in the register
  application  TEXT    NOT NULL,  -- id of the application
  body         TEXT    NOT NULL,  -- hash of the body with everything else the applicant wrote
  PRIMARY KEY (round, seq)
) STRICT, WITHOUT ROWID;

-- document.set
CREATE TABLE dossier_document (
  round        TEXT    NOT NULL,  -- root key of the round
  seq          INTEGER NOT NULL,  -- place in the register
  application  TEXT    NOT NULL,  -- id of the application
  document     TEXT    NOT NULL,  -- SHA-256 of the file, hex
  name         TEXT    NOT NULL,  -- file name as it was handed in
  media_type   TEXT    NOT NULL,  -- such as application/pdf
  size         INTEGER NOT NULL,  -- bytes
  used         INTEGER NOT NULL,  -- 1: it is part of the examination
  reason       TEXT    NOT NULL,  -- why it is not used, else ''
  PRIMARY KEY (round, seq)
) STRICT, WITHOUT ROWID;

-- feed.set
CREATE TABLE feed_state (
  round   TEXT    NOT NULL,  -- root key of the round
  seq     INTEGER NOT NULL,  -- place in the register
  feed    TEXT    NOT NULL,  -- public key of the feed, hex
  member  TEXT    NOT NULL,  -- whose feed it is
  state   TEXT    NOT NULL,  -- 'accepted', 'lost' or 'held'
  reason  TEXT    NOT NULL,  -- why, or ''
  PRIMARY KEY (round, seq),
  CHECK (state IN ('accepted', 'lost', 'held'))
) STRICT, WITHOUT ROWID;

-- receive
CREATE TABLE reception (
  round     TEXT    NOT NULL,  -- root key of the round
  seq       INTEGER NOT NULL,  -- place in the register
  feed      TEXT    NOT NULL,  -- whose submission was received
  feed_seq  INTEGER NOT NULL,  -- its place in that feed
  entry     TEXT    NOT NULL,  -- its hash, hex
  kind      TEXT    NOT NULL,  -- its kind; '' where the entry is not held here
  applied   TEXT    NOT NULL,  -- 'applied', 'not held', 'newer' or 'refused'
  reason    TEXT    NOT NULL,  -- for 'refused' and 'newer' the sentence why, else ''
  PRIMARY KEY (round, seq),
  UNIQUE (round, feed, feed_seq),
  CHECK (applied IN ('applied', 'not held', 'newer', 'refused'))
) STRICT, WITHOUT ROWID;

-- packet.issue
CREATE TABLE issue (
  round    TEXT    NOT NULL,  -- root key of the round
  seq      INTEGER NOT NULL,  -- place in the register
  member   TEXT    NOT NULL,  -- who gets the packet
  purpose  TEXT    NOT NULL,  -- 'interests', 'documents' or 'news'
  head     TEXT    NOT NULL,  -- head of the register that it carries, hex
  PRIMARY KEY (round, seq),
  CHECK (purpose IN ('interests', 'documents', 'news'))
) STRICT, WITHOUT ROWID;

CREATE TABLE issue_application (
  round        TEXT    NOT NULL,  -- root key of the round
  seq          INTEGER NOT NULL,  -- place of the packet.issue
  application  TEXT    NOT NULL,  -- an application whose content was handed out with it
  PRIMARY KEY (round, seq, application)
) STRICT, WITHOUT ROWID;

-- interest.declare, at its receive
CREATE TABLE declaration (
  round         TEXT    NOT NULL,  -- root key of the round
  seq           INTEGER NOT NULL,  -- place in the register
  entry         TEXT    NOT NULL,  -- hash of the declaration, hex
  application   TEXT    NOT NULL,  -- id of the application
  member        TEXT    NOT NULL,  -- who declared
  interest      TEXT    NOT NULL,  -- 'none', 'possible' or the kind of interest
  requirements  TEXT    NOT NULL,  -- codes it is limited to, separated by a space; '' for all
  reason        TEXT    NOT NULL,  -- explanation, or ''
  PRIMARY KEY (round, seq)
) STRICT, WITHOUT ROWID;

-- interest.rule
CREATE TABLE ruling (
  round          TEXT    NOT NULL,  -- root key of the round
  seq            INTEGER NOT NULL,  -- place in the register
  application    TEXT    NOT NULL,  -- id of the application
  member         TEXT    NOT NULL,  -- whom it is about
  ruling         TEXT    NOT NULL,  -- 'recuse' or 'admit'
  requirements   TEXT    NOT NULL,  -- codes it is limited to, separated by a space; '' for all
  reason         TEXT    NOT NULL,  -- why
  instructed_by  TEXT    NOT NULL,  -- the acting chair who ruled
  PRIMARY KEY (round, seq),
  CHECK (ruling IN ('recuse', 'admit'))
) STRICT, WITHOUT ROWID;

-- phase.open and phase.close
CREATE TABLE phase_change (
  round        TEXT    NOT NULL,  -- root key of the round
  seq          INTEGER NOT NULL,  -- place in the register
  phase        TEXT    NOT NULL,  -- 'paper' or 'interview'
  application  TEXT,              -- id of the application; NULL for all
  state        TEXT    NOT NULL,  -- 'open' or 'closed'
  reason       TEXT    NOT NULL,  -- why, or ''
  PRIMARY KEY (round, seq),
  CHECK (phase IN ('paper', 'interview') AND state IN ('open', 'closed'))
) STRICT, WITHOUT ROWID;

-- review.submit at its receive, and submission.enter
CREATE TABLE review (
  round            TEXT    NOT NULL,  -- root key of the round
  seq              INTEGER NOT NULL,  -- place in the register
  entry            TEXT    NOT NULL,  -- hash of the submission, or of the act that entered it
  feed             TEXT    NOT NULL,  -- who wrote the entry
  feed_seq         INTEGER NOT NULL,  -- its place in that feed
  at               TEXT    NOT NULL,  -- time as the author's computer showed it
  application      TEXT    NOT NULL,  -- id of the application
  member           TEXT    NOT NULL,  -- whose review it is
  phase            TEXT    NOT NULL,  -- 'paper' or 'interview'
  source           TEXT    NOT NULL,  -- 'own', or as it came: 'paper', 'voice', 'telephone'
  late             INTEGER NOT NULL,  -- 1: it was received while its phase was closed
  abstained        INTEGER NOT NULL,  -- 1: without levels, recorded as an abstention
  requirement_set  TEXT    NOT NULL,  -- hash of the requirement set it was made against, hex
  overall          REAL,              -- level of the overall judgement; NULL where none is given
  growth           INTEGER,           -- 1 expected, 0 not expected; NULL where not asked
  strong           TEXT    NOT NULL,  -- strong points, or ''
  weak             TEXT    NOT NULL,  -- weak points, or ''
  remarks          TEXT    NOT NULL,  -- remarks, or ''
  revision         TEXT    NOT NULL,  -- why the paper levels were changed or kept, or ''
  PRIMARY KEY (round, seq),
  CHECK (phase IN ('paper', 'interview')),
  CHECK (source IN ('own', 'paper', 'voice', 'telephone')),
  CHECK (late IN (0, 1) AND abstained IN (0, 1) AND growth IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE review_score (
  round         TEXT    NOT NULL,  -- root key of the round
  seq           INTEGER NOT NULL,  -- place of the review
  requirement   TEXT    NOT NULL,  -- code of the requirement
  level         REAL,              -- value on the scale; NULL: cannot judge
  reason        TEXT    NOT NULL,  -- why, or ''
  PRIMARY KEY (round, seq, requirement)
) STRICT, WITHOUT ROWID;

CREATE TABLE review_evidence (
  round         TEXT    NOT NULL,  -- root key of the round
  seq           INTEGER NOT NULL,  -- place of the review
  requirement   TEXT    NOT NULL,  -- code of the requirement
  position      INTEGER NOT NULL,  -- order within the requirement, from 0
  document      TEXT    NOT NULL,  -- SHA-256 of the file, hex
  page          INTEGER NOT NULL,  -- page, from 1
  quote         TEXT    NOT NULL,  -- the selected words, or ''
  PRIMARY KEY (round, seq, requirement, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE review_remark (
  round     TEXT    NOT NULL,  -- root key of the round
  seq       INTEGER NOT NULL,  -- place of the review
  position  INTEGER NOT NULL,  -- order, from 0
  mark      TEXT    NOT NULL,  -- 'question'; for a record note also '', 'answer', 'important'
  note      INTEGER NOT NULL,  -- 1: a record note taken while listening, 0: a question put
  at        TEXT    NOT NULL,  -- time of the note, or ''
  text      TEXT    NOT NULL,  -- the words
  PRIMARY KEY (round, seq, position)
) STRICT, WITHOUT ROWID;

-- submission.admit
CREATE TABLE admission (
  round          TEXT    NOT NULL,  -- root key of the round
  seq            INTEGER NOT NULL,  -- place in the register
  application    TEXT    NOT NULL,  -- id of the application
  entry          TEXT    NOT NULL,  -- the late submission that counts from here on, hex
  reason         TEXT    NOT NULL,  -- why
  instructed_by  TEXT    NOT NULL,  -- on whose instruction, or ''
  PRIMARY KEY (round, seq)
) STRICT, WITHOUT ROWID;

-- question.set
CREATE TABLE question (
  round        TEXT    NOT NULL,  -- root key of the round
  seq          INTEGER NOT NULL,  -- place in the register
  application  TEXT    NOT NULL,  -- id of the application
  question     TEXT    NOT NULL,  -- its number within the application
  member       TEXT    NOT NULL,  -- who asks
  state        TEXT    NOT NULL,  -- 'open', 'sent', 'answered', 'asked' or 'confirmed'
  text         TEXT    NOT NULL,  -- the question
  answer       TEXT    NOT NULL,  -- what was answered, or ''
  PRIMARY KEY (round, seq),
  CHECK (state IN ('open', 'sent', 'answered', 'asked', 'confirmed'))
) STRICT, WITHOUT ROWID;

-- attendance.set
CREATE TABLE attendance (
  round        TEXT    NOT NULL,  -- root key of the round
  seq          INTEGER NOT NULL,  -- place in the register
  application  TEXT,              -- id of the application; NULL for the meeting
  member       TEXT    NOT NULL,  -- who
  state        TEXT    NOT NULL,  -- where they are
  PRIMARY KEY (round, seq),
  CHECK (state IN ('in_room', 'web', 'late', 'out', 'left', 'absent', 'out_for_interest'))
) STRICT, WITHOUT ROWID;

-- interview.record
CREATE TABLE interview_event (
  round          TEXT    NOT NULL,  -- root key of the round
  seq            INTEGER NOT NULL,  -- place in the register
  application    TEXT    NOT NULL,  -- id of the application
  event          TEXT    NOT NULL,  -- what happened
  segment        TEXT    NOT NULL,  -- code of the segment that begins, else ''
  minutes        INTEGER NOT NULL,  -- by how much the running segment is extended, else 0
  member         TEXT    NOT NULL,  -- whose hearing is put right, else ''
  heard          TEXT    NOT NULL,  -- how much the member heard, else ''
  instructed_by  TEXT    NOT NULL,  -- the acting chair who extended it, else ''
  text           TEXT    NOT NULL,  -- what became clear, else ''
  PRIMARY KEY (round, seq),
  CHECK (event IN ('start', 'next', 'extend', 'stop', 'heard', 'close')),
  CHECK (heard IN ('', 'whole', 'part', 'none'))
) STRICT, WITHOUT ROWID;

-- outcome.propose
CREATE TABLE proposal (
  round          TEXT    NOT NULL,  -- root key of the round
  seq            INTEGER NOT NULL,  -- place in the register
  entry          TEXT    NOT NULL,  -- hash of the act, hex
  application    TEXT    NOT NULL,  -- id of the application
  outcome        TEXT    NOT NULL,  -- code of the provisional outcome
  suggested      TEXT    NOT NULL,  -- code that the rules gave then; '' for none
  reason         TEXT    NOT NULL,  -- why it departs from the suggestion, or ''
  instructed_by  TEXT    NOT NULL,  -- on whose instruction, or ''
  PRIMARY KEY (round, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE proposal_waiver (
  round        TEXT    NOT NULL,  -- root key of the round
  seq          INTEGER NOT NULL,  -- place of the proposal
  requirement  TEXT    NOT NULL,  -- a requirement that may stay unresolved
  reason       TEXT    NOT NULL,  -- why
  PRIMARY KEY (round, seq, requirement)
) STRICT, WITHOUT ROWID;

-- decision.confirm, at its receive
CREATE TABLE confirmation (
  round        TEXT    NOT NULL,  -- root key of the round
  seq          INTEGER NOT NULL,  -- place in the register
  entry        TEXT    NOT NULL,  -- hash of the confirmation, hex
  application  TEXT    NOT NULL,  -- id of the application
  member       TEXT    NOT NULL,  -- who confirmed
  proposal     TEXT    NOT NULL,  -- hash of the proposal that is confirmed, hex
  outcome      TEXT    NOT NULL,  -- code of the outcome
  method       TEXT    NOT NULL,  -- 'unanimous', 'vote' or 'chair'
  sentence     TEXT    NOT NULL,  -- the very sentence that is recorded
  seen         INTEGER NOT NULL,  -- place in the register at which it was judged
  state        TEXT    NOT NULL,  -- what it is worth
  reason       TEXT    NOT NULL,  -- why it does not hold, or ''
  PRIMARY KEY (round, seq),
  CHECK (method IN ('unanimous', 'vote', 'chair')),
  CHECK (state IN ('holds', 'not authorised', 'overtaken', 'incomplete'))
) STRICT, WITHOUT ROWID;

-- decision.reopen, at its receive
CREATE TABLE reopening (
  round         TEXT    NOT NULL,  -- root key of the round
  seq           INTEGER NOT NULL,  -- place in the register
  entry         TEXT    NOT NULL,  -- hash of the reopening, hex
  application   TEXT    NOT NULL,  -- id of the application
  member        TEXT    NOT NULL,  -- who reopened
  confirmation  TEXT    NOT NULL,  -- hash of the confirmation that no longer holds, hex
  reason        TEXT    NOT NULL,  -- why
  reference     TEXT    NOT NULL,  -- document number of the office, or ''
  state         TEXT    NOT NULL,  -- what it is worth
  PRIMARY KEY (round, seq),
  CHECK (state IN ('holds', 'not authorised'))
) STRICT, WITHOUT ROWID;

-- record.export
CREATE TABLE record_export (
  round        TEXT    NOT NULL,  -- root key of the round
  seq          INTEGER NOT NULL,  -- place in the register
  profile      TEXT    NOT NULL,  -- 'secretariat', 'committee', 'applicant' or 'public'
  application  TEXT,              -- for an applicant: which one
  head         TEXT    NOT NULL,  -- head of the register that was exported, hex
  sha256       TEXT    NOT NULL,  -- hash of the file, hex
  PRIMARY KEY (round, seq),
  CHECK (profile IN ('secretariat', 'committee', 'applicant', 'public'))
) STRICT, WITHOUT ROWID;

-- Acts of a kind or version that this program does not know.
CREATE TABLE not_applied (
  round   TEXT    NOT NULL,  -- root key of the round
  seq     INTEGER NOT NULL,  -- place in the register
  kind    TEXT    NOT NULL,  -- what the act is
  why     TEXT    NOT NULL,  -- 'newer', 'not held' or 'refused'
  reason  TEXT    NOT NULL,  -- the sentence why, or ''
  PRIMARY KEY (round, seq),
  CHECK (why IN ('newer', 'not held', 'refused'))
) STRICT, WITHOUT ROWID;

INSERT INTO entry VALUES ('1111111111111111111111111111111111111111111111111111111111111111', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 1, NULL, 'round.define', 1, '2022-04-01T10:00:00+09:00', NULL, 'dd1c6cd74c5358f487c086d6f36fa3917080d5c66095c7881d9e2c50ad428055', x'7b22736571223a317d');
INSERT INTO entry VALUES ('2222222222222222222222222222222222222222222222222222222222222222', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 2, '1111111111111111111111111111111111111111111111111111111111111111', 'roster.set', 1, '2022-04-01T10:05:00+09:00', NULL, '3333333333333333333333333333333333333333333333333333333333333333', x'7b22736571223a327d');
INSERT INTO entry VALUES ('4444444444444444444444444444444444444444444444444444444444444444', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc', 1, NULL, 'review.submit', 1, '2022-04-20T10:00:00+09:00', '2222222222222222222222222222222222222222222222222222222222222222', '5555555555555555555555555555555555555555555555555555555555555555', x'7b22736571223a317d');
INSERT INTO body VALUES ('dd1c6cd74c5358f487c086d6f36fa3917080d5c66095c7881d9e2c50ad428055', x'7b2273616c74223a22633246736441222c226e616d65223a224578616d706c65227d', NULL);
INSERT INTO body VALUES ('3333333333333333333333333333333333333333333333333333333333333333', NULL, 'The round is over.');
INSERT INTO head VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 2, '2222222222222222222222222222222222222222222222222222222222222222', 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff');
INSERT INTO fork VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc', 1, '6666666666666666666666666666666666666666666666666666666666666666', x'7b22736571223a317d', x'7b2268656164223a317d');
INSERT INTO document VALUES ('9879a54b23a427f0572f379114a4a2419a93acbda87f7755682b5149174e37eb', 16, NULL);
INSERT INTO document_chunk VALUES ('9879a54b23a427f0572f379114a4a2419a93acbda87f7755682b5149174e37eb', 0, x'255044462d312e34');
INSERT INTO document_chunk VALUES ('9879a54b23a427f0572f379114a4a2419a93acbda87f7755682b5149174e37eb', 1, x'206578616d706c65');
INSERT INTO document VALUES ('7777777777777777777777777777777777777777777777777777777777777777', 3, 'Recused.');
INSERT INTO projection VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 4, 2);
INSERT INTO identity VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'desk', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 0);
INSERT INTO identity VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'c', 'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc', 1);
INSERT INTO draft VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'c', '1', 'paper', 'reason', '1-1', '計画が具体的である。');
INSERT INTO note VALUES (1, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'c', '1', '2022-05-01T13:00:00+09:00', 'question', 0, '予算の根拠は何か。');
INSERT INTO setting VALUES ('projection.version', '4');
INSERT INTO setting VALUES ('round', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa');
INSERT INTO search (round, application, source, text) VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '1', 'dossier', '東京都のAI拠点');
INSERT INTO round VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 10, 'id 審査', 1, 'body 審査');
INSERT INTO roster VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 11, 'body 審査');
INSERT INTO schedule VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 12, 'body 審査');
INSERT INTO dossier VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 13, 'application 審査', 'active', 'body 審査');
INSERT INTO dossier_content VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 14, 'application 審査', 'body 審査');
INSERT INTO dossier_document VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 15, 'application 審査', 'document 審査', 'name 審査', 'media_type 審査', 1, 1, 'reason 審査');
INSERT INTO feed_state VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 16, 'feed 審査', 'member 審査', 'accepted', 'reason 審査');
INSERT INTO reception VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 17, 'feed 審査', 1, 'entry 審査', 'kind 審査', 'applied', 'reason 審査');
INSERT INTO issue VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 18, 'member 審査', 'documents', 'head 審査');
INSERT INTO issue_application VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 19, 'application 審査');
INSERT INTO declaration VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 20, 'entry 審査', 'application 審査', 'member 審査', 'interest 審査', 'requirements 審査', 'reason 審査');
INSERT INTO ruling VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 21, 'application 審査', 'member 審査', 'recuse', 'requirements 審査', 'reason 審査', 'instructed_by 審査');
INSERT INTO phase_change VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 22, 'paper', 'application 審査', 'open', 'reason 審査');
INSERT INTO review VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 23, 'entry 審査', 'feed 審査', 1, 'at 審査', 'application 審査', 'member 審査', 'paper', 'own', 0, 0, 'requirement_set 審査', 4.5, 1, 'strong 審査', 'weak 審査', 'remarks 審査', 'revision 審査');
INSERT INTO review_score VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 24, 'requirement 審査', 3.0, 'reason 審査');
INSERT INTO review_evidence VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 25, 'requirement 審査', 1, 'document 審査', 1, 'quote 審査');
INSERT INTO review_remark VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 26, 1, 'mark 審査', 0, 'at 審査', 'text 審査');
INSERT INTO admission VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 27, 'application 審査', 'entry 審査', 'reason 審査', 'instructed_by 審査');
INSERT INTO question VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 28, 'application 審査', 'question 審査', 'member 審査', 'sent', 'text 審査', 'answer 審査');
INSERT INTO attendance VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 29, 'application 審査', 'member 審査', 'in_room');
INSERT INTO interview_event VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 36, 'application 審査', 'extend', 'segment 審査', 1, 'member 審査', 'part', 'instructed_by 審査', 'text 審査');
INSERT INTO proposal VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 30, 'entry 審査', 'application 審査', 'outcome 審査', 'suggested 審査', 'reason 審査', 'instructed_by 審査');
INSERT INTO proposal_waiver VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 31, 'requirement 審査', 'reason 審査');
INSERT INTO confirmation VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 32, 'entry 審査', 'application 審査', 'member 審査', 'proposal 審査', 'outcome 審査', 'vote', 'sentence 審査', 1, 'holds', 'reason 審査');
INSERT INTO reopening VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 33, 'entry 審査', 'application 審査', 'member 審査', 'confirmation 審査', 'reason 審査', 'reference 審査', 'holds');
INSERT INTO record_export VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 34, 'committee', 'application 審査', 'head 審査', 'sha256 審査');
INSERT INTO not_applied VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 35, 'kind 審査', 'newer', 'reason 審査');
INSERT INTO phase_change VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 62, 'paper', NULL, 'open', '');
INSERT INTO review VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 63, '', '', 2, '', '', '', 'paper', 'own', 0, 0, '', NULL, NULL, '', '', '', '');
INSERT INTO review_score VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 64, '', NULL, '');
INSERT INTO attendance VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 69, NULL, '', 'in_room');
INSERT INTO interview_event VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 70, '', 'stop', '', 0, '', '', '', '');
INSERT INTO record_export VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 74, 'committee', NULL, '', '');

PRAGMA user_version = 1;
COMMIT;
