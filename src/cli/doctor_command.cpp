// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"
#include "cli/console.h"
#include "cli/verbs.h"

#include "pipeline/engine/details.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sheaf::cli {

namespace {

QString signOf(SetupFact::Sign sign)
{
    switch (sign) {
    case SetupFact::Ready:
        return u"✓"_s;
    case SetupFact::Missing:
        return u"!"_s;
    case SetupFact::Optional:
        return u"–"_s;
    case SetupFact::Broken:
        return u"✕"_s;
    }
    return {};
}

} // namespace

int doctor(const QStringList& given)
{
    Arguments arguments(u"doctor [--set KEY=VALUE]…"_s,
                        QCoreApplication::translate("cli", "Says what this machine has and what is missing."));
    arguments.addSet();
    if (!arguments.parse(given))
        return arguments.exitStatus();
    QVector<SetupFact> facts = setupFacts(arguments.settings(), secretFromEnvironment);
    if (const auto networks = networksFact())
        facts << *networks;
    bool broken = false;
    for (const SetupFact& fact : std::as_const(facts)) {
        say(u"%1 %2: %3"_s.arg(signOf(fact.sign), fact.name, fact.sentence));
        broken = broken || fact.sign == SetupFact::Broken;
    }
    return broken ? SomeFailed : AllDone;
}

} // namespace sheaf::cli
