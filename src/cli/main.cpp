// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console.h"
#include "cli/verbs.h"

#include "core/translation.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace {

using namespace sheaf::cli;

struct Verb
{
    QLatin1StringView name;
    int (*call)(const QStringList&);
};

constexpr std::array verbs{Verb{"run"_L1, run},         Verb{"convert"_L1, convert}, Verb{"results"_L1, results},
                           Verb{"export"_L1, exportTo}, Verb{"status"_L1, status},   Verb{"retry"_L1, retry},
                           Verb{"lists"_L1, lists},     Verb{"models"_L1, models},   Verb{"doctor"_L1, doctor}};

QString help()
{
    QString text = QCoreApplication::translate("cli", "sheaf-cli %1: from a list of papers to a table of proven "
                                                      "answers.\n\nsheaf-cli VERB --help says more. Verbs:")
                       .arg(QCoreApplication::applicationVersion());
    for (const Verb& verb : verbs)
        text += u"\n  "_s + verb.name;
    return text;
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"sheaf"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SHEAF_VERSION));
    sheaf::installTranslations(application);

    QStringList arguments = QCoreApplication::arguments().mid(1);
    const QString name = arguments.isEmpty() ? QString() : arguments.takeFirst();
    if (name == "--help"_L1 || name == "-h"_L1) {
        say(help());
        return AllDone;
    }
    if (name == "--version"_L1) {
        say(QCoreApplication::applicationVersion());
        return AllDone;
    }
    for (const Verb& verb : verbs)
        if (verb.name == name)
            return verb.call(arguments);
    if (!name.isEmpty())
        complain(QCoreApplication::translate("cli", "sheaf-cli: there is no verb “%1”.").arg(name));
    complain(help());
    return Usage;
}
