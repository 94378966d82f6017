#include <CLI/CLI.hpp>
#include <iomanip>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "base/clock.h"
#include "consult/store/counts.h"
#include "ctl/fault_text.h"
#include "ctl/verbs.h"

namespace candor::ctl {
namespace {

using consult::Counted;
using consult::DayCount;

struct StatsOptions {
    std::string state, format = "text";
};

/// The numbers of one day, by what and page.
using Day = std::map<std::pair<Counted, std::string>, std::int64_t>;
using Days = std::map<std::string, Day, std::greater<>>;

constexpr int kWidth = 14, kDayWidth = 12, kPageWidth = 40;

Days by_day(const std::vector<DayCount>& counts) {
    Days days;
    for (const auto& count : counts) days[count.day][{count.what, count.page}] = count.number;
    return days;
}

/// Spaces before a number, or before the dash of one that is not shown; a dash is three bytes long.
std::string cell(const Day& day, Counted what, const std::string& page) {
    const auto found = day.find({what, page});
    const std::string text = found == day.end() ? "–" : std::to_string(found->second);
    const std::size_t width = found == day.end() ? 1 : text.size();
    return std::string(kWidth - width, ' ') + text;
}

void print_totals(const Days& days) {
    std::cout << std::left << std::setw(kDayWidth) << "day" << std::right << std::setw(kWidth)
              << "visits" << std::setw(kWidth) << "self-checks" << std::setw(kWidth) << "requests"
              << '\n';
    for (const auto& [name, day] : days)
        std::cout << std::left << std::setw(kDayWidth) << name
                  << cell(day, Counted::visit_started, {})
                  << cell(day, Counted::self_check_finished, {})
                  << cell(day, Counted::request_sent, {}) << '\n';
}

void print_pages(const Days& days) {
    std::cout << '\n'
              << std::left << std::setw(kDayWidth) << "day" << std::setw(kPageWidth) << "page"
              << std::right << std::setw(kWidth) << "opened" << std::setw(kWidth) << "right answers"
              << '\n';
    for (const auto& [name, day] : days)
        for (const auto& [key, number] : day)
            if (key.first == Counted::page_opened)
                std::cout << std::left << std::setw(kDayWidth) << name << std::setw(kPageWidth)
                          << key.second << cell(day, Counted::page_opened, key.second)
                          << cell(day, Counted::quick_check_right, key.second) << '\n';
}

/// What people found of each topic, where enough said so.
void print_opinions(const Days& days) {
    std::map<std::string, std::set<std::string>> topics;
    for (const auto& [name, day] : days)
        for (const auto& [key, number] : day)
            if (key.first == Counted::found_clear || key.first == Counted::found_unclear)
                topics[name].insert(key.second);
    if (topics.empty()) return;
    std::cout << '\n'
              << std::left << std::setw(kDayWidth) << "day" << std::setw(kPageWidth) << "topic"
              << std::right << std::setw(kWidth) << "clear" << std::setw(kWidth) << "not clear"
              << '\n';
    for (const auto& [name, day] : days)
        for (const std::string& topic : topics[name])
            std::cout << std::left << std::setw(kDayWidth) << name << std::setw(kPageWidth) << topic
                      << cell(day, Counted::found_clear, topic)
                      << cell(day, Counted::found_unclear, topic) << '\n';
}

void print_text(const std::vector<DayCount>& counts) {
    if (counts.empty()) {
        std::cout << "Nothing to show yet: only days that are over, and numbers from "
                  << consult::kFewest << " upward.\n";
        return;
    }
    const Days days = by_day(counts);
    print_totals(days);
    print_pages(days);
    print_opinions(days);
    std::cout << "\nEach number counts visits. – means fewer than " << consult::kFewest
              << ", which could speak of one person; today is not shown.\n";
}

void print_json(const std::vector<DayCount>& counts) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& count : counts) {
        nlohmann::ordered_json one = {{"day", count.day}, {"what", consult::name_of(count.what)}};
        if (!count.page.empty()) one["page"] = count.page;
        one["number"] = count.number;
        list.push_back(std::move(one));
    }
    const nlohmann::ordered_json report = {{"fewest", consult::kFewest},
                                           {"counts", std::move(list)}};
    std::cout << report.dump(2) << '\n';
}

int stats(const StatsOptions& options) {
    const std::filesystem::path file = std::filesystem::path(options.state) / "counts.db";
    auto counts = consult::Counts::open_to_read(file);
    std::error_code unknown;
    const bool none = !counts && counts.error().kind == base::FaultKind::not_found &&
                      std::filesystem::is_directory(options.state, unknown);
    base::Result<std::vector<DayCount>> shown;
    if (!none)
        shown = counts ? (*counts)->shown(base::local_today()) : tl::unexpected(counts.error());
    if (!shown) {
        std::cerr << fault_text(shown.error()) << '\n';
        return 1;
    }
    if (options.format == "json")
        print_json(*shown);
    else
        print_text(*shown);
    return 0;
}

}  // namespace

void add_stats_verb(CLI::App& app, int& exit_status) {
    auto options = std::make_shared<StatsOptions>();
    CLI::App* verb = app.add_subcommand("stats", "How the kiosk is used: numbers that name nobody");
    verb->add_option("--state", options->state, "The kiosk's state folder")->required();
    verb->add_option("--format", options->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}));
    verb->callback([options, &exit_status] { exit_status = stats(*options); });
}

}  // namespace candor::ctl
