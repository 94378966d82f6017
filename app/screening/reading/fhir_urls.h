#pragma once
#include <string_view>

/// The names of the extensions that are read and written.
namespace candor::screening::urls {

inline constexpr std::string_view kTranslation =
    "http://hl7.org/fhir/StructureDefinition/translation";
inline constexpr std::string_view kDataAbsentReason =
    "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
inline constexpr std::string_view kOrdinalValue =
    "http://hl7.org/fhir/StructureDefinition/ordinalValue";
inline constexpr std::string_view kValueSetOrdinalValue =
    "http://hl7.org/fhir/StructureDefinition/valueset-ordinalValue";
inline constexpr std::string_view kItemWeight =
    "http://hl7.org/fhir/StructureDefinition/itemWeight";
inline constexpr std::string_view kMinValue = "http://hl7.org/fhir/StructureDefinition/minValue";
inline constexpr std::string_view kMaxValue = "http://hl7.org/fhir/StructureDefinition/maxValue";
inline constexpr std::string_view kMinLength = "http://hl7.org/fhir/StructureDefinition/minLength";
inline constexpr std::string_view kRegex = "http://hl7.org/fhir/StructureDefinition/regex";
inline constexpr std::string_view kEntryFormat =
    "http://hl7.org/fhir/StructureDefinition/entryFormat";
inline constexpr std::string_view kMaxDecimalPlaces =
    "http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces";
inline constexpr std::string_view kMinOccurs =
    "http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs";
inline constexpr std::string_view kMaxOccurs =
    "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs";
inline constexpr std::string_view kItemControl =
    "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
inline constexpr std::string_view kSliderStep =
    "http://hl7.org/fhir/StructureDefinition/questionnaire-sliderStepValue";
inline constexpr std::string_view kUnit =
    "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";
inline constexpr std::string_view kUnitOption =
    "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption";
inline constexpr std::string_view kHidden =
    "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden";
inline constexpr std::string_view kOptionExclusive =
    "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";
inline constexpr std::string_view kOptionPrefix =
    "http://hl7.org/fhir/StructureDefinition/questionnaire-optionPrefix";
inline constexpr std::string_view kItemMedia =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemMedia";
inline constexpr std::string_view kItemAnswerMedia =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemAnswerMedia";

}  // namespace candor::screening::urls
