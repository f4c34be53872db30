// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTest>

/** What every test may use. Included as "testing/testing.h". */
namespace sheaf::testing {

/** Absolute path of a file of the shared test data ("data/jats"), empty when it is not on this machine. */
QString sharedFile(const QString& relative);
/** Absolute path of a program that was built beside the test ("sheaf-page-worker"). */
QString builtProgram(const QString& name);

} // namespace sheaf::testing

/** Skips the running test, with a message, where the shared test data is absent. */
#define SHEAF_REQUIRE_SHARED(path)                                                                                     \
    do {                                                                                                               \
        if (sheaf::testing::sharedFile(path).isEmpty())                                                                \
            QSKIP("the shared test data is not on this machine");                                                      \
    } while (false)
