// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/question.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace sheaf {

QString questionStamp(const Column& column)
{
    Column bare = column;
    bare.id.clear();
    bare.name.clear();
    if (bare.question.isEmpty())
        bare.question = column.name; // which then is what is asked
    const QByteArray json = QJsonDocument(toJson(bare)).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex().first(16));
}

QuestionSet::QuestionSet(const QVector<Column>& columns) : m_columns(columns)
{
    for (const Column& column : columns)
        m_stamps.insert(column.id, questionStamp(column));
}

QVector<Column> QuestionSet::unanswered(const AnsweredQuestions& answered) const
{
    QVector<Column> left;
    for (const Column& column : m_columns) {
        const auto stamp = answered.constFind(column.id);
        if (stamp == answered.cend() || (!stamp->isEmpty() && *stamp != m_stamps.value(column.id)))
            left.append(column);
    }
    return left;
}

QStringList QuestionSet::changedSince(const QuestionSet& before) const
{
    QStringList changed;
    for (auto it = m_stamps.cbegin(); it != m_stamps.cend(); ++it)
        if (const auto earlier = before.m_stamps.constFind(it.key());
            earlier != before.m_stamps.cend() && *earlier != *it)
            changed.append(it.key());
    return changed;
}

} // namespace sheaf
