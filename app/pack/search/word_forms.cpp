#include "pack/search/word_forms.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/letter_case.h"
#include "base/secret_string.h"
#include "base/utf8.h"

namespace candor::pack {
namespace {

/// Its ö and ü are letters of their own, which nobody types as two.
constexpr std::string_view kOwnUmlauts = "tr";

constexpr std::size_t kShortest = 2;     ///< letters that are worth finding on their own
constexpr std::size_t kMaxStemmed = 60;  ///< bytes; longer words are no words
constexpr std::array<std::string_view, 3> kApostrophes{"'", "\u2019", "\u02BC"};

/// What Arabic writes together with the article, the longest first; folded.
constexpr std::array<std::string_view, 9> kArticles{"وبال", "وكال", "فبال", "ولل", "وال",
                                                    "بال",  "كال",  "فال",  "لل"};
constexpr std::string_view kArticle = "ال";
constexpr std::size_t kArabicLetter = 2;  ///< bytes
constexpr std::size_t kShortestArabic = 3 * kArabicLetter;

/// Letters that are written with two where the keyboard has no others.
constexpr std::array<std::pair<char32_t, std::string_view>, 8> kTwoLetters{{{U'ä', "ae"},
                                                                            {U'ö', "oe"},
                                                                            {U'ü', "ue"},
                                                                            {U'ø', "oe"},
                                                                            {U'Ä', "ae"},
                                                                            {U'Ö', "oe"},
                                                                            {U'Ü', "ue"},
                                                                            {U'Ø', "oe"}}};

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::pair<std::size_t, std::size_t> find_apostrophe(std::string_view written) {
    for (const auto sign : kApostrophes)
        if (const auto at = written.find(sign); at != std::string_view::npos)
            return {at, at + sign.size()};
    return {std::string_view::npos, 0};
}

void add_letters(std::string letters, const std::string& word, Forms& out) {
    const bool known =
        std::find(out.letters.begin(), out.letters.end(), letters) != out.letters.end();
    if (known || letters == word || base::utf8_count(letters) < kShortest)
        base::wipe(letters);
    else
        out.letters.push_back(std::move(letters));
}

/// Empty: the word has no article.
std::string without_article(const std::string& letters) {
    const auto rest_behind = [&](std::string_view start) {
        const bool has =
            letters.starts_with(start) && letters.size() >= start.size() + kShortestArabic;
        return has ? letters.substr(start.size()) : std::string();
    };
    for (const auto start : kArticles)
        if (auto rest = rest_behind(start); !rest.empty()) return rest;
    return rest_behind(kArticle);
}

/// Empty: it has no such letter.
std::string with_two_letters(std::string_view written) {
    std::string out;
    out.reserve(2 * written.size());
    bool any = false;
    for (std::size_t at = 0; at < written.size();) {
        const std::size_t begin = at;
        const char32_t c = base::next_code_point(written, at);
        const auto found = std::find_if(kTwoLetters.begin(), kTwoLetters.end(),
                                        [&](const auto& pair) { return pair.first == c; });
        any = any || found != kTwoLetters.end();
        out += found != kTwoLetters.end() ? found->second : written.substr(begin, at - begin);
    }
    if (!any) return {};
    std::string folded = fold(out);
    base::wipe(out);
    return folded;
}

}  // namespace

struct WordForms::Stemmer {
    explicit Stemmer(const char* language) : it(sb_stemmer_new(language, nullptr)) {}
    ~Stemmer() { sb_stemmer_delete(it); }
    Stemmer(const Stemmer&) = delete;
    Stemmer& operator=(const Stemmer&) = delete;
    sb_stemmer* it;  ///< nullptr: Snowball does not know the language
};

WordForms::WordForms(std::string_view language)
    : language_(language.substr(0, language.find('-'))),
      stemmer_(std::make_unique<Stemmer>(language_.c_str())) {}
WordForms::~WordForms() = default;
WordForms::WordForms(WordForms&&) noexcept = default;
WordForms& WordForms::operator=(WordForms&&) noexcept = default;

std::string WordForms::stem(const std::string& word) const {
    if (stemmer_->it == nullptr || word.size() > kMaxStemmed) return {};
    const auto* letters = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* stem = sb_stemmer_stem(stemmer_->it, letters, static_cast<int>(word.size()));
    if (stem == nullptr) return {};
    return {reinterpret_cast<const char*>(stem),
            static_cast<std::size_t>(sb_stemmer_length(stemmer_->it))};
}

void WordForms::add_stem(const std::string& word, Forms& out) const {
    std::string raw = stem(word);
    std::string folded = fold(raw);
    base::wipe(raw);
    const bool known = std::find(out.stems.begin(), out.stems.end(), folded) != out.stems.end();
    if (known || base::utf8_count(folded) < kShortest)
        base::wipe(folded);
    else
        out.stems.push_back(std::move(folded));
}

Forms WordForms::of(std::string_view written, const std::string& letters) const {
    Forms out;
    const auto [sign, behind] = find_apostrophe(written);
    const bool split = sign != std::string_view::npos;
    if (split) {
        add_letters(fold(written.substr(0, sign)), letters, out);
        add_letters(fold(written.substr(behind)), letters, out);
    }
    if (!is_ascii(written)) {
        if (language_ != kOwnUmlauts) add_letters(with_two_letters(written), letters, out);
        add_letters(without_article(letters), letters, out);
    }
    // As it is written, and as it is typed without accents: their stems may differ.
    std::string lower = base::lower_case(split ? written.substr(0, sign) : written, language_);
    add_stem(lower, out);
    if (!is_ascii(lower)) {
        std::string plain = fold(lower);
        add_stem(plain, out);
        base::wipe(plain);
    }
    base::wipe(lower);
    return out;
}

bool WordForms::may_match(std::string_view written, const std::string& letters,
                          std::string_view wanted) {
    if (!is_ascii(written) || find_apostrophe(written).second > 0) return true;
    if (!wanted.starts_with(kStemMark) || letters.empty()) return false;
    wanted.remove_prefix(kStemMark.size());
    return !wanted.empty() && wanted.front() == letters.front();
}

void WordForms::forget() const { static_cast<void>(stem(std::string(kMaxStemmed, 'q'))); }

}  // namespace candor::pack
