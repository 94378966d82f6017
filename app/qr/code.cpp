#include "qr/code.h"

#include <qrencode.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <string>

namespace candor::qr {
namespace {

constexpr unsigned kUtf8 = 26;                  // ECI assignment number
constexpr std::size_t kBytesOfTheMark = 3;      // an ECI header, as the library counts it
constexpr int kSmallestSide = 21, kGrowth = 4;  // a side of version 1, and of each one more

/// Bytes in byte mode by version, with the least correction (ISO/IEC 18004, table 7).
constexpr std::array<std::size_t, 40> kBytes{
    17,   32,   53,   78,   106,  134,  154,  192,  230,  271,  321,  367,  425,  458,
    520,  586,  644,  718,  792,  858,  929,  1003, 1091, 1171, 1273, 1367, 1465, 1528,
    1628, 1732, 1840, 1952, 2068, 2188, 2303, 2431, 2563, 2699, 2809, 2953};

struct FreeInput {
    void operator()(QRinput* input) const { QRinput_free(input); }
};
struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};
using InputPtr = std::unique_ptr<QRinput, FreeInput>;
using CodePtr = std::unique_ptr<QRcode, FreeCode>;

int largest_version(int most_side) {
    if (most_side < kSmallestSide) return 0;
    return std::min<int>((most_side - kSmallestSide) / kGrowth + 1, kBytes.size());
}

std::size_t room_of(int version) {
    return kBytes[static_cast<std::size_t>(version - 1)] - kBytesOfTheMark;
}

base::Fault out_of_memory() {
    return {base::FaultKind::internal, "qr", "libqrencode: " + std::to_string(errno)};
}

/// With at least that much correction; the library takes a larger version where it does not fit.
base::Result<CodePtr> encode_at(std::string_view utf8, int version, QRecLevel level) {
    const InputPtr input(QRinput_new2(version, level));
    const auto* bytes = reinterpret_cast<const unsigned char*>(utf8.data());
    if (!input || QRinput_appendECIheader(input.get(), kUtf8) != 0 ||
        QRinput_append(input.get(), QR_MODE_8, static_cast<int>(utf8.size()), bytes) != 0)
        return tl::unexpected(out_of_memory());
    CodePtr code(QRcode_encodeInput(input.get()));
    if (!code && errno != ERANGE) return tl::unexpected(out_of_memory());
    return code;  // nothing: no version holds it
}

Code squares_of(const QRcode& code) {
    Code out;
    out.side = code.width;
    const auto count = static_cast<std::size_t>(code.width) * static_cast<std::size_t>(code.width);
    out.dark.reserve(count);
    for (std::size_t i = 0; i < count; ++i) out.dark.push_back((code.data[i] & 1U) != 0);
    return out;
}

}  // namespace

std::size_t room_in(int most_side) {
    const int version = largest_version(most_side);
    return version == 0 ? 0 : room_of(version);
}

base::Result<Code> encode(std::string_view utf8, int most_side) {
    const int largest = largest_version(most_side);
    int version = 1;
    while (version <= largest && room_of(version) < utf8.size()) ++version;
    if (version > largest || utf8.empty())
        return base::fail(base::FaultKind::refused, "qr",
                          std::to_string(utf8.size()) + " bytes for " + std::to_string(most_side));
    for (const QRecLevel level : {QR_ECLEVEL_H, QR_ECLEVEL_Q, QR_ECLEVEL_M, QR_ECLEVEL_L}) {
        const auto code = TRY(encode_at(utf8, version, level));
        if (code && code->version == version) return squares_of(*code);
    }
    return base::fail(base::FaultKind::internal, "qr", "no version is as large as it should be");
}

}  // namespace candor::qr
