// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/snapshot.h"
#include "pipeline/results/export_preview.h"

#include <QDialog>

class QCheckBox;
class QFormLayout;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QStackedWidget;
class QStandardItemModel;

/** What is exported, as what, and how it begins: to a file, or to a service, whose answer is waited for here. Not
 * modal; deletes itself. */
namespace sheaf {

class ComboBox;
class DenseTable;
class KeyButton;
class Session;

/** The papers that the table shows and those chosen in it, when the dialog was asked for. */
struct ExportScope
{
    QVector<PaperId> filtered, selected;
};

class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(Session* session, const QString& format, const ExportScope& scope, QWidget* parent);

    ExportChoice choice() const;
    bool isLoading() const { return m_loading; }

Q_SIGNALS:
    void settingsRequested(const QString& key);
    void previewShown();

private:
    QWidget* options(const ExportScope& scope);
    QWidget* preview();
    QWidget* foot();
    void fillFormats(const QString& chosen);
    void refresh();
    void load();
    void showPreview(const Result<ExportPreview>& preview);
    void go();
    void toFile();
    void toService();
    void showCounts();
    void tell(const QString& text, const QString& tone);
    bool isService() const;

    Session* m_session;
    ComboBox* m_format;
    ComboBox* m_papers;
    QListWidget* m_columns;
    QLabel* m_columnsLabel;
    QCheckBox* m_forSpreadsheets;
    QLabel* m_title;
    DenseTable* m_table;
    QStandardItemModel* m_rows;
    QPlainTextEdit* m_text;
    QStackedWidget* m_preview;
    QLabel* m_said;
    QLabel* m_counts; ///< of the service: there, waiting, refused
    KeyButton* m_go;
    KeyButton* m_settings;
    QVector<QVector<PaperId>> m_scopes; ///< beside the entries of m_papers
    int m_asked = 0;                    ///< previews; only the last one is shown
    bool m_loading = false;
};

} // namespace sheaf
