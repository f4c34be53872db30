// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

/** Small real PDFs for fake services and tests: pages of text in Helvetica. Pure functions. */
namespace sheaf::testing {

struct SamplePaper
{
    QString title; ///< in large type on the first page; Latin-1
    QString authors{};
    QString doi{};       ///< printed at the foot of the first page
    QStringList lines{}; ///< the body, 40 lines a page; empty = forty sentences of its own
};

QByteArray samplePdf(const SamplePaper& paper);

} // namespace sheaf::testing
