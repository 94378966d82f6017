#include "../fleet/fhir_server.h"
#include "sent_request.h"

namespace candor::ctl {
namespace {

class InboxSend : public testing::Test {
  protected:
    Printed send(const std::string& url) const {
        return candor({"inbox", "send", state_.reference(), "--to", url, "--state",
                       state_.folder().string(), "--key", state_.folder() / "demo-clinic.key"});
    }
    SentRequest state_;
    fleet::FhirTestServer server_;
};

}  // namespace

TEST_F(InboxSend, accepted_names_what_was_created_and_twice_what_is_there) {
    const Printed first = send(server_.at("ok")), second = send(server_.at("ok"));
    EXPECT_EQ(first.status, 0) << first.err;
    EXPECT_TRUE(has(first.out, "created  Patient/1/_history/1"));
    EXPECT_TRUE(has(first.out, "created  Task/"));
    EXPECT_EQ(second.status, 0) << second.err;
    EXPECT_TRUE(has(second.out, "there    Patient/1/_history/1"));
    EXPECT_FALSE(has(second.out, "created"));
}

TEST_F(InboxSend, refused_says_so_in_the_servers_words) {
    const Printed printed = send(server_.at("refuse"));
    EXPECT_EQ(printed.status, 1);
    EXPECT_TRUE(has(printed.err, "The server refused the request"));
    EXPECT_TRUE(has(printed.err, "error: Patient.name is missing (Patient.name)"));
}

TEST_F(InboxSend, refusal_by_a_code_alone_is_told_in_our_words) {
    const Printed printed = send(server_.at("rule"));
    EXPECT_EQ(printed.status, 1);
    EXPECT_TRUE(
        has(printed.err, "error: a rule of its own forbids it [business-rule] (Task.owner)"));
}

TEST_F(InboxSend, unreachable_says_that_nothing_is_lost) {
    const Printed printed = send("http://127.0.0.1:9/fhir");
    EXPECT_EQ(printed.status, 1);
    EXPECT_TRUE(has(printed.err, "could not be reached"));
    EXPECT_TRUE(has(printed.err, "Nothing is lost"));
}

TEST_F(InboxSend, page_instead_of_FHIR_is_named_on_one_line) {
    const Printed gateway = send(server_.at("html"));
    EXPECT_EQ(gateway.status, 1);
    EXPECT_TRUE(has(gateway.err, "HTTP 502"));
    EXPECT_TRUE(has(gateway.err, "not with FHIR: \"502 Bad Gateway\"")) << gateway.err;
    const Printed portal = send(server_.at("portal"));
    EXPECT_EQ(portal.status, 1);
    EXPECT_TRUE(has(portal.err, "not that of a FHIR server")) << portal.err;
    EXPECT_TRUE(has(portal.err, "sending twice does no harm"));
}

TEST_F(InboxSend, hostile_answer_is_told_as_no_FHIR) {
    for (const char* path : {"number", "deep", "types"}) {
        const Printed printed = send(server_.at(path));
        EXPECT_EQ(printed.status, 1) << path;
        EXPECT_TRUE(has(printed.err, "not that of a FHIR server")) << printed.err;
    }
    EXPECT_EQ(send(server_.at("issues")).status, 1);
    EXPECT_LT(send(server_.at("issues")).err.size(), 10'000U);
}

TEST_F(InboxSend, another_machine_without_TLS_is_refused_before_anything_is_sent) {
    const Printed printed = send("http://fhir.example.org/r4");
    EXPECT_EQ(printed.status, 1);
    EXPECT_TRUE(has(printed.err, "without TLS"));
}

}  // namespace candor::ctl
