#include "fleet/connection.h"

#include <libpq-fe.h>
#include <poll.h>

#include <cstdlib>

#include "base/clock.h"
#include "fleet/resolve.h"
#include "fleet/sql_state.h"

namespace candor::fleet {
namespace {

using base::FaultKind;

// PostgreSQL's pg_type.dat; fixed for ever.
constexpr unsigned kBytea = 17, kInt8 = 20, kText = 25;
constexpr int kTextFormat = 0, kBinaryFormat = 1;

/// libpq's own failures before a server has said anything: is it about TLS, and not about the line?
bool is_about_tls(const std::string& message) {
    const bool line = message.find("SSL SYSCALL") != std::string::npos;
    return !line && (message.find("SSL") != std::string::npos ||
                     message.find("certificate") != std::string::npos);
}

/// A server's notices are its own words, with what it likes in them; libpq would print them.
void say_nothing(void*, const PGresult*) {}

struct FreeBytes {
    void operator()(unsigned char* bytes) const { PQfreemem(bytes); }
};

}  // namespace

Values& Values::text(std::string_view text) {
    values_.push_back({kText, false, std::string(text)});
    return *this;
}

Values& Values::bytes(std::span<const std::uint8_t> bytes) {
    values_.push_back({kBytea, false, std::string(bytes.begin(), bytes.end())});
    return *this;
}

Values& Values::number(std::int64_t number) {
    values_.push_back({kInt8, false, std::to_string(number)});
    return *this;
}

Values& Values::nothing() {
    values_.push_back({0, true, {}});
    return *this;
}

void Rows::Clear::operator()(pg_result* result) const { PQclear(result); }

int Rows::count() const { return PQntuples(result_.get()); }

int Rows::touched() const { return std::atoi(PQcmdTuples(result_.get())); }

std::string places(std::size_t rows, std::size_t columns) {
    std::string text;
    for (std::size_t i = 0; i < rows * columns; ++i) {
        text += i % columns != 0 ? ", $" : (i == 0 ? "($" : "), ($");
        text += std::to_string(i + 1);
    }
    return text + ")";
}

std::string Rows::text(int row, int column) const {
    return {PQgetvalue(result_.get(), row, column),
            static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

std::int64_t Rows::number(int row, int column) const {
    return std::strtoll(PQgetvalue(result_.get(), row, column), nullptr, 10);
}

std::vector<std::uint8_t> Rows::bytes(int row, int column) const {
    if (PQgetisnull(result_.get(), row, column) != 0) return {};
    std::size_t size = 0;
    const auto* hex =
        reinterpret_cast<const unsigned char*>(PQgetvalue(result_.get(), row, column));
    const std::unique_ptr<unsigned char, FreeBytes> bytes(PQunescapeBytea(hex, &size));
    return bytes ? std::vector<std::uint8_t>(bytes.get(), bytes.get() + size)
                 : std::vector<std::uint8_t>();
}

void Connection::Finish::operator()(pg_conn* connection) const { PQfinish(connection); }

Connection::Connection(const base::StopSignal& stop, const Patience& patience, std::string where)
    : stop_(stop), patience_(patience), where_(std::move(where)) {}

Connection::~Connection() = default;

base::Result<std::unique_ptr<Connection>> Connection::open(const Database& database,
                                                           const base::StopSignal& stop,
                                                           const Patience& patience) {
    std::unique_ptr<Connection> made(new Connection(stop, patience, database.where));
    TRY(made->connect(database));
    return made;
}

base::Result<void> Connection::connect(const Database& database) {
    const std::int64_t deadline = base::monotonic_ms() + patience_.connect_ms;
    const auto found = TRY(resolve(database, stop_, deadline));
    std::vector<const char*> keys, values;
    for (const auto& [key, value] : found.parameters) {
        keys.push_back(key.c_str());
        values.push_back(value.c_str());
    }
    keys.push_back(nullptr);
    values.push_back(nullptr);
    connection_.reset(PQconnectStartParams(keys.data(), values.data(), 0));
    PGconn* connection = connection_.get();
    if (connection == nullptr) return base::fail(FaultKind::internal, where_, "out of memory");
    PQsetNoticeReceiver(connection, say_nothing, nullptr);
    // A refused login has an SQLSTATE only in the text, and only in a verbose one.
    PQsetErrorVerbosity(connection, PQERRORS_VERBOSE);
    bool in_tls = false;
    for (auto next = PGRES_POLLING_WRITING; PQstatus(connection) != CONNECTION_BAD;) {
        if (next == PGRES_POLLING_OK) {
            PQsetnonblocking(connection, 1);
            PQsetErrorVerbosity(connection, PQERRORS_DEFAULT);
            return {};
        }
        if (next == PGRES_POLLING_FAILED) break;
        const short events = next == PGRES_POLLING_READING ? POLLIN : POLLOUT;
        TRY(wait(events, deadline));
        in_tls = PQstatus(connection) == CONNECTION_SSL_STARTUP;
        next = PQconnectPoll(connection);
    }
    return tl::unexpected(connection_fault(in_tls));
}

base::Fault Connection::connection_fault(bool in_tls) const {
    const std::string message = PQerrorMessage(connection_.get());
    const std::string state = sql_state_in(message);
    FaultKind kind = FaultKind::unreachable;
    if (!state.empty())
        kind = kind_of(state);
    else if (in_tls && is_about_tls(message))
        kind = FaultKind::wrong_key;
    else if (message.find("no password supplied") != std::string::npos)
        kind = FaultKind::refused;
    return {kind, where_, first_line_of(message)};
}

base::Result<void> Connection::wait(short events, std::int64_t deadline_ms) const {
    switch (stop_.wait_for(PQsocket(connection_.get()), events, deadline_ms)) {
        case base::StopSignal::Waited::raised:
            return base::fail(FaultKind::cancelled, where_, "stopped");
        case base::StopSignal::Waited::late:
            return base::fail(FaultKind::unreachable, where_, "it does not answer");
        default:
            return {};
    }
}

base::Result<void> Connection::send(const std::string& sql, const Values& values,
                                    std::int64_t deadline_ms) {
    std::vector<Oid> types;
    std::vector<const char*> data;
    std::vector<int> lengths, formats;
    for (const auto& value : values.values_) {
        types.push_back(value.type);
        data.push_back(value.is_null ? nullptr : value.data.c_str());
        lengths.push_back(static_cast<int>(value.data.size()));
        formats.push_back(value.type == kBytea ? kBinaryFormat : kTextFormat);
    }
    if (PQsendQueryParams(connection_.get(), sql.c_str(), static_cast<int>(types.size()),
                          types.data(), data.data(), lengths.data(), formats.data(),
                          kTextFormat) == 0)
        return tl::unexpected(connection_fault(false));
    // A server that is busy answering wants to be read from before it reads on.
    for (int more = PQflush(connection_.get()); more != 0; more = PQflush(connection_.get())) {
        if (more < 0) return tl::unexpected(connection_fault(false));
        TRY(wait(POLLIN | POLLOUT, deadline_ms));
        if (PQconsumeInput(connection_.get()) == 0) return tl::unexpected(connection_fault(false));
    }
    return {};
}

base::Result<Rows> Connection::receive(std::int64_t deadline_ms) {
    Rows last(nullptr);
    std::optional<base::Fault> fault;
    while (true) {
        while (PQisBusy(connection_.get()) != 0) {
            TRY(wait(POLLIN, deadline_ms));
            if (PQconsumeInput(connection_.get()) == 0) break;
        }
        PGresult* result = PQgetResult(connection_.get());
        if (result == nullptr) break;
        last = Rows(result);
        // "INSERT 1" comes before the commit: only the end of the answers says that it succeeded.
        const auto status = PQresultStatus(result);
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fault = fault_of(result);
    }
    if (fault) return tl::unexpected(*fault);
    if (PQstatus(connection_.get()) == CONNECTION_BAD)
        return tl::unexpected(connection_fault(false));
    return last;
}

base::Fault Connection::fault_of(const pg_result* result) {
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char* message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    if (state == nullptr) return connection_fault(false);
    sql_state_ = state;
    return {kind_of(sql_state_), where_,
            std::string(message == nullptr ? "" : message) + " (SQLSTATE " + sql_state_ + ")"};
}

base::Result<Rows> Connection::run(const std::string& sql, const Values& values) {
    sql_state_.clear();
    const std::int64_t deadline = base::monotonic_ms() + patience_.answer_ms;
    if (is_broken()) return base::fail(FaultKind::unreachable, where_, "the connection is lost");
    abandoned_ = true;
    TRY(send(sql, values, deadline));
    auto rows = receive(deadline);
    abandoned_ = !rows && PQisBusy(connection_.get()) != 0;
    return rows;
}

base::Result<void> Connection::begin() {
    return run("BEGIN").map([](const Rows&) {});
}

base::Result<void> Connection::commit() {
    return run("COMMIT").map([](const Rows&) {});
}

void Connection::roll_back() {
    if (!is_broken()) static_cast<void>(run("ROLLBACK"));
}

bool Connection::is_broken() const {
    return abandoned_ || PQstatus(connection_.get()) == CONNECTION_BAD;
}

}  // namespace candor::fleet
