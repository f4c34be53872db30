// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/** The verbs of sheaf-cli. Each takes its own arguments and returns the exit status. */
namespace sheaf::cli {

enum Exit
{
    AllDone = 0,
    SomeFailed = 1,
    Usage = 2,
    CouldNotRun = 3,
    Stopped = 130
};

int run(const QStringList& arguments);
int retry(const QStringList& arguments);
int convert(const QStringList& arguments);
int exportTo(const QStringList& arguments);
int results(const QStringList& arguments);
int status(const QStringList& arguments);
int lists(const QStringList& arguments);
int models(const QStringList& arguments);
int doctor(const QStringList& arguments);

} // namespace sheaf::cli
