#pragma once
#include <memory>
#include <string>
#include <vector>

#include "base/places.h"
#include "consult/request/opened_request.h"
#include "content/catalog.h"
#include "ui/strings.h"

namespace candor::desk {

/// Says a request in the language of the desk: questions by their linkId, answers by their code,
/// findings by their id, as far as `self_check` (nullptr: none) is the one that was answered; yes
/// and no in any case. What is known to no file here stays as the kiosk wrote it for staff. The
/// words that the person read stay beside each.
void say_in(const ui::Strings& strings, const content::SelfCheck* self_check,
            consult::OpenedRequest& request);

/// Several texts in one line.
consult::StaffText beside_each_other(const std::vector<consult::StaffText>& texts,
                                     const std::string& between);
/// What was answered, all of it in one line; that nothing was said where it was declined.
consult::StaffText value_of(const ui::Strings& strings, const consult::OpenedAnswer& answer);
/// Question and answer as the person read them; empty: staff read the same words.
std::string as_read(const consult::StaffText& question, const consult::StaffText& value);

/// The same with the self-check that this machine has, shipped or installed; read at the first
/// request. One thread.
class StaffWords {
  public:
    StaffWords(base::Places places, std::shared_ptr<const ui::Strings> strings);
    void say(consult::OpenedRequest& request);

  private:
    void load();

    base::Places places_;
    std::shared_ptr<const ui::Strings> strings_;
    bool loaded_ = false;
    std::shared_ptr<const pack::Library> library_;  ///< what self_check_ points into
    std::shared_ptr<const content::SelfCheck> self_check_;
};

}  // namespace candor::desk
