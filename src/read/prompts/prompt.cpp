// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/prompts/prompt.h"

#include "read/answers/answer_schema.h"
#include "read/prompts/token_estimate.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** A text of resources/prompts without its licence comments. */
QString promptText(const QString& name)
{
    QFile file(u":/sheaf/prompts/"_s + name);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    static const QRegularExpression comment(uR"(<!--.*?-->\s*)"_s, QRegularExpression::DotMatchesEverythingOption);
    return QString::fromUtf8(file.readAll()).remove(comment).trimmed();
}

QString form(const Column& column)
{
    switch (column.type) {
    case ColumnType::Text:
        return u"text"_s;
    case ColumnType::Number:
        return column.unit.isEmpty() ? u"a number"_s : u"a number in %1"_s.arg(column.unit);
    case ColumnType::YesNo:
        return u"true or false"_s;
    case ColumnType::OneOf:
        return u"one of: %1"_s.arg(column.choices.join(u"; "));
    case ColumnType::SeveralOf:
        return u"a list of any of: %1"_s.arg(column.choices.join(u"; "));
    case ColumnType::List:
        return u"a list of texts"_s;
    case ColumnType::Date:
        return u"a date: YYYY-MM-DD, YYYY-MM or YYYY"_s;
    }
    Q_UNREACHABLE();
}

QString questionLines(const QVector<Column>& columns)
{
    QStringList lines;
    for (const Column& column : columns) {
        const QString evidence = column.quoteRequired ? u", with quotes"_s : QString();
        lines.append(u"- \"%1\" (%2%3): %4"_s.arg(column.id, form(column), evidence,
                                                  column.question.isEmpty() ? column.name : column.question));
    }
    return lines.join(u'\n');
}

QString languageName(const QString& tag)
{
    const QLocale locale(tag.isEmpty() ? u"en"_s : tag);
    return locale.language() == QLocale::C ? tag : QLocale::languageToString(locale.language());
}

} // namespace

Prompt promptFor(const QVector<Column>& columns, const QString& answerLanguage, int maxTokens)
{
    QString questions = promptText(u"questions.md"_s);
    questions.replace(u"{{language}}"_s, languageName(answerLanguage));
    questions.replace(u"{{questions}}"_s, questionLines(columns));
    return {.system = promptText(u"system.md"_s),
            .document = {},
            .questions = questions,
            .schema = answerSchema(columns),
            .maxTokens = maxTokens};
}

qint64 fixedTokens(const Prompt& prompt)
{
    constexpr qint64 envelope = 200; // roles, turn marks, the repair's complaint
    const QString schema = QString::fromUtf8(QJsonDocument(prompt.schema).toJson(QJsonDocument::Compact));
    return estimateTokens(prompt.system) + estimateTokens(prompt.questions) + estimateTokens(schema) + envelope;
}

Prompt repairPrompt(Prompt prompt, const QString& complaint)
{
    prompt.questions +=
        u"\n\nAn earlier answer to this was refused: %1\nAnswer again, exactly in the form asked for."_s.arg(
            complaint.left(400));
    return prompt;
}

QString promptHash(const QVector<Column>& columns, const QString& answerLanguage)
{
    const Prompt prompt = promptFor(columns, answerLanguage, 0);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString& part : {prompt.system, prompt.questions})
        hash.addData(part.toUtf8() + '\n');
    hash.addData(QJsonDocument(prompt.schema).toJson(QJsonDocument::Compact));
    return QString::fromLatin1(hash.result().toHex().first(16));
}

} // namespace sheaf
