#include "base/lean_heap.h"

#include <gtest/gtest.h>
#include <malloc.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

namespace candor::base {
namespace {

constexpr std::size_t kPicture = 5U << 20;

/// In a process of its own, since the heap is everybody's; what it prints.
template <typename Work>
std::string in_own_process(Work work) {
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const std::string words = work();
        static_cast<void>(!::write(ends[1], words.data(), words.size()));
        ::_exit(0);
    }
    ::close(ends[1]);
    std::string words;
    char part[256];
    for (ssize_t got = 0; (got = ::read(ends[0], part, sizeof part)) > 0;)
        words.append(part, static_cast<std::size_t>(got));
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return words;
}

/// A block that the compiler does not leave out.
void* block(std::size_t size) {
    void* volatile given = std::malloc(size);
    return given;
}

/// How many blocks lie in pages of their own while a second picture is held, after a first one.
std::string blocks_of_their_own() {
    std::free(block(kPicture));
    const auto before = ::mallinfo2().hblks;
    void* picture = block(kPicture);
    const auto held = ::mallinfo2().hblks - before;
    std::free(picture);
    return std::to_string(held) + " then " + std::to_string(::mallinfo2().hblks - before);
}

/// The heaps that glibc keeps once two more threads have used theirs.
std::string heaps() {
    for (int i = 0; i < 2; ++i) std::thread([] { std::free(block(1000)); }).join();
    char* words = nullptr;
    std::size_t size = 0;
    FILE* out = ::open_memstream(&words, &size);
    ::malloc_info(0, out);
    std::fclose(out);
    const std::string info(words, size);
    int count = 0;
    for (std::size_t at = 0; (at = info.find("<heap nr", at)) != std::string::npos; ++at) ++count;
    return std::to_string(count);
}

// Both are what the C library's own heap does otherwise.
#if !defined(__SANITIZE_ADDRESS__)

TEST(LeanHeap, pictures_go_back_when_they_are_freed_however_many_came_before) {
    EXPECT_EQ(in_own_process(blocks_of_their_own), "0 then 0");
    EXPECT_EQ(in_own_process([] {
                  keep_heap_lean();
                  return blocks_of_their_own();
              }),
              "1 then 0");
}

TEST(LeanHeap, threads_share_one) {
    EXPECT_NE(in_own_process(heaps), "1");
    EXPECT_EQ(in_own_process([] {
                  keep_heap_lean();
                  return heaps();
              }),
              "1");
}

#endif

}  // namespace
}  // namespace candor::base
