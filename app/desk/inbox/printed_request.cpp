#include "desk/inbox/printed_request.h"

#include "consult/request/reference.h"
#include "desk/inbox/value_lines.h"
#include "desk/shell/moments.h"
#include "desk/shell/wording.h"

namespace candor::desk {
namespace {

using text::PrintedText;

class Sheet {
  public:
    explicit Sheet(const ui::Strings& strings) : strings_(strings) {}

    void line(const std::string& words, const std::string& strong = {}) {
        if (!words.empty() || !strong.empty()) texts_.push_back({words, strong});
    }
    void heading(const char* key) {
        PrintedText text{strings_(key)};
        text.weight = text::Weight::bold;
        text.size_pt = 12;
        text.space_before_pt = 14;
        text.rule_before = true;
        texts_.push_back(std::move(text));
    }
    void title(const std::string& words) {
        PrintedText text{words};
        text.weight = text::Weight::bold;
        text.size_pt = 20;
        texts_.push_back(std::move(text));
    }
    void list(const char* key, const std::vector<std::string>& lines) {
        if (lines.empty()) return;
        heading(key);
        for (const std::string& each : lines) line(each);
    }
    std::vector<PrintedText> take() { return std::move(texts_); }

  private:
    const ui::Strings& strings_;
    std::vector<PrintedText> texts_;
};

void findings(Sheet& sheet, const consult::OpenedRequest& opened) {
    for (const consult::RequestFinding& finding : opened.findings) {
        std::string because;
        for (const std::string& reason : finding.because)
            because += (because.empty() ? "" : " · ") + reason;
        sheet.line({}, finding.title);
        sheet.line(because);
    }
}

void answers(Sheet& sheet, const ui::Strings& strings, const consult::OpenedRequest& opened) {
    if (opened.answers.empty()) return;
    sheet.heading("request.answers");
    for (const consult::OpenedAnswer& answer : opened.answers) {
        std::string value;
        for (const std::string& each : answer.values) value += (value.empty() ? "" : ", ") + each;
        sheet.line(answer.question, answer.declined ? strings("request.declined") : value);
    }
}

}  // namespace

std::vector<PrintedText> printed_request(const ui::Strings& strings, const Entry& entry,
                                         std::int64_t now_s) {
    const consult::OpenedRequest& opened = entry.opened;
    Sheet sheet(strings);
    sheet.title(title_of(strings, entry));
    sheet.line(consult::display_reference(entry.row.request.reference) + " · " +
               moment_words(entry.created_s, now_s, entry.known));
    sheet.line({}, opened.phone);
    sheet.line({}, opened.email);
    sheet.line(line_of(strings, entry));
    findings(sheet, opened);
    if (!opened.own_words.empty()) sheet.list("request.own-words", {opened.own_words});
    answers(sheet, strings, opened);
    sheet.list("request.questions", opened.questions);
    sheet.list("request.values", value_lines(strings, opened));
    sheet.list("request.topics", opened.topics);
    sheet.list("request.consent-title", {opened.consent_text, opened.consent_version});
    return sheet.take();
}

}  // namespace candor::desk
