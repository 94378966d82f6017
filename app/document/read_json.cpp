#include <cstdint>
#include <exception>
#include <iterator>
#include <nlohmann/json.hpp>

#include "document/tree_builder.h"

namespace candor::document {
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
    Sax(TreeBuilder& tree, const int& line) : tree_(tree), line_(line) {}

    bool null() { return tree_.scalar(Node::Kind::nothing, {}, line_); }
    bool boolean(bool value) {
        return tree_.scalar(Node::Kind::boolean, value ? "true" : "false", line_);
    }
    bool number_integer(std::int64_t value) { return number(std::to_string(value)); }
    bool number_unsigned(std::uint64_t value) { return number(std::to_string(value)); }
    bool number_float(double, const std::string& written) { return number(written); }
    bool string(std::string& value) {
        return tree_.scalar(Node::Kind::string, std::move(value), line_);
    }
    bool binary(nlohmann::json::binary_t&) { return false; }
    bool start_object(std::size_t) { return tree_.open(Node::Kind::map, line_); }
    bool end_object() { return tree_.close(); }
    bool start_array(std::size_t) { return tree_.open(Node::Kind::list, line_); }
    bool end_array() { return tree_.close(); }
    bool key(std::string& name) { return tree_.key(std::move(name), line_); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) {
        constexpr int kOutOfRange = 406;
        const bool ill_formed = std::string_view(error.what()).find("UTF-8") != std::string::npos;
        return tree_.refuse(ill_formed ? Problem::Kind::not_utf8 : Problem::Kind::syntax, line_,
                            error.id == kOutOfRange ? "a number is too large" : "");
    }

  private:
    bool number(std::string written) {
        return tree_.scalar(Node::Kind::number, std::move(written), line_);
    }

    TreeBuilder& tree_;
    const int& line_;
};

}  // namespace

void read_json(std::string_view text, int first_line, TreeBuilder& tree) {
    int line = first_line;
    Sax sax(tree, line);
    try {
        nlohmann::json::sax_parse(CountingIterator(text.data(), &line),
                                  CountingIterator(text.data() + text.size(), &line), &sax);
    } catch (const std::exception&) {
        tree.refuse(Problem::Kind::syntax, line);
    }
}

}  // namespace candor::document
