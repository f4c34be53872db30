// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"

#include <QCommandLineParser>

/** Command line of one verb: parses, answers --help, turns --set KEY=VALUE into settings. */
namespace sheaf::cli {

class Arguments
{
public:
    /** `usage` as in the help: "run [LIST|PDF|FOLDER|DOI]… --project FILE.sheaf". */
    Arguments(const QString& usage, const QString& description);

    QCommandLineParser& parser() { return m_parser; }
    void addSet();
    /** False: end with exitStatus(): help was shown, or the usage is wrong. */
    bool parse(const QStringList& arguments);
    int exitStatus() const { return m_exitStatus; }

    QStringList positional() const { return m_parser.positionalArguments(); }
    QString value(const QString& option) const { return m_parser.value(option); }
    QStringList values(const QString& option) const { return m_parser.values(option); }
    bool has(const QString& option) const { return m_parser.isSet(option); }
    const Settings& settings() const { return m_settings; }
    /** Says why, and that it is a wrong usage. */
    int refuse(const QString& reason) const;

private:
    bool takeSettings();

    QString m_usage;
    QCommandLineParser m_parser;
    Settings m_settings;
    int m_exitStatus = 0;
};

} // namespace sheaf::cli
