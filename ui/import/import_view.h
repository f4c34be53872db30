// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"
#include "pipeline/import/import.h"

#include <QWidget>

class QLabel;
class QSplitter;
class QStackedWidget;

/** The Import mode: what was understood before anything is written, fetched or paid. Owns the importer. */
namespace sheaf {

class DenseTable;
class ImportFacts;
class ImportMapping;
class ImportPaperModel;
class ImportPdfModel;
class ImportTotals;
class ImportWarningModel;
class KeyButton;
class SectionPane;
class SourceList;

class ImportView : public QWidget
{
    Q_OBJECT
public:
    explicit ImportView(QWidget* parent = nullptr);

    void setZotero(const ZoteroAccess& access) { m_importer.setZotero(access); }
    void setExisting(const ExistingPapers& existing);
    /** With these, catalogues may be asked for what lists leave out. */
    void setCompletion(const Settings& settings, const SecretSource& secrets)
    {
        m_importer.setCompletion(settings, secrets);
    }
    void add(const QStringList& paths, const QString& text);
    void clear();
    bool isFinished() const { return m_finished; }
    bool isReady() const { return m_finished && m_plan && !m_plan->isEmpty(); }
    const std::shared_ptr<const ImportPlan>& plan() const { return m_plan; }
    ImportFacts* facts() const { return m_facts; }
    void setAdding(bool adding);
    QList<QWidget*> panes() const;
    QSplitter* splitter() const { return m_splitter; }

Q_SIGNALS:
    void addMoreRequested();
    void cancelled();
    void planChanged(bool finished);
    /** A warning's list, to be opened at its line. */
    void fileRequested(const QString& path);

private:
    QWidget* modeBar();
    QWidget* left();
    QWidget* centre();
    void showPlan(const std::shared_ptr<const ImportPlan>& plan, bool finished);
    void showSource(int source);
    void showPairs();
    void answerSelected(bool same);
    bool eventFilter(QObject* watched, QEvent* event) override;

    Importer m_importer;
    std::shared_ptr<const ImportPlan> m_plan;
    bool m_finished = false;
    bool m_adding = false;
    int m_source = 0;
    bool m_pairs = false;
    QSplitter* m_splitter;
    QLabel* m_about;
    SourceList* m_sources;
    ImportTotals* m_totals;
    ImportMapping* m_mapping;
    QStackedWidget* m_upper;
    QLabel* m_failure;
    ImportPaperModel* m_papers;
    ImportPdfModel* m_pdfs;
    ImportWarningModel* m_warnings;
    DenseTable* m_paperTable;
    DenseTable* m_pdfTable;
    DenseTable* m_warningTable;
    SectionPane* m_pdfSection = nullptr;
    SectionPane* m_warningSection = nullptr;
    SectionPane* m_paperSection = nullptr;
    ImportFacts* m_facts;
};

} // namespace sheaf
