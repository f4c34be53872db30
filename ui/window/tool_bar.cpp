// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tool_bar.h"

#include "core/units.h"
#include "ui/controls/combo_box.h"
#include "ui/controls/key_button.h"
#include "ui/import/import_facts.h"
#include "ui/look/theme.h"
#include "ui/window/actions.h"
#include "ui/window/setup_view.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QLabel* dimLabel(const QString& text)
{
    auto* made = new QLabel(text);
    made->setFont(theme().font(FontRole::Secondary));
    made->setProperty("tone", u"dim"_s);
    return made;
}

} // namespace

ToolBar::ToolBar(const Actions& actions, QWidget* parent)
    : QWidget(parent), m_run(new KeyButton({})), m_stop(buttonFor(actions.stop)), m_addPdfs(buttonFor(actions.addPdfs)),
      m_export(new KeyButton(tr("Export ▾"))), m_preset(new ComboBox), m_reader(new ComboBox), m_cost(dimLabel({})),
      m_filter(new QLineEdit)
{
    for (const QString& preset : Settings::spec(u"convert.preset"_s)->choices)
        m_preset->addItem(presetName(preset), preset);
    m_preset->setAccessibleName(tr("Conversion preset"));
    m_reader->setAccessibleName(tr("Reader"));
    for (ComboBox* combo : {m_preset, m_reader})
        combo->setMinimumWidth(theme().px(96));
    m_filter->setPlaceholderText(tr("Filter (%1)").arg(actions.filter->shortcut().toString(QKeySequence::NativeText)));
    m_filter->setAccessibleName(tr("Filter the papers"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(theme().px(230));
    m_filter->setMinimumWidth(theme().px(120));
    m_filter->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* formats = new QMenu(this);
    formats->addActions(actions.exports);
    m_export->setMenu(formats);
    m_export->setAccessibleName(tr("Export"));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme().px(12), 0, theme().px(12), 0);
    row->setSpacing(theme().px(8));
    row->addWidget(buttonFor(actions.openList));
    row->addWidget(m_addPdfs);
    row->addWidget(m_run);
    row->addWidget(m_stop);
    auto* convert = dimLabel(tr("Convert"));
    auto* read = dimLabel(tr("Read with"));
    m_givesWay = {m_cost, convert, read};
    row->addSpacing(theme().px(8));
    row->addWidget(convert);
    row->addWidget(m_preset);
    row->addWidget(read);
    row->addWidget(m_reader);
    row->addWidget(m_cost);
    row->addStretch();
    row->addWidget(m_export);
    row->addWidget(m_filter);
    setFixedHeight(theme().px(46));

    connect(m_run, &QPushButton::clicked, this, &ToolBar::runPressed);
    connect(m_filter, &QLineEdit::textChanged, this, &ToolBar::filterChanged);
    connect(m_preset, &QComboBox::activated, this, [this] { Q_EMIT presetChosen(m_preset->currentData().toString()); });
    connect(m_reader, &QComboBox::activated, this, [this] {
        const QString kind = m_reader->currentData().toString();
        setSettings(m_settings);
        if (kind.isEmpty())
            Q_EMIT readerSettingsRequested();
        else
            Q_EMIT readerChosen(kind);
    });
    setSettings({});
    setRun(RunState::Idle, {}, false);
}

/** Of what stays, with its combos wide enough for their words, or as narrow as they may get. */
int ToolBar::widthNeeded(bool narrow) const
{
    const QMargins margins = layout()->contentsMargins();
    int width = margins.left() + margins.right() + theme().px(8);
    for (int i = 0; i < layout()->count(); ++i) {
        QWidget* widget = layout()->itemAt(i)->widget();
        if (!widget || widget == m_addPdfs || m_givesWay.contains(widget))
            continue;
        const bool least = narrow || widget == m_filter;
        width += layout()->spacing() + std::max(widget->minimumWidth(),
                                                least ? widget->minimumSizeHint().width() : widget->sizeHint().width());
    }
    return width;
}

QSize ToolBar::minimumSizeHint() const
{
    return {widthNeeded(true), theme().px(46)};
}

void ToolBar::giveWay()
{
    const auto with = [this](const QWidget* widget) { return widget->sizeHint().width() + layout()->spacing(); };
    // The menu has this button, too; it stays as long as combos can make room for it.
    m_addPdfs->setVisible(width() >= widthNeeded(true) + with(m_addPdfs));
    int room = width() - widthNeeded(false) - with(m_addPdfs);
    for (auto it = m_givesWay.crbegin(); it != m_givesWay.crend(); ++it) {
        room -= with(*it);
        (*it)->setVisible(room >= 0);
    }
}

void ToolBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    giveWay();
}

/** A button that does, and is enabled as, its action. */
KeyButton* ToolBar::buttonFor(QAction* action)
{
    auto* button = new KeyButton(action->text().remove(u'&'));
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->shortcut().toString(QKeySequence::NativeText));
    };
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    follow();
    return button;
}

void ToolBar::setSettings(const Settings& settings)
{
    m_settings = settings;
    const QSignalBlocker quietA(m_preset), quietB(m_reader);
    m_preset->setCurrentIndex(m_preset->findData(settings.text(u"convert.preset"_s)));
    m_reader->clear();
    for (const QString& kind : Settings::spec(u"read.kind"_s)->choices) {
        Settings one = settings;
        // The choices come from the same specification, so the value is always taken.
        Q_UNUSED(one.set(u"read.kind"_s, kind));
        m_reader->addItem(readerName(one), kind);
    }
    m_reader->addItem(tr("Reader settings…"));
    m_reader->setCurrentIndex(m_reader->findData(settings.text(u"read.kind"_s)));
}

void ToolBar::setRun(RunState run, const StripState& strip, bool canStart)
{
    const bool running = run == RunState::Running;
    const bool held = run == RunState::Paused || run == RunState::Pausing;
    m_run->setText(running ? tr("❚❚ Pause") : held ? tr("▶ Resume") : tr("▶ Start"));
    m_run->setAccessibleName(running ? tr("Pause") : held ? tr("Resume") : tr("Start"));
    const bool enabled = run != RunState::Stopping && (run != RunState::Idle || canStart);
    if (m_run->property("primary").toBool() != enabled)
        m_run->setKind(enabled ? KeyButton::Primary : KeyButton::Plain);
    m_run->setEnabled(enabled);
    m_cost->setText(costText(run, strip));
    giveWay();
}

QString ToolBar::costText(RunState run, const StripState& strip) const
{
    if (m_settings.text(u"read.kind"_s) == "offline"_L1)
        return tr("on this computer, free");
    if (strip.readerFree && run != RunState::Idle)
        return tr("on %1, no cost").arg(readHost(m_settings));
    QString text =
        tr("spent %1 of %2 cap").arg(formatUsd(strip.spentUsd), formatUsd(m_settings.number(u"read.cap.usd"_s)));
    if (strip.committedUsd > 0)
        text += u" · "_s + tr("%1 committed").arg(formatUsd(strip.committedUsd));
    return text;
}

void ToolBar::setExportEnabled(bool enabled)
{
    m_export->setEnabled(enabled);
}

void ToolBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().base);
    painter.fillRect(0, height() - 1, width(), 1, theme().line);
}

} // namespace sheaf
