#pragma once
#include <string_view>

namespace candor::picture {

/// False: a JPEG with a Huffman table of more than 256 codes (ITU T.81, B.2.4.2), past which
/// stb_image 2.27 writes beyond its own, or with a scan whose tables were never defined, which it
/// reads from memory that it never wrote. True for all else, whole or not.
bool jpeg_tables_fit(std::string_view bytes);

}  // namespace candor::picture
