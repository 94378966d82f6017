// Debian's stb_image, compiled here with the fuzzer's instruments; the linker takes it before
// libstb's.
#define STB_IMAGE_IMPLEMENTATION
#include <stb_image.h>
