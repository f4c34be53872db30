// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_mapping.h"

#include "ui/controls/combo_box.h"
#include "ui/controls/elided_label.h"
#include "ui/look/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QSignalBlocker>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int mostRows = 8;

struct Named
{
    QString value;
    QString label;
};

QVector<Named> fields()
{
    return {{u"ignore"_s, ImportMapping::tr("Ignore")},
            {u"title"_s, ImportMapping::tr("Title")},
            {u"authors"_s, ImportMapping::tr("Authors")},
            {u"year"_s, ImportMapping::tr("Year")},
            {u"venue"_s, ImportMapping::tr("Venue")},
            {u"doi"_s, ImportMapping::tr("DOI")},
            {u"url"_s, ImportMapping::tr("Link")},
            {u"file"_s, ImportMapping::tr("File")},
            {u"abstract"_s, ImportMapping::tr("Abstract")},
            {u"pmid"_s, ImportMapping::tr("PMID")},
            {u"pmcid"_s, ImportMapping::tr("PMCID")},
            {u"arxiv"_s, ImportMapping::tr("arXiv id")},
            {u"volume"_s, ImportMapping::tr("Volume")},
            {u"issue"_s, ImportMapping::tr("Issue")},
            {u"pages"_s, ImportMapping::tr("Pages")},
            {u"first-page"_s, ImportMapping::tr("First page")},
            {u"last-page"_s, ImportMapping::tr("Last page")},
            {u"keywords"_s, ImportMapping::tr("Keywords")},
            {u"type"_s, ImportMapping::tr("Kind of paper")},
            {u"publisher"_s, ImportMapping::tr("Publisher")},
            {u"language"_s, ImportMapping::tr("Language")},
            {u"key"_s, ImportMapping::tr("Citation key")}};
}

QVector<Named> delimiters()
{
    return {{u","_s, ImportMapping::tr("Comma")},
            {u";"_s, ImportMapping::tr("Semicolon")},
            {u"\t"_s, ImportMapping::tr("Tab")},
            {u"|"_s, ImportMapping::tr("Bar")}};
}

ComboBox* combo(const QString& name)
{
    auto* made = new ComboBox;
    made->setAccessibleName(name);
    made->setToolTip(name);
    made->setProperty("small", true);
    return made;
}

void choose(ComboBox* box, const QString& value)
{
    int at = box->findData(value);
    if (at < 0 && !value.isEmpty()) {
        box->addItem(value, value);
        at = box->count() - 1;
    }
    box->setCurrentIndex(at);
}

} // namespace

ImportMapping::ImportMapping(QWidget* parent)
    : QWidget(parent), m_name(new ElidedLabel), m_about(new ElidedLabel(tr("which column means what"))),
      m_foot(new ElidedLabel), m_delimiter(combo(tr("Delimiter"))), m_encoding(combo(tr("Encoding"))),
      m_header(combo(tr("Names of the columns"))), m_table(new QTableWidget)
{
    for (const Named& d : delimiters())
        m_delimiter->addItem(d.label, d.value);
    for (const QString& name : {u"UTF-8"_s, u"UTF-16LE"_s, u"UTF-16BE"_s, u"Windows-1252"_s, u"ISO-8859-15"_s})
        m_encoding->addItem(name, name);
    m_header->addItem(tr("Names in line 1"), u"1"_s);
    m_header->addItem(tr("No names"), u"0"_s);
    for (ComboBox* box : {m_delimiter, m_encoding, m_header})
        connect(box, &QComboBox::activated, this, &ImportMapping::emitChoice);

    m_name->setFont(theme().font(FontRole::Strong));
    m_foot->setFont(theme().font(FontRole::Secondary));
    for (ElidedLabel* label : {m_about, m_foot})
        label->setProperty("tone", u"dim"_s);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme().px(14), theme().px(8), theme().px(14), theme().px(8));
    head->setSpacing(theme().px(6));
    head->addWidget(m_name);
    head->addWidget(m_about, 1);
    for (ComboBox* box : {m_delimiter, m_encoding, m_header})
        head->addWidget(box);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(theme().px(14), theme().px(4), theme().px(14), theme().px(4));
    foot->addWidget(m_foot);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    column->addLayout(foot);

    m_table->setAccessibleName(tr("Columns of the table"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setFont(theme().font(FontRole::TwoLine));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(theme().px(20));
    m_table->verticalHeader()->setDefaultSectionSize(theme().px(23));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setFixedHeight(theme().px(24));
    m_table->horizontalHeader()->setHighlightSections(false);
}

void ImportMapping::set(const ImportSource& source)
{
    if (!source.table)
        return;
    m_source = source;
    const ImportTable& table = *source.table;
    m_name->setText(source.name);
    const QSignalBlocker quietA(m_delimiter), quietB(m_encoding), quietC(m_header);
    choose(m_delimiter, QString(table.delimiter));
    choose(m_encoding, source.encoding);
    m_header->setCurrentIndex(table.headerLine == 0 ? 1 : 0);
    if (table.headerLine > 0)
        m_header->setItemText(0, tr("Names in line %1").arg(table.headerLine));
    fillRows(table);
    addFieldCombos(table);
    QStringList ignored;
    for (int i = 0; i < table.header.size(); ++i) {
        if (table.fields.value(i, u"ignore"_s) == "ignore"_L1)
            ignored += table.header.at(i);
    }
    QString text = tr("%1 of %n rows", nullptr, table.rowCount).arg(std::min<qsizetype>(table.rows.size(), mostRows));
    if (!ignored.isEmpty())
        text += u"   "_s + tr("%n columns ignored: %1", nullptr, int(ignored.size())).arg(ignored.join(u", "_s));
    m_foot->setText(text);
}

void ImportMapping::fillRows(const ImportTable& table)
{
    m_table->clear();
    const int rows = int(std::min<qsizetype>(table.rows.size(), mostRows));
    m_table->setColumnCount(int(table.header.size()) + 1);
    m_table->setRowCount(rows + 1);
    m_table->setHorizontalHeaderLabels(QStringList{tr("Line")} + table.header);
    m_table->setColumnWidth(0, theme().px(46));
    for (int r = 0; r < rows; ++r) {
        auto* line = new QTableWidgetItem(QString::number(table.lines.value(r)));
        line->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        line->setForeground(theme().dim);
        m_table->setItem(r + 1, 0, line);
        for (int c = 0; c < table.header.size(); ++c) {
            auto* item = new QTableWidgetItem(table.rows.at(r).value(c));
            item->setToolTip(item->text());
            m_table->setItem(r + 1, c + 1, item);
        }
    }
    m_table->setRowHeight(0, theme().px(27));
}

void ImportMapping::addFieldCombos(const ImportTable& table)
{
    const QFontMetrics metrics(theme().font(FontRole::TwoLine));
    for (int c = 0; c < table.header.size(); ++c) {
        auto* box = combo(tr("Meaning of “%1”").arg(table.header.at(c)));
        for (const Named& field : fields())
            box->addItem(field.label, field.value);
        choose(box, table.fields.value(c, u"ignore"_s));
        box->setProperty("unsure", table.unsure.contains(c));
        connect(box, &QComboBox::activated, this, &ImportMapping::emitChoice);
        m_table->setCellWidget(0, c + 1, box);
        int width = std::max(theme().px(84), box->sizeHint().width() + theme().px(6));
        for (const QStringList& row : table.rows.mid(0, mostRows))
            width = std::max(width, metrics.horizontalAdvance(row.value(c)) + theme().px(16));
        m_table->setColumnWidth(c + 1, std::min(width, theme().px(190)));
    }
}

void ImportMapping::emitChoice()
{
    TableChoice choice;
    const QString delimiter = m_delimiter->currentData().toString();
    choice.delimiter = delimiter.isEmpty() ? QChar() : delimiter.front();
    choice.encoding = m_encoding->currentData().toString();
    choice.headerLine = m_header->currentIndex() == 1 ? 0 : std::max(1, m_source.table->headerLine);
    // Another delimiter makes other columns: what they mean is guessed anew.
    if (choice.delimiter == m_source.table->delimiter) {
        for (int c = 1; c < m_table->columnCount(); ++c) {
            if (const auto* box = qobject_cast<ComboBox*>(m_table->cellWidget(0, c)))
                choice.fields.insert(c - 1, box->currentData().toString());
        }
    }
    Q_EMIT choiceMade(m_source.path, choice);
}

} // namespace sheaf
