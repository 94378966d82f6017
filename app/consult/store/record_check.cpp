#include <map>
#include <set>
#include <string_view>

#include "consult/store/digest.h"
#include "consult/store/inbox.h"
#include "consult/store/queue_rows.h"

namespace candor::consult {
namespace {

bool follows(const Change& change, std::int64_t number, const std::vector<std::uint8_t>& before) {
    return change.number == number && change.hash == chain_hash(before, change) &&
           (change.sealed_note.empty() || note_digest(change.sealed_note) == change.note_digest);
}

void check_chain(const std::vector<Change>& changes, ChainReport& report) {
    std::vector<std::uint8_t> before;
    for (const auto& change : changes) {
        const std::int64_t place = ++report.entries;
        if (report.broken.place == 0 && !follows(change, place, before))
            report.broken = {place, change.number, change.login.empty() ? change.by : change.login};
        before = change.hash;
    }
    report.head = hex(before.empty() ? std::vector<std::uint8_t>(Digest::kSize) : before);
}

/// What the record says of one request.
struct Recorded {
    std::int64_t revision = 0;
    std::string progress = name_of(Progress::fresh);
    std::string arrival;  ///< arrival_text(); empty: not entered
    bool seen = false;    ///< entered after it had come
    bool purged = false;
};
using Record = std::map<std::string, Recorded>;

void add(const Change& change, Recorded& recorded) {
    switch (change.kind) {
        case ChangeKind::progress:
            ++recorded.revision;
            recorded.progress = change.text.substr(change.text.find(' ') + 1);
            break;
        case ChangeKind::arrival:
        case ChangeKind::seen:
            // The first word counts: nobody enters a request a second time.
            if (!recorded.arrival.empty()) break;
            recorded.arrival = change.text;
            recorded.seen = change.kind == ChangeKind::seen;
            break;
        case ChangeKind::purge:
            recorded.purged = true;
            break;
        case ChangeKind::note:
            break;
    }
}

class Check {
  public:
    Check(const std::vector<Change>& changes, Arrivals arrivals, ChainReport& report)
        : arrivals_(arrivals), report_(report) {
        for (const auto& change : changes) add(change, record_[change.request_id]);
    }
    void row(const InboxRow& row) {
        const QueuedRequest& request = row.request;
        present_.insert(request.id);
        if (request.state == kDamaged) return tell(Wrong::damaged, request.reference);
        const Recorded& recorded = record_[request.id];
        if (!sealed_.insert(as_text(request.sealed)).second)
            tell(Wrong::doubled, request.reference);
        if (name_of(row.progress) != recorded.progress || row.revision != recorded.revision)
            tell(Wrong::unrecorded, request.reference);
        if (arrivals_ != Arrivals::nobody_yet) arrival(request, recorded);
    }
    void what_is_not_there() {
        if (arrivals_ == Arrivals::nobody_yet) return;
        for (const auto& [id, recorded] : record_) {
            if (recorded.seen) ++report_.seen;
            if (recorded.purged || present_.contains(id)) continue;
            const std::string& said = recorded.arrival;
            tell(Wrong::gone, said.empty() ? id : said.substr(0, said.find(' ')));
        }
    }

  private:
    void arrival(const QueuedRequest& request, const Recorded& recorded) {
        if (recorded.purged) return tell(Wrong::not_gone, request.reference);
        if (!recorded.arrival.empty()) {
            if (recorded.arrival != arrival_text(request)) tell(Wrong::altered, request.reference);
        } else if (arrivals_ == Arrivals::kiosk) {
            tell(Wrong::not_entered, request.reference);
        } else {
            report_.unseen.push_back(request.reference);
        }
    }
    static std::string_view as_text(const std::vector<std::uint8_t>& bytes) {
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }
    void tell(Wrong wrong, const std::string& request) {
        report_.faults.push_back({wrong, request});
    }

    Arrivals arrivals_;
    ChainReport& report_;
    Record record_;
    std::set<std::string> present_;
    std::set<std::string_view> sealed_;
};

}  // namespace

ChainReport check_record(const std::vector<InboxRow>& rows, const std::vector<Change>& changes,
                         Arrivals arrivals) {
    ChainReport report;
    check_chain(changes, report);
    Check check(changes, arrivals, report);
    for (const auto& row : rows) check.row(row);
    check.what_is_not_there();
    return report;
}

}  // namespace candor::consult
