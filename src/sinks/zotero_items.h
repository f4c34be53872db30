// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sinks/service_sink.h"

/**
 * Results as Zotero's objects: the item of a paper, the note with its answers, the highlights of its quotes. Keys are
 * made of what they stand for, so that an object which was written, and whose writing was not confirmed, is found
 * again. Pure functions, any thread.
 */
namespace sheaf {

/** Eight of Zotero's characters. */
QString zoteroKeyOf(const QByteArray& meaning);
/** With the fields that its type has and nothing else, as the server refuses others; without key, tags, collections. */
QJsonObject zoteroItem(const Paper& paper);
/** The DOI of any kind of item: its field, or a line of its "Extra". */
QString zoteroDoi(const QJsonObject& item);

/** Where page 3 of the PDF opens: "zotero://open-pdf/library/items/KEY?page=3". */
QString zoteroPageLink(const QString& library, const QString& attachment, int page);
/** The answers as HTML; `pdf` is the attachment that pages lead to, empty = the DOI's page instead. */
QString zoteroNote(const ResultRow& row, const QVector<Column>& columns, const QString& library, const QString& pdf);
/** Of a note's HTML what a person reads, for comparing: Zotero writes mark-up its own way. */
QString zoteroNoteText(const QString& html);
/** One annotation a proven quote and page, as children of this PDF. */
QVector<QJsonObject> zoteroHighlights(const SinkRecord& record, const QVector<Column>& columns, const QString& pdf);

} // namespace sheaf
