// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/zotero_children.h"

#include "sinks/waiting.h"
#include "sinks/zotero_items.h"
#include "sinks/zotero_reply.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int Rounds = 4;
constexpr int MostObjects = 50; ///< in one write, says the server

/** Of the job's memo. */
const QString Note = u"note"_s, Sent = u"note_sent"_s, Stored = u"note_stored"_s, Attached = u"attachment"_s,
              Highlights = u"highlights"_s;

QString hashOf(const QString& text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

QByteArray pdfBytes(const QString& path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly) || !file.peek(1024).contains("%PDF-"))
        return {};
    return file.readAll();
}

/** "Walt 2019 On the number.pdf" */
QString fileNameFor(const Paper& paper)
{
    QStringList parts;
    if (!paper.authors.isEmpty())
        parts.append(paper.authors.constFirst().family);
    if (paper.year > 0)
        parts.append(QString::number(paper.year));
    parts.append(paper.title.left(80));
    QString name = parts.join(' '_L1);
    for (QChar& c : name)
        if (u"/\\:*?\"<>|"_s.contains(c) || c.unicode() < 32)
            c = ' '_L1;
    return name.simplified() + u".pdf"_s;
}

bool isPdf(const QJsonValue& data)
{
    return data["itemType"_L1].toString() == "attachment"_L1 &&
           data["contentType"_L1].toString() == "application/pdf"_L1;
}

} // namespace

ZoteroChildren::ZoteroChildren(ZoteroApi& api, const ZoteroWishes& wishes, const QVector<Column>& columns,
                               ZoteroJob& job)
    : m_api(api), m_wishes(wishes), m_columns(columns), m_job(job), m_record(*job.record)
{
    if (const QByteArray bytes = pdfBytes(m_record.filePath); !bytes.isEmpty())
        m_md5 = QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex();
}

Result<void> ZoteroChildren::write(std::stop_token stop)
{
    Pdf file;
    for (int round = 0;; ++round) {
        if (const auto there = read(stop); !there)
            return there;
        file = pdf();
        QJsonArray objects;
        if (file.isToUpload && child(file.key).isEmpty())
            objects.append(newAttachment());
        if (const QJsonObject text = note(file); !text.isEmpty())
            objects.append(text);
        if (objects.isEmpty() || m_job.failure)
            break;
        const auto reply = m_api.post(u"/items"_s, objects, stop);
        if (!reply)
            return std::unexpected(reply.error());
        if (settle(objects, *reply))
            break;
        if (round + 1 == Rounds)
            return std::unexpected(zoteroFailure(
                u"service"_s,
                QCoreApplication::translate("sinks", "The Zotero library is being changed by somebody else."), {},
                true));
        m_job.isNew = false;
    }
    if (m_job.failure)
        return {};
    if (file.isToUpload && !m_taken.contains(file.key))
        if (const auto done = upload(file.key, stop); !done)
            return done;
    return m_wishes.highlight && file.isOurs ? addHighlights(file.key, stop) : Result<void>();
}

Result<void> ZoteroChildren::read(std::stop_token stop)
{
    if (m_job.isNew)
        return {};
    auto children = m_api.all(u"/items/%1/children"_s.arg(m_job.key), {}, stop);
    if (!children)
        return std::unexpected(children.error());
    m_children = std::move(children->objects);
    return {};
}

QJsonObject ZoteroChildren::child(const QString& key) const
{
    for (const QJsonValue& one : m_children)
        if (!key.isEmpty() && one["key"_L1].toString() == key)
            return one.toObject();
    return {};
}

ZoteroChildren::Pdf ZoteroChildren::pdf() const
{
    const QString own = zoteroKeyOf(m_job.key.toUtf8() + "|pdf|" + m_md5);
    Pdf found;
    for (const QJsonValue& one : m_children) {
        const QJsonValue data = one["data"_L1];
        if (!isPdf(data))
            continue;
        const QString key = one["key"_L1].toString();
        const bool isOwn = key == own && !m_md5.isEmpty();
        const bool isSame = isOwn || (!m_md5.isEmpty() && data["md5"_L1].toString().toLatin1() == m_md5) ||
                            (!m_record.filePath.isEmpty() && data["path"_L1].toString() == m_record.filePath);
        if (found.key.isEmpty() || (isSame && !found.isOurs))
            found = {key, isSame, isOwn && data["md5"_L1].toString().isEmpty()};
    }
    if (!found.key.isEmpty() || m_md5.isEmpty() || !m_wishes.attach || m_job.memo.contains(Attached) ||
        m_taken.contains(own))
        return found;
    return {own, true, true};
}

QJsonObject ZoteroChildren::newAttachment() const
{
    return {{u"key"_s, zoteroKeyOf(m_job.key.toUtf8() + "|pdf|" + m_md5)},
            {u"version"_s, 0},
            {u"itemType"_s, u"attachment"_s},
            {u"linkMode"_s, u"imported_file"_s},
            {u"parentItem"_s, m_job.key},
            {u"title"_s, u"PDF"_s},
            {u"contentType"_s, u"application/pdf"_s},
            {u"filename"_s, fileNameFor(m_record.row.paper)},
            {u"md5"_s, QJsonValue::Null},
            {u"mtime"_s, QJsonValue::Null},
            {u"tags"_s, QJsonArray()},
            {u"relations"_s, QJsonObject()}};
}

QString ZoteroChildren::noteKey(int number) const
{
    return zoteroKeyOf(m_job.key.toUtf8() + "|note|" + QByteArray::number(number));
}

/** The note to be written, new or over our own; empty where nothing is to be said, or is said already. */
QJsonObject ZoteroChildren::note(const Pdf& pdf)
{
    const QString html = zoteroNote(m_record.row, m_columns, m_api.library(), pdf.key);
    const QString text = zoteroNoteText(html);
    if (m_record.row.record.isEmpty() || m_job.memo[Sent].toString() == hashOf(text))
        return {};
    const QString before = m_job.memo[Note].toString();
    const auto textAt = [this](const QString& key) {
        return zoteroNoteText(child(key)["data"_L1]["note"_L1].toString());
    };
    int number = 0;
    QStringList ours{before};
    for (QString key = noteKey(0); key == before || m_taken.contains(key) || !child(key).isEmpty();
         key = noteKey(++number))
        ours.append(key);
    for (const QString& key : ours)
        if (!child(key).isEmpty() && textAt(key) == text) {
            keepNote(key, text); // written before, and not confirmed
            return {};
        }
    if (!child(before).isEmpty() && hashOf(textAt(before)) == m_job.memo[Stored].toString())
        return {{u"key"_s, before}, {u"version"_s, child(before)["version"_L1]}, {u"note"_s, html}};
    return {{u"key"_s, noteKey(number)},    {u"version"_s, 0}, {u"itemType"_s, u"note"_s},
            {u"parentItem"_s, m_job.key},   {u"note"_s, html}, {u"tags"_s, QJsonArray()},
            {u"relations"_s, QJsonObject()}};
}

void ZoteroChildren::keepNote(const QString& key, const QString& text)
{
    m_job.memo.insert(Note, key);
    m_job.memo.insert(Stored, hashOf(text));
    const QString sent = zoteroNote(m_record.row, m_columns, m_api.library(), {});
    m_job.memo.insert(Sent, hashOf(zoteroNoteText(sent)));
}

bool ZoteroChildren::settle(const QJsonArray& objects, const HttpReply& reply)
{
    const ZoteroReply written(reply);
    bool settled = true;
    for (int i = 0; i < int(objects.size()); ++i) {
        const QJsonObject object = objects[i].toObject();
        const QString key = object["key"_L1].toString();
        const bool isNote = object.contains(Note);
        if (written.isSaved(i) && isNote) {
            const QString stored = written.saved(i)["data"_L1]["note"_L1].toString(object[Note].toString());
            keepNote(key, zoteroNoteText(stored));
            m_job.said.append(QCoreApplication::translate("sinks", "Answers written to a note in Zotero"));
        } else if (written.isConflict(i)) {
            settled = false;
            if (object["version"_L1].toInt() == 0 && child(key).isEmpty() && !m_job.isNew)
                m_taken.insert(key); // it was looked for and not seen
        } else if (!written.isSaved(i)) {
            m_job.failure = zoteroFailure(
                u"refused"_s,
                QCoreApplication::translate("sinks", "Zotero will not have it: %1").arg(written.reason(i)),
                written.reason(i));
        }
    }
    return settled;
}

Result<void> ZoteroChildren::upload(const QString& attachment, std::stop_token stop)
{
    const QByteArray bytes = pdfBytes(m_record.filePath);
    const ZoteroApi::Form form{
        {u"md5"_s, QString::fromLatin1(m_md5)},
        {u"filename"_s, fileNameFor(m_record.row.paper)},
        {u"filesize"_s, QString::number(bytes.size())},
        {u"mtime"_s, QString::number(QFileInfo(m_record.filePath).lastModified().toMSecsSinceEpoch())}};
    const auto allowed = m_api.postForm(u"/items/%1/file"_s.arg(attachment), form, stop);
    if (!allowed)
        return std::unexpected(allowed.error());
    if (allowed->status == 413) {
        m_job.said.append(QCoreApplication::translate("sinks", "The PDF was not attached: Zotero has no space for it"));
        return {};
    }
    if (!allowed->ok() && allowed->status != 412) { // 412: it is there already
        m_job.said.append(
            QCoreApplication::translate("sinks", "The PDF was not attached: HTTP %1").arg(allowed->status));
        return {};
    }
    if (allowed->ok() && jsonOf(allowed->body)["exists"_L1].toInt() != 1)
        if (const auto sent = sendFile(attachment, *allowed, bytes, stop); !sent)
            return sent;
    m_job.memo.insert(Attached, attachment);
    m_job.said.append(QCoreApplication::translate("sinks", "PDF attached in Zotero"));
    return {};
}

Result<void> ZoteroChildren::sendFile(const QString& attachment, const HttpReply& allowed, const QByteArray& bytes,
                                      std::stop_token stop)
{
    const QJsonObject how = jsonOf(allowed.body).toObject();
    const auto stored =
        m_api.upload(QUrl(how["url"_L1].toString()), how["contentType"_L1].toString().toUtf8(),
                     how["prefix"_L1].toString().toUtf8() + bytes + how["suffix"_L1].toString().toUtf8(), stop);
    if (!stored)
        return std::unexpected(stored.error());
    const auto registered =
        m_api.postForm(u"/items/%1/file"_s.arg(attachment), {{u"upload"_s, how["uploadKey"_L1].toString()}}, stop);
    if (!registered)
        return std::unexpected(registered.error());
    if (!stored->ok() || !registered->ok())
        return std::unexpected(zoteroFailure(u"service"_s,
                                             QCoreApplication::translate("sinks", "Zotero did not take the PDF."),
                                             u"HTTP %1, %2"_s.arg(stored->status).arg(registered->status), true));
    return {};
}

Result<void> ZoteroChildren::addHighlights(const QString& pdf, std::stop_token stop)
{
    QJsonArray kept = m_job.memo[Highlights].toArray();
    QSet<QString> known;
    for (const QJsonValue& key : std::as_const(kept)) // the user may have deleted some since
        known.insert(key.toString());
    QVector<QJsonObject> missing = zoteroHighlights(m_record, m_columns, pdf);
    missing.removeIf([&](const QJsonObject& one) { return known.contains(one["key"_L1].toString()); });
    if (missing.isEmpty())
        return {};
    const auto there = m_api.all(u"/items/%1/children"_s.arg(pdf), {}, stop);
    if (!there)
        return std::unexpected(there.error());
    for (const QJsonValue& one : there->objects)
        known.insert(one["key"_L1].toString());
    int added = 0, refused = 0;
    for (qsizetype from = 0; from < missing.size(); from += MostObjects) {
        QJsonArray objects;
        for (QJsonObject one : missing.mid(from, MostObjects)) {
            kept.append(one["key"_L1]);
            one.insert(u"version"_s, 0);
            if (!known.contains(one["key"_L1].toString()))
                objects.append(one);
        }
        if (objects.isEmpty())
            continue;
        const auto reply = m_api.post(u"/items"_s, objects, stop);
        if (!reply)
            return std::unexpected(reply.error());
        const ZoteroReply written(*reply);
        for (int i = 0; i < int(objects.size()); ++i) {
            added += written.isSaved(i);
            refused += !written.isSaved(i) && !written.isConflict(i);
        }
    }
    m_job.memo.insert(Highlights, kept);
    if (added > 0)
        m_job.said.append(QCoreApplication::translate("sinks", "%n quote(s) highlighted in Zotero", nullptr, added));
    if (refused > 0)
        m_job.said.append(QCoreApplication::translate("sinks", "%n highlight(s) refused by Zotero", nullptr, refused));
    return {};
}

} // namespace sheaf
