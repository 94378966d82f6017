#pragma once
#include <string>
#include <vector>

#include "base/finding.h"

namespace candor::pack {

struct Subject;

/// `person`: no program can tell; someone has to read and judge.
enum class Mark { agree, disagree, not_applicable, person };

/// One item of a standard: its number there, its words in short, and why it has this mark.
struct ScoreItem {
    std::string standard, number, item;
    Mark mark = Mark::person;
    std::string reason;
};

/// The items of PEMAT (AHRQ) and IPDAS, in their order.
struct Score {
    std::vector<ScoreItem> items;
};

/// "agree", "disagree", "not-applicable", "person".
const char* name_of(Mark mark);

/// Agree of agree and disagree, in 100, over the items of a standard that a program can check;
/// -1: none.
int percent_of(const Score& score, const std::string& standard);

/// `findings` are those of all checks.
Score score_of(const Subject& subject, const base::Findings& findings);

}  // namespace candor::pack
