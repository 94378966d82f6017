-- Who wrote an entry is said by the login, and nothing in an entry is without a bound. An entry of the
-- kind "seen" says what a request was when a desk first opened it; it has the revision 0, so that each
-- request has one.
--
-- The hash of an entry covers its login. So a desk of an earlier version, which gives none, is refused
-- by the policy (policies.sql), and there is no DEFAULT that would fill it in behind the hash. Entries
-- of before keep none.
ALTER TABLE candor.change ADD COLUMN IF NOT EXISTS login TEXT;

-- The two that are too narrow now, by PostgreSQL's names for them and by CockroachDB's.
ALTER TABLE candor.change DROP CONSTRAINT IF EXISTS change_kind_check;
ALTER TABLE candor.change DROP CONSTRAINT IF EXISTS check_kind;
ALTER TABLE candor.change DROP CONSTRAINT IF EXISTS change_revision_check;
ALTER TABLE candor.change DROP CONSTRAINT IF EXISTS check_revision;

-- NOT VALID: they hold for every entry from now on, whatever older ones hold. A number is at most
-- 2^53 - 1, a revision 2^31 - 1: room for ever, and never an overflow.
ALTER TABLE candor.change DROP CONSTRAINT IF EXISTS change_in_bounds;
ALTER TABLE candor.change ADD CONSTRAINT change_in_bounds CHECK (
  kind IN ('progress', 'note', 'purge', 'seen') AND
  number BETWEEN 1 AND 9007199254740991 AND
  (revision IS NULL OR revision BETWEEN 0 AND 2147483647) AND
  (kind = 'note' OR (kind = 'seen') = (revision = 0)) AND
  length(request_id) = 36 AND
  length(at) <= 40 AND
  length(by_whom) BETWEEN 1 AND 200 AND
  length(words) <= 120 AND
  length(note_digest) = 32 AND
  (login IS NULL OR length(login) <= 63)) NOT VALID;

-- A note has at most 4,000 bytes before it is sealed.
ALTER TABLE candor.note DROP CONSTRAINT IF EXISTS note_in_bounds;
ALTER TABLE candor.note ADD CONSTRAINT note_in_bounds CHECK (length(sealed) <= 65536) NOT VALID;
