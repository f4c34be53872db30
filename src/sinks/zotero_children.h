// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sinks/zotero_api.h"
#include "sinks/zotero_job.h"

/**
 * What stands below one paper's item: the note with its answers, the PDF where there is none, the highlights in it.
 * What the user has changed stays: a note that somebody has written in is left, and new answers come in a note of their
 * own; what was deleted is not made again. Blocks; one thread.
 */
namespace sheaf {

class ZoteroChildren
{
public:
    ZoteroChildren(ZoteroApi& api, const ZoteroWishes& wishes, const QVector<Column>& columns, ZoteroJob& job);

    /** Fails with what hits all papers; what hits this one stands in the job. */
    Result<void> write(std::stop_token stop);

private:
    struct Pdf
    {
        QString key;         ///< empty = the item has none and gets none
        bool isOurs = false; ///< the very file that the quotes were found in
        bool isToUpload = false;
    };

    Result<void> read(std::stop_token stop);
    Pdf pdf() const;
    QJsonObject newAttachment() const;
    QJsonObject note(const Pdf& pdf);
    QString noteKey(int number) const;
    QJsonObject child(const QString& key) const;
    void keepNote(const QString& key, const QString& text);
    /** False: somebody else was there at the same time. */
    bool settle(const QJsonArray& objects, const HttpReply& reply);
    Result<void> upload(const QString& attachment, std::stop_token stop);
    Result<void> sendFile(const QString& attachment, const HttpReply& allowed, const QByteArray& bytes,
                          std::stop_token stop);
    Result<void> addHighlights(const QString& pdf, std::stop_token stop);

    ZoteroApi& m_api;
    const ZoteroWishes& m_wishes;
    const QVector<Column>& m_columns;
    ZoteroJob& m_job;
    const SinkRecord& m_record;
    QByteArray m_md5; ///< of the paper's PDF; empty = it has none here
    QJsonArray m_children;
    QSet<QString> m_taken; ///< keys that are somewhere where they cannot be seen: in the trash
};

} // namespace sheaf
