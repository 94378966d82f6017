#include "platform/kms/terminal.h"

#include <linux/kd.h>
#include <linux/vt.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "base/log.h"

namespace candor::platform {
namespace {

void set(unsigned long what, unsigned long value) {
    if (::ioctl(STDIN_FILENO, what, value) != 0)
        base::log(std::string("The terminal stays as it is: ") + std::strerror(errno));
}

/// Whoever asks for another terminal waits for our leave (VT_RELDISP), which never comes; the
/// signal that would ask for it is none.
void set_switching(char mode) {
    vt_mode switching{};
    switching.mode = mode;
    if (::ioctl(STDIN_FILENO, VT_SETMODE, &switching) != 0)
        base::log(std::string("The terminal can be left: ") + std::strerror(errno));
}

}  // namespace

Terminal::Terminal() {
    if (::ioctl(STDIN_FILENO, KDGKBMODE, &keyboard_) != 0) {
        keyboard_ = -1;
        return;
    }
    // So a kiosk that was killed left it; whoever comes after this one has keys.
    if (keyboard_ == K_OFF) keyboard_ = K_UNICODE;
    // While no kiosk ran, somebody may have switched to another one.
    struct stat terminal {};
    if (::fstat(STDIN_FILENO, &terminal) == 0) set(VT_ACTIVATE, minor(terminal.st_rdev));
    set(KDSETMODE, KD_GRAPHICS);
    set(KDSKBMODE, K_OFF);
    set_switching(VT_PROCESS);
    if (::tcgetattr(STDIN_FILENO, &lines_) != 0) return;
    termios quiet = lines_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ISIG | ICANON | ECHO);
    ::tcsetattr(STDIN_FILENO, TCSANOW, &quiet);
    has_lines_ = true;
}

Terminal::~Terminal() {
    if (keyboard_ < 0) return;
    set_switching(VT_AUTO);
    // Before there are keys: the kernel leaves no terminal that shows graphics, so that nobody
    // could leave this one if we ended in between.
    set(KDSETMODE, KD_TEXT);
    set(KDSKBMODE, static_cast<unsigned long>(keyboard_));
    if (!has_lines_) return;
    ::tcflush(STDIN_FILENO, TCIFLUSH);
    ::tcsetattr(STDIN_FILENO, TCSANOW, &lines_);
}

}  // namespace candor::platform
