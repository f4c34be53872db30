// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QMimeData;

/** Drawn over the whole window while something is dragged over it: a solid border and what would be added. */
namespace sheaf {

class DropOverlay : public QWidget
{
    Q_OBJECT
public:
    explicit DropOverlay(QWidget* window);
    void announce(const QString& what);
    const QString& text() const { return m_what; }
    void follow();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_what;
};

/** What a drop or the clipboard holds for an import: local paths, or text. */
struct Dropped
{
    QStringList paths;
    QString text;
    bool isEmpty() const { return paths.isEmpty() && text.isEmpty(); }
};
Dropped droppedFrom(const QMimeData* data);
/** "references.bib, scopus.csv and 23 PDFs" */
QString namesOf(const QStringList& names);

} // namespace sheaf
