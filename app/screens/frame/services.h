#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "pack/search/search.h"

namespace candor::screens {

struct State;
enum class Help;

/// The world outside the state, as the kiosk provides it. One thread.
class Services {
  public:
    virtual ~Services() = default;
    /// Seals and commits the visit's request; its reference once it is durable.
    virtual base::Result<std::string> send_request(const State& state) = 0;
    virtual std::vector<pack::SearchHit> search(const std::string& language,
                                                std::string_view words) = 0;
    /// For words that find nothing: what the packs have that is nearest to them.
    virtual std::vector<std::string> nearest_words(const std::string& language,
                                                   std::string_view words) = 0;
    /// Prints what the visit takes home; what comes of it arrives in State::visit.take_home.
    virtual void print_leaflet(const State& state) = 0;
    /// Tells the desk that somebody here would like help. Gives how that stands; what becomes of it
    /// arrives in State::visit.help.
    virtual Help call_for_help(const State& state) = 0;
    /// Scrolls of a screen start at the top (a new page, a new question).
    virtual void reset_scroll(std::string_view region) = 0;
    /// What staff do; what comes of it arrives in State::visit.staff.
    virtual void check_staff_code(std::string_view code) = 0;
    virtual void install_pack(const std::string& package) = 0;
    virtual void roll_back_pack(const std::string& id) = 0;
    virtual void cancel_install() = 0;
    virtual void believe_clock() = 0;
    /// The visit is over: forget what belongs to it outside the state.
    virtual void visit_erased() = 0;
};

}  // namespace candor::screens
