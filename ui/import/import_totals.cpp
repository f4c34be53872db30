// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_totals.h"

#include "ui/controls/key_button.h"
#include "ui/controls/labels.h"
#include "ui/look/painting.h"
#include "ui/look/theme.h"

#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** The three shares of what was understood, side by side. */
class ShareBar : public QWidget
{
public:
    explicit ShareBar(const ImportCounts& counts) : m_counts(counts) { setFixedHeight(theme().px(10)); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const double gap = theme().px(2);
        double x = 0;
        const auto part = [&](int count, const QColor& colour) {
            if (count == 0 || m_counts.understood == 0)
                return;
            const double width = (this->width() - 2 * gap) * count / m_counts.understood;
            painter.setBrush(colour);
            painter.drawRoundedRect(QRectF(x, 0, width, height()), 2, 2);
            x += width + gap;
        };
        part(m_counts.withDoi, theme().accent);
        part(m_counts.withOtherId + m_counts.titleOnly, theme().amber);
        part(m_counts.duplicates, theme().arrow);
    }

private:
    ImportCounts m_counts;
};

class ColourBox : public QWidget
{
public:
    explicit ColourBox(const QColor& colour) : m_colour(colour) { setFixedSize(theme().px(10), theme().px(10)); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_colour);
        painter.drawRoundedRect(rect(), 2, 2);
    }

private:
    QColor m_colour;
};

QString number(int value)
{
    return QLocale().toString(value);
}

} // namespace

ImportCounts countImport(const ImportPlan& plan)
{
    ImportCounts counts;
    for (const Paper& paper : plan.papers) {
        if (!paper.ids.doi.isEmpty())
            ++counts.withDoi;
        else if (!paper.ids.isEmpty() || !paper.urls.isEmpty())
            ++counts.withOtherId;
        else
            ++counts.titleOnly;
        if (paper.files.isEmpty())
            ++counts.toLookFor;
        else
            ++counts.atHand;
    }
    QHash<QString, int> reasons;
    for (const ImportDuplicate& duplicate : plan.duplicates)
        ++reasons[duplicate.reason];
    for (auto it = reasons.cbegin(); it != reasons.cend(); ++it)
        counts.reasons.append({it.key(), it.value()});
    std::sort(counts.reasons.begin(), counts.reasons.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    counts.duplicates = int(plan.duplicates.size());
    counts.toRead = int(plan.papers.size());
    counts.understood = counts.toRead + counts.duplicates;
    return counts;
}

ImportTotals::ImportTotals(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().px(16), theme().px(14), theme().px(16), theme().px(14));
    column->setSpacing(0);
}

void ImportTotals::set(const ImportPlan& plan, bool finished)
{
    const ImportCounts counts = countImport(plan);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(4));
    column->addWidget(textLabel(finished ? tr("Understood") : tr("Reading…"), FontRole::Section, u"dim"_s));
    auto* big = new QHBoxLayout;
    big->setSpacing(theme().px(5));
    big->addWidget(textLabel(number(counts.understood), FontRole::Count), 0, Qt::AlignBottom);
    auto* unit = textLabel(tr("papers", nullptr, counts.understood), FontRole::TableHead, u"dim"_s);
    unit->setContentsMargins(0, 0, 0, theme().px(4));
    big->addWidget(unit, 0, Qt::AlignBottom);
    big->addStretch();
    column->addLayout(big);
    column->addSpacing(theme().px(6));
    column->addWidget(new ShareBar(counts));
    column->addSpacing(theme().px(4));
    addLine(column, tr("with a DOI"), counts.withDoi, theme().accent);
    addLine(column, tr("without a DOI"), counts.withOtherId + counts.titleOnly, theme().amber);
    addReason(column, tr("arXiv id, PMID or link"), counts.withOtherId);
    addReason(column, tr("title only"), counts.titleOnly);
    addFills(column, plan);
    addLine(column, tr("duplicates, joined"), counts.duplicates, theme().arrow);
    for (const auto& [reason, count] : counts.reasons)
        addReason(column, reason, count);
    if (counts.duplicates) {
        auto* pairs = new KeyButton(tr("Show the %n pairs", nullptr, counts.duplicates), KeyButton::Link);
        connect(pairs, &QPushButton::clicked, this, &ImportTotals::pairsRequested);
        pairs->setContentsMargins(0, 0, 0, 0);
        column->addWidget(pairs, 0, Qt::AlignLeft);
    }
    auto* rule = new QWidget;
    rule->setFixedHeight(1);
    rule->setProperty("edge", u"bottom"_s);
    rule->setAttribute(Qt::WA_StyledBackground);
    column->addSpacing(theme().px(6));
    column->addWidget(rule);
    column->addSpacing(theme().px(6));
    addLine(column, tr("To be read"), counts.toRead, {}, true);
    addReason(column, tr("files at hand"), counts.atHand);
    addReason(column, tr("open copies to look for"), counts.toLookFor);
    while (QLayoutItem* old = layout()->takeAt(0)) {
        // Its own button may have asked for this: it goes later, but is not seen until then.
        old->widget()->hide();
        old->widget()->deleteLater();
        delete old;
    }
    layout()->addWidget(content);
}

/** What catalogues knew, with the way back. */
void ImportTotals::addFills(QVBoxLayout* layout, const ImportPlan& plan)
{
    if (plan.completing)
        layout->addWidget(textLabel(tr("Asking catalogues for what is missing…"), FontRole::Secondary, u"dim"_s));
    const auto count = [&plan](bool ImportFill::*field) { return int(std::ranges::count(plan.fills, true, field)); };
    const int dois = count(&ImportFill::doi), titles = count(&ImportFill::title), years = count(&ImportFill::year);
    QStringList parts;
    if (dois)
        parts.append(tr("%n DOI(s)", nullptr, dois));
    if (titles)
        parts.append(tr("%n title(s)", nullptr, titles));
    if (years)
        parts.append(tr("%n year(s)", nullptr, years));
    if (parts.isEmpty() && !plan.fillsUndone)
        return;
    QStringList sources;
    for (const ImportFill& fill : plan.fills)
        if (!sources.contains(fill.source))
            sources.append(fill.source);
    auto* said = textLabel(plan.fillsUndone ? tr("What catalogues know is left out.")
                                            : tr("%1 filled in from %2").arg(parts.join(u", "), sources.join(u", ")),
                           FontRole::Secondary, u"dim"_s);
    said->setWordWrap(true);
    layout->addWidget(said);
    auto* undo = new KeyButton(plan.fillsUndone ? tr("Fill in again") : tr("Undo filling in"), KeyButton::Link);
    connect(undo, &QPushButton::clicked, this,
            [this, isUndone = plan.fillsUndone] { Q_EMIT fillingRequested(isUndone); });
    undo->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(undo, 0, Qt::AlignLeft);
}

void ImportTotals::addLine(QVBoxLayout* layout, const QString& name, int count, const QColor& box, bool strong)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(8));
    if (box.isValid())
        row->addWidget(new ColourBox(box));
    const FontRole role = strong ? FontRole::Strong : FontRole::Body;
    row->addWidget(textLabel(name, role), 1);
    row->addWidget(textLabel(number(count), role));
    layout->addLayout(row);
}

void ImportTotals::addReason(QVBoxLayout* layout, const QString& name, int count)
{
    if (count == 0)
        return;
    auto* row = new QHBoxLayout;
    row->setContentsMargins(theme().px(18), 0, 0, 0);
    row->addWidget(textLabel(name, FontRole::Secondary, u"dim"_s), 1);
    row->addWidget(textLabel(number(count), FontRole::Secondary, u"dim"_s));
    layout->addLayout(row);
}

} // namespace sheaf
