#pragma once
#include <string>
#include <vector>

// What somebody who has the public key alone could seal. Tests of consult, ctl and desk share it.

namespace candor::consult {

inline constexpr const char* kSealedId = "0b54a1b6-3f0c-4c53-9f0b-6f0a4f0f8a11";
inline constexpr const char* kSealedAt = "2026-11-22T12:40:17Z";

struct Hostile {
    std::string what, text;
};

inline std::string times(std::size_t count, const std::string& text) {
    std::string out;
    out.reserve(count * text.size());
    for (std::size_t i = 0; i < count; ++i) out += text;
    return out;
}

/// A request of this id and instant, with more in its Patient and after its resources.
inline std::string bundle_with(const std::string& id, const std::string& authored,
                               const std::string& in_patient, const std::string& more = {}) {
    return R"({"resourceType":"Bundle","identifier":{"value":"urn:uuid:)" + id +
           R"("},"timestamp":")" + authored +
           R"(","entry":[{"resource":{"resourceType":"Patient")" + in_patient +
           R"(}},{"resource":{"resourceType":"ServiceRequest"}})" + more + "]}";
}

inline std::string response_with(const std::string& items) {
    return R"(,{"resource":{"resourceType":"QuestionnaireResponse","item":[)" + items + "]}}";
}

/// Each must be told as a request that cannot be read.
inline std::vector<Hostile> unreadable_requests(const std::string& id,
                                                const std::string& authored) {
    const auto patient = [&](const std::string& more) { return bundle_with(id, authored, more); };
    const auto answers = [&](const std::string& items) {
        return bundle_with(id, authored, "", response_with(items));
    };
    const std::string answer = R"({"linkId":"q","answer":[{"valueBoolean":true}]},)";
    const std::string group = R"({"linkId":"g","text":")" + std::string(150'000, 'g') +
                              R"(","item":[)" + times(3'000, answer) + "0]}";
    std::string members;
    for (int i = 0; i < 60'000; ++i) members += ",\"" + std::to_string(i) + "\":0";
    return {
        {"nothing", ""},
        {"no JSON", "Elif, +90 532 415 50 00"},
        {"JSON that is cut off", patient("").substr(0, 100)},
        {"JSON of another kind", R"({"resourceType":"Patient"})"},
        {"a number alone", "5"},
        {"a number that no double holds", patient(R"(,"x":1e999)")},
        {"40,000 items in one another",
         answers(times(40'000, R"({"item":[)") + times(40'000, "]}"))},
        {"a mebibyte of brackets", std::string(std::size_t{1} << 20, '[')},
        {"a mebibyte of objects", times(std::size_t{1} << 17, R"({"a":[[)")},
        {"more than a mebibyte",
         patient(R"(,"x":")" + std::string(std::size_t{1} << 20, 'x') + "\"")},
        {"300,000 values", patient(R"(,"x":[)" + times(300'000, "0,") + "0]")},
        {"60,000 names in one object", patient(members)},
        {"one name twice", patient(R"(,"x":1,"x":2)")},
        {"another type", R"({"resourceType":5,"entry":{"resource":7}})"},
        {"bytes that are not UTF-8", patient(",\"x\":\"\xC3\x28\"")},
        {"half a surrogate", patient(R"(,"x":"\ud800")")},
        {"a NUL, and more after it", patient("") + std::string("\0more", 5)},
        {"a NUL inside", patient(",\"x\":\"" + std::string(1, '\0') + "\"")},
        {"a name that fills the screen",
         patient(R"(,"name":[{"given":[")" + std::string(100'000, 'x') + R"("]}])")},
        {"12,000 topics",
         bundle_with(id, authored, "",
                     R"(,{"resource":{"resourceType":"Task","input":[)" +
                         times(12'000, R"({"id":"topic-1","valueString":"t"},)") + "0]}}")},
        {"a group whose words are repeated without end", answers(group + "," + group)},
    };
}

/// Each must be read past what is odd, and sent on.
inline std::vector<Hostile> odd_requests(const std::string& id, const std::string& authored) {
    const auto more = [&](const std::string& entries) {
        return bundle_with(id, authored, "", entries);
    };
    return {
        {"a number for a type", more(R"(,{"resource":{"resourceType":5}})")},
        {"entries of every type", more(R"(,null,true,5,-1.5,"x",[],{},{"resource":null})")},
        {"a Task of other types",
         more(
             R"(,{"resource":{"resourceType":"Task","status":{},"businessStatus":"x","input":5}})")},
        {"a Patient of other types",
         bundle_with(id, authored,
                     R"(,"name":"x","telecom":[5,{"system":[]}],"meta":{"security":5})")},
        {"answers of other types",
         more(response_with(
             R"(5,{"linkId":{},"answer":7},{"linkId":"q","answer":[{"valueInteger":1e300}],
              "_valueCoding":{"extension":5},"item":"x"})"))},
        {"90 items in one another",
         more(response_with(times(45, R"({"item":[)") + times(45, "]}")))},
        {"control characters",
         bundle_with(id, authored, R"(,"name":[{"given":["\u0000\u001b[2J\u009bElif\u0007"]}])")},
    };
}

}  // namespace candor::consult
