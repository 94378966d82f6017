#include "screens/take_home/leaflet.h"

#include <fstream>

#include "../../text/pdf_text.h"
#include "base/scratch_folder.h"
#include "screens/take_home/leaflet_pages.h"
#include "screens/take_home/leaflet_text.h"
#include "text/fonts.h"
#include "visitor.h"

namespace candor::screens {
namespace {

constexpr std::size_t kEnough = 10'000;

pack::RichText cited(const std::string& words, const std::string& source) {
    pack::RichText text = plain(words);
    text.push_back({{}, false, false, pack::LinkKind::source, source});
    return text;
}

/// Two packs that sum themselves up; both cite the same paper.
std::shared_ptr<Catalog> summed_up() {
    auto library = std::make_shared<pack::Library>();
    for (const std::string id : {"a", "b"}) {
        pack::List list;
        list.items = {{0, 0, cited("First of " + id, "paper")}, {0, 0, plain("Then of " + id)}};
        const pack::AskList ask{{{"cost", plain("What does " + id + " cost?")}}};
        pack::Pack pack = pack_of(id, {page_of("one", {pack::Prose{plain("Words")}, ask}),
                                       page_of("short", {pack::Prose{plain("Here:")}, list})});
        pack.in_short = "short";
        pack.sources.push_back({"paper", 1, "A paper, 2024", "https://example.org/paper"});
        library->packs.push_back(std::move(pack));
    }
    auto catalog = bare_catalog();
    catalog->library = library;
    return catalog;
}

class Leaflets : public testing::Test {
  protected:
    Leaflet leaflet() const { return leaflet_of(visitor.state, "en"); }
    std::string text(std::size_t most_bytes = kEnough, Rest rest = Rest::on_the_screen) const {
        return leaflet_text(leaflet(), visitor.state.strings(), most_bytes, rest);
    }
    std::string words(std::string_view key) const { return visitor.state.strings()(key); }

    std::shared_ptr<Catalog> catalog = summed_up();
    Visitor visitor{catalog};
};

TEST_F(Leaflets, topics_that_were_read_or_asked_about_come_along) {
    visitor.asks(OpenPlace{{"a", "one"}}).asks(NextPage{});
    ASSERT_EQ(leaflet().topics.size(), 1U);
    EXPECT_EQ(leaflet().topics[0].title, "Pack a");
    EXPECT_EQ(leaflet().topics[0].points[1].words, "Then of a");
    visitor.asks(ToggleTick{"b/cost"});
    EXPECT_EQ(leaflet().topics.size(), 2U);
    EXPECT_EQ(leaflet().questions, std::vector<std::string>{"What does b cost?"});
}

TEST_F(Leaflets, whoever_read_nothing_takes_all_topics) { EXPECT_EQ(leaflet().topics.size(), 2U); }

TEST_F(Leaflets, paper_that_two_packs_cite_stands_there_once) {
    const Leaflet both = leaflet();
    ASSERT_EQ(both.sources.size(), 1U);
    EXPECT_EQ(both.sources[0].link, "https://example.org/paper");
    for (const Leaflet::Topic& topic : both.topics)
        EXPECT_EQ(topic.points[0].sources, std::vector<int>{1});
}

TEST_F(Leaflets, pack_that_says_nothing_in_short_is_no_topic) {
    auto library = std::make_shared<pack::Library>(*catalog->library);
    library->packs[0].in_short = "gone";
    library->packs[1].in_short.clear();
    catalog->library = library;
    EXPECT_TRUE(leaflet().topics.empty());
    EXPECT_EQ(text(), words("take.title"));
}

TEST_F(Leaflets, reference_comes_along_only_if_the_person_likes) {
    visitor.state.visit.request.sending.reference = "K7Q4FM8";
    EXPECT_EQ(text().find("K7Q"), std::string::npos);
    visitor.asks(ToggleTakeReference{});
    EXPECT_NE(text().find("K7Q-4FM-8"), std::string::npos);
}

TEST_F(Leaflets, clinic_is_named_and_can_be_called) {
    catalog->clinic.name = english("Klinik Nord");
    catalog->clinic.phone = "+49 431 123456";
    EXPECT_TRUE(text().starts_with("Your notes from Klinik Nord\nPhone: +49 431 123456\n"))
        << text();
}

TEST_F(Leaflets, name_and_answers_never_come_along) {
    visitor.asks(Start{}).asks(OpenRequest{}).fills_in_the_form();
    visitor.types_into(Field::own_words, "My own words");
    visitor.asks(ToggleTakeReference{});
    std::string all = text();
    for (const text::PrintedText& each : leaflet_pages(visitor.state).texts)
        all += each.words + each.strong + each.beside;
    for (const char* secret : {"Elif", "532", "My own words"})
        EXPECT_EQ(all.find(secret), std::string::npos) << secret;
}

TEST_F(Leaflets, what_has_no_room_goes_by_rank_and_is_told) {
    visitor.asks(ToggleTick{"a/cost"});
    const std::string whole = text();
    EXPECT_EQ(whole.find(words("take.more-on-screen")), std::string::npos);
    EXPECT_LT(whole.find("What does a cost?"), whole.find("First of a"));
    EXPECT_LT(whole.find("Then of a"), whole.find("https://example.org/paper"));
    std::string last = whole;
    for (std::size_t room = whole.size(); room-- > 120;) {
        const std::string cut = text(room, Rest::on_the_page);
        EXPECT_LE(cut.size(), room);
        EXPECT_TRUE(cut.ends_with(words("take.more-on-page"))) << cut;
        EXPECT_TRUE(whole.starts_with(cut.substr(0, cut.rfind("\n\n")))) << cut;
        EXPECT_LE(cut.size(), last.size() + words("take.more-on-page").size() + 2);
        last = cut;
    }
    EXPECT_EQ(last.find("First of a"), std::string::npos);
    EXPECT_NE(last.find("What does a cost?"), std::string::npos) << "the last to go";
}

TEST_F(Leaflets, page_has_large_print_and_both_languages_as_wanted) {
    auto german = ui::Strings::load(source_folder() / "assets/strings/de.yaml").value();
    catalog->strings.emplace("de", std::move(german));
    catalog->languages.push_back({"de", "Deutsch"});
    catalog->clinic.language = "de";
    EXPECT_EQ(second_language(visitor.state), "de");
    const auto usual = leaflet_pages(visitor.state);
    EXPECT_FALSE(usual.texts[0].two_columns);
    visitor.asks(ToggleLargePrint{}).asks(ToggleTwoLanguages{});
    const auto wanted = leaflet_pages(visitor.state);
    EXPECT_GT(wanted.texts[1].size_pt, 16);
    EXPECT_TRUE(wanted.texts[0].two_columns);
    EXPECT_EQ(wanted.texts[0].beside, "Ihre Notizen von diesem Besuch");
    ASSERT_EQ(wanted.texts.size(), usual.texts.size());
}

TEST_F(Leaflets, clinic_that_reads_what_the_person_does_needs_no_second_language) {
    EXPECT_EQ(second_language(visitor.state), "");
    visitor.asks(ToggleTwoLanguages{});
    EXPECT_FALSE(leaflet_pages(visitor.state).texts[0].two_columns);
}

/// What somebody takes home who read a topic, and ticked a question in it.
TEST(PrintedLeaflet, of_a_topic_is_one_page_in_each_language) {
    const auto fonts = text::Fonts::create().value();
    const auto folder = base::ScratchFolder::in_temp("candor-leaflet").value();
    for (const auto& [code, _] : shipped_catalog()->languages) {
        for (const pack::Pack& pack : shipped_catalog()->library->packs) {
            Visitor visitor(shipped_catalog());
            visitor.asks(Start{}).asks(SetLanguage{code});
            const std::string& page = pack.pages_in(code).front().id;
            visitor.asks(OpenPlace{{pack.id, page, 0, -1}}).asks(NextPage{});
            const LeafletPages pages = leaflet_pages(visitor.state);
            const auto pdf =
                text::printed_pages(*fonts, pages.texts, pages.direction, pages.foot, pages.fit);
            const auto file = folder.path() / (pack.id + code + ".pdf");
            std::ofstream(file) << pdf.value();
            EXPECT_EQ(std::stoi(text::pdf_text(file)), 1) << pack.id << " in " << code;
        }
    }
}

TEST_F(Leaflets, second_tap_prints_no_second_page) {
    visitor.asks(PrintLeaflet{}).asks(PrintLeaflet{});
    EXPECT_EQ(visitor.services.prints, 1);
    visitor.state.visit.take_home.printing = printing::Printing::done;
    visitor.asks(PrintLeaflet{});
    EXPECT_EQ(visitor.services.prints, 2);
}

TEST_F(Leaflets, every_shipped_pack_sums_itself_up_in_each_language) {
    const auto shipped = shipped_catalog();
    for (const pack::Pack& pack : shipped->library->packs)
        for (const char* language : {"en", "tr", "ar", "de", "es"}) {
            const pack::List* list = pack.key_messages(language);
            ASSERT_NE(list, nullptr) << pack.id << " " << language;
            EXPECT_GE(list->items.size(), 4U) << pack.id << " " << language;
        }
}

TEST_F(Leaflets, help_is_called_once_and_told) {
    catalog->around.help_from = "Kiosk 2";
    visitor.asks(CallForHelp{}).asks(CallForHelp{});
    EXPECT_EQ(visitor.services.calls, std::vector<std::string>{"Kiosk 2"});
    EXPECT_EQ(visitor.state.visit.help, Help::asked);
    visitor.asks(FinishVisit{});
    EXPECT_EQ(visitor.state.visit.help, Help::none);
    visitor.services.fault = base::Fault{};
    visitor.asks(CallForHelp{});
    EXPECT_EQ(visitor.state.visit.help, Help::not_asked);
}

}  // namespace
}  // namespace candor::screens
