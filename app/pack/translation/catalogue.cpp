#include "pack/translation/catalogue.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/files.h"
#include "pack/folder/finding_list.h"
#include "pack/page/manifest.h"
#include "pack/translation/file_values.h"
#include "pack/translation/record.h"
#include "pack/translation/text_file.h"
#include "pack/translation/units.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;

/// The texts of a file with their translations, and how to put others there.
struct FilePair {
    std::string name;                     ///< "010-first.md", "pack.yaml"
    std::string shown, translated_shown;  ///< the files, relative to the pack
    fs::path target;
    std::optional<TextFile> source, translation;  ///< of YAML the two are one file
    std::vector<Unit> units, translated;          ///< of a page
    std::vector<LocalizedValue> values;           ///< of YAML

    std::size_t size() const { return units.empty() ? values.size() : units.size(); }
    Message message(std::size_t i) const;
    std::vector<std::string> texts() const;
    std::string with(const std::vector<std::string>& words, const std::string& language) const;
    bool is_new() const { return !units.empty() && translated.empty(); }
};

Message FilePair::message(std::size_t i) const {
    Message out;
    out.file = shown;
    out.translated_file = translated_shown;
    if (units.empty()) {
        out.context = name + " " + values[i].name;
        out.line = values[i].source.line;
        out.source = values[i].source.text;
        if (values[i].translation) {
            out.translation = values[i].translation->text;
            out.translated_line = values[i].translation->line;
        }
    } else {
        out.context =
            name.substr(0, name.size() - 3) + " " + std::to_string(i + 1) + " " + units[i].kind;
        out.line = units[i].line;
        out.source = units[i].text;
        if (!translated.empty()) {
            out.translation = translated[i].text;
            out.translated_line = translated[i].line;
        }
    }
    return out;
}

std::vector<std::string> FilePair::texts() const {
    std::vector<std::string> all;
    for (const auto& unit : units) all.push_back(unit.text);
    for (const auto& value : values) all.push_back(value.source.text);
    return all;
}

std::string FilePair::with(const std::vector<std::string>& words,
                           const std::string& language) const {
    if (units.empty())
        return bytes_of(*source, with_words_in_file(name, source->text, values, language, words));
    if (is_new()) return bytes_of(*source, with_words(source->text, units, words));
    return bytes_of(*translation, with_words(translation->text, translated, words));
}

bool have_the_same_blocks(const std::vector<Unit>& a, const std::vector<Unit>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Unit& x, const Unit& y) { return x.kind == y.kind; });
}

class PairReader {
  public:
    PairReader(const fs::path& folder, std::string language)
        : files_(folder), language_(std::move(language)) {}

    base::Result<std::vector<FilePair>> read(base::Findings& findings) {
        pack_.folder = files_.path();
        base::Findings of_manifest;
        const auto refuse = [&](const char* why) {
            return base::fail(base::FaultKind::refused, (files_.path() / "pack.yaml").string(),
                              why);
        };
        if (!read_manifest(files_, pack_, of_manifest)) return refuse("it has errors");
        const auto& listed = pack_.languages;
        if (std::find(listed.begin() + 1, listed.end(), language_) == listed.end())
            return refuse("this language is not listed, or is the first, which is translated from");
        Report report(kTranslationsFile, findings);
        record_ = read_record(files_, report);
        for (const auto& name : files_.files(listed.front(), ".md")) page(name, findings);
        for (const char* name : kLocalizedFiles) yaml(name, findings);
        return std::move(pairs_);
    }

    const Pack& pack() const { return pack_; }
    TranslationRecord& record() { return record_; }
    /// Which texts have changed since they were translated.
    std::vector<bool> changed(const FilePair& pair) {
        return changed_since(record_[language_][pair.name], pair.texts());
    }

  private:
    void page(const std::string& name, base::Findings& findings) {
        const auto& first = pack_.languages.front();
        FilePair pair{name, first + "/" + name, language_ + "/" + name,
                      pack_.folder / language_ / name};
        auto source = read_text_file(pack_.folder / first / name);
        if (!source) return unread(pair.shown, source.error(), findings);
        pair.units = units_of_page(source->text);
        pair.source = std::move(*source);
        std::error_code error;
        if (fs::exists(pair.target, error)) {
            auto target = read_text_file(pair.target);
            if (!target) return unread(language_ + "/" + name, target.error(), findings);
            pair.translated = units_of_page(target->text);
            pair.translation = std::move(*target);
            if (!have_the_same_blocks(pair.units, pair.translated))
                return FindingList(findings).warning(
                    language_ + "/" + name, 0, "block-count",
                    "This page has other blocks than " + in_quotes(pair.shown) +
                        ", and is left out.",
                    "Give both the same blocks in the same order; “candor pack check” names them.");
        }
        if (!pair.units.empty()) pairs_.push_back(std::move(pair));
    }

    void yaml(const char* name, base::Findings& findings) {
        std::error_code error;
        if (!fs::exists(pack_.folder / name, error)) return;
        FilePair pair{name, name, name, pack_.folder / name};
        auto file = read_text_file(pair.target);
        if (!file) return unread(name, file.error(), findings);
        pair.values = values_of_file(name, file->text, pack_.languages.front(), language_);
        pair.source = std::move(*file);
        if (!pair.values.empty()) pairs_.push_back(std::move(pair));
    }

    static void unread(const std::string& file, const base::Fault& fault,
                       base::Findings& findings) {
        FindingList(findings).warning(file, 0, "unreadable-file",
                                      "This file is left out: " + fault.detail + ".",
                                      "Save it as UTF-8, with line ends of one kind.");
    }

    PackFolder files_;
    std::string language_;
    Pack pack_;
    TranslationRecord record_;
    std::vector<FilePair> pairs_;
};

/// The words for each text of a file, and what they say of it as a whole.
struct GivenWords {
    std::vector<std::string> words;  ///< empty where there are none
    std::size_t there = 0, older = 0;
    bool is_whole() const { return there == words.size(); }
};

GivenWords words_for(const FilePair& pair, const std::map<std::string, const Message*>& given) {
    GivenWords out;
    for (std::size_t i = 0; i < pair.size(); ++i) {
        const Message wanted = pair.message(i);
        auto& words = out.words.emplace_back();
        const auto found = given.find(wanted.context);
        if (found == given.end() || found->second->translation.empty()) continue;
        if (found->second->source != wanted.source) {
            ++out.older;
            continue;
        }
        words = found->second->translation;
        ++out.there;
    }
    return out;
}

int count_changes(const FilePair& pair, const GivenWords& given) {
    int changed = 0;
    for (std::size_t i = 0; i < pair.size(); ++i)
        if (!given.words[i].empty() && given.words[i] != pair.message(i).translation) ++changed;
    return changed;
}

/// What was given is of the texts as they stand now; what was of them before stays so. Nothing is
/// known of a file that was not recorded, unless all of it was given.
void note_translated(const FilePair& pair, const GivenWords& given, bool any_changed,
                     const std::vector<bool>& older, FileRecord& record) {
    bool is_news = any_changed;
    for (std::size_t i = 0; i < pair.size(); ++i)
        is_news = is_news || (older[i] && !given.words[i].empty());
    if (!is_news || (record.empty() && !given.is_whole())) return;
    const auto texts = pair.texts();
    record = {};
    for (std::size_t i = 0; i < pair.size(); ++i)
        if (!given.words[i].empty() || !older[i]) record.texts.push_back(mark_of(texts[i]));
}

void tell_left_out(const FilePair& pair, const GivenWords& given, FindingList& list) {
    if (given.older > 0)
        list.warning(pair.shown, 0, "translation-older",
                     std::to_string(given.older) +
                         " texts of this file have changed since they were sent out; they are left "
                         "as they are.",
                     "Write the PO file again, and have them translated.");
    if (pair.is_new() && given.there > 0 && !given.is_whole())
        list.warning(
            pair.target.parent_path().filename().string() + "/" + pair.name, 0, "missing-page",
            "This page is not made yet: " + std::to_string(given.words.size() - given.there) +
                " of its " + std::to_string(given.words.size()) + " texts are not translated.",
            "Translate them, then read the PO file again.");
}

}  // namespace

base::Result<Catalogue> read_catalogue(const fs::path& folder, const std::string& language) {
    Catalogue out;
    PairReader reader(folder, language);
    const auto pairs = TRY(reader.read(out.findings));
    out.pack = reader.pack().id;
    out.language = language;
    for (const auto& pair : pairs) {
        const auto changed = reader.changed(pair);
        for (std::size_t i = 0; i < pair.size(); ++i) {
            out.messages.push_back(pair.message(i));
            out.messages.back().is_older = changed[i] && !out.messages.back().translation.empty();
        }
    }
    return out;
}

base::Result<Written> write_catalogue(const fs::path& folder, const std::string& language,
                                      const std::vector<Message>& messages) {
    Written out;
    PairReader reader(folder, language);
    const auto pairs = TRY(reader.read(out.findings));
    std::map<std::string, const Message*> given;
    for (const auto& message : messages) given[message.context] = &message;
    const auto before = reader.record();
    FindingList list(out.findings);
    for (const auto& pair : pairs) {
        const GivenWords words = words_for(pair, given);
        tell_left_out(pair, words, list);
        const int changed = pair.is_new() && !words.is_whole() ? 0 : count_changes(pair, words);
        if (changed > 0) {
            TRY(base::ensure_folder(pair.target.parent_path()));
            TRY(base::write_file_atomically(pair.target, pair.with(words.words, language)));
            out.changed += changed;
            out.files.push_back(pair.target.lexically_relative(reader.pack().folder).string());
        }
        note_translated(pair, words, changed > 0, reader.changed(pair),
                        reader.record()[language][pair.name]);
    }
    if (to_text(reader.record()) == to_text(before)) return out;
    TRY(base::write_file_atomically(reader.pack().folder / kTranslationsFile,
                                    to_text(reader.record())));
    out.files.emplace_back(kTranslationsFile);
    return out;
}

}  // namespace candor::pack
