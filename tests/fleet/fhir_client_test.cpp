#include "fleet/fhir_client.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/socket.h>

#include <thread>

#include "base/stop_signal.h"
#include "certificates.h"
#include "fhir_server.h"
#include "fleet/fhir_words.h"

namespace candor::fleet {
namespace {

using base::FaultKind;

constexpr const char* kBundle = R"({"resourceType":"Bundle","type":"transaction","entry":[
    {"resource":{"resourceType":"Patient"},
     "request":{"method":"POST","url":"Patient","ifNoneExist":"identifier=urn:ietf:rfc:3986|urn:uuid:1"}},
    {"resource":{"resourceType":"Task"},
     "request":{"method":"POST","url":"Task","ifNoneExist":"identifier=urn:ietf:rfc:3986|urn:uuid:2"}}]})";

class FhirClient : public testing::Test {
  protected:
    FhirClient() {
        std::string name = testing::TempDir() + "candor-fhir-XXXXXX";
        folder_ = ::mkdtemp(name.data());
    }
    ~FhirClient() override { std::filesystem::remove_all(folder_); }

    base::Result<FhirAnswer> send(const std::string& url) {
        FhirServer server;
        server.url = url;
        server.ca_file = ca_;
        server.token_file = token_;
        server.answer_ms = answer_ms_;
        return send_bundle(server, kBundle);
    }
    base::Result<FhirAnswer> send_to(const std::string& path) { return send(server_.at(path)); }
    FhirRefused refused_at(const std::string& path) {
        const auto answer = send_to(path);
        const auto* refused = answer ? std::get_if<FhirRefused>(&*answer) : nullptr;
        EXPECT_NE(refused, nullptr) << path;
        return refused == nullptr ? FhirRefused{} : *refused;
    }
    FaultKind fault_at(const std::string& path) {
        const auto answer = send_to(path);
        return answer ? FaultKind::internal : answer.error().kind;
    }
    /// The answer of a server that shows this certificate for localhost.
    base::Result<FhirAnswer> send_by_tls(const std::string& by, const std::string& host, int days) {
        const Certificates certificates(folder_);
        certificates.authority("ours");
        certificates.authority("strangers");
        certificates.issue(by, host, days);
        const FhirTestServer tls(certificates.file("server.crt"), certificates.file("server.key"));
        ca_ = certificates.file("ours.pem");
        return send(tls.at("ok", "localhost", "https"));
    }

    std::filesystem::path folder_, ca_, token_;
    long answer_ms_ = 30'000;
    FhirTestServer server_;
};

}  // namespace

TEST_F(FhirClient, second_send_finds_the_same_resources) {
    const auto first = send_to("ok"), second = send_to("ok");
    ASSERT_TRUE(first && second);
    const auto& created = std::get<FhirAccepted>(*first).resources;
    const auto& found = std::get<FhirAccepted>(*second).resources;
    ASSERT_EQ(created.size(), 2U);
    ASSERT_EQ(found.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_TRUE(created[i].created);
        EXPECT_FALSE(found[i].created);
        EXPECT_EQ(created[i].location, found[i].location);
    }
}

TEST_F(FhirClient, outcome_of_a_refusal_is_told_in_the_servers_words) {
    const FhirRefused refused = refused_at("refuse");
    EXPECT_EQ(refused.status, 422);
    ASSERT_EQ(refused.issues.size(), 2U);
    EXPECT_EQ(refused.issues[0].text, "Patient.name is missing");
    EXPECT_EQ(refused.issues[0].where, "Patient.name");
    EXPECT_EQ(refused.issues[1].text, "odd phone");
}

TEST_F(FhirClient, code_of_an_issue_has_a_reason) {
    const auto reason = [](const std::string& code) {
        return std::string(name_of(reason_of({"error", code, {}, {}})));
    };
    EXPECT_EQ(reason("required"), "form");
    EXPECT_EQ(reason("forbidden"), "rights");
    EXPECT_EQ(reason("not-supported"), "unsupported");
    EXPECT_EQ(reason("multiple-matches"), "known");
    EXPECT_EQ(reason("not-found"), "gone");
    EXPECT_EQ(reason("business-rule"), "rule");
    EXPECT_EQ(reason("conflict"), "conflict");
    EXPECT_EQ(reason("throttled"), "busy");
    EXPECT_EQ(reason("processing"), "other");
    EXPECT_EQ(reason(""), "other");
}

TEST_F(FhirClient, one_entry_that_failed_is_a_refusal) {
    const FhirRefused refused = refused_at("part");
    EXPECT_EQ(refused.status, 412);
    ASSERT_EQ(refused.issues.size(), 1U);
    EXPECT_EQ(refused.issues[0].text, "two of them");
}

TEST_F(FhirClient, page_of_a_gateway_is_a_refusal_with_its_title) {
    const FhirRefused refused = refused_at("html");
    EXPECT_EQ(refused.status, 502);
    EXPECT_TRUE(refused.issues.empty());
    EXPECT_EQ(refused.page, "502 Bad\nGateway");
}

TEST_F(FhirClient, redirect_is_not_followed_but_told) {
    const FhirRefused refused = refused_at("redirect");
    EXPECT_EQ(refused.status, 307);
    EXPECT_EQ(refused.location, server_.at("ok"));
}

TEST_F(FhirClient, success_that_does_not_account_for_all_is_not_taken_for_one) {
    EXPECT_EQ(fault_at("portal"), FaultKind::damaged);
    EXPECT_EQ(fault_at("few"), FaultKind::damaged);
}

TEST_F(FhirClient, hostile_answer_is_no_success_and_ends_nothing) {
    for (const char* path : {"number", "deep", "types"})
        EXPECT_EQ(fault_at(path), FaultKind::damaged) << path;
    EXPECT_EQ(refused_at("entries").status, 0);
}

TEST_F(FhirClient, issues_of_other_types_say_nothing_and_endless_words_end) {
    const FhirRefused refused = refused_at("issues");
    ASSERT_EQ(refused.issues.size(), 3U);
    EXPECT_EQ(refused.issues[1].severity, "");
    EXPECT_LT(refused.issues[2].text.size(), 3000U);
    EXPECT_TRUE(refused.issues[2].text.ends_with("é…")) << "cut between characters";
}

TEST_F(FhirClient, broken_connections_are_unreachable) {
    EXPECT_EQ(fault_at("truncated"), FaultKind::unreachable);
    EXPECT_EQ(fault_at("silent"), FaultKind::unreachable);
}

TEST_F(FhirClient, server_that_does_not_answer_is_unreachable) {
    answer_ms_ = 200;
    EXPECT_EQ(fault_at("slow"), FaultKind::unreachable);
}

TEST_F(FhirClient, stop_ends_a_wait_and_lets_nothing_begin) {
    FhirServer server;
    server.url = server_.at("slow");
    server.answer_ms = 600'000;
    base::StopSignal stop;
    std::thread hand([&] { stop.raise(); });
    EXPECT_EQ(send_bundle(server, kBundle, &stop).error().kind, FaultKind::cancelled);
    hand.join();
    server.url = server_.at("ok");
    EXPECT_EQ(send_bundle(server, kBundle, &stop).error().kind, FaultKind::cancelled);
}

TEST_F(FhirClient, huge_answer_is_too_large) { EXPECT_EQ(fault_at("huge"), FaultKind::too_large); }

TEST_F(FhirClient, nobody_there_and_unknown_names_are_unreachable) {
    EXPECT_EQ(send("http://127.0.0.1:9/fhir").error().kind, FaultKind::unreachable);
    EXPECT_EQ(send("https://no-such-host.invalid/fhir").error().kind, FaultKind::unreachable);
}

TEST_F(FhirClient, plain_http_leaves_this_machine_for_nobody) {
    EXPECT_EQ(send("http://fhir.example.org/r4").error().kind, FaultKind::refused);
    EXPECT_EQ(send("http://127.evil.example.org.localhost.example/").error().kind,
              FaultKind::refused);
    EXPECT_EQ(send("https://me:secret@fhir.example.org/").error().kind, FaultKind::refused);
    EXPECT_EQ(send("https://fhir.example.org/r4?x=1").error().kind, FaultKind::wrong_format);
    EXPECT_EQ(send("ftp://fhir.example.org/").error().kind, FaultKind::wrong_format);
    EXPECT_EQ(send("").error().kind, FaultKind::wrong_format);
}

TEST_F(FhirClient, settings_are_checked_without_asking_anybody) {
    const auto checked = [&](const std::string& url) {
        const auto good = check({url, token_, ca_});
        return good ? FaultKind::internal : good.error().kind;
    };
    EXPECT_EQ(checked("https://no-such-host.invalid/fhir"), FaultKind::internal);
    EXPECT_EQ(checked("http://fhir.example.org/r4"), FaultKind::refused);
    EXPECT_EQ(checked("fhir.example.org"), FaultKind::wrong_format);
    token_ = folder_ / "token";
    EXPECT_EQ(checked("https://fhir.example.org/r4"), FaultKind::not_found);
    std::ofstream(token_) << "two words";
    EXPECT_EQ(checked("https://fhir.example.org/r4"), FaultKind::wrong_format);
    std::ofstream(token_) << "open-sesame";
    EXPECT_EQ(checked("https://fhir.example.org/r4"), FaultKind::internal);
    ca_ = token_;
    EXPECT_EQ(checked("https://fhir.example.org/r4"), FaultKind::wrong_format);
    const Certificates certificates(folder_);
    certificates.authority("ours");
    ca_ = certificates.file("ours.pem");
    EXPECT_EQ(checked("https://fhir.example.org/r4"), FaultKind::internal);
}

TEST_F(FhirClient, proxy_of_the_environment_never_sees_plain_http) {
    ::setenv("http_proxy", "http://127.0.0.1:9", 1);
    const auto answer = send_to("ok");
    ::unsetenv("http_proxy");
    EXPECT_TRUE(answer) << answer.error().detail;
}

TEST_F(FhirClient, token_comes_from_its_file_alone) {
    EXPECT_EQ(refused_at("token").status, 401);
    token_ = folder_ / "token";
    std::ofstream(token_) << "open-sesame\n";
    const auto answer = send_to("token");
    ASSERT_TRUE(answer);
    EXPECT_TRUE(std::holds_alternative<FhirAccepted>(*answer));
    for (const char* text : {"", "\nopen-sesame", "a\r\nX-Other: b", "two words"}) {
        std::ofstream(token_) << text;
        EXPECT_EQ(fault_at("token"), FaultKind::wrong_format) << text;
    }
    token_ = folder_ / "none";
    EXPECT_EQ(fault_at("token"), FaultKind::not_found);
}

TEST_F(FhirClient, certificate_of_our_authority_is_trusted) {
    const auto answer = send_by_tls("ours", "localhost", 1);
    ASSERT_TRUE(answer) << answer.error().detail;
    EXPECT_TRUE(std::holds_alternative<FhirAccepted>(*answer));
}

TEST_F(FhirClient, certificate_of_strangers_of_another_host_or_out_of_date_is_not) {
    EXPECT_EQ(send_by_tls("strangers", "localhost", 1).error().kind, FaultKind::wrong_key);
    EXPECT_EQ(send_by_tls("ours", "fhir.example.org", 1).error().kind, FaultKind::wrong_key);
    EXPECT_EQ(send_by_tls("ours", "localhost", -1).error().kind, FaultKind::wrong_key);
}

}  // namespace candor::fleet
