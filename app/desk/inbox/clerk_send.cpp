#include "base/last_catch.h"
#include "consult/request/fhir.h"
#include "consult/store/opened_row.h"
#include "desk/inbox/clerk.h"

namespace candor::desk {

void Clerk::send(const std::string& id) {
    add([this, id, stop = stop_] { send_now(id, stop); },
        [this, id](const base::Fault& fault) {
            tell(SendEnded{id, not_opened(fault)});
        });
}

void Clerk::send_now(const std::string& id, const Stop& stop) {
    if (!key_ || is_over()) return;
    auto bundle = bundle_of(id);
    if (!bundle) return tell(SendEnded{id, not_opened(bundle.error())});
    post(id, std::move(*bundle), stop);
}

/// Read anew: another desk may have moved it on since it was shown.
base::Result<base::SecretString> Clerk::bundle_of(const std::string& id) {
    const auto gone = [&] { return base::fail(base::FaultKind::not_found, id, "no such request"); };
    const EntryPtr entry = requests_ ? requests_->find(id) : nullptr;
    if (!entry) return gone();
    if (!open_inbox()) return tl::unexpected(no_inbox());
    // Two kiosks may have given the same reference.
    const std::string kiosk = entry->row.kiosk.empty() ? "" : entry->row.kiosk + "/";
    const auto row = TRY(inbox_->row(kiosk + entry->row.request.reference));
    if (row.request.id != id) return gone();
    const auto opened = consult::open_row(row.request, *key_, fingerprint_);
    if (!opened) return tl::unexpected(opened.error().fault);
    return consult::fhir::with_progress(opened->bundle.view(), row.progress, row.request.reference);
}

/// A server may take half a minute: the clerk goes on meanwhile.
void Clerk::post(const std::string& id, base::SecretString bundle, const Stop& stop) {
    const auto parcel = std::make_shared<base::SecretString>(std::move(bundle));
    courier_.add([this, id, stop, parcel, busy = worker_.keep_busy()] {
        auto sending = sending_of(base::contained("FHIR server", [&] {
            return fleet::send_bundle(setup_.record, parcel->view(), stop.get());
        }));
        parcel->clear();
        const auto report = [this, id, stop, sending] {
            if (!stop->raised()) sent_now(id, sending);
        };
        add(report, [this, id, sending](const base::Fault& fault) {
            sending->noted = false;
            sending->fault = fault;
            tell(SendEnded{id, sending});
        });
    });
}

void Clerk::sent_now(const std::string& id, const std::shared_ptr<Sending>& sending) {
    if (!key_ || is_over()) return;
    if (sending->stage == Sending::Stage::accepted) {
        const auto noted = keep_note(id, setup_.note_of(*sending));
        sending->noted = noted.has_value();
        if (!noted) sending->fault = noted.error();
    }
    tell(SendEnded{id, sending});
}

}  // namespace candor::desk
