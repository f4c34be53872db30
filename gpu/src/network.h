// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "device_choice.h"
#include "device_network.h"

/** A network on all devices, which helps itself: where a batch does not fit into a device's memory it goes in halves,
 * and what does not fit alone is done on the processor, as is all of it when no device answers any more. Thread-safe.
 */
namespace sheaf::gpu {

/** Answers for the images of the batch from `first` on. */
using TakeFrom = std::function<void(std::int64_t first, std::span<const Output> outputs)>;
using Outcome = std::expected<void, std::string>;
using Run = std::function<Outcome(const TensorView& input, const TakeOutputs& take)>;

/** The rule of it. Each of the first `used` images is answered once, or the outcome is an error of `otherwise`; the
 * others, which only fill the batch, may be answered too. */
Outcome runInParts(const TensorView& input, std::int64_t used, const Run& run, const Run& otherwise,
                   const TakeFrom& take);

/** A batch that is ready to run, and what it lies in. */
struct NetworkInput
{
    TensorView view;
    std::int64_t used = 0;                      ///< images; the others fill the batch
    std::unique_ptr<DeviceChoice::Place> place; ///< null: the processor's
    std::unique_ptr<Tensor> onHost;
    DeviceStream::Memory onDevice;

    ImageSize size() const { return {int(view.shape[3]), int(view.shape[2])}; }
};

class Network
{
public:
    static std::expected<Network, std::string> open(const std::string& modelPath, const NetworkPlaces& places,
                                                    Answer answer = Answer::whole);

    /** Made for devices, though they may all have failed since. */
    bool isOnDevice() const { return !m_devices.empty(); }
    std::size_t deviceCount() const { return m_devices.size(); }
    /** Images of one run: as many as fit into a device's memory, and on the processor one, as there a run of many takes
     * as long as as many runs. A device's runs all have that many images, whatever they show, so that they share a
     * shape. */
    std::size_t largestBatch(const ImageSize& size) const;
    const std::map<std::string, std::string>& metadata() const { return m_metadata; }

    /** Has runs of images of that size planned on all devices; what fails is found out again when it is run. */
    void planLater(const ImageSize& size) const;
    /** Takes the crops out of their pages, into images of that size, or on a device larger ones. */
    NetworkInput lay(std::span<const Crop> crops, const ImageSize& size, const Look& look) const;
    /** An error is one of the processor, or of a device that failed with the only copy of the batch and gets no other:
     * laid once more, it goes elsewhere. */
    Outcome run(const NetworkInput& input, const TakeFrom& take) const;

private:
    struct OnProcessor;
    Network();
    TensorShape shapeOf(const ImageSize& size) const;
    Outcome runOnDevice(const NetworkInput& input, const TensorView& part, const TakeOutputs& take) const;
    Outcome runOnProcessor(const NetworkInput& input, const TensorView& part, const TakeOutputs& take) const;

    std::string m_name;
    SessionOptions m_options; ///< of the first place
    NetworkBudget m_budget;
    std::map<std::string, std::string> m_metadata;
    std::shared_ptr<OnProcessor> m_processor;
    std::vector<std::shared_ptr<DeviceNetwork>> m_devices;
    std::unique_ptr<DeviceChoice> m_choice;
    std::function<void(const std::string&)> m_tell;
};

} // namespace sheaf::gpu
