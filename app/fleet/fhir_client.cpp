#include "fleet/fhir_client.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

#include "base/files.h"
#include "base/secret_string.h"
#include "fleet/fhir_answer.h"

namespace candor::fleet {
namespace {

using base::FaultKind;

constexpr std::size_t kMaxAnswer = 4U << 20;
constexpr std::size_t kMaxToken = 16U << 10;

template <auto free_it>
struct Free {
    template <typename T>
    void operator()(T* pointer) const {
        free_it(pointer);
    }
};
using Curl = std::unique_ptr<CURL, Free<curl_easy_cleanup>>;
using Url = std::unique_ptr<CURLU, Free<curl_url_cleanup>>;
using CurlText = std::unique_ptr<char, Free<curl_free>>;

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

base::Result<void> check_url(const std::string& text) {
    const Url url(curl_url());
    if (!url || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK)
        return base::fail(FaultKind::wrong_format, text, "not a URL like https://HOST/PATH");
    const std::string scheme = part(url.get(), CURLUPART_SCHEME);
    if (!part(url.get(), CURLUPART_USER).empty())
        return base::fail(FaultKind::refused, part(url.get(), CURLUPART_HOST),
                          "a name or password does not belong into the URL");
    if (scheme == "https") return {};
    if (scheme != "http")
        return base::fail(FaultKind::wrong_format, text, "not a URL like https://HOST/PATH");
    if (is_this_machine(part(url.get(), CURLUPART_HOST))) return {};
    return base::fail(FaultKind::refused, text,
                      "without TLS anybody on the way could read the request");
}

base::Result<void> add_token(const std::filesystem::path& file, Headers& headers) {
    if (file.empty()) return {};
    auto token = base::read_file(file, kMaxToken);
    if (!token) return tl::unexpected(token.error());
    std::string line = "Authorization: Bearer " + token->substr(0, token->find_first_of(" \r\n"));
    headers.add(line);
    base::wipe(line);
    base::wipe(*token);
    return {};
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
        default:
            return {FaultKind::internal, server.url, why};
    }
}

void set_up(CURL* curl, const FhirServer& server, std::string_view bundle, const Headers& headers,
            Body& body, char* why) {
    const auto set = [curl](CURLoption option, auto value) {
        static_cast<void>(curl_easy_setopt(curl, option, value));
    };
    set(CURLOPT_URL, server.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_NOPROXY, "localhost,127.0.0.1,::1");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_NOSIGNAL, 1L);
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

base::Result<FhirAnswer> send_bundle(const FhirServer& server, std::string_view bundle) {
    if (auto good = check_url(server.url); !good) return tl::unexpected(good.error());
    Headers headers;
    headers.add("Content-Type: application/fhir+json; charset=UTF-8");
    headers.add("Accept: application/fhir+json");
    headers.add("Prefer: return=minimal");
    headers.add("Expect:");
    if (auto added = add_token(server.token_file, headers); !added)
        return tl::unexpected(added.error());
    Body body;
    char why[CURL_ERROR_SIZE] = "";
    const Curl curl(curl_easy_init());
    if (!curl) return base::fail(FaultKind::internal, server.url, "curl does not start");
    set_up(curl.get(), server, bundle, headers, body, why);
    const CURLcode code = curl_easy_perform(curl.get());
    if (body.too_large)
        return base::fail(FaultKind::too_large, server.url, "its answer is over 4 MiB");
    if (code != CURLE_OK)
        return tl::unexpected(
            fault_of(code, *why != '\0' ? why : curl_easy_strerror(code), server));
    long status = 0;
    char* type = nullptr;
    static_cast<void>(curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status));
    static_cast<void>(curl_easy_getinfo(curl.get(), CURLINFO_CONTENT_TYPE, &type));
    return read_answer(status, type == nullptr ? "" : type, body.text, server.url);
}

}  // namespace candor::fleet
