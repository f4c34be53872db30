// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_writer.h"
#include "sinks/file_sinks.h"
#include "sinks/zotero_items.h"

#include <QCoreApplication>

/** The papers in a bibliographic format, with the answers as notes where it has a place for them; duplicates are left
 * out. */
namespace sheaf {

namespace {

class BibliographySink final : public FileSink
{
public:
    explicit BibliographySink(const ListWriter& writer) : m_writer(writer) {}

    QString format() const override { return m_writer.format(); }
    QString suffix() const override { return m_writer.suffix(); }
    QString label() const override
    {
        return (m_writer.hasNotes() ? QCoreApplication::translate("sinks", "References with answers as notes (%1)")
                                    : QCoreApplication::translate("sinks", "References without answers (%1)"))
            .arg(m_writer.label());
    }
    Result<QByteArray> write(const QVector<ResultRow>& rows, const QVector<Column>& columns,
                             const WriteOptions&) const override
    {
        QVector<Paper> papers;
        QStringList notes;
        for (const ResultRow& row : rows) {
            if (row.duplicateOf != 0)
                continue;
            papers.append(row.paper);
            notes.append(row.record.isEmpty() ? QString() : zoteroNote(row, columns, {}, {}));
        }
        return m_writer.writeWithNotes(papers, notes);
    }

private:
    const ListWriter& m_writer;
};

} // namespace

const QVector<const FileSink*>& bibliographySinks()
{
    static const std::vector<BibliographySink> sinks = [] {
        std::vector<BibliographySink> all;
        for (const ListWriter* writer : listWriters())
            all.emplace_back(*writer);
        return all;
    }();
    static const QVector<const FileSink*> pointers = [] {
        QVector<const FileSink*> all;
        for (const BibliographySink& sink : sinks)
            all.append(&sink);
        return all;
    }();
    return pointers;
}

} // namespace sheaf
