#pragma once
#include <chrono>

#include "screening/proof/proof.h"

namespace candor::pack {

/// What screening::prove() found of a self-check, and how long it took; the time is for people to
/// see and goes into nothing that is compared.
struct Proved {
    screening::Proof proof;
    std::chrono::microseconds took{0};
};

Proved prove_timed(const screening::Questionnaire& questionnaire,
                   const screening::Guidance& guidance);

}  // namespace candor::pack
