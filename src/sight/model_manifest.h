// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QVector>

/** Which files the eyes need and where they come from: resources/models/models.json. Value types, any thread. */
namespace sheaf {

/** A network's weights, or the library that runs them: one file in a Python wheel. */
struct ModelSpec
{
    QString name; ///< "text-detection"
    QString version;
    QString package, packageVersion; ///< the wheel that holds it
    QByteArray wheelSha256;          ///< lower-case hex
    QString licence;
    QString member; ///< path in the wheel
    QByteArray sha256;
    qint64 bytes = 0;
    QString platform, python; ///< of a wheel that is made for one kind of machine; empty = for all
    QString machine;          ///< "x86_64"; empty = all
    QString device;           ///< "cuda": of use to such a device only; empty = everywhere

    QString fileName() const { return member.section(u'/', -1); }
};

/** What this machine's processor can use of the manifest. */
const QVector<ModelSpec>& modelSpecs();
/** What it takes besides to run networks on a CUDA device, in the order in which libraries are to be opened. */
const QVector<ModelSpec>& deviceSpecs();

QVector<ModelSpec> parseModelSpecs(const QByteArray& json);

} // namespace sheaf
