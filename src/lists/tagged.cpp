// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/tagged.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

class TagScanner
{
public:
    TagScanner(const TagSyntax& syntax, QVector<ListWarning>& warnings) : m_syntax(syntax), m_warnings(warnings) {}

    void take(QStringView line, int number)
    {
        const TagSyntax::Tag tag = m_syntax.tagOf(line);
        if (tag.length == 0)
            return takeUntagged(line);
        const QString name = line.left(tag.length).toString();
        if (name == m_syntax.last && !m_syntax.last.isEmpty())
            return close();
        if (!m_syntax.first.isEmpty()) {
            if (name == m_syntax.first && m_open)
                reopen(number);
            else if (name != m_syntax.first && !m_open)
                warn(number, QCoreApplication::translate("lists", "An entry begins without “%1”").arg(m_syntax.first),
                     QCoreApplication::translate("lists", "read all the same"));
        }
        if (!m_open)
            m_record = {number, {}};
        m_open = true;
        m_record.fields.append({name, line.mid(tag.value).trimmed().toString(), number});
    }

    QVector<TaggedRecord> finish()
    {
        if (m_open && !m_syntax.last.isEmpty())
            warn(m_record.line, QCoreApplication::translate("lists", "The last entry is not closed"),
                 QCoreApplication::translate("lists", "read to the end of the file"));
        close();
        return std::move(m_records);
    }

private:
    void takeUntagged(QStringView line)
    {
        const QStringView text = line.trimmed();
        if (text.isEmpty() && m_syntax.blankCloses)
            return close();
        if (text.isEmpty() || !m_open || m_record.fields.isEmpty())
            return; // between the records: page headers of web exports, counters
        QString& value = m_record.fields.last().value;
        if (!value.isEmpty())
            value += '\n'_L1;
        value += text;
    }

    void reopen(int number)
    {
        if (!m_syntax.last.isEmpty())
            warn(number, QCoreApplication::translate("lists", "The entry before this one is not closed"),
                 QCoreApplication::translate("lists", "ended here"));
        close();
    }

    void close()
    {
        if (m_open)
            m_records.append(std::move(m_record));
        m_record = {};
        m_open = false;
    }

    void warn(int line, const QString& message, const QString& remedy) { m_warnings.append({line, message, remedy}); }

    const TagSyntax& m_syntax;
    QVector<ListWarning>& m_warnings;
    QVector<TaggedRecord> m_records;
    TaggedRecord m_record;
    bool m_open = false;
};

} // namespace

TagSyntax::Tag twoLetterTag(QStringView line)
{
    const bool isTag = line.size() >= 2 && line[0].isUpper() && (line[1].isUpper() || line[1].isDigit()) &&
                       (line.size() == 2 || line[2].isSpace());
    return isTag ? TagSyntax::Tag{2, 2} : TagSyntax::Tag{};
}

QVector<TaggedRecord> scanTagged(QStringView text, const TagSyntax& syntax, QVector<ListWarning>& warnings)
{
    TagScanner scanner(syntax, warnings);
    int number = 0;
    for (const QStringView line : text.tokenize(u'\n'))
        scanner.take(line, ++number);
    return scanner.finish();
}

void applyTags(PaperBuilder& builder, const TaggedRecord& record, std::span<const TagRule> rules)
{
    for (const TagRule& rule : rules)
        for (const TaggedField& field : record.fields)
            if (field.tag == rule.tag)
                builder.set(rule.field, field.value, field.line);
}

} // namespace sheaf
