-- Requests, as kiosks deliver them. A row never changes: no role may UPDATE it.
--
-- A login says whose it is by its name alone, which only an administrator gives:
-- "kiosk.CLINIC.KIOSK", "desk.CLINIC.NAME". Policies read current_user and nothing else, so that
-- they need no further table, no function of ours and no setting that a client could make.
SELECT 'CREATE ROLE candor_kiosk NOLOGIN'
 WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'candor_kiosk') \gexec
SELECT 'CREATE ROLE candor_desk NOLOGIN'
 WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'candor_desk') \gexec

-- The key begins with the clinic, by which the rows are spread, and ends with a random id, so that
-- no node is the one that all inserts go to. `reference` is not unique: two kiosks may draw the same.
CREATE TABLE IF NOT EXISTS candor.request (
  clinic TEXT NOT NULL CHECK (clinic <> ''),
  id TEXT NOT NULL CHECK (length(id) = 36),
  kiosk TEXT NOT NULL CHECK (kiosk <> ''),
  reference TEXT NOT NULL CHECK (length(reference) = 7),
  created TEXT NOT NULL CHECK (length(created) <= 40),
  key_fingerprint TEXT NOT NULL CHECK (length(key_fingerprint) <= 200),
  sealed BYTEA NOT NULL CHECK (length(sealed) BETWEEN 1 AND 2097152),
  digest BYTEA NOT NULL CHECK (length(digest) = 32),
  PRIMARY KEY (clinic, id)
);
CREATE INDEX IF NOT EXISTS request_by_reference ON candor.request (clinic, reference);

ALTER TABLE candor.request ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS kiosk_delivers ON candor.request;
CREATE POLICY kiosk_delivers ON candor.request FOR INSERT TO candor_kiosk
  WITH CHECK (clinic = split_part(current_user::TEXT, '.', 2) AND
              kiosk = split_part(current_user::TEXT, '.', 3));
DROP POLICY IF EXISTS desk_reads ON candor.request;
CREATE POLICY desk_reads ON candor.request FOR SELECT TO candor_desk
  USING (clinic = split_part(current_user::TEXT, '.', 2));

GRANT USAGE ON SCHEMA candor TO candor_kiosk, candor_desk;
GRANT INSERT ON candor.request TO candor_kiosk;
GRANT SELECT ON candor.request, candor.layout TO candor_desk;
