#include <algorithm>

#include "base/clock.h"
#include "screening/expression/evaluator.h"

namespace candor::screening {
namespace {

bool has_datum(const Collection& collection, const Datum& wanted) {
    return std::any_of(collection.begin(), collection.end(),
                       [&](const Datum& each) { return same(each, wanted); });
}

Collection distinct(const Collection& source) {
    Collection out;
    for (const Datum& each : source)
        if (!has_datum(out, each)) out.push_back(each);
    return out;
}

/// The one argument, as a whole number.
std::optional<std::int64_t> count_in(const Applied& to) {
    const Value* value = only_value(to.arguments.front());
    const auto* number = value == nullptr ? nullptr : std::get_if<std::int64_t>(value);
    if (number != nullptr) return *number;
    to.failed = true;
    return std::nullopt;
}

Collection cut_out(const Collection& source, std::size_t from, std::size_t count) {
    from = std::min(from, source.size());
    count = std::min(count, source.size() - from);
    const auto first = source.begin() + static_cast<std::ptrdiff_t>(from);
    return {first, first + static_cast<std::ptrdiff_t>(count)};
}

bool take_part(const std::string& name, const Applied& to) {
    const Collection& source = to.source;
    if (name == "first") {
        to.out = cut_out(source, 0, 1);
    } else if (name == "last") {
        to.out = source.empty() ? Collection() : Collection{source.back()};
    } else if (name == "tail") {
        to.out = cut_out(source, 1, source.size());
    } else if (name == "single") {
        to.failed |= source.size() > 1;
        to.out = source;
    } else if (name == "skip" || name == "take") {
        const auto count =
            static_cast<std::size_t>(std::max<std::int64_t>(0, count_in(to).value_or(0)));
        to.out = name == "skip" ? cut_out(source, count, source.size()) : cut_out(source, 0, count);
    } else {
        return false;
    }
    return true;
}

bool put_together(const std::string& name, const Applied& to) {
    if (name == "distinct") {
        to.out = distinct(to.source);
    } else if (name == "isDistinct") {
        to.out = one(distinct(to.source).size() == to.source.size());
    } else if (name == "union" || name == "combine") {
        to.out = to.source;
        to.out.insert(to.out.end(), to.arguments[0].begin(), to.arguments[0].end());
        if (name == "union") to.out = distinct(to.out);
    } else if (name == "intersect") {
        for (const Datum& each : distinct(to.source))
            if (has_datum(to.arguments[0], each)) to.out.push_back(each);
    } else {
        return false;
    }
    return true;
}

bool tell_truth(const std::string& name, const Applied& to) {
    const bool any = name.starts_with("any");
    if (!any && name != "allTrue" && name != "allFalse") return false;
    const bool wanted = name.ends_with("True");
    bool all_are = true, one_is = false;
    for (const Datum& each : to.source) {
        const Value* value = each.value();
        const bool* flag = value == nullptr ? nullptr : std::get_if<bool>(value);
        if (flag == nullptr) to.failed = true;
        const bool meets = flag != nullptr && *flag == wanted;
        all_are = all_are && meets;
        one_is = one_is || meets;
    }
    to.out = one(any ? one_is : all_are);
    return true;
}

bool ask(const std::string& name, const Applied& to) {
    if (name == "exists") {
        to.out = one(!to.source.empty());
    } else if (name == "empty") {
        to.out = one(to.source.empty());
    } else if (name == "count") {
        to.out = one(static_cast<std::int64_t>(to.source.size()));
    } else if (name == "not") {
        if (const auto truth = truth_of(to.source, to.failed)) to.out = one(!*truth);
    } else if (name == "hasValue") {
        to.out = one(only_value(to.source) != nullptr);
    } else if (name == "today") {
        to.out = one(Date{base::local_today()});
    } else {
        return tell_truth(name, to);
    }
    return true;
}

bool take_type(const std::string& name, const Applied& to) {
    if (name != "ofType" && name != "as" && name != "is") return false;
    const Value* wanted = only_value(to.arguments.front());
    const std::string type = wanted == nullptr ? "" : std::get<std::string>(*wanted);
    for (const Datum& each : to.source)
        if (each.value() != nullptr && type_of(*each.value()) == type) to.out.push_back(each);
    if (name != "is") return true;
    const bool is = !to.out.empty();
    to.failed |= to.source.size() > 1;
    to.out = to.source.empty() ? Collection() : one(is);
    return true;
}

}  // namespace

bool apply_to_elements(const std::string& name, const Applied& to) {
    return take_part(name, to) || put_together(name, to) || ask(name, to) || take_type(name, to);
}

Collection apply(const std::string& name, const Collection& source,
                 const std::vector<Collection>& arguments, const Navigation& navigation,
                 bool& failed) {
    Collection out;
    const Applied to{source, arguments, out, failed};
    if (name == "children") {
        for (const Datum& each : source) navigation.children(each, out);
        return out;
    }
    const bool known = apply_to_elements(name, to) || apply_to_numbers(name, to, navigation) ||
                       apply_to_texts(name, to);
    failed |= !known;
    return out;
}

}  // namespace candor::screening
