#pragma once
#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace candor::speech {

/// A part of a recording that a test makes: a tone, or silence.
struct Tone {
    int hz = 0, ms = 0;
};

inline void put_number(std::string& bytes, std::uint32_t number, int size) {
    for (int i = 0; i < size; ++i)
        bytes += static_cast<char>(number >> static_cast<unsigned>(8 * i) & 0xFFU);
}

/// The tones one after the other, as a WAV file of 48 kHz.
inline std::string wav_of(const std::vector<Tone>& tones) {
    constexpr std::uint32_t kHz = 48'000;
    std::string samples;
    for (const Tone& tone : tones)
        for (int i = 0; i < tone.ms * 48; ++i) {
            const double turn = 2 * 3.14159265358979 * tone.hz * i / kHz;
            put_number(samples, static_cast<std::uint16_t>(std::lround(8000 * std::sin(turn))), 2);
        }
    const auto size = static_cast<std::uint32_t>(samples.size());
    std::string wav = "RIFF";
    put_number(wav, 36 + size, 4);
    wav += "WAVEfmt ";
    put_number(wav, 16, 4);
    put_number(wav, 1, 2);
    put_number(wav, 1, 2);
    put_number(wav, kHz, 4);
    put_number(wav, 2 * kHz, 4);
    put_number(wav, 2, 2);
    put_number(wav, 16, 2);
    wav += "data";
    put_number(wav, size, 4);
    return wav + samples;
}

/// Writes them to `file` as Opus, by opusenc.
inline void make_recording(const std::filesystem::path& file, const std::vector<Tone>& tones) {
    const std::filesystem::path wav = file.string() + ".wav";
    std::ofstream(wav, std::ios::binary) << wav_of(tones);
    const std::string command =
        "opusenc --quiet --bitrate 32 '" + wav.string() + "' '" + file.string() + "'";
    ASSERT_EQ(std::system(command.c_str()), 0) << "opus-tools is missing";
    std::filesystem::remove(wav);
}

/// How often a sound swings in a second, by its zero crossings.
inline double hz_of(const std::vector<std::int16_t>& samples, int rate_hz = 48'000) {
    int crossings = 0;
    for (std::size_t i = 1; i < samples.size(); ++i)
        if ((samples[i - 1] < 0) != (samples[i] < 0)) ++crossings;
    return samples.empty() ? 0 : crossings * (rate_hz / 2.0) / static_cast<double>(samples.size());
}

}  // namespace candor::speech
