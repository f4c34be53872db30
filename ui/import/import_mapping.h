// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/import/import.h"

#include <QWidget>

class QTableWidget;

/** How one table is read: delimiter, encoding, header, and one combo a column over the first rows. Guesses that are not
 * sure are amber. */
namespace sheaf {

class ComboBox;
class ElidedLabel;

class ImportMapping : public QWidget
{
    Q_OBJECT
public:
    explicit ImportMapping(QWidget* parent = nullptr);
    void set(const ImportSource& source);

Q_SIGNALS:
    void choiceMade(const QString& path, const sheaf::TableChoice& choice);

private:
    void fillRows(const ImportTable& table);
    void addFieldCombos(const ImportTable& table);
    void emitChoice();

    ElidedLabel* m_name;
    ElidedLabel* m_about;
    ElidedLabel* m_foot;
    ComboBox* m_delimiter;
    ComboBox* m_encoding;
    ComboBox* m_header;
    QTableWidget* m_table;
    ImportSource m_source;
};

} // namespace sheaf
