#pragma once
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <string>
#include <vector>

namespace candor::fleet {

/// The FHIR server of fhir_server.py, while it lives; with a certificate and its key it speaks TLS.
class FhirTestServer {
  public:
    explicit FhirTestServer(const std::string& certificate = {}, const std::string& key = {}) {
        int in[2], out[2];
        if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0) return;
        child_ = ::fork();
        if (child_ == 0) {
            ::dup2(in[0], 0);
            ::dup2(out[1], 1);
            const std::string script =
                std::string(CANDOR_SOURCE_DIR) + "/tests/fleet/fhir_server.py";
            std::array<const char*, 5> words{"python3", script.c_str(), nullptr, nullptr, nullptr};
            if (!certificate.empty()) words[2] = certificate.c_str(), words[3] = key.c_str();
            ::execvp("python3", const_cast<char* const*>(words.data()));
            ::_exit(127);
        }
        ::close(in[0]);
        ::close(out[1]);
        input_ = in[1];
        char letter = 0;
        while (::read(out[0], &letter, 1) == 1 && letter != '\n') port_ += letter;
        ::close(out[0]);
    }
    ~FhirTestServer() {
        ::close(input_);
        int status = 0;
        if (child_ > 0) ::waitpid(child_, &status, 0);
    }
    FhirTestServer(const FhirTestServer&) = delete;
    FhirTestServer& operator=(const FhirTestServer&) = delete;

    bool started() const { return !port_.empty(); }
    std::string at(const std::string& path, const std::string& host = "127.0.0.1",
                   const std::string& scheme = "http") const {
        return scheme + "://" + host + ":" + port_ + "/" + path;
    }

  private:
    pid_t child_ = -1;
    int input_ = -1;
    std::string port_;
};

}  // namespace candor::fleet
