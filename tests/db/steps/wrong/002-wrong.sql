CREATE TABLE half_way (id INTEGER NOT NULL) STRICT;
INSERT INTO half_way (id) VALUES ('no number');
