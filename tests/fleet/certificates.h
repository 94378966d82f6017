#pragma once
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace candor::fleet {

/// Certificates by openssl, as files of one folder.
class Certificates {
  public:
    explicit Certificates(std::filesystem::path folder) : folder_(std::move(folder)) {}
    std::string file(const std::string& name) const { return (folder_ / name).string(); }
    /// NAME.pem and NAME.key.
    void authority(const std::string& name) const {
        shell(
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
            " -subj /CN=" +
            name + " -keyout " + file(name + ".key") + " -out " + file(name + ".pem"));
    }
    /// server.crt and server.key for `host`, which end after `days`; below 0: which have ended.
    void issue(const std::string& by, const std::string& host, int days) const {
        std::ofstream(file("names")) << "subjectAltName = DNS:" << host << '\n';
        shell("openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=" +
              host + " -keyout " + file("server.key") + " -out " + file("server.csr"));
        shell("openssl x509 -req -in " + file("server.csr") + " -CA " + file(by + ".pem") +
              " -CAkey " + file(by + ".key") + " -CAcreateserial " + lifetime(days) + " -extfile " +
              file("names") + " -out " + file("server.crt"));
    }
    void shell(const std::string& command) const {
        ASSERT_EQ(std::system((command + " 2>/dev/null").c_str()), 0) << command;
    }

  private:
    // openssl takes days below 0 until 3.3, and dates instead since 3.4.
    static std::string lifetime(int days) {
        const bool takes_dates =
            std::system("openssl x509 -help 2>&1 | grep -q -e -not_after") == 0;
        if (days < 0 && takes_dates)
            return "-not_before 20200101000000Z -not_after 20200102000000Z";
        return "-days " + std::to_string(days);
    }

    std::filesystem::path folder_;
};

}  // namespace candor::fleet
