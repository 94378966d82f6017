#pragma once
#include <set>
#include <string>

#include "base/finding.h"
#include "document/node.h"
#include "language/check.h"

namespace candor::language {

/// A file of a language, as it is named to people, and where what is wrong with it goes.
struct CheckedFile {
    std::string name;
    base::Findings& findings;

    void add(base::Severity severity, int line, const char* code, std::string message,
             std::string remedy) const;
};

/// The file's texts that may be shown. What is held against `shipped`, which has English: keys,
/// fillers, plural forms, length, words that were left in English; and that each letter can be
/// drawn.
Strings::Texts check_texts(const document::Node& root, const Rules& rules,
                           const ShippedStrings& shipped, const Letters& letters,
                           const CheckedFile& file);

/// Each letter of `text` that no font has, once a file (`told`).
void check_letters(const std::string& text, int line, const Letters& letters,
                   std::set<char32_t>& told, const CheckedFile& file);

}  // namespace candor::language
