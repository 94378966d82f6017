#include "paint/image_store.h"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <vector>

#include "paint/decode_queue.h"
#include "picture/wire.h"

namespace candor::paint {
namespace {

struct RequestHash {
    std::size_t operator()(const ImageRequest& r) const {
        std::size_t hash = std::filesystem::hash_value(r.path);
        for (const int part : {r.width_px, r.height_px, static_cast<int>(r.fit),
                               static_cast<int>(r.channels), r.corner_radius_px})
            hash = hash * 1'000'003 + static_cast<std::size_t>(part);
        return hash;
    }
};

struct Image {
    ImageRequest request;
    ImageState state = ImageState::loading;
    bool wanted = true;   // to be decoded (again) as soon as somebody asks
    bool queued = false;  // being decoded: one at a time, so that the newest is the last to come
    std::uint32_t decoded = 0;  // how often
    base::Fault fault;
    std::vector<std::uint8_t> bytes;
    ImagePixels pixels;
    std::uint64_t last_used = 0;
};

}  // namespace

struct ImageStore::Impl {
    Impl(const std::filesystem::path& decoder, std::function<void()> on_ready,
         const ImageLimits& its_limits, OpenPicture open, std::filesystem::path kept)
        : limits(its_limits),
          queue(decoder, std::move(on_ready), its_limits, std::move(open), std::move(kept)) {}

    ImageLimits limits;
    std::deque<Image> images;  // their pixels stay where they are as it grows
    std::unordered_map<ImageRequest, int, RequestHash> ids;
    std::size_t kept_bytes = 0;
    std::uint64_t frame = 1;
    bool news = false;
    DecodeQueue queue;

    const Image& at(int image) const { return images.at(std::size_t(image)); }
    Image& at(int image) { return images.at(std::size_t(image)); }
    Image& asked_for(int id);
    void load(int id);
    void forget(Image& image);
    bool is_unseen(const Image& image) const;
    void drop(Image& image);
    void take_in(DecodeQueue::Done&& done);
    void take_in_all();
    void drop_unused();
};

Image& ImageStore::Impl::asked_for(int id) {
    Image& image = at(id);
    if (image.wanted && !image.queued) load(id);
    return image;
}

void ImageStore::Impl::load(int id) {
    Image& image = at(id);
    const ImageRequest& r = image.request;
    image.wanted = false;
    const auto refuse = [&](base::FaultKind kind, const char* detail) {
        image.state = ImageState::failed;
        image.fault = {kind, r.path.string(), detail};
        news = true;
    };
    if (r.width_px < 1 || r.height_px < 1)
        return refuse(base::FaultKind::unsupported, "asked for at no size");
    if (r.width_px > picture::kMaxSidePx || r.height_px > picture::kMaxSidePx)
        return refuse(base::FaultKind::too_large, "asked for at more than 8192 px");
    image.queued = true;
    queue.add(id, r);
}

void ImageStore::Impl::forget(Image& image) {
    kept_bytes -= image.bytes.size();
    image.bytes = std::vector<std::uint8_t>();  // of {} the room would stay
    image.pixels = {};
}

void ImageStore::Impl::take_in(DecodeQueue::Done&& done) {
    Image& image = at(done.image);
    news = true;
    image.queued = false;
    forget(image);
    if (!done.result) {
        image.state = ImageState::failed;
        image.fault = done.result.error();
        return;
    }
    const ImageRequest& r = image.request;
    image.state = ImageState::ready;
    image.bytes = std::move(done.result->bytes);
    image.pixels = {r.width_px,         r.height_px, stride_of(r.width_px, r.channels),
                    image.bytes.data(), r.channels,  done.result->opaque,
                    ++image.decoded};
    image.last_used = frame;
    kept_bytes += image.bytes.size();
}

void ImageStore::Impl::take_in_all() {
    for (auto& done : queue.take()) take_in(std::move(done));
}

bool ImageStore::Impl::is_unseen(const Image& image) const {
    return image.state == ImageState::ready && image.last_used < frame &&
           image.request.channels == Channels::colour;
}

void ImageStore::Impl::drop(Image& image) {
    forget(image);
    image.state = ImageState::loading;
    image.wanted = true;
}

// What the last frame showed stays, even beyond the limit; icons are small, and everywhere.
void ImageStore::Impl::drop_unused() {
    while (kept_bytes > limits.max_kept_bytes) {
        Image* oldest = nullptr;
        for (Image& image : images)
            if (is_unseen(image) && (!oldest || image.last_used < oldest->last_used))
                oldest = &image;
        if (!oldest) return;
        drop(*oldest);
    }
}

ImageStore::ImageStore(const std::filesystem::path& decoder, std::function<void()> on_ready,
                       ImageLimits limits, OpenPicture open, std::filesystem::path kept)
    : impl_(new Impl(decoder, std::move(on_ready), limits, std::move(open), std::move(kept))) {}

ImageStore::~ImageStore() = default;

int ImageStore::request(const ImageRequest& request) {
    const auto [entry, is_new] =
        impl_->ids.try_emplace(request, static_cast<int>(impl_->images.size()));
    const int id = entry->second;
    if (is_new) {
        impl_->images.emplace_back();
        impl_->images.back().request = request;
    }
    impl_->asked_for(id);
    return id;
}

ImageState ImageStore::state(int image) { return impl_->asked_for(image).state; }

const base::Fault* ImageStore::fault(int image) const {
    const Image& found = impl_->at(image);
    return found.state == ImageState::failed ? &found.fault : nullptr;
}

const ImagePixels* ImageStore::pixels(int image) {
    if (image < 0 || std::size_t(image) >= impl_->images.size()) return nullptr;
    Image& found = impl_->asked_for(image);
    if (found.state != ImageState::ready) return nullptr;
    found.last_used = impl_->frame;
    return &found.pixels;
}

bool ImageStore::take_in() {
    impl_->take_in_all();
    return std::exchange(impl_->news, false);
}

void ImageStore::end_frame() {
    impl_->drop_unused();
    ++impl_->frame;
}

void ImageStore::look_again() {
    for (Image& image : impl_->images)
        if (image.request.channels == Channels::colour || image.state == ImageState::failed)
            image.wanted = true;
}

void ImageStore::forget_unseen() {
    for (Image& image : impl_->images)
        if (impl_->is_unseen(image) && image.last_used + 1 < impl_->frame) impl_->drop(image);
}

void ImageStore::keep(bool keeps) { impl_->queue.keep(keeps); }

bool ImageStore::is_loading() const {
    const auto& images = impl_->images;
    return std::any_of(images.begin(), images.end(),
                       [](const Image& image) { return image.queued; });
}

void ImageStore::wait_until_idle() {
    impl_->queue.wait_until_idle();
    impl_->take_in_all();
}

}  // namespace candor::paint
