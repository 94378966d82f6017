#include "ctl/fault_text.h"

#include <gtest/gtest.h>

#include <set>

namespace candor::ctl {

TEST(FaultText, every_kind_has_its_own_sentence_and_says_what_to_do) {
    std::set<std::string> sentences;
    for (int kind = 0; kind <= static_cast<int>(base::FaultKind::internal); ++kind) {
        const std::string text = fault_text({static_cast<base::FaultKind>(kind), "W", ""});
        EXPECT_TRUE(text.starts_with("W: error [")) << text;
        EXPECT_TRUE(text.ends_with(".")) << text;
        // The kind's name would make any two differ.
        EXPECT_TRUE(sentences.insert(text.substr(text.find(']'))).second) << text;
    }
}

TEST(FaultText, detail_stands_after_what_happened) {
    EXPECT_EQ(fault_text({base::FaultKind::not_found, "a.key", "no such file"}),
              "a.key: error [not_found] It is not there: no such file. Check the path.");
}

}  // namespace candor::ctl
