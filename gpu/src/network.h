// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "device_choice.h"
#include "device_network.h"
#include "gpu/session.h"
#include "images.h"

#include <optional>

/** A network on all devices, which helps itself: where a batch does not fit into a device's memory it goes in halves,
 * and what does not fit alone is done on the processor. Thread-safe. */
namespace sheaf::gpu {

/** Answers for the images of the batch from `first` on. */
using TakeFrom = std::function<void(std::int64_t first, std::span<const Output> outputs)>;
using Outcome = std::expected<void, std::string>;
using Run = std::function<Outcome(const TensorView& input, const TakeOutputs& take)>;

/** The rule of it. Each of the first `used` images is answered once, or the outcome is an error of `otherwise`; the
 * others, which only fill the batch, may be answered too. */
Outcome runInParts(const TensorView& input, std::int64_t used, const Run& run, const Run& otherwise,
                   const TakeFrom& take);

/** Where a network runs, and how. */
struct NetworkPlaces
{
    std::vector<SessionOptions> sessions; ///< one a device, or one on the processor
    std::vector<DeviceRoad*> roads;       ///< one a device, or none
    std::size_t shapes = 1;               ///< that its inputs have on a device, and that sessions are kept for
    std::function<void(const std::string&)> tell = [](const std::string&) {}; ///< hears of batches that did not fit
};

/** A batch that is ready to run, and what it lies in. */
struct NetworkInput
{
    TensorView view;
    std::int64_t used = 0;                      ///< images; the others fill the batch
    std::unique_ptr<DeviceChoice::Place> place; ///< null on the processor
    std::unique_ptr<Tensor> onHost;
    DeviceStream::Memory onDevice;
};

class Network
{
public:
    static std::expected<Network, std::string> open(const std::string& modelPath, const NetworkPlaces& places,
                                                    Answer answer = Answer::whole);

    bool isOnDevice() const { return !m_devices.empty(); }
    /** Images of one run, at most `most`: as many as fit into a device's memory, and on the processor one, as there a
     * run of many takes as long as as many runs. A device's runs all have that many images, whatever they show, so that
     * they share a shape. */
    std::size_t largestBatch(std::uint64_t bytesAnImage, std::uint64_t most) const;
    std::string metadata(const std::string& key) const;

    /** Plans runs of such a batch on all devices; blocks for seconds. What fails is found out again when it is run. */
    void makeReady(const ImageSize& size, std::size_t images) const;
    /** Takes the crops out of their pages. `images`: of the batch, of which the crops are the first. */
    NetworkInput lay(std::span<const Crop> crops, const ImageSize& size, std::size_t images, const Look& look) const;
    Outcome run(const NetworkInput& input, const TakeFrom& take) const;

private:
    Network() = default;
    Outcome runOnDevice(const NetworkInput& input, const TensorView& part, const TakeOutputs& take) const;
    Outcome runOnProcessor(const NetworkInput& input, const TensorView& part, const TakeOutputs& take) const;

    std::string m_name, m_modelPath;
    SessionOptions m_options; ///< of the first place
    std::optional<Session> m_processor;
    std::vector<std::unique_ptr<DeviceNetwork>> m_devices;
    std::unique_ptr<DeviceChoice> m_choice;
    std::function<void(const std::string&)> m_tell;
};

} // namespace sheaf::gpu
