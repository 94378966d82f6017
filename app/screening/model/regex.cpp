#include "screening/model/regex.h"

#include <re2/re2.h>

#include <utility>

namespace candor::screening {
namespace {

constexpr std::size_t kLongest = 4'096;
constexpr std::int64_t kMemory = 2 << 20;

}  // namespace

Regex::Regex(std::string source, std::unique_ptr<re2::RE2> compiled)
    : source_(std::move(source)), compiled_(std::move(compiled)) {}

Regex::~Regex() = default;

std::shared_ptr<const Regex> Regex::compile(const std::string& source, std::string& why) {
    if (source.size() > kLongest) {
        why = "it is longer than 4,096 bytes";
        return nullptr;
    }
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(kMemory);
    auto compiled = std::make_unique<re2::RE2>(source, options);
    if (!compiled->ok()) {
        why = compiled->error();
        return nullptr;
    }
    return std::shared_ptr<const Regex>(new Regex(source, std::move(compiled)));
}

int Regex::cost() const { return compiled_->ProgramSize(); }

bool Regex::matches(std::string_view text) const {
    return re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *compiled_);
}

}  // namespace candor::screening
