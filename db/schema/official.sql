-- Official tables: what the register says, row by row. Each row is a fact with the place in the
-- register (seq) at which it took effect; what holds now is computed from them by the rules.
-- Made by replay and by nothing else; dropped and made again when the projection version differs.

-- Every table of this version and of those before it.
DROP TABLE IF EXISTS round;
DROP TABLE IF EXISTS roster;
DROP TABLE IF EXISTS schedule;
DROP TABLE IF EXISTS dossier;
DROP TABLE IF EXISTS dossier_content;
DROP TABLE IF EXISTS dossier_document;
DROP TABLE IF EXISTS feed_state;
DROP TABLE IF EXISTS reception;
DROP TABLE IF EXISTS issue;
DROP TABLE IF EXISTS issue_application;
DROP TABLE IF EXISTS declaration;
DROP TABLE IF EXISTS ruling;
DROP TABLE IF EXISTS phase_change;
DROP TABLE IF EXISTS review;
DROP TABLE IF EXISTS review_score;
DROP TABLE IF EXISTS review_evidence;
DROP TABLE IF EXISTS review_remark;
DROP TABLE IF EXISTS admission;
DROP TABLE IF EXISTS question;
DROP TABLE IF EXISTS attendance;
DROP TABLE IF EXISTS interview_event;
DROP TABLE IF EXISTS proposal;
DROP TABLE IF EXISTS proposal_waiver;
DROP TABLE IF EXISTS confirmation;
DROP TABLE IF EXISTS reopening;
DROP TABLE IF EXISTS record_export;
DROP TABLE IF EXISTS not_applied;

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
