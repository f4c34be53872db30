// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language_tag.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

struct BabelName
{
    QLatin1StringView name, tag;
};

/** Where Babel's name is not the language's English name; the first of a tag is the one that is written. */
constexpr BabelName babelNames[] = {
    {"american"_L1, "en-US"_L1},     {"usenglish"_L1, "en-US"_L1},    {"british"_L1, "en-GB"_L1},
    {"ukenglish"_L1, "en-GB"_L1},    {"canadian"_L1, "en-CA"_L1},     {"australian"_L1, "en-AU"_L1},
    {"newzealand"_L1, "en-NZ"_L1},   {"ngerman"_L1, "de"_L1},         {"austrian"_L1, "de-AT"_L1},
    {"naustrian"_L1, "de-AT"_L1},    {"nswissgerman"_L1, "de-CH"_L1}, {"swissgerman"_L1, "de-CH"_L1},
    {"francais"_L1, "fr"_L1},        {"canadien"_L1, "fr-CA"_L1},     {"acadian"_L1, "fr-CA"_L1},
    {"brazilian"_L1, "pt-BR"_L1},    {"brazil"_L1, "pt-BR"_L1},       {"portuges"_L1, "pt"_L1},
    {"magyar"_L1, "hu"_L1},          {"norsk"_L1, "nb"_L1},           {"norwegian"_L1, "nb"_L1},
    {"nynorsk"_L1, "nn"_L1},         {"farsi"_L1, "fa"_L1},           {"bahasa"_L1, "id"_L1},
    {"polutonikogreek"_L1, "el"_L1}, {"mexican"_L1, "es-MX"_L1},      {"flemish"_L1, "nl-BE"_L1},
    {"slovene"_L1, "sl"_L1},         {"scottish"_L1, "gd"_L1}};

/** English names and each language's own name, in lower case. */
const QHash<QString, QString>& tagsByName()
{
    static const QHash<QString, QString> tags = [] {
        QHash<QString, QString> made;
        for (int i = int(QLocale::AnyLanguage) + 2; i <= int(QLocale::LastLanguage); ++i) {
            const auto language = QLocale::Language(i);
            const QString tag = QLocale::languageToCode(language);
            if (tag.isEmpty())
                continue;
            made.insert(QLocale::languageToString(language).toLower(), tag);
            if (const QLocale locale(language); locale.language() == language)
                made.insert(locale.nativeLanguageName().section(u' ', -1).toLower(), tag);
        }
        for (const BabelName& babel : babelNames)
            made.insert(babel.name, babel.tag);
        made.remove(QString()); // some languages have no name of their own in Qt's data
        return made;
    }();
    return tags;
}

/** "EN_us" → "en-US", "ger" → "de"; empty where it is no language's code. */
QString tagOfCode(const QString& code)
{
    static const QRegularExpression form(u"^([A-Za-z]{2,3})(?:[-_]([A-Za-z0-9]{2,8}))?(?:[-_].*)?$"_s);
    const auto match = form.match(code);
    if (!match.hasMatch())
        return {};
    const QLocale::Language language = QLocale::codeToLanguage(match.captured(1).toLower());
    if (language == QLocale::AnyLanguage || language == QLocale::C)
        return {};
    const QString region = match.captured(2);
    const QString tag = QLocale::languageToCode(language);
    if (region.isEmpty())
        return tag;
    return tag + u'-' + (region.size() == 2 ? region.toUpper() : region.left(1).toUpper() + region.mid(1).toLower());
}

} // namespace

QString languageTag(const QString& text)
{
    static const QRegularExpression between(u"\\s*[;,/|]\\s*"_s);
    const QString first = text.simplified().section(between, 0, 0);
    if (const QString tag = tagOfCode(first); !tag.isEmpty())
        return tag;
    return tagsByName().value(first.toLower(), text.simplified());
}

QString primaryLanguage(const QString& tag)
{
    return tag.section(u'-', 0, 0);
}

QString babelLanguage(const QString& tag)
{
    for (const BabelName& babel : babelNames) {
        if (babel.tag == tag && tag.contains(u'-'))
            return babel.name;
    }
    const QLocale::Language language = QLocale::codeToLanguage(primaryLanguage(tag));
    return language == QLocale::AnyLanguage ? tag : QLocale::languageToString(language).toLower();
}

} // namespace sheaf
