// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Page model → markdown: bytes are programs that draw pages (page_program.h), and mutations keep their instructions
// whole, so that the fuzzer's time goes into the layout.
#include "convert_and_check.h"
#include "page_program.h"

#include <algorithm>
#include <random>

using namespace sheaf;

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t maxSize);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    LayoutEngine engine;
    fuzz::PageProgram program({data, qsizetype(size)});
    const QVector<Page> pages = program.run();
    engine.setInfo(program.info());
    for (Page page : pages)
        engine.addPage(std::move(page));
    fuzz::convertAndCheck(engine, int(pages.size()));
    return 0;
}

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t maxSize, unsigned seed)
{
    std::minstd_rand random(seed);
    const auto below = [&random](size_t bound) { return bound == 0 ? 0 : random() % bound; };
    auto* steps = reinterpret_cast<fuzz::Step*>(data);
    const size_t count = size / sizeof *steps, most = maxSize / sizeof *steps, at = below(count);
    const size_t run = std::min<size_t>(1 + below(8), count - at);
    switch (below(6)) {
    case 0: // an instruction more
        if (count == most)
            break;
        std::copy_backward(steps + at, steps + count, steps + count + 1);
        steps[at] = {quint8(random()), quint8(random()), quint8(random())};
        return (count + 1) * sizeof *steps;
    case 1: // some less
        std::copy(steps + at + run, steps + count, steps + at);
        return (count - run) * sizeof *steps;
    case 2: { // some elsewhere too
        if (count + run > most)
            break;
        const std::vector<fuzz::Step> copied(steps + at, steps + at + run);
        const size_t to = below(count);
        std::copy_backward(steps + to, steps + count, steps + count + run);
        std::ranges::copy(copied, steps + to);
        return (count + run) * sizeof *steps;
    }
    case 3: // two change places
        if (count > 0)
            std::swap(steps[at], steps[below(count)]);
        return size;
    case 4: // another argument
        if (count > 0)
            (below(2) ? steps[at].a : steps[at].b) = quint8(random());
        return size;
    }
    return LLVMFuzzerMutate(data, size, maxSize);
}
