#include "screen_reader.h"

#include <atspi/atspi.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <stdexcept>

namespace candor::journeys {
namespace {

constexpr int kPatienceMs = 30'000, kLookMs = 20;

std::string taken(char* words) {
    std::string out = words == nullptr ? "" : words;
    g_free(words);
    return out;
}

/// Lets libatspi take in what came, until `seen` or the patience ends.
bool await(const std::function<bool()>& seen) {
    bool late = false;
    const auto set = [](void* flag) -> gboolean {
        *static_cast<bool*>(flag) = true;
        return G_SOURCE_REMOVE;
    };
    const guint end = g_timeout_add(kPatienceMs, set, &late);
    bool found = seen();
    while (!found && !late) {
        bool due = false;
        const guint look = g_timeout_add(kLookMs, set, &due);
        while (!due && !late) g_main_context_iteration(nullptr, TRUE);
        if (!due) g_source_remove(look);
        found = seen();
    }
    if (!late) g_source_remove(end);
    return found;
}

void on_event(AtspiEvent* event, void* reader) {
    const std::string type = event->type;
    auto* const told = static_cast<ScreenReader*>(reader);
    if (type.rfind("object:state-changed:focused", 0) == 0 && event->detail1 != 0)
        told->take_focus(taken(atspi_accessible_get_name(event->source, nullptr)));
    if (type.rfind("object:text-changed:insert", 0) == 0 && G_VALUE_HOLDS_STRING(&event->any_data))
        told->take_written(g_value_get_string(&event->any_data));
    g_boxed_free(ATSPI_TYPE_EVENT, event);
}

/// What stands in the program's first window, if the program is there.
std::vector<HeardThing> in_window(AtspiAccessible* program) {
    std::vector<HeardThing> out;
    AtspiAccessible* window = atspi_accessible_get_child_at_index(program, 0, nullptr);
    const int count = window == nullptr ? 0 : atspi_accessible_get_child_count(window, nullptr);
    for (int at = 0; at < count; ++at)
        if (auto* child = atspi_accessible_get_child_at_index(window, at, nullptr))
            out.emplace_back(child);
    if (window != nullptr) g_object_unref(window);
    return out;
}

}  // namespace

bool SessionBus::is_installed() {
    return access("/usr/bin/dbus-daemon", X_OK) == 0 &&
           access("/usr/libexec/at-spi-bus-launcher", X_OK) == 0;
}

SessionBus::SessionBus() {
    // What the buses put on the disk goes with them.
    setenv("XDG_RUNTIME_DIR", folder_.path().c_str(), 1);
    setenv("XDG_CACHE_HOME", folder_.path().c_str(), 1);
    int address[2];
    if (pipe2(address, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    pid_ = fork();
    if (pid_ == 0) {
        const int out = dup(address[1]), none = open("/dev/null", O_WRONLY);
        dup2(none, STDERR_FILENO);
        const std::string print = "--print-address=" + std::to_string(out);
        execl("/usr/bin/dbus-daemon", "dbus-daemon", "--session", "--nofork", print.c_str(),
              nullptr);
        _exit(127);
    }
    close(address[1]);
    std::string line;
    char byte = 0;
    while (read(address[0], &byte, 1) == 1 && byte != '\n') line += byte;
    close(address[0]);
    if (line.empty()) throw std::runtime_error("dbus-daemon did not start");
    setenv("DBUS_SESSION_BUS_ADDRESS", line.c_str(), 1);
}

SessionBus::~SessionBus() {
    unsetenv("DBUS_SESSION_BUS_ADDRESS");
    unsetenv("XDG_RUNTIME_DIR");
    unsetenv("XDG_CACHE_HOME");
    kill(pid_, SIGTERM);
    waitpid(pid_, nullptr, 0);
}

HeardThing::HeardThing(AtspiAccessible* accessible)
    : accessible_(accessible, [](AtspiAccessible* it) { g_object_unref(it); }) {}

std::string HeardThing::role() const {
    return taken(atspi_accessible_get_role_name(accessible_.get(), nullptr));
}

std::string HeardThing::name() const {
    return taken(atspi_accessible_get_name(accessible_.get(), nullptr));
}

std::vector<std::string> HeardThing::states() const {
    atspi_accessible_clear_cache(accessible_.get());
    std::vector<std::string> out;
    AtspiStateSet* set = atspi_accessible_get_state_set(accessible_.get());
    GArray* states = atspi_state_set_get_states(set);
    auto* names = static_cast<GEnumClass*>(g_type_class_ref(ATSPI_TYPE_STATE_TYPE));
    for (guint at = 0; at < states->len; ++at)
        if (const auto* name = g_enum_get_value(names, g_array_index(states, int, at)))
            out.emplace_back(name->value_nick);
    g_type_class_unref(names);
    g_array_free(states, TRUE);
    g_object_unref(set);
    return out;
}

bool HeardThing::has(const std::string& state) const {
    const auto all = states();
    return std::find(all.begin(), all.end(), state) != all.end();
}

std::string HeardThing::text() const {
    return taken(atspi_text_get_text(ATSPI_TEXT(accessible_.get()), 0, -1, nullptr));
}

std::string HeardThing::word_at(int offset) const {
    AtspiTextRange* range = atspi_text_get_string_at_offset(ATSPI_TEXT(accessible_.get()), offset,
                                                            ATSPI_TEXT_GRANULARITY_WORD, nullptr);
    std::string out = range == nullptr || range->content == nullptr ? "" : range->content;
    if (range != nullptr) g_boxed_free(ATSPI_TYPE_TEXT_RANGE, range);
    return out;
}

int HeardThing::caret() const {
    return atspi_text_get_caret_offset(ATSPI_TEXT(accessible_.get()), nullptr);
}

bool HeardThing::presses() const {
    return atspi_action_do_action(ATSPI_ACTION(accessible_.get()), 0, nullptr) != FALSE;
}

bool HeardThing::focuses() const {
    return atspi_component_grab_focus(ATSPI_COMPONENT(accessible_.get()), nullptr) != FALSE;
}

bool HeardThing::places_caret(int offset) const {
    return atspi_text_set_caret_offset(ATSPI_TEXT(accessible_.get()), offset, nullptr) != FALSE;
}

bool HeardThing::writes(const std::string& text) const {
    return atspi_editable_text_set_text_contents(ATSPI_EDITABLE_TEXT(accessible_.get()),
                                                 text.c_str(), nullptr) != FALSE;
}

ScreenReader::ScreenReader() {
    if (atspi_init() > 1) throw std::runtime_error("AT-SPI's bus did not start");
    listener_ = atspi_event_listener_new(on_event, this, nullptr);
    for (const char* news : {"object:state-changed:focused", "object:text-changed"})
        atspi_event_listener_register(listener_, news, nullptr);
}

ScreenReader::~ScreenReader() {
    for (const char* news : {"object:state-changed:focused", "object:text-changed"})
        atspi_event_listener_deregister(listener_, news, nullptr);
    g_object_unref(listener_);
}

std::vector<HeardThing> ScreenReader::things(const std::string& program) const {
    std::vector<HeardThing> out;
    AtspiAccessible* desktop = atspi_get_desktop(0);
    const int count = atspi_accessible_get_child_count(desktop, nullptr);
    for (int at = 0; at < count && out.empty(); ++at) {
        AtspiAccessible* each = atspi_accessible_get_child_at_index(desktop, at, nullptr);
        if (each == nullptr) continue;
        if (taken(atspi_accessible_get_name(each, nullptr)) == program) out = in_window(each);
        g_object_unref(each);
    }
    g_object_unref(desktop);
    return out;
}

HeardThing ScreenReader::finds(const std::string& program, const std::string& role,
                               const std::string& name) {
    std::vector<HeardThing> found;
    const bool there = await([&] {
        found = things(program);
        std::erase_if(found, [&](const HeardThing& each) {
            return each.role() != role || each.name() != name;
        });
        return !found.empty();
    });
    if (!there) throw std::runtime_error("the reader finds no " + role + " \"" + name + "\"");
    return found.front();
}

bool ScreenReader::hears_focus_on(const std::string& name) {
    return await(
        [&] { return std::find(focused_.begin(), focused_.end(), name) != focused_.end(); });
}

bool ScreenReader::hears_written(const std::string& words) {
    return await([&] { return written_.find(words) != std::string::npos; });
}

}  // namespace candor::journeys
