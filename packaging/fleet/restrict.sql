-- For PostgreSQL itself: takes from everybody what Candor needs nobody to have, so that a login that was
-- stolen with its kiosk is worth less. Run it with psql as a superuser, after schema.sql, once for each
-- database, and again after it was restored from a dump:
--   psql -v ON_ERROR_STOP=1 -d candor -f packaging/fleet/restrict.sql
\set ON_ERROR_STOP on

-- Temporary tables, and the database for logins of other programs.
REVOKE TEMPORARY, CONNECT ON DATABASE :"DBNAME" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"DBNAME" TO candor_kiosk, candor_desk, candor_keeper;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- Large objects, which no table's rights and no policy hold.
REVOKE EXECUTE ON FUNCTION
  lo_creat(INTEGER), lo_create(OID), lo_from_bytea(OID, BYTEA), lo_put(OID, BIGINT, BYTEA),
  lo_open(OID, INTEGER), lowrite(INTEGER, BYTEA), lo_truncate(INTEGER, INTEGER),
  lo_truncate64(INTEGER, BIGINT), lo_get(OID), lo_get(OID, BIGINT, INTEGER), loread(INTEGER, INTEGER)
  FROM PUBLIC;

-- Programs (DO), advisory locks, waiting, and messages to other sessions.
REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION
  pg_advisory_lock(BIGINT), pg_advisory_lock(INTEGER, INTEGER), pg_advisory_xact_lock(BIGINT),
  pg_advisory_xact_lock(INTEGER, INTEGER), pg_sleep(DOUBLE PRECISION), pg_notify(TEXT, TEXT)
  FROM PUBLIC;
