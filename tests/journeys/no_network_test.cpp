#include <gtest/gtest.h>
#include <sys/stat.h>

#include <array>
#include <csignal>
#include <fstream>
#include <future>
#include <sstream>

#include "bad_machine.h"
#include "consult/keys/keys.h"
#include "kiosk_process.h"
#include "person.h"
#include "program.h"
#include "program_in_window.h"
#include "scratch_folder.h"

// The kiosk has no network: it is linked to nothing that could reach one, and opens no socket but
// the display's.

namespace candor::journeys {
namespace {

namespace fs = std::filesystem;

const std::array<const char*, 5> kNetworks = {"libpq", "libcurl", "libldap", "libssh",
                                              "libnghttp2"};

std::string libraries_of(const char* program) {
    return run_program({"/usr/bin/ldd", built(program)}).out;
}

/// The kiosk, with each socket that it or its children open written into the FIFO `trace`, by a
/// grandchild (-D), so that the kiosk itself is what is told to end.
class TracedKiosk final : public ProgramInWindow {
  public:
    TracedKiosk(const platform::XServer& server, const fs::path& folder, const fs::path& trace,
                const std::string& key)
        : ProgramInWindow(
              server, folder,
              {"/usr/bin/strace", "-D", "-f", "-qq", "-e", "trace=socket,connect,bind", "-o", trace,
               built("candor-kiosk"), "--state", folder / "state", "--size", "1080x1920",
               "--content", shipped_content_folder(), "--clinic-key", key}) {}

  private:
    static std::string shipped_content_folder() {
        return (fs::path(CANDOR_SOURCE_DIR) / "content").string();
    }
};

}  // namespace

TEST(NoNetwork, kiosk_loads_no_library_of_one) {
    const std::string loaded = libraries_of("candor-kiosk");
    ASSERT_NE(loaded.find("libsodium"), std::string::npos) << loaded;
    for (const char* library : kNetworks)
        EXPECT_EQ(loaded.find(library), std::string::npos) << library << " in\n" << loaded;
    // It would be seen.
    EXPECT_NE(libraries_of("candor-courier").find("libpq"), std::string::npos);
}

TEST(NoNetwork, what_has_one_loads_no_reader_of_packs) {
    const std::string loaded = libraries_of("candor-courier");
    for (const char* library : {"libarchive", "libmd4c", "libre2"})
        EXPECT_EQ(loaded.find(library), std::string::npos) << library << " in\n" << loaded;
    EXPECT_NE(libraries_of("candor-kiosk").find("libarchive"), std::string::npos);
}

TEST(NoNetwork, kiosk_calls_nothing_that_connects) {
    // Its own code alone; the display's connection is libX11's. socket() and sendto() are its word
    // to the service manager (base/service_manager.h): AF_UNIX, and its unit allows nothing else.
    const std::string calls =
        run_program({"/usr/bin/readelf", "--dyn-syms", "-W", built("candor-kiosk")}).out;
    ASSERT_NE(calls.find(" socketpair@"), std::string::npos) << "how it talks to the decoder";
    // A socket it has for the service manager alone, of AF_UNIX: the next test looks at each.
    for (const char* call : {" connect@", " bind@", " getaddrinfo@"})
        EXPECT_EQ(calls.find(call), std::string::npos) << call;
}

TEST(NoNetwork, kiosk_that_sends_a_request_opens_no_socket_but_the_displays) {
    if (!BadMachine::can_be_had()) GTEST_SKIP() << "LeakSanitizer runs under no tracer";
    if (!platform::XServer::is_installed() || !fs::exists("/usr/bin/strace"))
        FAIL() << "needs Xvfb and strace: apt-get install xvfb strace (packaging/dependencies.txt)";
    const ScratchFolder folder;
    const platform::XServer server("1080x1920x24");
    fs::create_directories(folder / "state");
    ASSERT_TRUE(consult::create_clinic_keys(folder / "clinic.key", base::SecretString(1)));
    std::ofstream(folder / "state/kiosk.yaml")
        << "delivery: {database: \"postgresql://kiosk.n.h@127.0.0.1/candor\", clinic: n, kiosk: "
           "h}\n";
    const fs::path trace = folder / "trace";
    ASSERT_EQ(::mkfifo(trace.c_str(), 0600), 0);
    auto traced = std::async(std::launch::async, [&] { return text_of(trace); });
    {
        TracedKiosk kiosk(server, folder.path(), trace,
                          consult::public_path(folder / "clinic.key"));
        Person person(kiosk);
        person.touch(Role::button, "Touch to start");
        person.touch(Role::button, "Ask staff");
        person.touch(Role::button, "Ask the clinic to call me");
        person.writes("First name", "Ann");
        person.writes("Phone", "0532 456 78 90");
        person.touch(Role::checkbox, "I agree that the clinic may contact me about this");
        person.touch(Role::button, "Send my request");
        ASSERT_TRUE(person.is_on("confirmation"));
        EXPECT_EQ(kiosk.ends_on(SIGTERM), 0);
    }
    std::istringstream calls(traced.get());
    int displays = 0;
    for (std::string line; std::getline(calls, line);) {
        if (line.find("AF_") == std::string::npos) continue;  // how something ended
        ++displays;
        EXPECT_NE(line.find("AF_UNIX"), std::string::npos) << line;
    }
    EXPECT_GT(displays, 0) << "the trace saw nothing";
}

}  // namespace candor::journeys
