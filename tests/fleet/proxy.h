#pragma once
#include <atomic>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "postgres_server.h"

namespace candor::fleet {

/// The network between a kiosk and the server, on a Unix socket of its own.
class Proxy {
  public:
    enum class Line {
        good,
        silent,      ///< what the client sends is swallowed, and nothing comes back
        lost_answer  ///< cut when the server says that a row is in
    };
    explicit Proxy(const PostgresServer& server);
    ~Proxy();
    Proxy(const Proxy&) = delete;
    Proxy& operator=(const Proxy&) = delete;

    void set(Line line) { line_ = line; }
    std::string url(const std::string& login, const std::string& database) const {
        return server_.url(login, database, folder_);
    }

  private:
    struct Pair {
        int client = -1, server = -1;
    };
    void run();
    void accept_one();
    /// False: the line is cut.
    bool pass(const Pair& pair, int from, int to) const;

    const PostgresServer& server_;
    std::filesystem::path folder_;
    std::atomic<Line> line_ = Line::good;
    int listening_ = -1, stop_ = -1;
    std::vector<Pair> pairs_;
    std::thread thread_;
};

}  // namespace candor::fleet
