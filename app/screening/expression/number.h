#pragma once
#include <optional>

#include "screening/model/questionnaire.h"

namespace candor::screening {

/// FHIRPath's numbers: exact to eight decimal places, as the specification asks for at least, and
/// rounded there, half away from zero. Empty results: past about 10 to the 22, or not defined.
class Number {
  public:
    /// Of an integer or decimal.
    static std::optional<Number> of(const Value& value);
    explicit Number(std::int64_t whole);

    /// An integer where both were and the operation keeps them; else a decimal.
    Value value() const;
    bool is_integer() const { return integer_; }
    int sign() const;
    double approximate() const;

    std::optional<Number> plus(const Number& other) const;
    std::optional<Number> minus(const Number& other) const;
    std::optional<Number> times(const Number& other) const;
    std::optional<Number> divided_by(const Number& other) const;
    /// Towards zero.
    std::optional<Number> whole_quotient(const Number& other) const;
    std::optional<Number> remainder(const Number& other) const;
    std::optional<Number> to_the(const Number& power) const;
    Number negated() const;
    /// Half away from zero.
    Number rounded(int places) const;
    Number truncated() const;
    Number floor() const;
    Number ceiling() const;
    std::optional<Number> square_root() const;
    std::optional<Number> logarithm() const;  ///< the natural one
    std::optional<Number> logarithm(const Number& base) const;
    std::optional<Number> exponential() const;
    bool is_whole() const;

  private:
    __extension__ using Wide = __int128;
    Number(Wide scaled, bool integer) : scaled_(scaled), integer_(integer) {}
    static std::optional<Number> checked(Wide scaled, bool integer);
    static std::optional<Number> parsed(const std::string& text);
    static std::optional<Number> near(double value);
    static Wide rounded_quotient(Wide dividend, Wide divisor);

    Wide scaled_ = 0;
    bool integer_ = false;
};

}  // namespace candor::screening
