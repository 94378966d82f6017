#pragma once
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace candor::base {

/// What went wrong, as a closed set. `ui/fault_text` turns a kind into a sentence for people.
enum class FaultKind {
    not_found,     ///< a file, row, id or page that is not there
    unreadable,    ///< there, but permission or hardware refuses
    wrong_format,  ///< not what the format says (syntax, type, encoding)
    too_large,     ///< past a limit of size, depth, pixels or time
    unsupported,   ///< well formed, but a feature that we refuse by name
    disk_full,     ///< no space left
    read_only,     ///< the disk or folder refuses writes
    locked,        ///< another program holds it
    changed,       ///< somebody else changed it meanwhile: look again, then decide
    damaged,       ///< stored data that fails its own check
    wrong_key,     ///< a key that does not open this
    refused,       ///< a policy says no
    unreachable,   ///< a device or server that does not answer
    cancelled,     ///< stopped on request
    internal       ///< a library failed in a way that we do not know
};

/// A failure: its kind, where (a path, "file:line", a linkId) and a technical detail for the log.
/// Never holds what a person typed. The detail is for reading alone: what a program decides by is
/// the kind, or a field of its own.
struct Fault {
    FaultKind kind = FaultKind::internal;
    std::string where;
    std::string detail;
    /// Is it the same trouble as before (so that a log says it once)?
    bool operator==(const Fault&) const = default;
};

/// The kind's own name, as used in logs and tests ("not_found").
const char* name_of(FaultKind kind);

template <typename T>
using Result = tl::expected<T, Fault>;

/// Shorthand for a failed Result: `return fail(FaultKind::not_found, path, "no such pack");`
inline tl::unexpected<Fault> fail(FaultKind kind, std::string where, std::string detail) {
    return tl::unexpected<Fault>(Fault{kind, std::move(where), std::move(detail)});
}

template <typename T>
T value_of(Result<T>&& result) {
    return *std::move(result);
}
template <typename T>
T value_of(const Result<T>& result) {
    return *result;
}
inline void value_of(Result<void>&&) {}
inline void value_of(const Result<void>&) {}

}  // namespace candor::base

/// What a Result holds; its Fault leaves the function, which gives a Result too. Not twice in one
/// expression: `const auto text = TRY(read_file(path, kMost));`
#define TRY(expression)                                                                  \
    __extension__({                                                                      \
        auto&& tried = (expression);                                                     \
        if (!tried) return tl::unexpected(std::forward<decltype(tried)>(tried).error()); \
        ::candor::base::value_of(std::forward<decltype(tried)>(tried));                  \
    })
