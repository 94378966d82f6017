#include "consult/request/note.h"

#include <gtest/gtest.h>

#include <string>

namespace candor::consult {
namespace {

Note note(NoteKind kind, std::string_view words) {
    Note made{kind, base::SecretString(words.size())};
    made.words.assign(words);
    return made;
}

TEST(Note, comes_back_as_it_was_whatever_its_words_are) {
    for (const NoteKind kind : {NoteKind::words, NoteKind::no_answer, NoteKind::appointment}) {
        for (const std::string_view words :
             {"", "Friday", "{", R"({"kind": "no-answer", "words": ""})", "a \"quote\"\nand a line",
              "Çağla, ليلى", "no-answer"}) {
            const auto text = sealable(note(kind, words));
            const Note back = note_of(text.view());
            EXPECT_EQ(back.kind, kind) << words;
            EXPECT_EQ(back.words.view(), words);
        }
    }
}

TEST(Note, words_alone_are_what_is_sealed) {
    EXPECT_EQ(sealable(note(NoteKind::words, "Friday")).view(), "Friday");
}

TEST(Note, anything_else_is_words) {
    for (const std::string_view text :
         {"{", "{}", R"({"kind": "visit", "words": "x"})", R"({"kind": 3})", "[no-answer] x",
          R"({"kind": "no-answer", "kind": "appointment"})", R"(["no-answer"])"}) {
        const Note read = note_of(text);
        EXPECT_EQ(read.kind, NoteKind::words) << text;
        EXPECT_EQ(read.words.view(), text);
    }
}

TEST(Note, bytes_that_are_no_text_are_kept_from_throwing) {
    const auto text = sealable(note(NoteKind::appointment,
                                    "Fri\xFF"
                                    "day"));
    EXPECT_EQ(note_of(text.view()).kind, NoteKind::appointment);
}

}  // namespace
}  // namespace candor::consult
