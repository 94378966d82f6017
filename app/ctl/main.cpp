#include "ctl/program.h"

int main(int argc, char** argv) { return candor::ctl::run(argc, argv); }
