#include <algorithm>

#include "pack/checks/check_table.h"
#include "pack/checks/numbers_in_text.h"
#include "pack/checks/self_check_texts.h"
#include "pack/folder/finding_list.h"

namespace candor::pack {
namespace {

class Coverage {
  public:
    Coverage(const Subject& subject, base::Findings& findings)
        : subject_(subject), list_(findings) {}

    void check() {
        const Pack& pack = subject_.pack;
        in_manifest("title", pack.title);
        in_manifest("summary", pack.summary);
        in_manifest("cover_alt", pack.cover_alt);
        in_manifest("updates", pack.updates);
        in_manifest("funding", pack.funding);
        for (const auto& source : pack.sources)
            text("sources.yaml", subject_.line_of("sources.yaml", source.id, "note"),
                 "the note of " + in_quotes(source.id), source.note);
        for (const auto& term : pack.terms)
            text("glossary.yaml", subject_.line_of("glossary.yaml", term.id),
                 "the term " + in_quotes(term.id), term.term);
        for (const auto& of_check : self_check_texts(subject_))
            text(of_check.file, 0, of_check.name, *of_check.text);
        if (!pack.is_self_check) pages();
    }

  private:
    void in_manifest(const char* key, const base::Localized& words) {
        text("pack.yaml", subject_.line_of("pack.yaml", key), std::string("“") + key + "”", words);
    }

    /// One finding for all the languages that lack the text.
    void text(const char* file, int line, const std::string& what, const base::Localized& words) {
        if (words.empty()) return;
        std::string missing;
        for (const auto& language : subject_.pack.languages)
            if (!words.has(language)) missing += (missing.empty() ? "" : ", ") + language;
        numbers(file, line, what, words);
        if (missing.empty()) return;
        list_.warning(file, line, "missing-translation",
                      "There are no words in " + missing + " for " + what + ".",
                      "Translate it, or take the language off the list in pack.yaml.");
    }

    void numbers(const char* file, int line, const std::string& what,
                 const base::Localized& words) {
        const std::string first = subject_.first_language();
        if (!words.has(first)) return;
        for (const auto& [language, translated] : words.all()) {
            const auto lost = language == first
                                  ? std::string()
                                  : missing_numbers(words.in(first), translated, language);
            if (!lost.empty())
                list_.warning(file, line, "numbers-differ",
                              "The number " + lost + " stands in " + in_quotes(first) + " of " +
                                  what + ", but not in " + in_quotes(language) + ".",
                              "Compare the two, and mend the one that is wrong.");
        }
    }

    void pages() {
        const std::string first = subject_.first_language();
        for (const auto& [language, files] : subject_.page_files) {
            if (language == first || files.empty()) continue;
            compare(first, language, "missing-page", " is not there in ",
                    "Translate it. Until then readers are told that it is missing.");
            compare(language, first, "extra-page", " is not there in ",
                    "Add it there, or give both files the same name.");
        }
    }

    void compare(const std::string& from, const std::string& to, const char* code,
                 const char* message, const char* remedy) {
        const auto& theirs = subject_.page_files.at(to);
        for (const auto& name : subject_.page_files.at(from))
            if (std::find(theirs.begin(), theirs.end(), name) == theirs.end())
                list_.warning(from + "/" + name, 0, code,
                              "This page" + std::string(message) + in_quotes(to) + ".", remedy);
    }

    const Subject& subject_;
    FindingList list_;
};

}  // namespace

/// Pages and words that are missing in a language that the pack declares.
void check_languages(const Subject& subject, base::Findings& findings) {
    if (!subject.pack.languages.empty()) Coverage(subject, findings).check();
}

}  // namespace candor::pack
