#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>

#include "consult/keys/keys.h"
#include "courier_process.h"
#include "desk_process.h"
#include "fhir_server.h"
#include "kiosk_process.h"
#include "person.h"
#include "postgres_server.h"
#include "program.h"
#include "scratch_folder.h"
#include "visits.h"

// From the glass to the clinic's record, every part as a real program: an X server each for kiosk
// and desk, PostgreSQL between them, a FHIR server behind the desk, the staff's command line.

namespace candor::journeys {
namespace {

constexpr const char* kClinicPassphrase = "open sesame";
constexpr unsigned long kReturn = 0xff0d;  // X11's keysymdef.h

class ManyKiosks : public testing::Test {
  protected:
    void SetUp() override {
        if (!platform::XServer::is_installed())
            FAIL() << "needs Xvfb: apt-get install xvfb (packaging/dependencies.txt)";
        base::SecretString passphrase(64);
        passphrase.assign(kClinicPassphrase);
        ASSERT_TRUE(consult::create_clinic_keys(key(), passphrase));
        std::ofstream(folder / "passphrase") << kClinicPassphrase << '\n';
        database = postgres.fresh_database();
        std::filesystem::create_directories(folder / "kiosk/state");
        std::filesystem::create_directories(folder / "desk");
        std::ofstream(folder / "kiosk/state/kiosk.yaml")
            << "delivery:\n  database: \"" << postgres.url("kiosk.north.hall", database)
            << "\"\n  clinic: north\n  kiosk: hall\n";
        ASSERT_TRUE(records.started()) << "needs python3 (packaging/dependencies.txt)";
    }

    std::filesystem::path key() const { return folder / "clinic.key"; }
    std::string desks_url() const { return postgres.url("desk.north.front", database); }

    std::string asks_to_be_called(Person& person) {
        person.touch(Role::button, "Touch to start");
        answers_the_self_check(person, ordinary_answers());
        person.touch(Role::button, "See what this may mean");
        person.touch(Role::button, "Ask the clinic to call me");
        person.writes("First name", "Quillimara");
        person.writes("Phone", "0532 456 78 90");
        person.touch(Role::checkbox,
                     "Send my answers and the result too, so the clinician can prepare");
        person.touch(Role::checkbox, "I agree that the clinic may contact me about this");
        person.touch(Role::button, "Send my request");
        EXPECT_TRUE(person.is_on("confirmation"));
        return reference_on(kiosk->tree()).value_or("");
    }

    void unlocks(DeskProcess& desk, Person& staff) {
        EXPECT_TRUE(staff.sees(Role::textbox, "Passphrase"));
        desk.types(kClinicPassphrase);
        desk.presses(kReturn);
    }
    Printed inbox(const std::vector<std::string>& words) {
        std::vector<std::string> all{built("candor"), "inbox"};
        all.insert(all.end(), words.begin(), words.end());
        all.insert(all.end(), {"--database", desks_url()});
        return run_program(all);
    }
    Printed opened(const std::vector<std::string>& words) {
        auto all = words;
        all.insert(all.end(), {"--key", key(), "--passphrase-file", folder / "passphrase"});
        return inbox(all);
    }

    ScratchFolder folder;
    fleet::PostgresServer& postgres = fleet::PostgresServer::instance();
    fleet::FhirTestServer records;
    std::string database;
    std::unique_ptr<KioskProcess> kiosk;
};

TEST_F(ManyKiosks, call_for_help_reaches_a_desk_elsewhere_and_its_answer_who_called) {
    std::ofstream(folder / "kiosk/state/kiosk.yaml", std::ios::app) << "help_from: Kiosk 2\n";
    const platform::XServer hall("1080x1920x24");
    const CourierProcess courier(folder / "kiosk/state");
    kiosk = std::make_unique<KioskProcess>(
        hall, folder / "kiosk",
        std::vector<std::string>{"--clinic-key", consult::public_path(key())});
    Person patient(*kiosk);
    patient.touch(Role::button, "Touch to start");
    patient.touch(Role::button, "Ask staff");
    patient.touch(Role::button, "Ask someone to come here");
    EXPECT_TRUE(patient.reads("The front desk has been told"));

    const platform::XServer front("1366x768x24");
    DeskProcess desk(front, folder / "desk",
                     {"--database", desks_url(), "--key", key(), "--name", "Ada"});
    Person staff(desk);
    EXPECT_TRUE(staff.reads("Someone at Kiosk 2 would like help")) << "while it is locked";
    desk.clicks(Role::button, "I am going there");
    EXPECT_TRUE(patient.reads("Someone is on the way to you"));
    EXPECT_TRUE(desk.await([](const ui::Tree& tree) {
        return tree.find(Role::button, "I am going there") == nullptr;
    }));
}

TEST_F(ManyKiosks, request_goes_over_the_server_to_the_desk_and_into_the_record) {
    // The server is down and the power fails: the request waits on the kiosk.
    const platform::XServer hall("1080x1920x24");
    postgres.stop_at_once();
    kiosk = std::make_unique<KioskProcess>(
        hall, folder / "kiosk",
        std::vector<std::string>{"--clinic-key", consult::public_path(key())});
    CourierProcess courier(folder / "kiosk/state");
    Person patient(*kiosk);
    const std::string reference = asks_to_be_called(patient);
    ASSERT_NE(reference, "");
    kiosk->is_killed();
    courier.is_killed();
    postgres.start();
    courier.is_started();
    kiosk->is_started();

    // It arrives at a desk that knows nothing but the server and the key.
    const platform::XServer front("1366x768x24");
    DeskProcess desk(
        front, folder / "desk",
        {"--database", desks_url(), "--key", key(), "--name", "Ada", "--fhir", records.at("ok")});
    Person staff(desk);
    unlocks(desk, staff);
    desk.clicks(Role::listitem, "Quillimara");
    EXPECT_TRUE(staff.sees(Role::heading, "Quillimara"));
    EXPECT_TRUE(staff.reads(reference));
    EXPECT_EQ(staff.thing(Role::row, "How old are you?").value, "30 to 44");

    // What was done at the desk outlives it.
    desk.clicks(Role::button, "Mark as called");
    EXPECT_TRUE(desk.await([](const ui::Tree& tree) {
        const ui::Node* called = tree.find(Role::tab, "Called");
        return called != nullptr && called->value == "1";
    }));
    desk.is_killed_and_started_again();
    unlocks(desk, staff);
    desk.clicks(Role::tab, "Called");
    desk.clicks(Role::listitem, "Quillimara");

    // Into the record, once, whoever sends it again.
    desk.clicks(Role::button, "Send to record");
    EXPECT_TRUE(staff.reads("The record has it"));
    const Printed again = opened({"send", reference, "--to", records.at("ok")});
    EXPECT_EQ(again.status, 0);
    EXPECT_EQ(again.out.find("created"), std::string::npos) << again.out;
    EXPECT_NE(again.out.find("there"), std::string::npos) << again.out;

    const Printed exported = opened({"export", reference, "--format", "fhir"});
    ASSERT_EQ(exported.status, 0);
    const auto bundle = nlohmann::json::parse(exported.out);
    EXPECT_EQ(bundle["resourceType"], "Bundle");
    EXPECT_EQ(bundle["entry"].size(), 5U) << exported.out;
    EXPECT_NE(exported.out.find("Quillimara"), std::string::npos);
    const Printed verified = opened({"verify"});
    EXPECT_EQ(verified.status, 0) << verified.out;
    EXPECT_NE(verified.out.find("opened   1 of 1\n"), std::string::npos) << verified.out;
    // The desk that opened it first has said so in the record.
    EXPECT_NE(verified.out.find("1 entered after they had come"), std::string::npos);
    EXPECT_EQ(verified.out.find("not in the record yet"), std::string::npos);
}

}  // namespace
}  // namespace candor::journeys
