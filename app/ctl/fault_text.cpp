#include "ctl/fault_text.h"

namespace candor::ctl {
namespace {

using base::FaultKind;

struct Words {
    const char* what;
    const char* remedy;
};

Words words_for(FaultKind kind) {
    switch (kind) {
        case FaultKind::not_found:
            return {"It is not there", "Check the path."};
        case FaultKind::unreadable:
            return {"It cannot be read", "Check that you may read it, and that the disk is well."};
        case FaultKind::wrong_format:
            return {"It is not what it should be", "Check that this is the right file."};
        case FaultKind::too_large:
            return {"It is too large", "Check that this is the right file."};
        case FaultKind::unsupported:
            return {"This program does not know that", "Update Candor, then try again."};
        case FaultKind::disk_full:
            return {"The disk is full", "Make room, then try again."};
        case FaultKind::read_only:
            return {"It cannot be written", "Check its rights, or that the disk is not read-only."};
        case FaultKind::locked:
            return {"Another program holds it", "Wait a moment, then try again."};
        case FaultKind::changed:
            return {"Somebody else changed it meanwhile", "Look at it again, then decide."};
        case FaultKind::damaged:
            return {"It is damaged", "Keep the file, and restore it from your copy."};
        case FaultKind::wrong_key:
            return {"The key does not open it", "Name the key it belongs to."};
        case FaultKind::refused:
            return {"This was refused", "Choose another name or place."};
        case FaultKind::unreachable:
            return {"There is no answer", "Check the connection."};
        case FaultKind::cancelled:
            return {"Stopped", "Start again when you are ready."};
        case FaultKind::internal:
            break;
    }
    return {"Something failed that should not",
            "Try again; if it stays, tell who looks after Candor."};
}

}  // namespace

std::string fault_text(const base::Fault& fault, const std::string& what,
                       const std::string& remedy) {
    std::string text = fault.where.empty() ? "candor" : fault.where;
    text += std::string(": error [") + base::name_of(fault.kind) + "] " + what;
    if (!fault.detail.empty()) text += ": " + fault.detail;
    return text + ". " + remedy;
}

std::string fault_text(const base::Fault& fault) {
    const Words words = words_for(fault.kind);
    return fault_text(fault, words.what, words.remedy);
}

}  // namespace candor::ctl
