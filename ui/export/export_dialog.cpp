// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_dialog.h"

#include "pipeline/results/results.h"
#include "sinks/service_sink.h"
#include "ui/controls/combo_box.h"
#include "ui/controls/dense_table.h"
#include "ui/controls/key_button.h"
#include "ui/controls/labels.h"
#include "ui/window/file_question.h"
#include "ui/window/session.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QStyle>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Most bibliographic formats hold no answers. */
bool hasColumns(const QString& format)
{
    static const QStringList formats{u"csv"_s,      u"xlsx"_s,   u"json"_s,   u"jsonl"_s,
                                     u"markdown"_s, u"bundle"_s, u"folder"_s, u"zotero-rdf"_s};
    return formats.contains(format);
}

/** At 96 dpi: what is short or mostly empty makes room for what is read. */
int previewWidth(const QString& header)
{
    static const QStringList narrow{u"id"_s, u"arxiv"_s, u"pmid"_s, u"year"_s, u"pages"_s, u"success"_s};
    if (narrow.contains(header) || header.endsWith(": pages"_L1))
        return 60;
    if (header == "doi"_L1)
        return 150;
    return header == "title"_L1 || header.endsWith(": quotes"_L1) ? 220 : 110;
}

} // namespace

ExportDialog::ExportDialog(Session* session, const QString& format, const ExportScope& scope, QWidget* parent)
    : QDialog(parent), m_session(session), m_format(new ComboBox), m_papers(new ComboBox), m_columns(new QListWidget),
      m_columnsLabel(textLabel(tr("Columns"), FontRole::Body)),
      m_forSpreadsheets(new QCheckBox(tr("Safe for Excel and LibreOffice"))), m_title(textLabel({}, FontRole::Strong)),
      m_table(new DenseTable(tr("The first rows"))), m_rows(new QStandardItemModel(this)), m_text(new QPlainTextEdit),
      m_preview(new QStackedWidget), m_said(wrappedLabel({}, FontRole::Body)),
      m_counts(textLabel({}, FontRole::Secondary, u"dim"_s)), m_go(new KeyButton({}, KeyButton::Primary)),
      m_settings(new KeyButton(tr("Settings…")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export"));
    auto* panes = new QHBoxLayout;
    panes->setSpacing(0);
    panes->addWidget(options(scope));
    panes->addWidget(preview(), 1);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(panes, 1);
    rows->addWidget(foot());
    resize(theme().px(1000), theme().px(600));
    fillFormats(format);

    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    connect(m_papers, &QComboBox::currentIndexChanged, this, &ExportDialog::load);
    connect(m_columns, &QListWidget::itemChanged, this, &ExportDialog::load);
    connect(m_forSpreadsheets, &QCheckBox::toggled, this, &ExportDialog::load);
    connect(m_go, &QPushButton::clicked, this, &ExportDialog::go);
    connect(m_settings, &QPushButton::clicked, this,
            [this] { Q_EMIT settingsRequested(choice().format + u".live"_s); });
    connect(session, &Session::fileChanged, this, &QDialog::reject);
    connect(session, &Session::snapshot, this, &ExportDialog::showCounts);
    connect(&session->engine(), &Engine::delivered, this, [this](const DeliverySummary& summary) {
        QString text = tr("%n paper(s) written.", nullptr, summary.written);
        if (!summary.refused.isEmpty())
            text += u' ' + tr("%n refused: %1", nullptr, int(summary.refused.size()))
                               .arg(summary.refused.constFirst().second.message);
        if (summary.trouble)
            text = summary.trouble->message + u' ' +
                   tr("%n paper(s) wait in the file and go out later.", nullptr, summary.waiting);
        tell(text, summary.trouble || !summary.refused.isEmpty() ? u"red"_s : u"accent"_s);
        m_go->setEnabled(true);
    });
    refresh();
}

QWidget* ExportDialog::options(const ExportScope& scope)
{
    const int all = m_session->papers();
    m_scopes.append(QVector<PaperId>());
    m_papers->addItem(tr("All papers (%1)").arg(all));
    if (!scope.filtered.isEmpty() && scope.filtered.size() < all) {
        m_scopes.append(scope.filtered);
        m_papers->addItem(tr("Those shown (%1)").arg(scope.filtered.size()));
    }
    if (scope.selected.size() > 1) {
        m_scopes.append(scope.selected);
        m_papers->addItem(tr("Those chosen (%1)").arg(scope.selected.size()));
        m_papers->setCurrentIndex(int(m_scopes.size()) - 1);
    }
    for (const Column& column : m_session->columns()) {
        auto* item = new QListWidgetItem(column.name, m_columns);
        item->setData(Qt::UserRole, column.id);
        item->setToolTip(column.question);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    m_columns->setAccessibleName(tr("Columns to export"));
    m_columns->setSpacing(theme().px(2));
    m_format->setAccessibleName(tr("Format or service"));
    m_papers->setAccessibleName(tr("Papers to export"));
    m_forSpreadsheets->setChecked(true);
    m_forSpreadsheets->setToolTip(
        tr("With a byte order mark, and no cell that a spreadsheet would run as a formula; programs read it plain"));

    auto* pane = new QWidget;
    pane->setProperty("pane", u"panel"_s);
    pane->setAttribute(Qt::WA_StyledBackground);
    pane->setMinimumWidth(theme().px(320)); // and as the longest name of a format needs
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(theme().px(14), theme().px(14), theme().px(14), theme().px(14));
    column->setSpacing(theme().px(6));
    column->addWidget(textLabel(tr("To"), FontRole::Body));
    column->addWidget(m_format);
    column->addSpacing(theme().px(6));
    column->addWidget(textLabel(tr("Papers"), FontRole::Body));
    column->addWidget(m_papers);
    column->addSpacing(theme().px(6));
    column->addWidget(m_columnsLabel);
    column->addWidget(m_columns, 1);
    column->addWidget(m_forSpreadsheets);
    column->addWidget(m_settings, 0, Qt::AlignLeft);
    column->addStretch();
    return pane;
}

QWidget* ExportDialog::preview()
{
    m_table->setModel(m_rows);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(theme().font(FontRole::TwoLine));
    m_text->setAccessibleName(tr("The beginning of the export"));
    m_preview->addWidget(m_table);
    m_preview->addWidget(m_text);
    auto* pane = new QWidget;
    pane->setProperty("pane", u"base"_s);
    pane->setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(theme().px(14), theme().px(14), theme().px(14), theme().px(14));
    column->setSpacing(theme().px(8));
    column->addWidget(m_title);
    column->addWidget(m_preview, 1);
    return pane;
}

QWidget* ExportDialog::foot()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(theme().px(14), theme().px(10), theme().px(14), theme().px(10));
    row->setSpacing(theme().px(8));
    auto* close = new KeyButton(tr("Close"));
    close->setKeyHint(u"Esc"_s);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    m_go->setDefault(true);
    row->addWidget(m_said, 1);
    row->addWidget(m_counts);
    row->addWidget(m_go);
    row->addWidget(close);
    return bar;
}

void ExportDialog::fillFormats(const QString& chosen)
{
    for (const ExportFormat& format : exportFormats())
        m_format->addItem(format.label, format.format);
    m_format->insertSeparator(m_format->count());
    for (const ServiceKind& kind : serviceKinds())
        m_format->addItem(kind.label, kind.name);
    m_format->setCurrentIndex(std::max(0, m_format->findData(chosen)));
}

bool ExportDialog::isService() const
{
    const QString name = m_format->currentData().toString();
    return std::ranges::find(serviceKinds(), name, &ServiceKind::name) != serviceKinds().cend();
}

ExportChoice ExportDialog::choice() const
{
    ExportChoice chosen{.format = m_format->currentData().toString(),
                        .papers = m_scopes.value(m_papers->currentIndex()),
                        .forSpreadsheets = m_forSpreadsheets->isChecked()};
    QStringList ticked;
    for (int i = 0; i < m_columns->count(); ++i)
        if (m_columns->item(i)->checkState() == Qt::Checked)
            ticked.append(m_columns->item(i)->data(Qt::UserRole).toString());
    if (ticked.size() < m_columns->count())
        chosen.columns = ticked.isEmpty() ? QStringList{u""_s} : ticked; // none: an id that no column has
    return chosen;
}

/** What there is to choose depends on the format. */
void ExportDialog::refresh()
{
    const QString format = choice().format;
    const bool columns = hasColumns(format);
    m_columns->setVisible(columns);
    m_columnsLabel->setVisible(columns);
    m_forSpreadsheets->setVisible(format == "csv"_L1);
    m_settings->setVisible(isService());
    m_go->setText(isService() ? tr("Send") : tr("Save as…"));
    tell({}, u"dim"_s);
    showCounts();
    load();
}

void ExportDialog::load()
{
    m_loading = true;
    QThreadPool::globalInstance()->start([file = m_session->file(), choice = choice(), asked = ++m_asked,
                                          self = QPointer<ExportDialog>(this),
                                          back = QCoreApplication::instance()]() mutable {
        const auto made = previewExport(file, choice);
        QMetaObject::invokeMethod(back, [self = std::move(self), made, asked] {
            if (self && asked == self->m_asked)
                self->showPreview(made);
        });
    });
}

void ExportDialog::showPreview(const Result<ExportPreview>& preview)
{
    m_loading = false;
    m_go->setEnabled(preview && preview->papers > 0);
    m_rows->clear();
    if (!preview) {
        m_title->clear();
        m_text->clear();
        tell(preview.error().message, u"red"_s);
        return;
    }
    const bool isTable = !preview->header.isEmpty();
    m_title->setText(!isService() ? tr("%n paper(s) · it begins so:", nullptr, preview->papers)
                     : preview->papers == 0
                         ? tr("No paper has been read yet.")
                         : tr("%n paper(s) that were read · the first of them:", nullptr, preview->papers));
    m_rows->setHorizontalHeaderLabels(preview->header);
    for (const QStringList& texts : preview->rows) {
        QList<QStandardItem*> items;
        for (const QString& text : texts)
            items.append(new QStandardItem(text));
        m_rows->appendRow(items);
    }
    for (int i = 0; i < preview->header.size(); ++i)
        m_table->setColumnWidth(i, theme().px(previewWidth(preview->header[i])));
    m_text->setPlainText(preview->text);
    m_preview->setCurrentWidget(isTable ? static_cast<QWidget*>(m_table) : m_text);
    Q_EMIT previewShown();
}

void ExportDialog::go()
{
    if (isService())
        toService();
    else
        toFile();
}

void ExportDialog::toFile()
{
    const ExportChoice chosen = choice();
    const QVector<ExportFormat> formats = exportFormats();
    const auto format = std::ranges::find(formats, chosen.format, &ExportFormat::format);
    const QFileInfo file(m_session->file());
    const QString name = file.dir().filePath(file.completeBaseName());
    const bool isFolder = format->suffix.isEmpty();
    const FileQuestion question =
        isFolder ? FileQuestion{tr("Export to a folder"), {}, FileQuestion::NewFolder, name + u"-markdown"_s, {}}
                 : FileQuestion{tr("Export"),
                                u"%1 (*%2)"_s.arg(QString(format->label).remove(u'(').remove(u')'), format->suffix),
                                FileQuestion::SaveAs, name + format->suffix, format->suffix.mid(1)};
    askForFiles(this, question, this, [this, chosen](const QStringList& paths) {
        m_session->engine().exportTo(paths.first(), chosen);
        accept();
    });
}

void ExportDialog::toService()
{
    m_go->setEnabled(false);
    tell(tr("Writing…"), u"dim"_s);
    m_session->engine().sendTo(choice().format, choice().papers);
}

void ExportDialog::showCounts()
{
    const SnapshotPtr& last = m_session->last();
    QStringList parts;
    if (last && isService()) {
        const auto count = std::ranges::find(last->sinks, choice().format, &SinkCount::name);
        if (count != last->sinks.cend()) {
            parts.append(tr("%n there", nullptr, count->sent));
            if (count->waiting > 0)
                parts.append(tr("%n waiting", nullptr, count->waiting));
            if (count->refused > 0)
                parts.append(tr("%n refused", nullptr, count->refused));
        }
    }
    m_counts->setText(parts.join(u" · "_s));
}

void ExportDialog::tell(const QString& text, const QString& tone)
{
    m_said->setProperty("tone", tone);
    m_said->setText(text);
    m_said->style()->unpolish(m_said);
    m_said->style()->polish(m_said);
}

} // namespace sheaf
