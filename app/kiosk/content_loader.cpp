#include "kiosk/content_loader.h"

#include <algorithm>
#include <utility>

#include "base/clock.h"
#include "base/files.h"
#include "kiosk/log.h"
#include "pack/install.h"

namespace candor::kiosk {
namespace {

constexpr std::size_t kMaxBytes = 4U << 20;

std::optional<screens::SelfCheck> load_self_check(const pack::Library& library) {
    for (const pack::Pack& pack : library.self_checks) {
        const auto questions = pack.folder / "questionnaire.yaml",
                   words = pack.folder / "guidance.yaml";
        const auto question_text = base::read_file(questions, kMaxBytes);
        const auto guidance_text = base::read_file(words, kMaxBytes);
        if (!question_text || !guidance_text) continue;
        auto questionnaire = screening::load_questionnaire(*question_text, questions.string());
        for (const auto& finding : questionnaire.findings) log(base::to_line(finding));
        if (!questionnaire.questionnaire) continue;
        auto guidance =
            screening::load_guidance(*guidance_text, words.string(), *questionnaire.questionnaire);
        for (const auto& finding : guidance.findings) log(base::to_line(finding));
        if (!guidance.guidance) continue;
        return screens::SelfCheck{&pack, std::move(*questionnaire.questionnaire),
                                  std::move(*guidance.guidance)};
    }
    return std::nullopt;
}

/// A language's own name, which its file of strings says near its head. The first frame names all
/// languages, and reading every file as YAML would make it late.
std::string name_in(const std::filesystem::path& file) {
    constexpr std::string_view kKey = "\nlanguage.name: \"";
    const auto text = base::read_file(file, kMaxBytes);
    if (!text) return {};
    const auto at = text->find(kKey);
    if (at == std::string::npos) return {};
    const auto begin = at + kKey.size(), end = text->find('"', begin);
    return end == std::string::npos ? std::string{} : text->substr(begin, end - begin);
}

std::vector<screens::Language> languages_of(const std::filesystem::path& assets) {
    std::vector<screens::Language> languages;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(assets / "strings", error)) {
        if (entry.path().extension() != ".yaml") continue;
        if (std::string name = name_in(entry.path()); !name.empty())
            languages.push_back({entry.path().stem().string(), std::move(name)});
    }
    std::sort(languages.begin(), languages.end(),
              [](const auto& a, const auto& b) { return a.code < b.code; });
    return languages;
}

std::shared_ptr<const Words> load_words(const std::filesystem::path& assets) {
    auto words = std::make_shared<Words>();
    for (const auto& [code, _] : languages_of(assets)) {
        const std::string file = code + ".yaml";
        auto strings = ui::Strings::load(assets / "strings" / file);
        if (strings)
            words->strings.emplace(code, std::move(*strings));
        else
            log(strings.error());
        auto keyboard = ui::KeyboardLayouts::load(assets / "keyboards" / file);
        if (keyboard)
            words->keyboards.emplace(code, std::move(*keyboard));
        else
            log(keyboard.error());
    }
    return words;
}

}  // namespace

base::Result<std::shared_ptr<screens::Catalog>> load_interface(const std::filesystem::path& assets,
                                                               const std::string& language) {
    auto catalog = std::make_shared<screens::Catalog>();
    catalog->languages = languages_of(assets);
    auto& languages = catalog->languages;
    auto own = std::find_if(languages.begin(), languages.end(),
                            [&](const auto& known) { return known.code == language; });
    if (own == languages.end())
        own = std::find_if(languages.begin(), languages.end(),
                           [](const auto& known) { return known.code == "en"; });
    if (own == languages.end())
        return base::fail(base::FaultKind::not_found, (assets / "strings/en.yaml").string(),
                          "the interface's words are missing");
    std::rotate(languages.begin(), own, own + 1);
    const std::string& code = languages.front().code;
    auto strings = ui::Strings::load(assets / "strings" / (code + ".yaml"));
    if (!strings) return tl::unexpected(strings.error());
    catalog->strings.emplace(code, std::move(*strings));
    catalog->library = std::make_shared<pack::Library>();
    return catalog;
}

ContentLoader::ContentLoader(const Options& options, std::function<void()> on_ready)
    : options_(options), on_ready_(std::move(on_ready)), thread_([this] { run(); }) {}

ContentLoader::~ContentLoader() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    wanted_.notify_all();
    thread_.join();
}

void ContentLoader::reload() {
    {
        const std::lock_guard lock(mutex_);
        reload_ = true;
        content_done_ = index_done_ = false;
    }
    wanted_.notify_all();
}

bool ContentLoader::is_loading() {
    const std::lock_guard lock(mutex_);
    return !content_done_ || content_;
}

void ContentLoader::run() {
    do {
        load();
        if (verify()) reload();  // something fell back: load what is live now
        std::unique_lock lock(mutex_);
        wanted_.wait(lock, [this] { return stop_ || reload_; });
    } while (!stop_);
}

void ContentLoader::load() {
    {
        const std::lock_guard lock(mutex_);
        reload_ = false;
    }
    Content content;
    if (!words_) words_ = load_words(options_.assets);
    content.words = words_;
    if (options_.preview.empty()) {
        const pack::Policy policy = pack::read_policy(options_.state);
        for (const auto& finding : policy.findings) log(base::to_line(finding));
        installed_ = pack::installed_packs(options_.state, policy);
        content.library = pack::load_library(options_.content, installed_, policy.show_shipped,
                                             base::local_today(), policy.review_grace_days);
    } else {
        content.library = pack::load_preview(options_.preview);
    }
    for (const auto& finding : content.library->findings) log(base::to_line(finding));
    content.self_check = load_self_check(*content.library);
    const auto library = content.library;
    {
        const std::lock_guard lock(mutex_);
        content_ = std::move(content);
        content_done_ = !reload_;
    }
    arrived_.notify_all();
    on_ready_();
    const bool in_memory = options_.state.empty() || !options_.preview.empty();
    const auto file = in_memory ? std::filesystem::path{} : options_.state / "library.db";
    auto index = pack::SearchIndex::open(file, *library);
    if (!index) log(index.error());
    {
        const std::lock_guard lock(mutex_);
        if (index) index_ = std::move(*index);
        index_done_ = !reload_;
    }
    arrived_.notify_all();
    on_ready_();
}

/// Looks at every byte of the installed packs, once a version; true: one was damaged, and another
/// version is live.
bool ContentLoader::verify() {
    bool fell_back = false;
    const auto go_on = [this](std::uint64_t, std::uint64_t) { return !stop_; };
    for (const pack::InstalledPack& pack : installed_) {
        if (pack.state == pack::InstalledPack::State::untrusted || stop_) continue;
        if (verified_.contains(pack.folder)) continue;
        const auto whole = pack::verify_installed(pack, go_on);
        if (whole) verified_.insert(pack.folder);
        if (whole || whole.error().kind == base::FaultKind::cancelled) continue;
        log(whole.error());
        const auto policy = pack::read_policy(options_.state);
        const auto now = pack::fall_back(options_.state, pack, whole.error(), policy);
        if (!now) log(now.error());
        fell_back = fell_back || now.has_value();
    }
    return fell_back;
}

std::optional<Content> ContentLoader::take_content(Wait wait) {
    std::unique_lock lock(mutex_);
    if (wait == Wait::yes) arrived_.wait(lock, [this] { return content_done_; });
    return std::exchange(content_, std::nullopt);
}

std::unique_ptr<pack::SearchIndex> ContentLoader::take_index(Wait wait) {
    std::unique_lock lock(mutex_);
    if (wait == Wait::yes) arrived_.wait(lock, [this] { return index_done_; });
    return std::move(index_);
}

}  // namespace candor::kiosk
