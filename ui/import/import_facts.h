// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"
#include "core/settings.h"
#include "pipeline/engine/snapshot.h"
#include "pipeline/read/run_estimate.h"

#include <QWidget>

class QLabel;

/** What will happen at Start: columns, sources, converter, reader, where it is kept, what leaves this computer. */
namespace sheaf {

class ChipRow;
class KeyButton;
class PriceCard;

class ImportFacts : public QWidget
{
    Q_OBJECT
public:
    explicit ImportFacts(QWidget* parent = nullptr);
    void set(const QVector<Column>& columns, const Settings& settings);
    /** How many papers Start adds, and what is spent so far. */
    void setEstimate(const PaperLengths& lengths, const StripState& strip);
    void setTarget(const QString& path, bool canChange);
    /** `wait` says why, or what waits; the button is off while `ready` is false. */
    void setReady(bool ready, const QString& wait, bool adding);

Q_SIGNALS:
    void startRequested();
    void targetRequested();
    void settingsRequested(const QString& key);

private:
    QWidget* factRow(const QString& name, QLabel* value, QWidget* button = nullptr);
    ChipRow* m_columns;
    QLabel* m_copies;
    QLabel* m_converter;
    QLabel* m_reader;
    QLabel* m_second;
    QLabel* m_answers;
    PriceCard* m_cost;
    QLabel* m_target;
    QLabel* m_leaves;
    QLabel* m_wait;
    KeyButton* m_change;
    KeyButton* m_start;
    QVector<Column> m_asked;
    Settings m_settings;
};

QString presetName(const QString& preset);
/** "Offline · no key", "Anthropic · claude-… · batches" */
QString readerName(const Settings& settings);
QString leavesSentence(const Settings& settings);

} // namespace sheaf
