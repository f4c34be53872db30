// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/words/language.h"

#include <QHash>

#include <array>

using namespace Qt::StringLiterals;

namespace sheaf::layout {

namespace {

struct Language
{
    QLatin1StringView code;
    QStringView words; ///< that are common in it and rare in the others
};

constexpr std::array languages = {
    Language{"en"_L1, u"the of and to is that for with are this we by from which be was as were"},
    Language{"de"_L1, u"der die und das ist nicht ein eine mit von für auf wird werden sich dem den auch"},
    Language{"fr"_L1, u"les des est dans une que pour qui par sur nous avec sont cette ces ont être aux"},
    Language{"es"_L1, u"el los las del que una para por con como más este son esta sus entre también se"},
    Language{"it"_L1, u"il che di della per con una sono gli nel delle dei alla questo anche più dal come"},
    Language{"pt"_L1, u"os uma para com não dos das como mais que por são pela pelo foi ao na no"},
    Language{"nl"_L1, u"het een van en dat niet zijn voor met worden op deze ook aan bij wordt naar"},
    Language{"pl"_L1, u"się nie jest na do oraz przez dla że jako są od tym które jak tego"},
    Language{"sv"_L1, u"och att det som på är av för med den till inte har från kan"},
};

QString scriptLanguage(QStringView text)
{
    int letters = 0, han = 0, kana = 0, hangul = 0, cyrillic = 0, arabic = 0, hebrew = 0, greek = 0;
    for (const QChar c : text) {
        letters += c.isLetter();
        switch (c.script()) {
        case QChar::Script_Han:
            ++han;
            break;
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
            ++kana;
            break;
        case QChar::Script_Hangul:
            ++hangul;
            break;
        case QChar::Script_Cyrillic:
            ++cyrillic;
            break;
        case QChar::Script_Arabic:
            ++arabic;
            break;
        case QChar::Script_Hebrew:
            ++hebrew;
            break;
        case QChar::Script_Greek:
            ++greek;
            break;
        default:
            break;
        }
    }
    const auto most = [&](int count) { return count * 2 > letters && letters > 20; };
    if (most(han + kana))
        return kana * 10 > han ? u"ja"_s : u"zh"_s;
    return most(hangul)     ? u"ko"_s
           : most(cyrillic) ? u"ru"_s
           : most(arabic)   ? u"ar"_s
           : most(hebrew)   ? u"he"_s
           : most(greek)    ? u"el"_s
                            : QString();
}

} // namespace

QString languageOf(QStringView text)
{
    text = text.left(20000);
    if (const QString own = scriptLanguage(text); !own.isEmpty())
        return own;
    static const QMultiHash<QString, int> wordLanguages = [] {
        QMultiHash<QString, int> words;
        for (int i = 0; i < int(languages.size()); ++i) {
            for (const QStringView word : languages[i].words.split(u' '))
                words.insert(word.toString(), i);
        }
        return words;
    }();
    std::array<int, languages.size()> hits{};
    int words = 0;
    for (const QStringView word : text.split(u' ', Qt::SkipEmptyParts)) {
        ++words;
        for (auto it = wordLanguages.constFind(word.toString().toLower());
             it != wordLanguages.cend() && it.key() == word.toString().toLower(); ++it)
            ++hits[it.value()];
    }
    const auto best = std::ranges::max_element(hits);
    return words > 30 && *best * 12 > words ? QString(languages[best - hits.begin()].code) : QString();
}

} // namespace sheaf::layout
