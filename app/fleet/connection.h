#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/stop_signal.h"
#include "fleet/database_url.h"

struct pg_conn;
struct pg_result;

namespace candor::fleet {

/// The values of a statement's $1, $2, …
class Values {
  public:
    Values& text(std::string_view text);
    Values& bytes(std::span<const std::uint8_t> bytes);
    Values& number(std::int64_t number);
    Values& nothing();

  private:
    friend class Connection;
    struct Value {
        unsigned type = 0;  ///< PostgreSQL's OID
        bool is_null = false;
        std::string data;
    };
    std::vector<Value> values_;
};

/// "($1, $2), ($3, $4)": where the values of so many rows stand in an INSERT.
std::string places(std::size_t rows, std::size_t columns);

/// What a statement gave.
class Rows {
  public:
    explicit Rows(pg_result* result) : result_(result) {}
    int count() const;
    /// Rows that an INSERT or a DELETE touched.
    int touched() const;
    std::string text(int row, int column) const;
    std::int64_t number(int row, int column) const;
    std::vector<std::uint8_t> bytes(int row, int column) const;

  private:
    struct Clear {
        void operator()(pg_result* result) const;
    };
    std::unique_ptr<pg_result, Clear> result_;
};

/// How long to wait for a server before it counts as unreachable.
struct Patience {
    std::int64_t connect_ms = 30'000, answer_ms = 30'000;
};

/// One connection to PostgreSQL. Every call ends when `stop` is raised (fault cancelled) or the
/// patience is over. Faults: unreachable; wrong_key (TLS: the certificate is not the server's, not
/// of our authority, or out of date); refused (login or privilege); not_found (no such database);
/// unsupported (a layout that lacks something); disk_full, read_only, locked, wrong_format (a value
/// that the server does not take), internal. One thread an object.
class Connection {
  public:
    /// `stop` must outlive it.
    static base::Result<std::unique_ptr<Connection>> open(const Database& database,
                                                          const base::StopSignal& stop,
                                                          const Patience& patience = {});
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// One statement. Outside begin() and commit() it is a transaction of its own, and is committed
    /// when this returns.
    base::Result<Rows> run(const std::string& sql, const Values& values = {});
    base::Result<void> begin();
    base::Result<void> commit();
    void roll_back();
    /// SQLSTATE of the last fault ("23505"); empty: it came from no server.
    const std::string& sql_state() const { return sql_state_; }
    /// Nothing can be done with it any more.
    bool is_broken() const;

  private:
    Connection(const base::StopSignal& stop, const Patience& patience, std::string where);
    base::Result<void> connect(const Database& database);
    base::Result<void> wait(short events, std::int64_t deadline_ms) const;
    base::Result<void> send(const std::string& sql, const Values& values, std::int64_t deadline_ms);
    base::Result<Rows> receive(std::int64_t deadline_ms);
    base::Fault fault_of(const pg_result* result);
    base::Fault connection_fault(bool in_tls) const;

    struct Finish {
        void operator()(pg_conn* connection) const;
    };
    const base::StopSignal& stop_;
    Patience patience_;
    std::string where_, sql_state_;
    std::unique_ptr<pg_conn, Finish> connection_;
    bool abandoned_ = false;  ///< an answer is still on its way, and nobody waits for it
};

}  // namespace candor::fleet
