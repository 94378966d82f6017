#include "platform/kms/card.h"

#include <fcntl.h>
#include <xf86drm.h>

#include <algorithm>
#include <memory>
#include <string>

#include "base/files.h"
#include "base/free_by.h"
#include "platform/kms/card_fault.h"
#include "platform/kms/panel_mode.h"

namespace candor::platform {
namespace {

namespace fs = std::filesystem;
using Entries = std::vector<base::FolderEntry>;

constexpr const char* kFolder = "/dev/dri";

using base::FreeBy;
using Resources = std::unique_ptr<drmModeRes, FreeBy<drmModeFreeResources>>;
using Connector = std::unique_ptr<drmModeConnector, FreeBy<drmModeFreeConnector>>;
using Encoder = std::unique_ptr<drmModeEncoder, FreeBy<drmModeFreeEncoder>>;

bool is_built_in(const drmModeConnector& connector) {
    constexpr std::uint32_t kBuiltIn[] = {DRM_MODE_CONNECTOR_eDP, DRM_MODE_CONNECTOR_LVDS,
                                          DRM_MODE_CONNECTOR_DSI, DRM_MODE_CONNECTOR_DPI};
    return std::find(std::begin(kBuiltIn), std::end(kBuiltIn), connector.connector_type) !=
           std::end(kBuiltIn);
}

std::optional<drmModeModeInfo> mode_of(const drmModeConnector& connector, Extent wanted) {
    std::vector<PanelMode> modes;
    for (int i = 0; i < connector.count_modes; ++i) {
        const drmModeModeInfo& each = connector.modes[i];
        modes.push_back({{each.hdisplay, each.vdisplay},
                         static_cast<double>(each.vrefresh),
                         (each.type & DRM_MODE_TYPE_PREFERRED) != 0});
    }
    const auto chosen = choose_mode(modes, wanted);
    if (!chosen) return std::nullopt;
    return connector.modes[*chosen];
}

/// What can drive the connector: what does already, or else the first that is able to. 0: nothing.
std::uint32_t crtc_of(int card, const drmModeRes& resources, const drmModeConnector& connector) {
    const Encoder now(drmModeGetEncoder(card, connector.encoder_id));
    if (now && now->crtc_id != 0) return now->crtc_id;
    for (int i = 0; i < connector.count_encoders; ++i) {
        const Encoder each(drmModeGetEncoder(card, connector.encoders[i]));
        for (int j = 0; each && j < resources.count_crtcs; ++j)
            if ((each->possible_crtcs & (1U << j)) != 0) return resources.crtcs[j];
    }
    return 0;
}

}  // namespace

base::Result<Card> Card::open(const fs::path& file) {
    base::Descriptor fd(::open(file.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK));
    if (!fd) return card_fault("open " + file.string());
    const Resources resources(drmModeGetResources(fd.get()));
    if (!resources || resources->count_connectors == 0)
        return card_fault("find a screen of " + file.string());
    // Who opens it first may draw on it; it cannot be taken from them.
    if (drmIsMaster(fd.get()) == 0)
        return base::fail(base::FaultKind::locked, file.string(),
                          "another program draws on the display");
    return Card(std::move(fd));
}

std::optional<Head> Card::find_head(Extent wanted) const {
    const Resources resources(drmModeGetResources(fd()));
    std::optional<Head> found;
    for (int i = 0; resources && i < resources->count_connectors; ++i) {
        const Connector each(drmModeGetConnector(fd(), resources->connectors[i]));
        if (!each || each->connection == DRM_MODE_DISCONNECTED) continue;
        const auto mode = mode_of(*each, wanted);
        const std::uint32_t crtc = crtc_of(fd(), *resources, *each);
        if (!mode || crtc == 0 || (found && !is_built_in(*each))) continue;
        found = Head{each->connector_id,
                     crtc,
                     *mode,
                     {static_cast<int>(each->mmWidth), static_cast<int>(each->mmHeight)}};
        if (is_built_in(*each)) break;
    }
    return found;
}

bool Card::is_plugged_in(const Head& head) const {
    const Connector known(drmModeGetConnectorCurrent(fd(), head.connector));
    return known && known->connection != DRM_MODE_DISCONNECTED;
}

void Card::darken_all_but(const Head& head) const {
    const Resources resources(drmModeGetResources(fd()));
    for (int i = 0; resources && i < resources->count_crtcs; ++i)
        if (resources->crtcs[i] != head.crtc)
            drmModeSetCrtc(fd(), resources->crtcs[i], 0, 0, 0, nullptr, 0, nullptr);
}

std::vector<fs::path> card_files() {
    std::vector<fs::path> found;
    for (const base::FolderEntry& each : base::entries_of(kFolder).value_or(Entries{}))
        if (each.name().rfind("card", 0) == 0) found.push_back(each.path());
    return found;
}

}  // namespace candor::platform
