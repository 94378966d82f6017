#include <yaml-cpp/anchor.h>
#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <sstream>

#include "base/utf8.h"
#include "screening/reading/node_builder.h"

namespace candor::screening {
namespace {

// yaml-cpp offers no way to stop but an exception.
struct Stop : std::exception {};

bool is_null_word(const std::string& text) {
    return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

// yaml-cpp may quote one byte of a longer character.
std::string words_of(const YAML::Exception& error) {
    std::string words = error.msg;
    std::erase_if(words, [](char c) { return c < ' ' || c > '~'; });
    return words;
}

class Handler : public YAML::EventHandler {
  public:
    explicit Handler(NodeBuilder& builder) : builder_(builder) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
        go(builder_.scalar(Node::Kind::null, {}, line_of(mark)));
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        go(builder_.fault(line_of(mark), "alias", "YAML aliases (*name) are not read here.",
                          "Write the words out."));
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  const std::string& value) override {
        // yaml-cpp writes these escapes, and a NUL before such a letter, as one byte.
        if (!base::is_utf8(value))
            return go(builder_.fault(line_of(mark), "bad-syntax",
                                     "The escapes \\_ and \\N are not read here.",
                                     "Write the character itself."));
        if (builder_.wants_key()) return go(builder_.key(value, line_of(mark)));
        const bool plain = tag == "?";
        const auto kind = !plain                ? Node::Kind::string
                          : is_null_word(value) ? Node::Kind::null
                                                : Node::Kind::plain;
        go(builder_.scalar(kind, value, line_of(mark)));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {
        go(builder_.open(Node::Kind::list, line_of(mark)));
    }
    void OnSequenceEnd() override { go(builder_.close()); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {
        go(builder_.open(Node::Kind::map, line_of(mark)));
    }
    void OnMapEnd() override { go(builder_.close()); }

  private:
    static int line_of(const YAML::Mark& mark) { return mark.line + 1; }
    static void go(bool well) {
        if (!well) throw Stop();
    }

    NodeBuilder& builder_;
};

}  // namespace

void read_yaml(std::string_view text, NodeBuilder& builder) {
    std::istringstream stream{std::string(text)};
    try {
        YAML::Parser parser(stream);
        Handler handler(builder);
        parser.HandleNextDocument(handler);
    } catch (const Stop&) {
        return;
    } catch (const YAML::DeepRecursion& error) {
        builder.fault(error.mark.line + 1, "too-deep", "The document is nested too deeply.",
                      "Flatten its groups.");
    } catch (const YAML::Exception& error) {
        builder.fault(error.mark.line + 1, "bad-syntax",
                      "This is not well-formed YAML: " + words_of(error) + ".",
                      "Check indents, colons and quotes near this line.");
    } catch (const std::exception&) {
        builder.fault(0, "bad-syntax", "This is not well-formed YAML.",
                      "Check indents, colons and quotes.");
    }
}

}  // namespace candor::screening
