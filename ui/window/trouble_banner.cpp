// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/trouble_banner.h"

#include "core/units.h"
#include "ui/controls/key_button.h"
#include "ui/look/theme.h"
#include "ui/papers/row_words.h"
#include "ui/window/setup_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

bool sameTroubles(const QVector<StageTrouble>& a, const QVector<StageTrouble>& b)
{
    return std::equal(a.cbegin(), a.cend(), b.cbegin(), b.cend(), [](const StageTrouble& x, const StageTrouble& y) {
        return x.failure == y.failure && x.action == y.action && x.nextTry == y.nextTry;
    });
}

/** Its stage goes on. */
bool isAboutOneSource(const StageTrouble& trouble)
{
    return trouble.failure.code == "acquire.no-answer"_L1;
}

} // namespace

TroubleBanner::TroubleBanner(QWidget* parent) : QWidget(parent), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(theme().px(14), theme().px(6), theme().px(14), theme().px(6));
    m_rows->setSpacing(theme().px(4));
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &TroubleBanner::showTimes);
    hide();
}

void TroubleBanner::set(const QVector<StageTrouble>& troubles)
{
    if (sameTroubles(troubles, m_troubles))
        return;
    m_troubles = troubles;
    rebuild();
}

void TroubleBanner::rebuild()
{
    m_times.clear();
    while (QLayoutItem* old = m_rows->takeAt(0)) {
        // Its own button may have asked for this: it goes later, but is not seen until then.
        old->widget()->hide();
        old->widget()->deleteLater();
        delete old;
    }
    for (const StageTrouble& trouble : std::as_const(m_troubles)) {
        auto* holder = new QWidget;
        auto* row = new QHBoxLayout(holder);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(theme().px(10));
        const bool isOneSource = isAboutOneSource(trouble);
        auto* stage =
            new QLabel(isOneSource ? tr("A source is down") : tr("%1 waits").arg(stageWord(trouble.failure.stage)));
        stage->setFont(theme().font(FontRole::Strong));
        stage->setProperty("tone", isOneSource ? u"amber"_s : u"red"_s);
        row->addWidget(stage);
        auto* message = new QLabel(trouble.failure.message);
        message->setTextFormat(Qt::PlainText);
        message->setWordWrap(true);
        message->setToolTip(trouble.failure.detail);
        message->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row->addWidget(message, 1);
        auto* time = new QLabel;
        time->setProperty("tone", u"dim"_s);
        row->addWidget(time);
        m_times.append(time);
        const QString text = actionText(trouble.action);
        if (!text.isEmpty()) {
            auto* button = new KeyButton(text, KeyButton::Small);
            connect(button, &QPushButton::clicked, this,
                    [this, action = trouble.action] { Q_EMIT actionRequested(action); });
            row->addWidget(button);
        }
        holder->setAccessibleName(trouble.failure.message);
        m_rows->addWidget(holder);
    }
    setVisible(!m_troubles.isEmpty());
    showTimes();
    if (m_troubles.isEmpty())
        m_clock.stop();
    else
        m_clock.start();
}

void TroubleBanner::showTimes()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < m_times.size(); ++i) {
        const QDateTime next = m_troubles.at(i).nextTry;
        m_times.at(i)->setText(!next.isValid()         ? QString()
                               : now.secsTo(next) <= 0 ? tr("trying again…")
                                                       : tr("tries again in %1").arg(formatClock(now.msecsTo(next))));
    }
}

void TroubleBanner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    const bool onlySources = std::ranges::all_of(m_troubles, isAboutOneSource);
    painter.fillRect(0, 0, theme().px(3), height(), onlySources ? theme().amber : theme().red);
    painter.fillRect(0, height() - 1, width(), 1, theme().line);
}

} // namespace sheaf
