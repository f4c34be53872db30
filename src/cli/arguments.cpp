// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include "cli/console.h"
#include "cli/verbs.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sheaf::cli {

Arguments::Arguments(const QString& usage, const QString& description) : m_usage(usage)
{
    m_parser.setApplicationDescription(description);
    m_parser.addOption({{u"h"_s, u"help"_s}, QCoreApplication::translate("cli", "Shows this.")});
}

void Arguments::addSet()
{
    m_parser.addOption(
        {u"set"_s, QCoreApplication::translate("cli", "A setting, for example read.kind=offline."), u"KEY=VALUE"_s});
}

bool Arguments::parse(const QStringList& arguments)
{
    if (!m_parser.parse(QStringList(u"sheaf-cli"_s) + arguments)) {
        m_exitStatus = refuse(m_parser.errorText());
        return false;
    }
    if (m_parser.isSet(u"help"_s)) {
        say(u"sheaf-cli "_s + m_usage + u"\n"_s);
        say(m_parser.helpText().section(u'\n', 2)); // without Qt's own usage line
        return false;
    }
    return takeSettings();
}

bool Arguments::takeSettings()
{
    const bool known =
        std::ranges::any_of(m_parser.optionNames(), [](const QString& name) { return name == "set"_L1; });
    if (!known)
        return true;
    for (const QString& pair : m_parser.values(u"set"_s)) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals < 1) {
            m_exitStatus = refuse(QCoreApplication::translate("cli", "--set takes KEY=VALUE, not “%1”.").arg(pair));
            return false;
        }
        if (const auto set = m_settings.set(pair.left(equals), pair.mid(equals + 1)); !set) {
            m_exitStatus = refuse(set.error().message);
            return false;
        }
    }
    return true;
}

int Arguments::refuse(const QString& reason) const
{
    complain(u"sheaf-cli: "_s + reason);
    complain(QCoreApplication::translate("cli", "Usage: sheaf-cli %1").arg(m_usage));
    return Usage;
}

} // namespace sheaf::cli
