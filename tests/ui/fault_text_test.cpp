#include "ui/fault_text.h"

#include <gtest/gtest.h>

#include "scratch_file.h"

namespace candor::ui {
namespace {

TEST(FaultText, every_kind_of_fault_becomes_a_sentence_for_people) {
    const Strings strings = Strings::load(assets() / "strings/en.yaml").value();
    for (int kind = 0; kind <= static_cast<int>(base::FaultKind::internal); ++kind) {
        const base::Fault fault{static_cast<base::FaultKind>(kind), "/var/lib/x.db", "SQLITE_BUSY"};
        const std::string words = fault_text(fault, strings);
        EXPECT_EQ(words.find('<'), std::string::npos) << words;
        EXPECT_EQ(words.find("SQLITE"), std::string::npos);
        EXPECT_EQ(words.find("/var"), std::string::npos);
        EXPECT_TRUE(words.ends_with(".")) << words;
    }
}

TEST(FaultText, kind_with_words_of_its_own_gets_them) {
    const Strings strings = Strings::load(assets() / "strings/en.yaml").value();
    const base::Fault full{base::FaultKind::disk_full, {}, {}},
        other{base::FaultKind::internal, {}, {}};
    EXPECT_EQ(fault_text(full, strings), strings("fault.disk_full"));
    EXPECT_EQ(fault_text(other, strings), strings("fault.other"));
}

}  // namespace
}  // namespace candor::ui
