#include <benchmark/benchmark.h>

#include <cstdio>

#include "consult/store/sqlite_inbox.h"
#include "desk/shell/desk.h"
#include "made_up.h"
#include "platform/headless/headless_window.h"

// Ten thousand requests: opening them, a frame while they scroll, and a letter typed into the
// search until its frame is there. None of it may be felt: a display's frame is 16.7 ms.

namespace candor::desk {
namespace {

constexpr int kRequests = 10'000;

/// An inbox in memory, which is filled once.
class FullInbox final : public consult::Inbox {
  public:
    static const std::vector<consult::InboxRow>& all() {
        static const auto rows = [] {
            std::vector<consult::InboxRow> out;
            for (int i = 0; i < kRequests; ++i) {
                consult::InboxRow row;
                row.request = {id_of(i), "K7Q4FM8",           minutes_before_noon(kRequests - i),
                               "new",    key().fingerprint(), {}};
                row.request.sealed = sealed_request(person_of(i), id_of(i), key());
                row.entered = true;
                row.kiosk = "kiosk " + std::to_string(i % 9 + 1);
                out.push_back(std::move(row));
            }
            return out;
        }();
        return rows;
    }
    static const consult::PublicKey& key() {
        static const consult::PublicKey made = [] {
            std::string name = "/tmp/candor-desk-bench-XXXXXX";
            folder() = ::mkdtemp(name.data());
            return consult::create_clinic_keys(folder() / "clinic.key", base::SecretString(1))
                .value();
        }();
        return made;
    }
    static std::filesystem::path& folder() {
        static std::filesystem::path path;
        return path;
    }

    base::Result<std::int64_t> version() override { return 1; }
    base::Result<std::vector<consult::InboxRow>> rows() override { return all(); }
    base::Result<consult::InboxRow> row(const std::string&) override { return all().front(); }
    base::Result<consult::InboxRow> set_progress(const std::string&, std::int64_t,
                                                 consult::Progress, const std::string&,
                                                 const std::string&) override {
        return all().front();
    }
    base::Result<void> add_note(const std::string&, const std::vector<std::uint8_t>&,
                                const std::string&, const std::string&) override {
        return {};
    }
    base::Result<std::vector<consult::Change>> changes(const std::string&) override {
        return std::vector<consult::Change>{};
    }
    base::Result<consult::ChainReport> verify() override { return consult::ChainReport{}; }
    base::Result<void> enter(const std::vector<consult::Change>&) override { return {}; }
    base::Result<int> purge(const std::string&, const std::string&, const std::string&) override {
        return 0;
    }
};

struct FullDesk {
    FullDesk() : window(1366, 768) {
        FullInbox::all();
        Options options;
        options.assets = CANDOR_SOURCE_DIR "/assets";
        options.decoder = CANDOR_BINARY_DIR "/bin/candor-decode";
        options.key = FullInbox::folder() / "clinic.key";
        const auto open = []() -> base::Result<std::unique_ptr<consult::Inbox>> {
            return std::make_unique<FullInbox>();
        };
        desk = Desk::create(options, window, [this] { return ++now_ms; }, {open}).value();
        desk->settle();
    }
    void send(platform::Event event) {
        now_ms += 20;
        event.time_ms = now_ms;
        desk->turn({event});
    }
    std::int64_t now_ms = 1'000'000;
    platform::HeadlessWindow window;
    std::unique_ptr<Desk> desk;
};

FullDesk& full_desk() {
    static FullDesk desk;
    return desk;
}

void opening_ten_thousand(benchmark::State& state) {
    const auto key = (FullInbox::key(), consult::load_secret_key(FullInbox::folder() / "clinic.key",
                                                                 base::SecretString(1)))
                         .value();
    for (auto _ : state) {
        Requests requests;
        for (const consult::InboxRow& row : FullInbox::all())
            requests.add(open_entry(row, key, key.public_key().fingerprint()));
        benchmark::DoNotOptimize(requests.all().size());
    }
}
BENCHMARK(opening_ten_thousand)->Unit(benchmark::kMillisecond);

void frame_while_scrolling(benchmark::State& state) {
    FullDesk& at = full_desk();
    platform::Event wheel;
    wheel.kind = platform::EventKind::wheel;
    wheel.at = {400, 500};
    wheel.delta_y = -700;
    for (auto _ : state) at.send(wheel);
}
BENCHMARK(frame_while_scrolling)->Unit(benchmark::kMillisecond);

void frame_after_a_jump(benchmark::State& state) {
    FullDesk& at = full_desk();
    int by = 997;
    for (auto _ : state) {
        at.desk->apply(MoveSelection{by, false});
        at.now_ms += 20;
        at.desk->turn({});
        by = at.desk->state().inbox.index + 2000 > kRequests ? -kRequests : 997;
    }
}
BENCHMARK(frame_after_a_jump)->Unit(benchmark::kMillisecond);

void letter_of_a_search(benchmark::State& state) {
    FullDesk& at = full_desk();
    const std::string words = "jonas 9 53";
    std::size_t i = 0;
    for (auto _ : state) {
        if (i == words.size()) {
            at.desk->apply(ClearFilters{});
            i = 0;
        }
        at.desk->apply(
            EditField{Field::search, {ui::Edit::Kind::type, std::string(1, words[i++]), 0, false}});
        at.now_ms += 20;
        at.desk->turn({});
    }
}
BENCHMARK(letter_of_a_search)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace candor::desk

BENCHMARK_MAIN();
