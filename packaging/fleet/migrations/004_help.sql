-- Who at which kiosk would like staff to come: a row a kiosk at most, for minutes. Nothing in it tells of
-- the person. Staff who go there erase it, and so does the kiosk when nobody needs help any more.
CREATE TABLE IF NOT EXISTS candor.help_call (
  clinic TEXT NOT NULL CHECK (clinic <> ''),
  kiosk TEXT NOT NULL CHECK (kiosk <> ''),
  id TEXT NOT NULL CHECK (length(id) = 36),
  called TEXT NOT NULL CHECK (length(called) BETWEEN 1 AND 60),  -- what the desk calls the kiosk
  at TEXT NOT NULL CHECK (length(at) <= 40),
  PRIMARY KEY (clinic, kiosk)
);

ALTER TABLE candor.help_call ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS kiosk_calls ON candor.help_call;
CREATE POLICY kiosk_calls ON candor.help_call TO candor_kiosk
  USING (clinic = split_part(current_user::TEXT, '.', 2) AND
         kiosk = split_part(current_user::TEXT, '.', 3))
  WITH CHECK (clinic = split_part(current_user::TEXT, '.', 2) AND
              kiosk = split_part(current_user::TEXT, '.', 3));
DROP POLICY IF EXISTS desk_sees ON candor.help_call;
CREATE POLICY desk_sees ON candor.help_call FOR SELECT TO candor_desk
  USING (clinic = split_part(current_user::TEXT, '.', 2));
DROP POLICY IF EXISTS desk_takes ON candor.help_call;
CREATE POLICY desk_takes ON candor.help_call FOR DELETE TO candor_desk
  USING (clinic = split_part(current_user::TEXT, '.', 2));

GRANT SELECT, INSERT, DELETE ON candor.help_call TO candor_kiosk;
GRANT SELECT, DELETE ON candor.help_call TO candor_desk;
