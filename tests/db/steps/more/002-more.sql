-- A step that a later version might take.
ALTER TABLE setting ADD COLUMN since TEXT;
INSERT INTO setting (key, value, since) VALUES ('taken', 'yes', 'version 2');
