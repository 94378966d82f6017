#include "ctl/po_file.h"

#include <gettext-po.h>

#include <cstdlib>
#include <iostream>
#include <memory>

#include "base/utf8.h"

namespace candor::ctl {
namespace {

struct FreePo {
    void operator()(po_file_t file) const { po_file_free(file); }
};
using Po = std::unique_ptr<std::remove_pointer_t<po_file_t>, FreePo>;

/// The first error of a call; the library hands its callbacks nothing of ours.
std::string& first_error() {
    thread_local std::string error;
    return error;
}

void note_error(int severity, po_message_t, const char*, std::size_t line, std::size_t, int,
                const char* words) {
    // It must not go on, and the library offers no other way out.
    if (severity == PO_SEVERITY_FATAL_ERROR) {
        std::cerr << "candor: error [internal] " << words << '\n';
        std::exit(1);
    }
    if (severity == PO_SEVERITY_WARNING || !first_error().empty()) return;
    if (line != static_cast<std::size_t>(-1)) first_error() = "line " + std::to_string(line) + ": ";
    first_error() += words;
}

void note_error_2(int severity, po_message_t one, const char* file, std::size_t line,
                  std::size_t column, int multiline, const char* words, po_message_t, const char*,
                  std::size_t, std::size_t, int, const char*) {
    note_error(severity, one, file, line, column, multiline, words);
}

constexpr po_xerror_handler kHandler{note_error, note_error_2};

std::string header_of(const pack::Catalogue& catalogue) {
    return "Project-Id-Version: " + catalogue.pack +
           "\nReport-Msgid-Bugs-To: the pack's authors\n"
           "POT-Creation-Date: 2026-01-01 00:00+0000\n"
           "PO-Revision-Date: 2026-01-01 00:00+0000\n"
           "Last-Translator: not named\nLanguage-Team: not named\n"
           "Language: " +
           catalogue.language +
           "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
           "Content-Transfer-Encoding: 8bit\n";
}

void insert(po_message_iterator_t iterator, const pack::Message& message) {
    const po_message_t entry = po_message_create();
    po_message_set_msgctxt(entry, message.context.c_str());
    po_message_set_msgid(entry, message.source.c_str());
    po_message_set_msgstr(entry, message.translation.c_str());
    po_message_add_filepos(entry, message.file.c_str(), static_cast<std::size_t>(message.line));
    if (message.is_older && !message.translation.empty()) po_message_set_fuzzy(entry, 1);
    po_message_insert(iterator, entry);
}

void take(const po_message_t entry, PoFile& out) {
    const char* const context = po_message_msgctxt(entry);
    const std::string source = po_message_msgid(entry), words = po_message_msgstr(entry);
    if (context == nullptr || source.empty() || po_message_is_obsolete(entry) != 0) return;
    if (words.empty()) {
        ++out.untranslated;
    } else if (po_message_is_fuzzy(entry) != 0) {
        ++out.fuzzy;
    } else if (base::is_utf8(words)) {
        pack::Message message;
        message.context = context;
        message.source = source;
        message.translation = words;
        out.messages.push_back(std::move(message));
    }
}

std::string language_of(po_file_t file) {
    const char* const header = po_file_domain_header(file, nullptr);
    if (header == nullptr) return {};
    const std::unique_ptr<char, decltype(&std::free)> field(po_header_field(header, "Language"),
                                                            &std::free);
    return field ? field.get() : "";
}

}  // namespace

base::Result<void> write_po(const std::filesystem::path& file, const pack::Catalogue& catalogue) {
    first_error().clear();
    const Po po(po_file_create());
    const po_message_iterator_t iterator = po_message_iterator(po.get(), nullptr);
    const po_message_t header = po_message_create();
    po_message_set_msgid(header, "");
    po_message_set_msgstr(header, header_of(catalogue).c_str());
    po_message_insert(iterator, header);
    for (const auto& message : catalogue.messages) insert(iterator, message);
    po_message_iterator_free(iterator);
    const std::string part = file.string() + ".part";
    if (po_file_write(po.get(), part.c_str(), &kHandler) == nullptr || !first_error().empty())
        return base::fail(base::FaultKind::read_only, file.string(), first_error());
    std::error_code error;
    std::filesystem::rename(part, file, error);
    if (!error) return {};
    return base::fail(base::FaultKind::read_only, file.string(), error.message());
}

base::Result<PoFile> read_po(const std::filesystem::path& file) {
    first_error().clear();
    const Po po(po_file_read(file.c_str(), &kHandler));
    if (!first_error().empty())
        return base::fail(base::FaultKind::wrong_format, file.string(), first_error());
    if (!po) return base::fail(base::FaultKind::not_found, file.string(), "it cannot be opened");
    PoFile out;
    out.language = language_of(po.get());
    if (out.language.empty())
        return base::fail(base::FaultKind::wrong_format, file.string(),
                          "its header names no language");
    const po_message_iterator_t iterator = po_message_iterator(po.get(), nullptr);
    while (const po_message_t entry = po_next_message(iterator)) take(entry, out);
    po_message_iterator_free(iterator);
    return out;
}

}  // namespace candor::ctl
