-- What desks do, as a record that is only ever added to: no role may UPDATE or DELETE its entries. A
-- request's state is its last entry of the kind "progress", so that setting one is an INSERT as well.
--
-- (clinic, number) makes the chain one: of two desks that follow the same entry, one is refused and
-- tries again. (clinic, request_id, revision) makes a change that has not seen the last one fail.
CREATE TABLE IF NOT EXISTS candor.change (
  clinic TEXT NOT NULL CHECK (clinic <> ''),
  number BIGINT NOT NULL CHECK (number > 0),
  request_id TEXT NOT NULL,
  revision BIGINT CHECK (revision > 0),  -- of a note NULL
  at TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('progress', 'note', 'purge')),
  words TEXT NOT NULL,
  note_digest BYTEA NOT NULL,
  hash BYTEA NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (clinic, number),
  CONSTRAINT change_follows UNIQUE (clinic, request_id, revision),
  CHECK ((kind = 'note') = (revision IS NULL))
);

-- Apart from the record, so that a note can be erased and its entry stays.
CREATE TABLE IF NOT EXISTS candor.note (
  clinic TEXT NOT NULL,
  number BIGINT NOT NULL,
  sealed BYTEA NOT NULL CHECK (length(sealed) BETWEEN 1 AND 1048576),
  PRIMARY KEY (clinic, number)
);

-- Who may erase closed requests after the retention time; a member of candor_desk too.
SELECT 'CREATE ROLE candor_keeper NOLOGIN'
 WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'candor_keeper') \gexec

ALTER TABLE candor.change ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS desk_reads ON candor.change;
CREATE POLICY desk_reads ON candor.change FOR SELECT TO candor_desk
  USING (clinic = split_part(current_user::TEXT, '.', 2));
DROP POLICY IF EXISTS desk_adds ON candor.change;
CREATE POLICY desk_adds ON candor.change FOR INSERT TO candor_desk
  WITH CHECK (clinic = split_part(current_user::TEXT, '.', 2));

ALTER TABLE candor.note ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS desk_reads ON candor.note;
CREATE POLICY desk_reads ON candor.note FOR SELECT TO candor_desk
  USING (clinic = split_part(current_user::TEXT, '.', 2));
DROP POLICY IF EXISTS desk_adds ON candor.note;
CREATE POLICY desk_adds ON candor.note FOR INSERT TO candor_desk
  WITH CHECK (clinic = split_part(current_user::TEXT, '.', 2));
DROP POLICY IF EXISTS keeper_erases ON candor.note;
CREATE POLICY keeper_erases ON candor.note FOR DELETE TO candor_keeper
  USING (clinic = split_part(current_user::TEXT, '.', 2));
DROP POLICY IF EXISTS keeper_erases ON candor.request;
CREATE POLICY keeper_erases ON candor.request FOR DELETE TO candor_keeper
  USING (clinic = split_part(current_user::TEXT, '.', 2));

GRANT USAGE ON SCHEMA candor TO candor_keeper;
GRANT SELECT, INSERT ON candor.change, candor.note TO candor_desk;
GRANT DELETE ON candor.request, candor.note TO candor_keeper;
