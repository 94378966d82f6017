#include "screening/expression/names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace candor::screening {
namespace {

constexpr std::array kFunctions{
    // Which elements
    FunctionShape{"where", 1, 1, true}, FunctionShape{"select", 1, 1, true},
    FunctionShape{"repeat", 1, 1, true}, FunctionShape{"all", 1, 1, true},
    FunctionShape{"exists", 0, 1, true}, FunctionShape{"aggregate", 1, 2, true},
    FunctionShape{"descendants", 0, 0}, FunctionShape{"children", 0, 0},
    FunctionShape{"first", 0, 0}, FunctionShape{"last", 0, 0}, FunctionShape{"tail", 0, 0},
    FunctionShape{"single", 0, 0}, FunctionShape{"skip", 1, 1}, FunctionShape{"take", 1, 1},
    FunctionShape{"distinct", 0, 0}, FunctionShape{"union", 1, 1}, FunctionShape{"combine", 1, 1},
    FunctionShape{"intersect", 1, 1}, FunctionShape{"ofType", 1, 1},
    // What is true of them
    FunctionShape{"empty", 0, 0}, FunctionShape{"count", 0, 0}, FunctionShape{"not", 0, 0},
    FunctionShape{"hasValue", 0, 0}, FunctionShape{"allTrue", 0, 0}, FunctionShape{"anyTrue", 0, 0},
    FunctionShape{"allFalse", 0, 0}, FunctionShape{"anyFalse", 0, 0},
    FunctionShape{"isDistinct", 0, 0}, FunctionShape{"is", 1, 1}, FunctionShape{"as", 1, 1},
    FunctionShape{"iif", 2, 3},
    // Numbers
    FunctionShape{"sum", 0, 0}, FunctionShape{"min", 0, 0}, FunctionShape{"max", 0, 0},
    FunctionShape{"avg", 0, 0}, FunctionShape{"abs", 0, 0}, FunctionShape{"ceiling", 0, 0},
    FunctionShape{"floor", 0, 0}, FunctionShape{"round", 0, 1}, FunctionShape{"truncate", 0, 0},
    FunctionShape{"sqrt", 0, 0}, FunctionShape{"power", 1, 1}, FunctionShape{"ln", 0, 0},
    FunctionShape{"exp", 0, 0}, FunctionShape{"log", 1, 1}, FunctionShape{"ordinal", 0, 0},
    FunctionShape{"weight", 0, 0},
    // Texts and types
    FunctionShape{"toString", 0, 0}, FunctionShape{"toInteger", 0, 0},
    FunctionShape{"toDecimal", 0, 0}, FunctionShape{"toBoolean", 0, 0},
    FunctionShape{"toDate", 0, 0}, FunctionShape{"toQuantity", 0, 0}, FunctionShape{"length", 0, 0},
    FunctionShape{"startsWith", 1, 1}, FunctionShape{"endsWith", 1, 1},
    FunctionShape{"contains", 1, 1}, FunctionShape{"indexOf", 1, 1}, FunctionShape{"matches", 1, 1},
    FunctionShape{"substring", 1, 2}, FunctionShape{"upper", 0, 0}, FunctionShape{"lower", 0, 0},
    FunctionShape{"trim", 0, 0}, FunctionShape{"join", 0, 1}, FunctionShape{"today", 0, 0}};

constexpr std::array<std::string_view, 22> kMembers{"item",         "answer",
                                                    "value",        "linkId",
                                                    "text",         "code",
                                                    "system",       "display",
                                                    "unit",         "answerOption",
                                                    "extension",    "url",
                                                    "valueCoding",  "valueInteger",
                                                    "valueDecimal", "valueQuantity",
                                                    "valueString",  "valueBoolean",
                                                    "valueDate",    "valueDateTime",
                                                    "valueTime",    "QuestionnaireResponse"};

constexpr std::array<std::string_view, 10> kTypes{"Boolean", "Integer",  "Decimal", "String",
                                                  "Date",    "DateTime", "Time",    "Quantity",
                                                  "Coding",  "Uri"};

}  // namespace

const FunctionShape* function_named(std::string_view name) {
    const auto found = std::find_if(kFunctions.begin(), kFunctions.end(),
                                    [&](const auto& shape) { return shape.name == name; });
    return found == kFunctions.end() ? nullptr : &*found;
}

bool is_known_member(std::string_view name) {
    return std::find(kMembers.begin(), kMembers.end(), name) != kMembers.end();
}

bool is_whole_form(std::string_view variable) {
    return variable == "resource" || variable == "rootResource" ||
           variable == "QuestionnaireResponse";
}

std::string_view type_named(std::string_view name) {
    for (const std::string_view home : {"FHIR.", "System."})
        if (name.starts_with(home)) name.remove_prefix(home.size());
    const auto found = std::find_if(kTypes.begin(), kTypes.end(), [&](std::string_view type) {
        return type.size() == name.size() && type.substr(1) == name.substr(1) &&
               std::toupper(static_cast<unsigned char>(name[0])) == type[0];
    });
    return found == kTypes.end() ? std::string_view() : *found;
}

}  // namespace candor::screening
