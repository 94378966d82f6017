#include <algorithm>
#include <fstream>

#include "scratch_pack.h"

namespace candor::pack {
namespace {

constexpr const char* kSequences = "sequences.yaml";

/// A scratch pack with the sequence of tests/packs/base-blocks, and changes to it.
class SequencePack : public ScratchPack {
  public:
    SequencePack() {
        const auto base = std::filesystem::path(CANDOR_SOURCE_DIR) / "tests/packs/base-blocks";
        std::ifstream in(base / kSequences, std::ios::binary);
        sequences_.assign(std::istreambuf_iterator<char>(in), {});
        for (const char* name : {"images/ground.svg", "images/ball.svg"}) {
            std::ifstream picture(base / name, std::ios::binary);
            write(name, std::string(std::istreambuf_iterator<char>(picture), {}));
        }
        write("sources.yaml",
              "trial:\n  citation: T\n  link: https://example.org/t\n  kind: trial\n"
              "  note: {en: S}\n");
        page("```sequence\nshow: roll\n```\n");
        write(kSequences, sequences_);
    }
    SequencePack& change_sequences(const std::string& from, const std::string& to) {
        const auto at = sequences_.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        write(kSequences, sequences_.replace(at, from.size(), to));
        return *this;
    }
    Sequence sequence() const {
        const auto all = blocks();
        return all.empty() ? Sequence{} : body_of<Sequence>(all[0]);
    }

  private:
    std::string sequences_;
};

}  // namespace

TEST(ReadSequences, layers_keep_their_places_from_key_to_key) {
    const Sequence read = SequencePack().sequence();
    EXPECT_EQ(read.id, "roll");
    EXPECT_EQ(read.alt, "A ball that rolls");
    EXPECT_EQ(read.width, 100);
    EXPECT_EQ(read.height, 60);
    EXPECT_EQ(read.still, 1U);
    EXPECT_FALSE(read.follows_reading);
    ASSERT_EQ(read.layers.size(), 2U);
    EXPECT_EQ(read.layers[1].width, 20);
    ASSERT_EQ(read.keys.size(), 2U);
    EXPECT_EQ(read.keys[0].move_ms, 0);
    EXPECT_EQ(read.keys[0].places[1], (LayerPlace{20, 40, 100, 100}));
    EXPECT_EQ(read.keys[1].places[1], (LayerPlace{80, 40, 100, 50}));
    EXPECT_EQ(read.keys[1].places[0], (LayerPlace{50, 30, 100, 100}));
    EXPECT_EQ(read.keys[1].move_ms, 3000);
    EXPECT_EQ(read.keys[1].line, 10);
    EXPECT_EQ(read.keys[1].caption.back().target, "trial");
}

TEST(ReadSequences, key_that_moves_nothing_takes_no_time) {
    SequencePack pack;
    pack.change_sequences("ball: {x: 80, opacity: 50}", "ball: {x: 20}");
    EXPECT_EQ(pack.sequence().keys[1].move_ms, 0);
}

TEST(ReadSequences, its_words_are_found_and_heard) {
    EXPECT_EQ(plain_text(Block{1, SequencePack().sequence()}),
              "A ball that rolls\nThe ball lies there.\nThen it rolls.");
}

TEST(ReadSequences, what_does_not_fit_is_told_at_its_line) {
    const auto told = [](const std::string& from, const std::string& to, int line,
                         const std::string& code) {
        SequencePack pack;
        pack.change_sequences(from, to);
        EXPECT_TRUE(has_finding(pack.load().findings, kSequences, line, code)) << to;
    };
    told("seconds: 3", "seconds: 0", 9, "wrong-value");
    told("seconds: 3", "seconds: soon", 9, "wrong-value");
    told("opacity: 50", "opacity: 101", 12, "wrong-value");
    told("opacity: 50", "scale: 5", 12, "wrong-value");
    told("x: 80", "x: 99999", 12, "wrong-value");
    told("still: 2", "still: 3", 3, "wrong-value");
    told("      ball:", "      bell:", 12, "unknown-layer");
    told("id: ball", "id: ground", 6, "duplicate-id");
    told("images/ball.svg", "images/bull.svg", 6, "missing-image");
    told("images/ball.svg", "../ball.svg", 6, "outside-pack");
    told("source:trial", "source:tryal", 8, "unknown-source");
    told("roll:", "Roll It:", 1, "bad-id");
    told("    places:", "    placez:", 11, "unknown-key");
}

TEST(ReadSequences, file_that_is_no_map_and_page_that_shows_nothing_are_told) {
    SequencePack pack;
    pack.write(kSequences, "- roll\n");
    const auto findings = pack.load().findings;
    EXPECT_TRUE(has_finding(findings, kSequences, 1, "wrong-type"));
    EXPECT_TRUE(has_finding(findings, "en/010-first.md", 5, "no-sequence"));
}

}  // namespace candor::pack
