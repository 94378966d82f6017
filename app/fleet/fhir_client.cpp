#include "fleet/fhir_client.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

#include "base/files.h"
#include "base/free_by.h"
#include "base/secret_string.h"
#include "base/stop_signal.h"
#include "consult/request/foreign_json.h"
#include "fleet/fhir_answer.h"

namespace candor::fleet {
namespace {

using base::FaultKind;

constexpr std::size_t kMaxAnswer = 1U << 20;
constexpr std::size_t kMaxToken = 16U << 10;
constexpr std::size_t kMaxAuthorities = 4U << 20;

using base::FreeBy;
using Curl = std::unique_ptr<CURL, FreeBy<curl_easy_cleanup>>;
using Multi = std::unique_ptr<CURLM, FreeBy<curl_multi_cleanup>>;
using Url = std::unique_ptr<CURLU, FreeBy<curl_url_cleanup>>;
using CurlText = std::unique_ptr<char, FreeBy<curl_free>>;

/// Headers of a request; the token is wiped with them.
class Headers {
  public:
    Headers() = default;
    ~Headers() {
        for (auto* at = list_; at != nullptr; at = at->next)
            std::fill_n(static_cast<volatile char*>(at->data), std::string_view(at->data).size(),
                        '\0');
        curl_slist_free_all(list_);
    }
    Headers(const Headers&) = delete;
    Headers& operator=(const Headers&) = delete;
    void add(const std::string& line) { list_ = curl_slist_append(list_, line.c_str()); }
    curl_slist* get() const { return list_; }

  private:
    curl_slist* list_ = nullptr;
};

/// Never grows beyond what was reserved, so that wiping it leaves no copy.
struct Body {
    Body() { text.reserve(kMaxAnswer); }
    ~Body() { base::wipe(text); }
    Body(const Body&) = delete;
    Body& operator=(const Body&) = delete;
    std::string text;
    bool too_large = false;
};

std::size_t take(char* data, std::size_t, std::size_t size, void* to) {
    auto& body = *static_cast<Body*>(to);
    body.too_large = size > kMaxAnswer - body.text.size();
    if (body.too_large) return 0;
    body.text.append(data, size);
    return size;
}

std::string part(CURLU* url, CURLUPart which) {
    char* text = nullptr;
    if (curl_url_get(url, which, &text, 0) != CURLUE_OK) return {};
    return CurlText(text).get();
}

/// An address of 127.0.0.0/8 is all digits and dots: "127.example.org" is somewhere else.
bool is_this_machine(const std::string& host) {
    return host == "localhost" || host == "[::1]" ||
           (host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string::npos);
}

/// Whether it goes by plain HTTP, which is for this machine alone.
base::Result<bool> is_plain(const std::string& text) {
    const auto no_url = [&] {
        return base::fail(FaultKind::wrong_format, text, "not a URL like https://HOST/PATH");
    };
    const Url url(curl_url());
    if (!url || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK)
        return no_url();
    const std::string scheme = part(url.get(), CURLUPART_SCHEME);
    const std::string host = part(url.get(), CURLUPART_HOST);
    if (!part(url.get(), CURLUPART_USER).empty())
        return base::fail(FaultKind::refused, host,
                          "a name or password does not belong into the URL");
    if (scheme != "https" && scheme != "http") return no_url();
    if (!part(url.get(), CURLUPART_QUERY).empty() || !part(url.get(), CURLUPART_FRAGMENT).empty())
        return base::fail(FaultKind::wrong_format, host, "a base has neither \"?\" nor \"#\"");
    if (scheme == "https") return false;
    if (is_this_machine(host)) return true;
    return base::fail(FaultKind::refused, text,
                      "without TLS anybody on the way could read the request");
}

/// RFC 6750 §2.1: anything else could not be sent, or would add a header of its own.
bool is_token(std::string_view text) {
    constexpr std::string_view kLetters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=";
    return !text.empty() && text.find_first_not_of(kLetters) == std::string_view::npos;
}

base::Result<void> add_token(const std::filesystem::path& file, Headers& headers) {
    if (file.empty()) return {};
    auto text = TRY(base::read_file(file, kMaxToken));
    const auto token = std::string_view(text).substr(0, text.find_last_not_of(" \r\n") + 1);
    const bool good = is_token(token);
    std::string line("Authorization: Bearer ");
    line.reserve(line.size() + token.size());
    line += token;
    if (good) headers.add(line);
    base::wipe(line);
    base::wipe(text);
    if (good) return {};
    return base::fail(FaultKind::wrong_format, file.string(), "not a bearer token alone");
}

base::Result<void> check_authorities(const std::filesystem::path& file) {
    if (file.empty()) return {};
    const auto text = TRY(base::read_file(file, kMaxAuthorities));
    if (text.find("-----BEGIN ") != std::string::npos) return {};
    return base::fail(FaultKind::wrong_format, file.string(), "no certificates in PEM");
}

base::Result<std::size_t> count_entries(std::string_view bundle) {
    const auto json = TRY(consult::fhir::parse(bundle, "Bundle"));
    const auto& entries = consult::fhir::member(*json, "entry");
    if (!entries.is_array()) return base::fail(FaultKind::wrong_format, "Bundle", "no entries");
    return entries.size();
}

/// What curl could not do, as the person at the desk can tell it on.
base::Fault fault_of(CURLcode code, const std::string& why, const FhirServer& server) {
    const auto unreachable = [&](const std::string& what) {
        return base::Fault{FaultKind::unreachable, server.url, what};
    };
    switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
            return unreachable("the name of the server is not known");
        case CURLE_COULDNT_CONNECT:
            return unreachable("nobody answers there");
        case CURLE_OPERATION_TIMEDOUT:
            return unreachable("no answer in time");
        case CURLE_SSL_CONNECT_ERROR:
            return unreachable("no TLS with it: " + why);
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_ISSUER_ERROR:
            return {FaultKind::wrong_key, server.url, why};
        case CURLE_SSL_CACERT_BADFILE:
            return {FaultKind::unreadable, server.ca_file.string(), why};
        case CURLE_GOT_NOTHING:
        case CURLE_PARTIAL_FILE:
        case CURLE_RECV_ERROR:
        case CURLE_SEND_ERROR:
            return unreachable("the connection broke off");
        case CURLE_OUT_OF_MEMORY:
            return {FaultKind::too_large, server.url, "no memory"};
        case CURLE_ABORTED_BY_CALLBACK:
            return {FaultKind::cancelled, server.url, "stopped"};
        default:
            return {FaultKind::internal, server.url, why};
    }
}

/// As curl_easy_perform(), but it ends at once, with CURLE_ABORTED_BY_CALLBACK, when `stop` is
/// raised.
CURLcode perform(CURL* curl, const base::StopSignal* stop) {
    const Multi multi(curl_multi_init());
    if (!multi || curl_multi_add_handle(multi.get(), curl) != CURLM_OK) return CURLE_FAILED_INIT;
    curl_waitfd bell{stop != nullptr ? stop->fd() : -1, CURL_WAIT_POLLIN, 0};
    CURLMcode good = CURLM_OK;
    for (int running = 1; running > 0 && good == CURLM_OK;) {
        if (stop != nullptr && stop->raised()) break;
        good = curl_multi_perform(multi.get(), &running);
        if (good == CURLM_OK && running > 0)
            good = curl_multi_poll(multi.get(), &bell, stop != nullptr ? 1 : 0, 1000, nullptr);
    }
    CURLcode code = good == CURLM_OK ? CURLE_ABORTED_BY_CALLBACK : CURLE_FAILED_INIT;
    int left = 0;
    if (const CURLMsg* done = curl_multi_info_read(multi.get(), &left)) code = done->data.result;
    curl_multi_remove_handle(multi.get(), curl);
    return code;
}

void set_up(CURL* curl, const FhirServer& server, bool plain, std::string_view bundle,
            const Headers& headers, Body& body, char* why) {
    const auto set = [curl](CURLoption option, auto value) {
        static_cast<void>(curl_easy_setopt(curl, option, value));
    };
    set(CURLOPT_URL, server.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    // Plain HTTP would be read by a proxy; TLS goes through one sealed.
    if (plain) set(CURLOPT_NOPROXY, "*");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L);  // a name's look-up that hangs does not hold up a stop
    set(CURLOPT_CONNECTTIMEOUT_MS, server.connect_ms);
    set(CURLOPT_TIMEOUT_MS, server.answer_ms);
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_POSTFIELDS, bundle.data());
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(bundle.size()));
    set(CURLOPT_WRITEFUNCTION, take);
    set(CURLOPT_WRITEDATA, &body);
    set(CURLOPT_ERRORBUFFER, why);
    if (!server.ca_file.empty()) {
        set(CURLOPT_CAINFO, server.ca_file.c_str());
        set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
    }
}

}  // namespace

base::Result<void> check(const FhirServer& server) {
    TRY(is_plain(server.url));
    Headers unused;
    TRY(add_token(server.token_file, unused));
    return check_authorities(server.ca_file);
}

base::Result<FhirAnswer> send_bundle(const FhirServer& server, std::string_view bundle,
                                     const base::StopSignal* stop) {
    const auto plain = TRY(is_plain(server.url));
    const auto entries = TRY(count_entries(bundle));
    Headers headers;
    headers.add("Content-Type: application/fhir+json; charset=UTF-8");
    headers.add("Accept: application/fhir+json");
    headers.add("Prefer: return=minimal");
    headers.add("Expect:");
    TRY(add_token(server.token_file, headers));
    Body body;
    char why[CURL_ERROR_SIZE] = "";
    const Curl curl(curl_easy_init());
    if (!curl) return base::fail(FaultKind::internal, server.url, "curl does not start");
    set_up(curl.get(), server, plain, bundle, headers, body, why);
    const CURLcode code = perform(curl.get(), stop);
    if (body.too_large)
        return base::fail(FaultKind::too_large, server.url, "its answer is over 1 MiB");
    if (code != CURLE_OK)
        return tl::unexpected(
            fault_of(code, *why != '\0' ? why : curl_easy_strerror(code), server));
    HttpAnswer answer{0, {}, {}, body.text};
    char *type = nullptr, *location = nullptr;
    static_cast<void>(curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer.status));
    static_cast<void>(curl_easy_getinfo(curl.get(), CURLINFO_CONTENT_TYPE, &type));
    static_cast<void>(curl_easy_getinfo(curl.get(), CURLINFO_REDIRECT_URL, &location));
    if (type != nullptr) answer.content_type = type;
    if (location != nullptr) answer.location = location;
    return read_answer(answer, entries, server.url);
}

}  // namespace candor::fleet
