// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/services/vision_answer.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr qsizetype longestPeriod = 120; ///< of a text that runs in circles
constexpr qsizetype shortestCircle = 500;

/** Whether the text's end repeats itself: a model that does not stop. */
bool runsInCircles(QStringView text)
{
    text = text.trimmed();
    for (qsizetype period = 1; period <= std::min(longestPeriod, text.size() / 2); ++period) {
        qsizetype at = text.size() - 1;
        while (at >= period && text[at] == text[at - period])
            --at;
        if (text.size() - 1 - at >= std::max(shortestCircle, 6 * period))
            return true;
    }
    return false;
}

QHash<QString, QString> keysOf(QStringView frontMatter)
{
    QHash<QString, QString> keys;
    for (const QStringView line : frontMatter.tokenize(u'\n'))
        if (const qsizetype colon = line.indexOf(u':'); colon > 0)
            keys.insert(line.left(colon).trimmed().toString(), line.mid(colon + 1).trimmed().toString().toLower());
    return keys;
}

QString withoutFence(const QString& text)
{
    static const QRegularExpression fence(uR"(\A```(?:markdown|md)?[ \t]*\n(.*)\n```\z)"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    const auto match = fence.match(text);
    return match.hasMatch() ? match.captured(1) : text;
}

/** The files that its figures name do not exist, and what it says of them is not in the paper. */
QString withoutFigures(QString text)
{
    static const QRegularExpression figure(uR"(!\[[^\]\n]*\]\([^)\n]*\))"_s);
    return text.remove(figure);
}

} // namespace

std::optional<VisionAnswer> visionAnswer(const QString& content)
{
    QString text = withoutFence(content.trimmed());
    VisionAnswer answer;
    if (text.startsWith("---\n"_L1)) {
        const qsizetype end = text.indexOf("\n---"_L1, 3);
        if (end < 0)
            return std::nullopt;
        const auto keys = keysOf(QStringView(text).sliced(4, std::max<qsizetype>(0, end - 4)));
        const int turn = keys.value(u"rotation_correction"_s).toInt();
        if (keys.value(u"is_rotation_valid"_s) == "false"_L1 && turn % 90 == 0 && turn > 0 && turn < 360)
            answer.turnedBy = turn;
        text = text.sliced(end + 4).trimmed();
    }
    if (runsInCircles(text))
        return std::nullopt;
    answer.markdown = withoutFigures(withoutFence(text)).trimmed();
    return answer;
}

QString visionPrompt()
{
    return u"The picture shows one page of a scientific document. Write down all of its text as markdown, in the order "
           u"in "
           "which a person reads it, and nothing that is not printed on the page. Headings begin with #. Write "
           "formulas "
           "as LaTeX between $ or $$ and tables as HTML. Leave out running heads, page numbers and what is inside "
           "figures, but keep captions. Begin with a front matter between two lines of --- with the keys "
           "primary_language, is_rotation_valid, rotation_correction (0, 90, 180 or 270), is_table and is_diagram. If "
           "the page is empty, write nothing after the front matter."_s;
}

} // namespace sheaf
