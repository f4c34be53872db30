// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/import/import.h"

#include <QWidget>

class QVBoxLayout;

/** What was understood, as sums that agree: understood = with a DOI + without + duplicates; to be read = understood −
 * duplicates = files at hand + open copies to look for. */
namespace sheaf {

struct ImportCounts
{
    int understood = 0;
    int withDoi = 0, withOtherId = 0, titleOnly = 0;
    int duplicates = 0;
    QVector<QPair<QString, int>> reasons;
    int toRead = 0, atHand = 0, toLookFor = 0;
};
ImportCounts countImport(const ImportPlan& plan);

class ImportTotals : public QWidget
{
    Q_OBJECT
public:
    explicit ImportTotals(QWidget* parent = nullptr);
    void set(const ImportPlan& plan, bool finished);

Q_SIGNALS:
    void pairsRequested();
    /** What catalogues knew is to be filled in, or taken back. */
    void fillingRequested(bool on);

private:
    void addFills(QVBoxLayout* layout, const ImportPlan& plan);
    void addLine(QVBoxLayout* layout, const QString& name, int count, const QColor& box, bool strong = false);
    void addReason(QVBoxLayout* layout, const QString& name, int count);
};

} // namespace sheaf
