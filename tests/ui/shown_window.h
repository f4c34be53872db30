// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sample_run.h"
#include "ui/settings/keychain.h"
#include "ui/window/main_window.h"

#include <QTest>

/** A window as the program makes it, on a file that the engine says is open. Included as "ui/shown_window.h". */
namespace sheaf::testing {

inline constexpr int windowPatience = 20'000;

struct Shown
{
    Keychain keychain;
    MainWindow window;

    explicit Shown(bool papers = true, bool rememberLayout = false)
        : window({.engine = {}, .keychain = &keychain, .details = sampleDetails, .rememberLayout = rememberLayout})
    {
        if (!rememberLayout)
            window.resize(1440, 900);
        window.show();
        if (papers) {
            Q_EMIT window.session().engine().opened(QStringLiteral("/papers/classics.sheaf"), sampleSettings(),
                                                    defaultColumns());
            Q_EMIT window.session().engine().snapshot(sampleSnapshot(QStringLiteral("/papers/classics.sheaf")));
        }
    }

    bool settles()
    {
        return QTest::qWaitFor([this] { return !window.isBusy(); }, windowPatience);
    }
};

} // namespace sheaf::testing
