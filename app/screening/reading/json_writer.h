#pragma once
#include <string>
#include <string_view>

namespace candor::screening {

/// Writes JSON into one buffer. What it holds may be private: when the buffer has to grow, the old
/// one is zeroed, and so is what was not taken. Bytes that are not UTF-8 become U+FFFD.
class JsonWriter {
  public:
    ~JsonWriter();
    JsonWriter() = default;
    JsonWriter(const JsonWriter&) = delete;
    JsonWriter& operator=(const JsonWriter&) = delete;

    void open_object() { open('{'); }
    void close_object() { close('}'); }
    void open_list() { open('['); }
    void close_list() { close(']'); }
    void key(std::string_view name);
    void text(std::string_view value);
    /// A number, true or false, as it stands.
    void raw(std::string_view value);
    void field(std::string_view name, std::string_view value);

    /// The document; the writer is empty after that.
    std::string take();

  private:
    void open(char bracket);
    void close(char bracket);
    void separate();
    void quote(std::string_view value);
    void append(std::string_view bytes);

    std::string out_;
    bool needs_comma_ = false;
};

}  // namespace candor::screening
