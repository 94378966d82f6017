#include "fleet/help_calls.h"

#include "base/instant.h"
#include "fleet/fhir_words.h"

namespace candor::fleet {
namespace {

constexpr const char* kOfKiosk = " WHERE clinic = $1 AND kiosk = $2";

Values values_of(const KioskName& of) {
    Values values;
    values.text(of.clinic).text(of.kiosk);
    return values;
}

base::Result<void> run(Connection& connection, const std::string& sql, const Values& values) {
    return connection.run(sql, values).map([](const Rows&) {});
}

}  // namespace

base::Result<void> put_help_call(Connection& connection, const KioskName& of,
                                 const consult::HelpCall& call) {
    TRY(connection.begin());
    auto done = erase_help_call(connection, of);
    if (done)
        done = run(connection,
                   "INSERT INTO candor.help_call (clinic, kiosk, id, called, at)"
                   " VALUES ($1, $2, $3, $4, $5)",
                   values_of(of).text(call.id).text(call.from).text(call.at));
    if (done) return connection.commit();
    connection.roll_back();
    return done;
}

base::Result<bool> waits_for_help(Connection& connection, const KioskName& of,
                                  const std::string& id) {
    const auto found = TRY(
        connection.run(std::string("SELECT 1 FROM candor.help_call") + kOfKiosk + " AND id = $3",
                       values_of(of).text(id)));
    return found.count() > 0;
}

base::Result<void> erase_help_call(Connection& connection, const KioskName& of) {
    return run(connection, std::string("DELETE FROM candor.help_call") + kOfKiosk, values_of(of));
}

base::Result<std::vector<consult::HelpCall>> help_calls(Connection& connection) {
    const auto found =
        TRY(connection.run("SELECT id, called, at FROM candor.help_call"
                           " WHERE clinic = split_part(current_user::TEXT, '.', 2)"
                           " ORDER BY at, id"));
    std::vector<consult::HelpCall> calls;
    for (int row = 0; row < found.count(); ++row) {
        consult::HelpCall call{found.text(row, 0), in_one_line(found.text(row, 1)),
                               found.text(row, 2)};
        if (base::is_utc_instant(call.at)) calls.push_back(std::move(call));
    }
    return calls;
}

base::Result<bool> take_help_call(Connection& connection, const std::string& id) {
    const auto taken = TRY(connection.run(
        "DELETE FROM candor.help_call"
        " WHERE clinic = split_part(current_user::TEXT, '.', 2) AND id = $1 RETURNING id",
        Values().text(id)));
    return taken.count() > 0;
}

}  // namespace candor::fleet
