// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

/**
 * Writes small, correct PDFs for tests: pages from content streams, with fonts F1 (Helvetica), F2 (Times-Bold) and
 * whatever else a test adds. Nothing is compressed, so that a failing test's file can be read.
 */
class SmallPdf
{
public:
    SmallPdf();

    /** Number of the new object; `object` is its whole body. */
    int add(const QByteArray& object);
    int addStream(const QByteArray& dictionary, const QByteArray& content);
    void addFont(const QByteArray& key, const QByteArray& dictionary);
    void addResource(const QByteArray& category, const QByteArray& entry);
    /** A page of 612 × 792 points; `extra` goes into its dictionary. Its object number. */
    int addPage(const QByteArray& content, const QByteArray& extra = {});
    /** Entries of the catalog or of the information dictionary: "/Lang (en)". */
    void addToCatalog(const QByteArray& entries) { m_catalog += entries; }
    void addToInfo(const QByteArray& entries) { m_info += entries; }
    /** Encrypts everything with 40-bit RC4 so that `password` opens it. */
    void encrypt(const QByteArray& password) { m_password = password; }

    QByteArray bytes() const;
    /** Writes it into `folder`; the file's path. */
    QString save(const QString& folder, const QString& name = QStringLiteral("small.pdf")) const;

private:
    struct PageObject
    {
        int object;
        QByteArray content, extra;
    };
    struct Stream
    {
        QByteArray dictionary, content;
    };

    QList<QByteArray> m_objects; ///< index 0 is object 1
    QHash<int, Stream> m_streams;
    QList<PageObject> m_pages;
    QByteArray m_fonts, m_resources, m_catalog, m_info, m_password;
};
