#include "desk/inbox/printed_request.h"

#include "consult/request/reference.h"
#include "desk/inbox/staff_words.h"
#include "desk/inbox/value_lines.h"
#include "desk/shell/moments.h"
#include "desk/shell/own_direction.h"
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
    /// What the person read, under what staff read, where it differs.
    void original(const consult::StaffText& words) {
        if (words.original.empty()) return;
        PrintedText text{words.original};
        text.size_pt = 9;
        texts_.push_back(std::move(text));
    }
    void list(const char* key, const std::vector<consult::StaffText>& lines) {
        if (lines.empty()) return;
        heading(key);
        for (const consult::StaffText& each : lines) {
            line(each.text);
            original(each);
        }
    }
    std::vector<PrintedText> take() { return std::move(texts_); }

  private:
    const ui::Strings& strings_;
    std::vector<PrintedText> texts_;
};

void findings(Sheet& sheet, const consult::OpenedRequest& opened) {
    for (const consult::RequestFinding& finding : opened.findings) {
        sheet.line({}, finding.title.text);
        sheet.original(finding.title);
        const consult::StaffText because = beside_each_other(finding.because, " · ");
        sheet.line(because.text);
        sheet.original(because);
    }
}

void answers(Sheet& sheet, const ui::Strings& strings, const consult::OpenedRequest& opened) {
    if (opened.answers.empty()) return;
    sheet.heading("request.answers");
    for (const consult::OpenedAnswer& answer : opened.answers) {
        const consult::StaffText value = value_of(strings, answer);
        const consult::StaffText question = consult::whole_question(answer);
        sheet.line(question.text, value.text);
        sheet.original({{}, as_read(question, value)});
    }
}

}  // namespace

std::vector<PrintedText> printed_request(const ui::Strings& strings, const Entry& entry,
                                         std::int64_t now_s) {
    const consult::OpenedRequest& opened = entry.opened;
    Sheet sheet(strings);
    sheet.title(title_of(strings, entry));
    sheet.line(strings.left_to_right(consult::display_reference(entry.row.request.reference)) +
               " · " + strings.left_to_right(moment_words(entry.created_s, now_s, entry.known)));
    sheet.line({}, strings.left_to_right(opened.phone));
    sheet.line({}, strings.left_to_right(opened.email));
    sheet.line(line_of(strings, entry));
    findings(sheet, opened);
    if (!opened.own_words.empty()) sheet.list("request.own-words", {{opened.own_words}});
    answers(sheet, strings, opened);
    sheet.list("request.questions", opened.questions);
    sheet.list("request.values", value_lines(strings, opened));
    sheet.list("request.topics", opened.topics);
    sheet.list("request.consent-title", {{opened.consent_text}, {opened.consent_version}});
    return sheet.take();
}

}  // namespace candor::desk
