-- The layout of Candor's database for many kiosks. Run it with psql as an administrator, now and after
-- every update of Candor; what is done already is passed over:
--   psql -v ON_ERROR_STOP=1 -d candor -f packaging/fleet/schema.sql
-- Each migration may be run again after it stopped half-way, since not every engine runs DDL in a
-- transaction. A migration only adds: kiosks of an earlier version go on delivering. Desks of an earlier
-- version go on reading from migration 3 on, and must be updated to change something.
-- On an engine whose policies may hold no subquery: -v without_subqueries=on (see policies.sql).
\set ON_ERROR_STOP on
SET client_min_messages = warning;

CREATE SCHEMA IF NOT EXISTS candor;
CREATE TABLE IF NOT EXISTS candor.layout (version INTEGER PRIMARY KEY);

SELECT NOT EXISTS (SELECT 1 FROM candor.layout WHERE version = 1) AS wanted \gset
\if :wanted
\ir migrations/001_requests.sql
INSERT INTO candor.layout (version) VALUES (1);
\endif

SELECT NOT EXISTS (SELECT 1 FROM candor.layout WHERE version = 2) AS wanted \gset
\if :wanted
\ir migrations/002_record.sql
INSERT INTO candor.layout (version) VALUES (2);
\endif

SELECT NOT EXISTS (SELECT 1 FROM candor.layout WHERE version = 3) AS wanted \gset
\if :wanted
\ir migrations/003_writers.sql
\endif

\ir policies.sql

\if :wanted
INSERT INTO candor.layout (version) VALUES (3);
\endif

SELECT NOT EXISTS (SELECT 1 FROM candor.layout WHERE version = 4) AS wanted \gset
\if :wanted
\ir migrations/004_help.sql
INSERT INTO candor.layout (version) VALUES (4);
\endif
