-- What desks and keepers may add and erase. Run by schema.sql each time, after the migrations.
--
-- PostgreSQL itself takes policies that look into other tables. Engines that do not (Citus,
-- CockroachDB) get those that need no look: `psql -v without_subqueries=on … -f schema.sql`. What is
-- then not refused, `candor inbox verify` tells.

DROP POLICY IF EXISTS desk_adds ON candor.change;
DROP POLICY IF EXISTS keeper_adds ON candor.change;
DROP POLICY IF EXISTS desk_adds ON candor.note;
DROP POLICY IF EXISTS keeper_erases ON candor.note;
DROP POLICY IF EXISTS keeper_erases ON candor.request;

\if :{?without_subqueries}

CREATE POLICY desk_adds ON candor.change FOR INSERT TO candor_desk
  WITH CHECK (clinic = split_part(current_user::TEXT, '.', 2) AND login = current_user::TEXT AND
              kind <> 'purge');
CREATE POLICY keeper_adds ON candor.change FOR INSERT TO candor_keeper
  WITH CHECK (clinic = split_part(current_user::TEXT, '.', 2) AND login = current_user::TEXT AND
              kind = 'purge');
CREATE POLICY desk_adds ON candor.note FOR INSERT TO candor_desk
  WITH CHECK (clinic = split_part(current_user::TEXT, '.', 2));
CREATE POLICY keeper_erases ON candor.note FOR DELETE TO candor_keeper
  USING (clinic = split_part(current_user::TEXT, '.', 2));
CREATE POLICY keeper_erases ON candor.request FOR DELETE TO candor_keeper
  USING (clinic = split_part(current_user::TEXT, '.', 2));

\else

-- Of a request that is there.
CREATE POLICY desk_adds ON candor.change FOR INSERT TO candor_desk
  WITH CHECK (clinic = split_part(current_user::TEXT, '.', 2) AND login = current_user::TEXT AND
              kind <> 'purge' AND
              EXISTS (SELECT 1 FROM candor.request r
                       WHERE r.clinic = change.clinic AND r.id = change.request_id));
-- Of a request whose change before this one closed it.
CREATE POLICY keeper_adds ON candor.change FOR INSERT TO candor_keeper
  WITH CHECK (clinic = split_part(current_user::TEXT, '.', 2) AND login = current_user::TEXT AND
              kind = 'purge' AND
              EXISTS (SELECT 1 FROM candor.change before
                       WHERE before.clinic = change.clinic AND
                             before.request_id = change.request_id AND
                             before.revision = change.revision - 1 AND
                             before.kind = 'progress' AND
                             split_part(before.words, ' ', 2) = 'closed'));
-- After its entry, by the same login.
CREATE POLICY desk_adds ON candor.note FOR INSERT TO candor_desk
  WITH CHECK (clinic = split_part(current_user::TEXT, '.', 2) AND
              EXISTS (SELECT 1 FROM candor.change c
                       WHERE c.clinic = note.clinic AND c.number = note.number AND
                             c.kind = 'note' AND c.login = current_user::TEXT));
-- After the entry that says so, by the same login.
CREATE POLICY keeper_erases ON candor.note FOR DELETE TO candor_keeper
  USING (clinic = split_part(current_user::TEXT, '.', 2) AND
         EXISTS (SELECT 1 FROM candor.change c
                   JOIN candor.change p ON p.clinic = c.clinic AND p.request_id = c.request_id
                  WHERE c.clinic = note.clinic AND c.number = note.number AND
                        p.kind = 'purge' AND p.login = current_user::TEXT));
CREATE POLICY keeper_erases ON candor.request FOR DELETE TO candor_keeper
  USING (clinic = split_part(current_user::TEXT, '.', 2) AND
         EXISTS (SELECT 1 FROM candor.change p
                  WHERE p.clinic = request.clinic AND p.request_id = request.id AND
                        p.kind = 'purge' AND p.login = current_user::TEXT));

\endif
