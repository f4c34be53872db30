// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace sheaf {

void installTranslations(QCoreApplication& application)
{
    const auto install = [&application](const QLocale& locale, const QString& name, const QString& folder) {
        auto* translator = new QTranslator(&application);
        if (translator->load(locale, name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    // Under every language lie the plurals of the texts' own.
    install(QLocale(QLocale::English), u"sheaf"_s, u":/i18n"_s);
    install(QLocale(), u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QLocale(), u"sheaf"_s, u":/i18n"_s);
}

} // namespace sheaf
