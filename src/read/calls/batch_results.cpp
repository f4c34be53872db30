// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/calls/batch_results.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sheaf {

bool BatchResults::hasAnyOf(const QSet<QString>& ids) const
{
    return std::ranges::any_of(ids, [this](const QString& id) { return lines.contains(id); });
}

BatchResults parseBatchResults(const QByteArray& jsonLines)
{
    BatchResults parsed;
    qsizetype begin = 0;
    while (begin < jsonLines.size()) {
        const qsizetype newline = jsonLines.indexOf('\n', begin);
        const qsizetype end = newline < 0 ? jsonLines.size() : newline;
        const QByteArray line = QByteArray::fromRawData(jsonLines.constData() + begin, end - begin).trimmed();
        begin = end + 1;
        if (line.isEmpty())
            continue;
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const QString id = object.value(u"custom_id"_s).toString();
        if (id.isEmpty())
            ++parsed.malformed;
        else if (parsed.lines.contains(id))
            ++parsed.repeated;
        else
            parsed.lines.insert(id, object);
    }
    return parsed;
}

} // namespace sheaf
