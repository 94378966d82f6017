#pragma once
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <string>

namespace candor::text {

/// What pdf_text.py reads of a whole PDF: the number of pages, a line break, and its words without
/// blanks.
inline std::string pdf_text(const std::filesystem::path& file) {
    const std::string command =
        "python3 " CANDOR_SOURCE_DIR "/tests/text/pdf_text.py " + file.string();
    FILE* pipe = ::popen(command.c_str(), "r");
    std::string out;
    for (int c = 0; (c = std::fgetc(pipe)) != EOF;)
        if (c != ' ') out += static_cast<char>(c);
    EXPECT_EQ(::pclose(pipe), 0) << "no whole PDF: " << file;
    return out;
}

}  // namespace candor::text
