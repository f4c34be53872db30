// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_facts.h"

#include "core/second_reader.h"
#include "ui/controls/chip_row.h"
#include "ui/controls/elided_label.h"
#include "ui/controls/key_button.h"
#include "ui/controls/section_pane.h"
#include "ui/costs/price_card.h"
#include "ui/look/theme.h"
#include "ui/window/setup_view.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QLabel* label(const QString& text, FontRole role, const QString& tone = {})
{
    auto* made = new QLabel(text);
    made->setFont(theme().font(role));
    made->setProperty("tone", tone);
    made->setWordWrap(true);
    return made;
}

} // namespace

QString presetName(const QString& preset)
{
    if (preset == "fast"_L1)
        return ImportFacts::tr("Fast");
    return preset == "quality"_L1 ? ImportFacts::tr("Quality") : ImportFacts::tr("Balanced");
}

QString readerName(const Settings& settings)
{
    const QString kind = settings.text(u"read.kind"_s);
    if (kind == "offline"_L1)
        return ImportFacts::tr("Offline · no key");
    const QString model = settings.text(u"read.model"_s);
    QStringList parts{kind == "anthropic"_L1 ? u"Anthropic"_s : ImportFacts::tr("OpenAI-compatible")};
    if (!model.isEmpty())
        parts += model;
    if (kind == "anthropic"_L1 && settings.text(u"read.batch"_s) != "never"_L1)
        parts += ImportFacts::tr("batches");
    return parts.join(u" · "_s);
}

namespace {

/** "Anthropic · claude-… · batches · 3 of 10 columns" */
QString secondReaderName(const QVector<Column>& columns, const Settings& settings)
{
    const QString name = readerName(secondReaderSettings(settings));
    const qsizetype asked = secondReaderColumns(columns, settings).size();
    return asked == columns.size() ? name
                                   : ImportFacts::tr("%1 · %2 of %3 columns").arg(name).arg(asked).arg(columns.size());
}

} // namespace

QString leavesSentence(const Settings& settings)
{
    const bool email = !settings.text(u"acquire.email"_s).isEmpty();
    QStringList parts;
    if (const QString hosts = acquireHosts(settings); !hosts.isEmpty())
        parts += (asksCatalogues(settings) ? ImportFacts::tr("DOIs, titles and your contact address go to %1, to find "
                                                             "copies and what lists leave out")
                  : email ? ImportFacts::tr("DOIs, titles and your contact address go to %1, to find copies")
                          : ImportFacts::tr("DOIs and titles go to %1, to find copies"))
                     .arg(hosts);
    if (const QString host = convertHost(settings); !host.isEmpty())
        parts += ImportFacts::tr("the PDFs go to %1").arg(host);
    if (const QString hosts = readHosts(settings); !hosts.isEmpty())
        parts += ImportFacts::tr("the text of each paper goes to %1").arg(hosts);
    const bool pdfsStay = convertHost(settings).isEmpty();
    QString text = parts.join(u"; "_s) + u'.';
    if (pdfsStay)
        text += u' ' + ImportFacts::tr("The PDFs stay here.");
    return text;
}

ImportFacts::ImportFacts(QWidget* parent)
    : QWidget(parent), m_columns(new ChipRow), m_copies(label({}, FontRole::Dense)),
      m_converter(label({}, FontRole::Dense)), m_reader(label({}, FontRole::Dense)),
      m_second(label({}, FontRole::Dense)), m_answers(label({}, FontRole::Dense)), m_cost(new PriceCard),
      m_target(new ElidedLabel), m_leaves(label({}, FontRole::Secondary, u"dim"_s)),
      m_wait(label({}, FontRole::Secondary, u"dim"_s)), m_change(new KeyButton(tr("Change…"), KeyButton::Link)),
      m_start(new KeyButton(tr("▶ Start"), KeyButton::Primary))
{
    m_target->setFont(theme().font(FontRole::Dense));
    m_start->setKeyHint(u"Ctrl+↵"_s);
    m_start->setAccessibleName(tr("Start"));
    connect(m_start, &QPushButton::clicked, this, &ImportFacts::startRequested);
    connect(m_change, &QPushButton::clicked, this, &ImportFacts::targetRequested);
    const auto settingsButton = [this](const QString& key) {
        auto* button = new KeyButton(tr("Change…"), KeyButton::Link);
        connect(button, &QPushButton::clicked, this, [this, key] { Q_EMIT settingsRequested(key); });
        return button;
    };
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(theme().px(14), theme().px(14), theme().px(14), theme().px(14));
    column->setSpacing(theme().px(7));
    column->addWidget(label(tr("Columns to read"), FontRole::Section, u"dim"_s));
    column->addWidget(m_columns);
    column->addWidget(
        label(tr("Each answer that needs a quote has it found again on the page."), FontRole::Secondary, u"dim"_s));
    column->addSpacing(theme().px(12));
    column->addWidget(label(tr("Before it starts"), FontRole::Section, u"dim"_s));
    column->addWidget(factRow(tr("Open copies"), m_copies, settingsButton(u"acquire.sources"_s)));
    column->addWidget(factRow(tr("Convert"), m_converter, settingsButton(u"convert.kind"_s)));
    column->addWidget(factRow(tr("Read with"), m_reader, settingsButton(u"read.kind"_s)));
    column->addWidget(factRow(tr("Second reader"), m_second, settingsButton(u"second.kind"_s)));
    column->addWidget(factRow(tr("Answers in"), m_answers, settingsButton(u"read.language"_s)));
    column->addWidget(factRow(tr("Kept in"), m_target, m_change));
    column->addSpacing(theme().px(4));
    column->addWidget(m_leaves);
    column->addSpacing(theme().px(12));
    auto* estimate = new QHBoxLayout;
    estimate->addWidget(label(tr("Estimate"), FontRole::Section, u"dim"_s), 1);
    auto* cap = settingsButton(u"read.cap.usd"_s);
    cap->setText(tr("Change the cap…"));
    estimate->addWidget(cap);
    column->addLayout(estimate);
    column->addWidget(m_cost);
    column->addStretch();
    // Start stays in sight however low the window is.
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(theme().px(14), theme().px(8), theme().px(14), theme().px(14));
    foot->addWidget(m_wait, 1);
    foot->addWidget(m_start);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(scrollPane(content, u"base"_s), 1);
    whole->addLayout(foot);
    setProperty("pane", u"base"_s);
    setAttribute(Qt::WA_StyledBackground);
}

QWidget* ImportFacts::factRow(const QString& name, QLabel* value, QWidget* button)
{
    auto* holder = new QWidget;
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(8));
    auto* head = label(name, FontRole::Dense, u"dim"_s);
    head->setFixedWidth(theme().px(92));
    row->addWidget(head, 0, Qt::AlignTop);
    row->addWidget(value, 1);
    if (button) {
        button->setAccessibleName(tr("Change: %1").arg(name));
        row->addWidget(button, 0, Qt::AlignTop);
    }
    return holder;
}

void ImportFacts::set(const QVector<Column>& columns, const Settings& settings)
{
    QStringList names;
    for (const Column& column : columns)
        names += column.name;
    m_columns->set(names);
    m_asked = columns;
    m_settings = settings;
    const QString asked = acquireHosts(settings);
    const bool email = !settings.text(u"acquire.email"_s).isEmpty();
    m_copies->setText(asked + (email ? QString() : tr("; Unpaywall asks for a contact address")));
    const QString host = convertHost(settings);
    m_converter->setText(host.isEmpty() ? tr("%1, on this computer").arg(presetName(settings.text(u"convert.preset"_s)))
                                        : tr("%1, by %2").arg(presetName(settings.text(u"convert.preset"_s)), host));
    m_reader->setText(readerName(settings));
    m_second->setText(hasSecondReader(settings) ? secondReaderName(columns, settings) : tr("none"));
    const QLocale language(settings.text(u"read.language"_s));
    m_answers->setText(tr("%1; quotes as in the paper").arg(QLocale::languageToString(language.language())));
    m_leaves->setText(u"<b>%1</b> %2"_s.arg(tr("Leaves this computer:"), leavesSentence(settings).toHtmlEscaped()));
}

void ImportFacts::setEstimate(const PaperLengths& lengths, const StripState& strip)
{
    m_cost->setEstimate(estimateRun(lengths, m_asked, m_settings), estimateSecondReading(lengths, m_asked, m_settings),
                        strip);
}

void ImportFacts::setTarget(const QString& path, bool canChange)
{
    QString shown = QDir::toNativeSeparators(path);
    const QString home = QDir::toNativeSeparators(QDir::homePath());
    if (shown.startsWith(home + QDir::separator()))
        shown.replace(0, home.size(), u"~"_s);
    m_target->setText(shown);
    m_target->setToolTip(path);
    m_change->setVisible(canChange);
}

void ImportFacts::setReady(bool ready, const QString& wait, bool adding)
{
    m_start->setEnabled(ready);
    m_start->setText(adding ? tr("▶ Add and start") : tr("▶ Start"));
    m_wait->setText(wait);
}

} // namespace sheaf
