#include "base/last_catch.h"

#include <cxxabi.h>

#include <csignal>
#include <cstdlib>
#include <memory>
#include <new>
#include <system_error>
#include <typeinfo>

#include "base/disk.h"
#include "base/log.h"

namespace candor::base {
namespace {

std::string name_of_type(const std::type_info& type) {
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> name(
        abi::__cxa_demangle(type.name(), nullptr, nullptr, &status), &std::free);
    return status == 0 ? name.get() : type.name();
}

bool is_errno(const std::error_code& code) {
    return code.category() == std::generic_category() || code.category() == std::system_category();
}

}  // namespace

Fault fault_of_exception(const std::string& where) {
    try {
        throw;
    } catch (const std::bad_alloc&) {
        return {FaultKind::too_large, where, "no memory"};
    } catch (const std::system_error& error) {
        if (is_errno(error.code())) return fault_of_errno(error.code().value(), where);
        return {FaultKind::internal, where, error.code().message()};
    } catch (const std::exception& error) {
        return {FaultKind::internal, where, "unexpected " + name_of_type(typeid(error))};
    } catch (...) {
        return {FaultKind::internal, where, "unexpected, and no std::exception"};
    }
}

void run_contained(const std::string& where, const std::function<void()>& work) {
    if (const auto done = contained(where, work); !done) log(done.error());
}

int run_program(const std::function<int()>& program) {
    std::signal(SIGPIPE, SIG_IGN);
    const auto status = contained("this program", program);
    if (status) return *status;
    log(status.error());
    return 1;
}

}  // namespace candor::base
