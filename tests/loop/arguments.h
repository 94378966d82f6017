#pragma once
#include <string>
#include <vector>

namespace candor::loop {

/// What `main` is handed for these words.
class Arguments {
  public:
    explicit Arguments(std::vector<std::string> words) : words_(std::move(words)) {
        words_.insert(words_.begin(), "program");
        for (std::string& word : words_) pointers_.push_back(word.data());
    }
    Arguments(const Arguments&) = delete;
    Arguments& operator=(const Arguments&) = delete;

    int count() const { return static_cast<int>(pointers_.size()); }
    char** values() { return pointers_.data(); }

  private:
    std::vector<std::string> words_;
    std::vector<char*> pointers_;
};

}  // namespace candor::loop
