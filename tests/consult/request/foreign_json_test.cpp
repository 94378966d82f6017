#include "consult/request/foreign_json.h"

#include <gtest/gtest.h>

#include "consult/request/fhir.h"
#include "consult/request/opened_request.h"
#include "hostile_requests.h"

namespace candor::consult {
namespace {

using base::FaultKind;

base::Fault fault_of(const std::string& text) {
    const auto parsed = fhir::parse(text, "here");
    return parsed ? base::Fault{} : parsed.error();
}

std::string arrays(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

TEST(ForeignJson, what_is_read_is_written_again) {
    for (const char* text : {"null", "true", "-5", "18446744073709551615", "1.5", R"("\"é")", "[]",
                             "{}", R"({"b":[1,{"c":null},[]],"a":{"x":{}}})"}) {
        const auto json = fhir::parse(text, "here");
        ASSERT_TRUE(json) << text;
        EXPECT_EQ(fhir::to_text(**json).view(), text);
    }
}

TEST(ForeignJson, bounds_hold_to_the_one) {
    EXPECT_TRUE(fhir::parse(arrays(fhir::kMaxJsonDepth), "here"));
    EXPECT_EQ(fault_of(arrays(fhir::kMaxJsonDepth + 1)).kind, FaultKind::too_large);
    // The list itself is a value too.
    const auto values = [](std::size_t count) { return "[" + times(count - 2, "0,") + "0]"; };
    EXPECT_TRUE(fhir::parse(values(fhir::kMaxJsonValues), "here"));
    EXPECT_EQ(fault_of(values(fhir::kMaxJsonValues + 1)).kind, FaultKind::too_large);
    const auto object = [](std::size_t members) {
        std::string text = "{";
        for (std::size_t i = 0; i < members; ++i)
            text += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":0";
        return text + "}";
    };
    EXPECT_TRUE(fhir::parse(object(fhir::kMaxJsonMembers), "here"));
    EXPECT_EQ(fault_of(object(fhir::kMaxJsonMembers + 1)).kind, FaultKind::too_large);
    const std::string blanks(fhir::kMaxJsonBytes - 1, ' ');
    EXPECT_TRUE(fhir::parse(blanks + "5", "here"));
    EXPECT_EQ(fault_of(blanks + " 5").kind, FaultKind::too_large);
}

TEST(ForeignJson, fault_says_where_and_never_what) {
    const base::Fault fault = fault_of(R"({"name":"Elif)");
    EXPECT_EQ(fault.kind, FaultKind::wrong_format);
    EXPECT_EQ(fault.where, "here");
    EXPECT_EQ(fault.detail, "not JSON at byte 14");
    EXPECT_EQ(fault_of("[1e999]").detail, "too large a number at byte 6");
    EXPECT_EQ(fault_of(R"({"Elif":1,"Elif":2})").detail, "one name stands twice");
}

TEST(ForeignJson, looks_into_anything) {
    const auto json = fhir::parse(R"({"a":"x","b":[1],"c":5})", "here");
    ASSERT_TRUE(json);
    EXPECT_EQ(fhir::text_of(**json, "a"), "x");
    EXPECT_EQ(fhir::text_of(**json, "c"), "");
    EXPECT_EQ(fhir::text_of(**json, "none"), "");
    EXPECT_TRUE(fhir::member(fhir::member(**json, "c"), "d").is_null());
    EXPECT_TRUE(fhir::first(fhir::member(**json, "a")).is_null());
    EXPECT_EQ(fhir::first(fhir::member(**json, "b")), 1);
}

TEST(HostileRequest, unreadable_one_is_a_fault) {
    for (const auto& [what, text] : unreadable_requests(kSealedId, kSealedAt)) {
        const auto request = read_bundle(text);
        ASSERT_FALSE(request) << what;
        EXPECT_TRUE(request.error().kind == FaultKind::wrong_format ||
                    request.error().kind == FaultKind::too_large)
            << what;
    }
}

TEST(HostileRequest, odd_one_is_read_past_what_is_odd_and_sent_on) {
    for (const auto& [what, text] : odd_requests(kSealedId, kSealedAt)) {
        const auto request = read_bundle(text);
        ASSERT_TRUE(request) << what << ": " << request.error().detail;
        EXPECT_EQ(request->id, kSealedId) << what;
        const auto moved = fhir::with_progress(text, Progress::booked, "request");
        ASSERT_TRUE(moved) << what;
        EXPECT_TRUE(read_bundle(moved->view())) << what;
    }
}

TEST(HostileRequest, progress_takes_the_place_of_whatever_stood_there) {
    const auto moved = fhir::with_progress(
        bundle_with(kSealedId, kSealedAt, "",
                    R"(,{"resource":{"resourceType":"Task","status":{},"businessStatus":"x"}})"),
        Progress::booked, "request");
    ASSERT_TRUE(moved);
    EXPECT_NE(moved->view().find(R"("status":"accepted","businessStatus":{"text":"booked"})"),
              std::string_view::npos)
        << moved->view();
}

TEST(HostileRequest, words_have_no_control_characters) {
    const auto request = read_bundle(
        bundle_with(kSealedId, kSealedAt, R"(,"name":[{"given":["\u0000\u001b[2JElif\u0007"]}])"));
    ASSERT_TRUE(request);
    EXPECT_EQ(request->first_name, "[2JElif");
}

}  // namespace candor::consult
