// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/bibtex_scanner.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/** Going back into an entry costs its length each time. */
constexpr int MostRepairs = 3;

/** Where a line begins that reads "name = {" or "name = \"", -1 if none does. */
qsizetype nextFieldLine(QStringView text)
{
    const auto at = [&text](qsizetype i) { return i < text.size() ? text[i] : QChar(); };
    for (qsizetype line = text.indexOf('\n'_L1); line >= 0; line = text.indexOf('\n'_L1, line + 1)) {
        qsizetype i = line + 1;
        while (at(i) == ' '_L1 || at(i) == '\t'_L1)
            ++i;
        const qsizetype name = i;
        while (isAsciiLetter(at(i)) || at(i) == '-'_L1 || at(i) == '_'_L1)
            ++i;
        const bool named = i > name;
        while (at(i) == ' '_L1 || at(i) == '\t'_L1)
            ++i;
        if (!named || at(i) != '='_L1)
            continue;
        do
            ++i;
        while (at(i) == ' '_L1);
        if (at(i) == '{'_L1 || at(i) == '"'_L1)
            return line + 1;
    }
    return -1;
}

bool isMonth(QStringView name)
{
    static const QStringList months{u"jan"_s, u"feb"_s, u"mar"_s, u"apr"_s, u"may"_s, u"jun"_s,
                                    u"jul"_s, u"aug"_s, u"sep"_s, u"oct"_s, u"nov"_s, u"dec"_s};
    return name.size() <= 9 && months.contains(name.left(3).toString().toLower());
}

} // namespace

int BibtexScanner::lineAt(qsizetype position)
{
    // Positions are asked for in rising order but for a few steps back within an entry.
    if (position < m_countedTo)
        m_line -= int(m_text.mid(position, m_countedTo - position).count('\n'_L1));
    else
        m_line += int(m_text.mid(m_countedTo, position - m_countedTo).count('\n'_L1));
    m_countedTo = position;
    return m_line;
}

void BibtexScanner::skipSpaces()
{
    while (!atEnd() && peek().isSpace())
        ++m_pos;
}

void BibtexScanner::skipSpacesAndComments()
{
    for (skipSpaces(); peek() == '%'_L1; skipSpaces()) {
        const qsizetype end = m_text.indexOf('\n'_L1, m_pos);
        m_pos = end < 0 ? m_text.size() : end;
    }
}

/** "% @article{…": BibTeX would read it, people mean it as a comment. */
bool BibtexScanner::isCommentedOut(qsizetype position) const
{
    while (position > 0 && m_text[position - 1] != '\n'_L1)
        if (m_text[--position] == '%'_L1)
            return true;
    return false;
}

/** "@article{key," at the start of a line: no field's text looks like that, so an entry before it was not closed. */
bool BibtexScanner::startsEntry(qsizetype position) const
{
    const auto at = [this](qsizetype i) { return i < m_text.size() ? m_text[i] : QChar(); };
    while (at(position) == ' '_L1 || at(position) == '\t'_L1)
        ++position;
    if (at(position) != '@'_L1)
        return false;
    const qsizetype name = ++position;
    while (isAsciiLetter(at(position)))
        ++position;
    if (position - name < 3)
        return false;
    const QStringView type = m_text.mid(name, position - name);
    while (at(position) == ' '_L1)
        ++position;
    if (at(position) != '{'_L1 && at(position) != '('_L1)
        return false;
    if (type.compare("comment"_L1, Qt::CaseInsensitive) == 0 || type.compare("string"_L1, Qt::CaseInsensitive) == 0 ||
        type.compare("preamble"_L1, Qt::CaseInsensitive) == 0)
        return true;
    const qsizetype longestKey = position + 200;
    for (++position; position < longestKey && position < m_text.size(); ++position) {
        const QChar c = m_text[position];
        if (c == ','_L1)
            return true;
        if (c == '\n'_L1 || c == '='_L1 || c == '{'_L1 || c == '}'_L1)
            return false;
    }
    return false;
}

QVector<BibtexEntry> BibtexScanner::scan()
{
    QVector<BibtexEntry> entries;
    for (;;) {
        m_pos = m_text.indexOf('@'_L1, m_pos);
        if (m_pos < 0)
            return entries;
        BibtexEntry entry;
        QChar close;
        if (!openEntry(entry, close))
            continue;
        if (entry.type == "comment"_L1)
            skipComment(close);
        else if (entry.type == "preamble"_L1)
            skipComment(close);
        else if (entry.type == "string"_L1)
            readStringDefinition(close);
        else if (readEntry(entry, close))
            entries.append(std::move(entry));
    }
}

/** Behind "@type{"; false (and past the "@") when this "@" starts no entry. */
bool BibtexScanner::openEntry(BibtexEntry& entry, QChar& close)
{
    const qsizetype start = m_pos++;
    if (isCommentedOut(start))
        return false;
    skipSpaces();
    const qsizetype name = m_pos;
    while (!atEnd() && (isAsciiLetter(peek()) || peek() == '_'_L1 || peek() == '-'_L1))
        ++m_pos;
    entry.type = m_text.mid(name, m_pos - name).toString().toLower();
    skipSpaces();
    if (entry.type.isEmpty() || (peek() != '{'_L1 && peek() != '('_L1))
        return false;
    entry.line = lineAt(start);
    close = peek() == '{'_L1 ? u'}' : u')';
    ++m_pos;
    return true;
}

void BibtexScanner::skipComment(QChar close)
{
    const QChar open = close == '}'_L1 ? u'{' : u'(';
    int depth = 1;
    for (qsizetype i = m_pos; i < m_text.size(); ++i) {
        const QChar c = m_text[i];
        if (c == '\n'_L1 && startsEntry(i + 1) && depth == 1)
            break; // "@comment{" without its end is what BibTeX itself reads as nothing but the word
        if (c == open)
            ++depth;
        else if (c == close && --depth == 0) {
            m_pos = i + 1;
            return;
        }
    }
    const qsizetype end = m_text.indexOf('\n'_L1, m_pos);
    m_pos = end < 0 ? m_text.size() : end;
}

void BibtexScanner::readStringDefinition(QChar close)
{
    BibtexField field;
    skipSpacesAndComments();
    if (readField(field, close))
        m_strings.insert(field.name, field.value);
    else
        m_warnings.append({lineAt(std::min(m_pos, m_text.size())),
                           QCoreApplication::translate("lists", "The @string is broken"),
                           QCoreApplication::translate("lists", "left out")});
    skipSpacesAndComments();
    if (peek() == close)
        ++m_pos;
}

bool BibtexScanner::readEntry(BibtexEntry& entry, QChar close)
{
    m_nonsense = false;
    int repairs = 0;
    qsizetype lastField = m_pos;
    readKey(entry, close);
    for (;;) {
        skipSpacesAndComments();
        if (peek() == ','_L1) {
            ++m_pos;
            continue;
        }
        if (atEnd() || (peek() == '@'_L1 && startsEntry(m_pos))) {
            if (repairs == 0)
                warnUnclosed(entry);
            if (repairs++ < MostRepairs && !entry.fields.isEmpty() && resumeWithin(entry.fields.last(), lastField))
                continue;
            break;
        }
        if (peek() == close) {
            ++m_pos;
            if (!isStrayClose())
                break;
            skipNonsense(m_pos - 1, lineAt(m_pos - 1), close);
            continue;
        }
        BibtexField field;
        lastField = m_pos;
        readField(field, close); // one that is not closed is met again as the entry's end
        if (!field.name.isEmpty())
            entry.fields.append(std::move(field));
    }
    if (!entry.fields.isEmpty())
        return true;
    m_warnings.append({entry.line, QCoreApplication::translate("lists", "The entry “%1” has no fields").arg(entry.key),
                       QCoreApplication::translate("lists", "left out")});
    return false;
}

/** A value without its closing brace has swallowed the fields behind it: it ends where the next one begins. */
bool BibtexScanner::resumeWithin(BibtexField& swallowed, qsizetype begin)
{
    const qsizetype next = nextFieldLine(m_text.mid(begin, m_pos - begin));
    const qsizetype end = nextFieldLine(swallowed.value);
    if (next < 0 || end < 0)
        return false;
    swallowed.value = swallowed.value.left(end).trimmed();
    if (swallowed.value.endsWith(','_L1))
        swallowed.value.chop(1);
    m_pos = begin + next;
    return true;
}

void BibtexScanner::readKey(BibtexEntry& entry, QChar close)
{
    skipSpaces();
    const qsizetype begin = m_pos;
    while (!atEnd() && peek() != ','_L1 && peek() != close && peek() != '='_L1 && peek() != '\n'_L1)
        ++m_pos;
    if (peek() == '='_L1) // no key at all: this was the first field's name
        m_pos = begin;
    else
        entry.key = m_text.mid(begin, m_pos - begin).trimmed().toString();
}

bool BibtexScanner::readField(BibtexField& field, QChar close)
{
    const qsizetype begin = m_pos;
    while (!atEnd() && !u"=,{}\"#()\n"_s.contains(peek()))
        ++m_pos;
    field.name = m_text.mid(begin, m_pos - begin).trimmed().toString().toLower();
    field.line = lineAt(begin);
    skipSpaces();
    if (peek() == '='_L1 && !field.name.isEmpty()) {
        ++m_pos;
        return readValue(field.value, close);
    }
    m_pos = begin;
    skipNonsense(begin, field.line, close);
    field.name.clear();
    return true;
}

/** Goes on behind the next comma or line; says so once an entry. */
void BibtexScanner::skipNonsense(qsizetype begin, int line, QChar close)
{
    while (!atEnd() && peek() != ','_L1 && peek() != '\n'_L1 && (peek() != close || m_pos == begin))
        ++m_pos;
    if (!m_nonsense) {
        const QString text = m_text.mid(begin, std::min<qsizetype>(40, m_pos - begin)).trimmed().toString();
        m_warnings.append({line, QCoreApplication::translate("lists", "“%1” is not a field").arg(text),
                           QCoreApplication::translate("lists", "left out")});
    }
    m_nonsense = true;
}

/** A closing brace with a comma behind it ends no entry: the value before it had one too many. */
bool BibtexScanner::isStrayClose() const
{
    qsizetype after = m_pos;
    while (after < m_text.size() && (m_text[after] == ' '_L1 || m_text[after] == '\t'_L1))
        ++after;
    return after < m_text.size() && m_text[after] == ','_L1;
}

bool BibtexScanner::readValue(QString& value, QChar close)
{
    for (;;) {
        skipSpaces();
        if (peek() == '{'_L1) {
            if (!readBraced(value))
                return false;
        } else if (peek() == '"'_L1) {
            if (!readQuoted(value))
                return false;
        } else {
            readBare(value, close);
        }
        skipSpaces();
        if (peek() != '#'_L1)
            return true;
        ++m_pos;
    }
}

bool BibtexScanner::readBraced(QString& value)
{
    const qsizetype begin = ++m_pos;
    int depth = 1;
    for (; !atEnd(); ++m_pos) {
        const QChar c = peek();
        if (c == '{'_L1)
            ++depth;
        else if (c == '}'_L1 && --depth == 0) {
            value += m_text.mid(begin, m_pos - begin);
            ++m_pos;
            return true;
        } else if (c == '\n'_L1 && startsEntry(m_pos + 1)) {
            break;
        }
    }
    value += m_text.mid(begin, m_pos - begin);
    return false;
}

bool BibtexScanner::readQuoted(QString& value)
{
    const qsizetype begin = ++m_pos;
    int depth = 0;
    for (; !atEnd(); ++m_pos) {
        const QChar c = peek();
        // An unbraced \"o is not BibTeX, but it is written.
        const bool isAccent = c == '"'_L1 && m_text[m_pos - 1] == '\\'_L1 && m_pos + 1 < m_text.size() &&
                              (m_text[m_pos + 1].isLetter() || m_text[m_pos + 1] == '{'_L1);
        if (c == '{'_L1)
            ++depth;
        else if (c == '}'_L1)
            --depth;
        else if (c == '"'_L1 && depth <= 0 && !isAccent) {
            value += m_text.mid(begin, m_pos - begin);
            ++m_pos;
            return true;
        } else if (c == '\n'_L1 && startsEntry(m_pos + 1)) {
            break;
        }
    }
    value += m_text.mid(begin, m_pos - begin);
    return false;
}

/** A number, an abbreviation, or text that should have been in braces. */
void BibtexScanner::readBare(QString& value, QChar close)
{
    const qsizetype begin = m_pos;
    while (!atEnd() && !u",#\n"_s.contains(peek()) && peek() != close)
        ++m_pos;
    const QString word = m_text.mid(begin, m_pos - begin).trimmed().toString();
    value += expanded(word, lineAt(begin));
}

QString BibtexScanner::expanded(const QString& name, int line)
{
    const auto found = m_strings.constFind(name.toLower());
    if (found != m_strings.constEnd())
        return *found;
    const bool isNumber = std::ranges::all_of(name, [](QChar c) { return c.isDigit(); });
    if (!isNumber && !isMonth(name) && !m_undefined.contains(name.toLower())) {
        m_undefined.insert(name.toLower());
        m_warnings.append(
            {line, QCoreApplication::translate("lists", "The abbreviation “%1” is not defined").arg(name.left(40)),
             QCoreApplication::translate("lists", "kept as text")});
    }
    return name;
}

void BibtexScanner::warnUnclosed(const BibtexEntry& entry)
{
    m_warnings.append({entry.line, QCoreApplication::translate("lists", "The entry “%1” is not closed").arg(entry.key),
                       QCoreApplication::translate("lists", "read as far as the next entry")});
}

} // namespace sheaf
