#pragma once
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <variant>

#include "pack/package/library.h"

namespace candor::pack {

/// A content folder with one good pack, "scratch", to break in one place a test. Gone at the end.
class ScratchPack {
  public:
    ScratchPack() {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        content_ = std::filesystem::canonical(testing::TempDir()) /
                   (std::string("candor-pack-") + test->name() + "-" + std::to_string(::getpid()));
        std::filesystem::remove_all(content_);
        write("pack.yaml", kPackYaml);
        write("sources.yaml", kSourcesYaml);
        write("glossary.yaml", kGlossaryYaml);
        write("images/cover.svg", "<svg/>");
        write("images/x.png", "png");
        page("Plain words.\n");
    }
    ~ScratchPack() { std::filesystem::remove_all(content_); }
    ScratchPack(const ScratchPack&) = delete;
    ScratchPack& operator=(const ScratchPack&) = delete;

    const std::filesystem::path& content() const { return content_; }
    std::filesystem::path folder() const { return content_ / "scratch"; }

    void write(const std::string& name, const std::string& text) {
        const auto path = folder() / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
    }
    /// The first page; `body` starts on line 4.
    void page(const std::string& body) {
        write("en/010-first.md", "---\ntitle: First\n---\n" + body);
    }
    void remove(const std::string& name) { std::filesystem::remove_all(folder() / name); }
    /// Replaces words in pack.yaml.
    void change(const std::string& from, const std::string& to) {
        std::string text = kPackYaml;
        text.replace(text.find(from), from.size(), to);
        write("pack.yaml", text);
    }

    LoadedPack load() const { return load_pack(folder()); }
    /// The blocks of the first page of a pack that must load.
    std::vector<Block> blocks() const {
        const auto loaded = load();
        for (const auto& finding : loaded.findings) ADD_FAILURE() << to_line(finding);
        const Page* page = loaded.pack ? loaded.pack->page("en", "010-first") : nullptr;
        return page == nullptr ? std::vector<Block>{} : page->blocks;
    }

    static constexpr const char* kPackYaml =
        "id: scratch\n"
        "version: 3\n"
        "order: 20\n"
        "languages: [en]\n"
        "title: {en: \"Scratch\"}\n"
        "summary: {en: \"A pack of tests\"}\n"
        "cover: images/cover.svg\n"
        "cover_alt: {en: \"Nothing\"}\n"
        "tint: sun\n"
        "published: 2026-11-22\n"
        "updates: {en: \"Never.\"}\n"
        "funding: {en: \"No one.\"}\n"
        "review:\n"
        "  status: draft\n"
        "  role: \"\"\n"
        "  name: \"\"\n"
        "  date: \"\"\n"
        "  review_by: 2027-11-22\n";
    static constexpr const char* kSourcesYaml =
        "one:\n"
        "  citation: \"One A. 2020.\"\n"
        "  kind: trial\n"
        "  proof: against-dummy\n"
        "  evidence: [A-1]\n"
        "  note: {en: \"Small.\"}\n"
        "two:\n"
        "  citation: \"Two B. 2021.\"\n"
        "  link: https://example.org/two\n"
        "  kind: register\n"
        "  note: {en: \"Large.\"}\n";
    static constexpr const char* kGlossaryYaml =
        "word:\n"
        "  en: {term: Word, meaning: \"What is said.\"}\n";

  private:
    std::filesystem::path content_;
};

inline std::string listing(const base::Findings& findings) {
    std::string out;
    for (const auto& finding : findings) out += "\n  " + to_line(finding);
    return out.empty() ? "\n  (no findings)" : out;
}

inline testing::AssertionResult has_finding(const base::Findings& findings, const std::string& file,
                                            int line, const std::string& code) {
    for (const auto& f : findings)
        if (f.file == file && f.line == line && f.code == code && !f.message.empty())
            return testing::AssertionSuccess();
    return testing::AssertionFailure()
           << "no " << file << ":" << line << " [" << code << "] in" << listing(findings);
}

/// The body of a block that must be of this kind.
template <typename Body>
const Body& body_of(const Block& block) {
    const auto* body = std::get_if<Body>(&block.body);
    if (body == nullptr) ADD_FAILURE() << "another kind of block: " << block.body.index();
    static const Body kEmpty{};
    return body == nullptr ? kEmpty : *body;
}

}  // namespace candor::pack
