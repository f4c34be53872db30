// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_view.h"

#include "ui/controls/dense_table.h"
#include "ui/controls/elided_label.h"
#include "ui/controls/key_button.h"
#include "ui/controls/labels.h"
#include "ui/controls/section_pane.h"
#include "ui/import/import_facts.h"
#include "ui/import/import_mapping.h"
#include "ui/import/import_paper_model.h"
#include "ui/import/import_pdf_model.h"
#include "ui/import/import_totals.h"
#include "ui/import/import_warning_model.h"
#include "ui/import/source_list.h"
#include "ui/import/yes_no_delegate.h"
#include "ui/look/theme.h"
#include "ui/window/drop_overlay.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QLabel* label(const QString& text, FontRole role, const QString& tone = {})
{
    auto* made = new ElidedLabel(text);
    made->setFont(theme().font(role));
    made->setProperty("tone", tone);
    return made;
}

} // namespace

ImportView::ImportView(QWidget* parent)
    : QWidget(parent), m_splitter(new QSplitter), m_about(label({}, FontRole::Body, u"dim"_s)),
      m_sources(new SourceList), m_totals(new ImportTotals), m_mapping(new ImportMapping), m_upper(new QStackedWidget),
      m_failure(new QLabel), m_papers(new ImportPaperModel(this)), m_pdfs(new ImportPdfModel(this)),
      m_warnings(new ImportWarningModel(this)), m_paperTable(new DenseTable(tr("Papers of the list"))),
      m_pdfTable(new DenseTable(tr("PDFs"))), m_warningTable(new DenseTable(tr("Warnings"))), m_facts(new ImportFacts)
{
    setAccessibleName(tr("Import"));
    fillPanes(m_splitter, {left(), centre(), m_facts}, {300, 757, 383});
    layOutMode(this, modeBar(), m_splitter);

    connect(&m_importer, &Importer::changed, this, &ImportView::showPlan);
    connect(m_sources, &SourceList::sourceChosen, this, &ImportView::showSource);
    connect(m_totals, &ImportTotals::pairsRequested, this, &ImportView::showPairs);
    connect(m_totals, &ImportTotals::fillingRequested, &m_importer, &Importer::setFilling);
    connect(m_mapping, &ImportMapping::choiceMade, &m_importer, &Importer::setTableChoice);
}

QWidget* ImportView::modeBar()
{
    auto* bar = new QWidget;
    QHBoxLayout* row = dressModeBar(bar);
    row->addWidget(label(tr("Import"), FontRole::Title));
    row->addWidget(m_about, 1);
    auto* more = new KeyButton(tr("Add more…"));
    auto* cancel = new KeyButton(tr("Cancel"));
    cancel->setKeyHint(u"Esc"_s);
    connect(more, &QPushButton::clicked, this, &ImportView::addMoreRequested);
    connect(cancel, &QPushButton::clicked, this, &ImportView::cancelled);
    row->addWidget(more);
    row->addWidget(cancel);
    return bar;
}

QWidget* ImportView::left()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, theme().px(14), 0, 0);
    column->setSpacing(theme().px(4));
    auto* head = label(tr("Dropped"), FontRole::Section, u"dim"_s);
    head->setContentsMargins(theme().px(16), 0, 0, 0);
    column->addWidget(head);
    column->addWidget(m_sources);
    column->addWidget(m_totals);
    column->addStretch();
    return scrollPane(content, u"panel"_s);
}

QWidget* ImportView::centre()
{
    m_paperTable->setModel(m_papers);
    m_paperSection = new SectionPane(m_paperTable);
    m_failure->setTextFormat(Qt::PlainText);
    m_failure->setWordWrap(true);
    m_failure->setMargin(theme().px(14));
    m_failure->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_failure->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_upper->addWidget(m_mapping);
    m_upper->addWidget(m_paperSection);
    m_upper->addWidget(m_failure);

    m_pdfTable->setModel(m_pdfs);
    m_pdfTable->setWidths({166, 0, 190, 120});
    auto* answers = new YesNoDelegate(this);
    m_pdfTable->setItemDelegateForColumn(ImportPdfModel::Same, answers);
    m_pdfTable->installEventFilter(this);
    m_pdfTable->setToolTip(tr("Y: the same paper, N: another one"));
    connect(answers, &YesNoDelegate::answered, &m_importer, &Importer::confirmPdf);
    m_pdfSection = new SectionPane(m_pdfTable);

    m_warningTable->setModel(m_warnings);
    m_warningTable->setWidths({142, 64, 0, 140});
    connect(m_warningTable, &QAbstractItemView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT fileRequested(m_warnings->warning(index.row()).file); });
    auto* copy = new KeyButton(tr("Copy"), KeyButton::Link);
    copy->setAccessibleName(tr("Copy the warnings"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_warnings->asText()); });
    m_warningSection = new SectionPane(m_warningTable, copy);

    auto* stack = new QSplitter(Qt::Vertical);
    stack->setHandleWidth(1);
    stack->setChildrenCollapsible(false);
    stack->addWidget(m_upper);
    stack->addWidget(m_pdfSection);
    stack->addWidget(m_warningSection);
    stack->setSizes({theme().px(215), theme().px(310), theme().px(200)});
    return stack;
}

void ImportView::setExisting(const ExistingPapers& existing)
{
    m_importer.setExisting(existing);
}

void ImportView::add(const QStringList& paths, const QString& text)
{
    m_finished = false;
    if (!paths.isEmpty())
        m_importer.add(paths);
    if (!text.isEmpty())
        m_importer.addText(text);
}

void ImportView::clear()
{
    m_importer.clear();
    m_plan.reset();
    m_finished = false;
    m_source = 0;
    m_pairs = false;
}

void ImportView::setAdding(bool adding)
{
    m_adding = adding;
}

QList<QWidget*> ImportView::panes() const
{
    return {m_sources, m_upper->currentWidget(), m_pdfTable, m_warningTable, m_facts};
}

void ImportView::showPlan(const std::shared_ptr<const ImportPlan>& plan, bool finished)
{
    m_plan = plan;
    m_finished = finished;
    m_about->setText(namesOf(plan->dropped));
    m_sources->set(*plan);
    m_totals->set(*plan, finished);
    m_pdfs->set(plan);
    m_warnings->set(plan->warnings);
    int fresh = 0;
    for (const ImportPdf& pdf : plan->pdfs)
        fresh += pdf.isNew;
    m_pdfSection->setHead(tr("%n PDFs", nullptr, int(plan->pdfs.size())),
                          tr("%1 belong to an entry, %2 become new papers").arg(plan->pdfs.size() - fresh).arg(fresh),
                          m_pdfs->unsure() ? tr("%1 to confirm").arg(m_pdfs->unsure()) : QString());
    m_warningSection->setHead(tr("%n warnings", nullptr, int(plan->warnings.size())), tr("everything else loaded"));
    m_pdfSection->setVisible(!plan->pdfs.isEmpty());
    m_warningSection->setVisible(!plan->warnings.isEmpty());
    if (m_pairs)
        showPairs();
    else
        showSource(m_source);
    QString wait;
    if (!finished)
        wait = tr("Still reading…");
    else if (plan->isEmpty())
        wait = plan->duplicates.isEmpty() ? tr("Nothing to read was found.") : tr("All of it is in the file already.");
    else if (m_pdfs->unsure())
        wait = tr("%n PDFs to confirm; without a yes each is a paper of its own.", nullptr, m_pdfs->unsure());
    else if (plan->attached)
        wait = tr("%n PDFs go to papers of the file that have none.", nullptr, plan->attached);
    m_facts->setReady(isReady(), wait, m_adding);
    Q_EMIT planChanged(finished);
}

void ImportView::showSource(int source)
{
    m_pairs = false;
    m_source = source;
    if (!m_plan || source < 0 || source >= m_plan->sources.size()) {
        m_upper->setVisible(false);
        return;
    }
    m_upper->setVisible(true);
    const ImportSource& chosen = m_plan->sources.at(source);
    if (chosen.failure) {
        m_failure->setText(chosen.name + u"\n\n"_s + chosen.failure->message + u"\n\n"_s +
                           chosen.firstLines.join(u'\n'));
        m_upper->setCurrentWidget(m_failure);
    } else if (chosen.table) {
        m_mapping->set(chosen);
        m_upper->setCurrentWidget(m_mapping);
    } else {
        m_papers->showSource(m_plan, chosen.path);
        m_paperTable->setWidths({50, 140, 0, 52, 150, 170});
        m_paperSection->setHead(chosen.name, tr("%n papers of its own", nullptr, m_papers->rowCount()));
        m_upper->setCurrentWidget(m_paperSection);
    }
}

void ImportView::showPairs()
{
    m_pairs = true;
    m_papers->showPairs(m_plan);
    m_paperTable->setWidths({0, 260, 190});
    m_paperSection->setHead(tr("%n pairs", nullptr, m_papers->rowCount()),
                            tr("the same paper found twice becomes one"));
    m_upper->setVisible(true);
    m_upper->setCurrentWidget(m_paperSection);
}

void ImportView::answerSelected(bool same)
{
    const QModelIndex index = m_pdfTable->currentIndex();
    if (!index.isValid())
        return;
    const int row = index.row();
    m_importer.confirmPdf(index.data(ImportPdfModel::PathRole).toString(), same);
    m_pdfTable->setCurrentIndex(m_pdfs->index(std::min(row + 1, m_pdfs->rowCount() - 1), index.column()));
}

bool ImportView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_pdfTable && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Y || key == Qt::Key_N) {
            answerSelected(key == Qt::Key_Y);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sheaf
