#pragma once

namespace candor::ctl {

/// The whole of `candor`: results to standard output, everything else to standard error. Exit
/// status: 0 done, 1 findings or refusal, 2 wrong usage.
int run(int argc, const char* const* argv);

}  // namespace candor::ctl
