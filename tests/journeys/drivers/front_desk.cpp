#include "front_desk.h"

#include <stdexcept>

#include "consult/keys/demonstration_keys.h"
#include "consult/keys/keys.h"
#include "consult/keys/seal.h"
#include "consult/request/reference.h"
#include "consult/store/queue.h"

namespace candor::journeys {
namespace {

template <typename T>
T expected(base::Result<T> result) {
    if (!result) throw std::runtime_error(result.error().where + ": " + result.error().detail);
    return std::move(*result);
}

}  // namespace

std::vector<Received> received_at(const std::filesystem::path& state) {
    std::vector<Received> out;
    const auto queue =
        expected(consult::Queue::open(state / "consult.db", consult::OpenMode::read));
    const auto key = expected(
        consult::load_secret_key(consult::demonstration_key_file(state), base::SecretString(1)));
    for (const auto& row : expected(queue->list())) {
        const auto bundle = expected(consult::open(row.sealed, key));
        out.push_back({consult::display_reference(row.reference),
                       expected(consult::read_bundle(bundle.view()))});
    }
    return out;
}

}  // namespace candor::journeys
