#include <cstdint>
#include <exception>
#include <iterator>
#include <nlohmann/json.hpp>

#include "screening/reading/node_builder.h"

namespace candor::screening {
namespace {

// The SAX interface tells no line, so the iterator that feeds it counts them.
class CountingIterator {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, int* line) : at_(at), line_(line) {}
    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        if (*at_ == '\n') ++*line_;
        ++at_;
        return *this;
    }
    bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
    bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

  private:
    const char* at_;
    int* line_;
};

class Sax {
  public:
    Sax(NodeBuilder& builder, const int& line) : builder_(builder), line_(line) {}

    bool null() { return builder_.scalar(Node::Kind::null, {}, line_); }
    bool boolean(bool value) {
        return builder_.scalar(Node::Kind::boolean, value ? "true" : "false", line_);
    }
    bool number_integer(std::int64_t value) { return number(std::to_string(value)); }
    bool number_unsigned(std::uint64_t value) { return number(std::to_string(value)); }
    bool number_float(double, const std::string& written) { return number(written); }
    bool string(std::string& value) {
        return builder_.scalar(Node::Kind::string, std::move(value), line_);
    }
    bool binary(nlohmann::json::binary_t&) { return false; }
    bool start_object(std::size_t) { return builder_.open(Node::Kind::map, line_); }
    bool end_object() { return builder_.close(); }
    bool start_array(std::size_t) { return builder_.open(Node::Kind::list, line_); }
    bool end_array() { return builder_.close(); }
    bool key(std::string& name) { return builder_.key(std::move(name), line_); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) {
        const bool overflow = error.id == 406;
        return builder_.fault(line_, "bad-syntax",
                              overflow ? "A number is too large." : "This is not well-formed JSON.",
                              overflow ? "Write a smaller number."
                                       : "Check commas, quotes and brackets near this line.");
    }

  private:
    bool number(std::string written) {
        return builder_.scalar(Node::Kind::number, std::move(written), line_);
    }

    NodeBuilder& builder_;
    const int& line_;
};

}  // namespace

void read_json(std::string_view text, NodeBuilder& builder) {
    int line = 1;
    Sax sax(builder, line);
    try {
        nlohmann::json::sax_parse(CountingIterator(text.data(), &line),
                                  CountingIterator(text.data() + text.size(), &line), &sax);
    } catch (const std::exception&) {
        builder.fault(line, "bad-syntax", "This is not well-formed JSON.",
                      "Check commas, quotes and brackets near this line.");
    }
}

}  // namespace candor::screening
