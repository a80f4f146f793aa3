-- Checked at the end of the transaction alone, as far as SQLite itself goes.
CREATE TABLE child (id TEXT REFERENCES document (hash)) STRICT;
PRAGMA defer_foreign_keys = ON;
INSERT INTO child (id) VALUES ('of nothing');
