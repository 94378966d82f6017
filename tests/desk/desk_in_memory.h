#pragma once
#include <gtest/gtest.h>

#include <filesystem>

#include "base/scratch_folder.h"
#include "consult/keys/seal.h"
#include "consult/store/queue.h"
#include "consult/store/sqlite_inbox.h"
#include "desk/shell/desk.h"
#include "made_up.h"
#include "platform/headless/headless_window.h"
#include "ui/touch.h"

namespace candor::desk {

/// A clinic: a folder with a key and a consult.db, which a kiosk adds to.
class Clinic {
  public:
    static constexpr const char* kPassphrase = "open sesame please";

    /// With a passphrase each opening takes Argon2id's time and 256 MiB.
    enum class Key { open, with_passphrase };
    explicit Clinic(Key kind = Key::open) {
        base::SecretString passphrase(64);
        if (kind == Key::with_passphrase) passphrase.assign(kPassphrase);
        key_ = consult::create_clinic_keys(key_file(), passphrase).value();
        queue_ = consult::Queue::open(database(), consult::OpenMode::append).value();
    }
    std::filesystem::path folder() const { return folder_.path(); }
    std::filesystem::path key_file() const { return folder() / "clinic.key"; }
    std::filesystem::path database() const { return folder() / "consult.db"; }

    /// Somebody sends a request; its id.
    std::string receives(MadeUp person) {
        const std::string id = id_of(++count_);
        person.authored = minutes_before_noon(1000 - count_);
        queue_->append(id, person.authored, key_.fingerprint(), sealed_request(person, id, key_))
            .value();
        return id;
    }
    std::string receives(const std::string& name) {
        MadeUp person;
        person.name = name;
        return receives(person);
    }
    /// Somebody puts a row there that cannot be read.
    void receives_junk() {
        const std::string id = id_of(++count_);
        queue_->append(id, minutes_before_noon(1000 - count_), "0123456789abcdef", {0}).value();
    }
    /// Somebody who has the public key alone seals what they like; the row's reference.
    std::string is_sent(const std::string& id, const std::string& created,
                        const std::string& text) {
        return stores(id, created, consult::seal(text, key_));
    }
    std::string stores(const std::string& id, const std::string& created,
                       const std::vector<std::uint8_t>& sealed) {
        return queue_->append(id, created, key_.fingerprint(), sealed).value();
    }
    std::unique_ptr<consult::Inbox> inbox() const {
        return consult::open_sqlite_inbox(database()).value();
    }

  private:
    base::ScratchFolder folder_ = base::ScratchFolder::in_temp("candor-desk").value();
    consult::PublicKey key_;
    std::unique_ptr<consult::Queue> queue_;
    int count_ = 0;
};

/// A desk on a window in memory, with its own clock, a mouse and a keyboard.
class DeskInMemory {
  public:
    explicit DeskInMemory(const Clinic& clinic, const std::string& who = "Ada",
                          const std::string& language = "en", int width = 1366, int height = 768,
                          Options options = {})
        : window(width, height) {
        options.assets = CANDOR_SOURCE_DIR "/assets";
        options.decoder = CANDOR_BINARY_DIR "/bin/candor-decode";
        options.state = clinic.folder();
        options.key = clinic.key_file();
        options.who = who;
        options.language = language;
        if (options.lp == Options{}.lp) options.lp = "/nonexistent/lp";
        options.reduced_motion = true;
        const auto open = [file = clinic.database()] { return consult::open_sqlite_inbox(file); };
        desk = Desk::create(options, window, [this] { return ++now_ms; }, {open}).value();
        desk->settle();
    }

    void send(platform::Event event) {
        event.time_ms = ++now_ms;
        desk->turn({event});
        desk->settle();
    }
    /// As send(), but what was asked for may be under way still.
    void begins(ui::Role role, const std::string& name) { click(role, name, false); }
    void types(const std::string& text) {
        platform::Event event;
        event.kind = platform::EventKind::text;
        event.text = text;
        send(event);
    }
    void presses(platform::Key key) {
        platform::Event event;
        event.kind = platform::EventKind::key;
        event.key = key;
        send(event);
    }
    void presses_control(const std::string& letter) {
        platform::Event event;
        event.kind = platform::EventKind::key;
        event.key = platform::Key::letter;
        event.text = letter;
        event.control = true;
        send(event);
    }
    void clicks(ui::Role role, const std::string& name) { click(role, name, true); }
    void click(ui::Role role, const std::string& name, bool settle) {
        const ui::Node* node = desk->tree().find(role, name);
        ASSERT_NE(node, nullptr) << name << " is not on\n" << text();
        platform::Event event;
        event.at = {node->rect.x + node->rect.w / 2, node->rect.y + node->rect.h / 2};
        event.time_ms = now_ms += ui::Touch::kDoubleTapMs + 1;
        event.kind = platform::EventKind::pointer_down;
        desk->turn({event});
        event.kind = platform::EventKind::pointer_up;
        desk->turn({event});
        if (settle) desk->settle();
    }
    void unlocks() {
        if (desk->state().vault == Vault::open) return;
        types(Clinic::kPassphrase);
        presses(platform::Key::enter);
    }
    void looks() {
        desk->look();
        desk->settle();
    }
    bool sees(ui::Role role, const std::string& name) const {
        return desk->tree().find(role, name) != nullptr;
    }
    /// Whether some node says these words, maybe among others.
    bool reads(const std::string& words) const { return text().find(words) != std::string::npos; }
    std::string text() const { return ui::to_text(desk->tree(), ui::Rects::with); }
    const State& state() const { return desk->state(); }

    std::int64_t now_ms = 1'000'000;
    platform::HeadlessWindow window;
    std::unique_ptr<Desk> desk;
};

}  // namespace candor::desk
