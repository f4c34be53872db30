// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/words/vocabulary.h"

namespace sheaf::layout {

namespace {

bool isInner(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'\'' || c == u'’';
}

/** Without the punctuation around it, in lower case. */
QString core(QStringView word)
{
    while (!word.isEmpty() && !isInner(word.front()))
        word = word.mid(1);
    while (!word.isEmpty() && !isInner(word.back()))
        word.chop(1);
    return word.toString().toLower();
}

/** Second parts that English joins with a hyphen: "comma-separated", "binary-like", "state-of". */
bool endsCompound(const QString& word)
{
    static const QSet<QString> words{
        QStringLiteral("separated"),   QStringLiteral("based"),     QStringLiteral("like"),
        QStringLiteral("driven"),      QStringLiteral("specific"),  QStringLiteral("related"),
        QStringLiteral("level"),       QStringLiteral("order"),     QStringLiteral("time"),
        QStringLiteral("dimensional"), QStringLiteral("scale"),     QStringLiteral("oriented"),
        QStringLiteral("aware"),       QStringLiteral("free"),      QStringLiteral("dependent"),
        QStringLiteral("type"),        QStringLiteral("term"),      QStringLiteral("source"),
        QStringLiteral("wide"),        QStringLiteral("shot"),      QStringLiteral("rich"),
        QStringLiteral("sized"),       QStringLiteral("centered"),  QStringLiteral("centred"),
        QStringLiteral("focused"),     QStringLiteral("led"),       QStringLiteral("trained"),
        QStringLiteral("tuned"),       QStringLiteral("grained"),   QStringLiteral("defined"),
        QStringLiteral("known"),       QStringLiteral("formatted"), QStringLiteral("the"),
        QStringLiteral("of"),          QStringLiteral("and"),       QStringLiteral("to"),
        QStringLiteral("in"),          QStringLiteral("by"),        QStringLiteral("intensive"),
        QStringLiteral("effective"),   QStringLiteral("quality"),   QStringLiteral("performance"),
        QStringLiteral("resolution"),  QStringLiteral("frequency"), QStringLiteral("entropy"),
        QStringLiteral("making"),      QStringLiteral("solving"),   QStringLiteral("going"),
        QStringLiteral("linear"),      QStringLiteral("negative"),  QStringLiteral("positive"),
        QStringLiteral("world"),       QStringLiteral("friendly"),  QStringLiteral("up"),
        QStringLiteral("on"),          QStringLiteral("off"),       QStringLiteral("out"),
        QStringLiteral("one"),         QStringLiteral("two"),       QStringLiteral("three")};
    return words.contains(word);
}

} // namespace

void Vocabulary::learn(const PageContent& page)
{
    for (const Fragment& fragment : page.fragments) {
        for (qsizetype i = 0; i < fragment.words.size(); ++i) {
            const QStringView text = page.text.textOf(page.text.words[fragment.words[i]]);
            if (text.size() < 3 || text.size() > 40 || text.back() == u'-')
                continue;
            // The first word of a line may be the rest of a broken one.
            if (i == 0 && text.front().isLower())
                continue;
            m_words.insert(core(text));
        }
    }
}

bool Vocabulary::joinsWithoutHyphen(QStringView before, QStringView after) const
{
    const QString left = core(before.chopped(1)), right = core(after);
    if (left.isEmpty() || right.isEmpty() || !after.front().isLower() || left.back().isDigit())
        return false;
    if (m_words.contains(left + u'-' + right))
        return false;
    if (m_words.contains(left + right))
        return true;
    if (left.contains(u'-') && left.size() - left.lastIndexOf(u'-') <= 3) // "state-of-" goes on
        return false;
    const auto known = [&](const QString& part) { return part.size() > 2 && m_words.contains(part); };
    if (known(left) && known(right) && left.size() > 3 && right.size() > 3)
        return false;
    if (endsCompound(right))
        return false;
    static const QSet<QString> prefixes{QStringLiteral("self"),  QStringLiteral("non"),   QStringLiteral("well"),
                                        QStringLiteral("high"),  QStringLiteral("low"),   QStringLiteral("long"),
                                        QStringLiteral("short"), QStringLiteral("cross"), QStringLiteral("half")};
    return !(prefixes.contains(left) && right.size() > 3 && !left.startsWith(QStringLiteral("non")));
}

} // namespace sheaf::layout
