#pragma once
#include <string>
#include <utility>

#include "base/finding.h"

namespace candor::pack {

/// What a check adds its findings to.
class FindingList {
  public:
    explicit FindingList(base::Findings& out) : out_(out) {}

    void warning(std::string file, int line, const char* code, std::string message,
                 std::string remedy) {
        add(base::Severity::warning, std::move(file), line, code, std::move(message),
            std::move(remedy));
    }
    void error(std::string file, int line, const char* code, std::string message,
               std::string remedy) {
        add(base::Severity::error, std::move(file), line, code, std::move(message),
            std::move(remedy));
    }
    void advice(std::string file, int line, const char* code, std::string message,
                std::string remedy) {
        add(base::Severity::advice, std::move(file), line, code, std::move(message),
            std::move(remedy));
    }

  private:
    void add(base::Severity severity, std::string file, int line, const char* code,
             std::string message, std::string remedy) {
        out_.push_back(
            {std::move(file), line, severity, code, std::move(message), std::move(remedy)});
    }
    base::Findings& out_;
};

}  // namespace candor::pack
