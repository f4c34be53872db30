// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"
#include "pipeline/engine/snapshot.h"

#include <QWidget>

class QLabel;
class QLineEdit;

/**
 * The bar under the menu: lists, PDFs, run and stop, preset and reader, what it cost, export, filter. In a narrow
 * window what is only read gives way: first what it cost, then the words before preset and reader.
 */
namespace sheaf {

struct Actions;
class ComboBox;
class KeyButton;

class ToolBar : public QWidget
{
    Q_OBJECT
public:
    explicit ToolBar(const Actions& actions, QWidget* parent = nullptr);

    void setSettings(const Settings& settings);
    void setRun(RunState run, const StripState& strip, bool canStart);
    void setExportEnabled(bool enabled);
    QLineEdit* filter() const { return m_filter; }
    /** Without what gives way. */
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void presetChosen(const QString& preset);
    void readerChosen(const QString& kind);
    void readerSettingsRequested();
    void runPressed();
    void filterChanged(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    KeyButton* buttonFor(QAction* action);
    QString costText(RunState run, const StripState& strip) const;
    int widthNeeded(bool narrow) const;
    void giveWay();
    KeyButton* m_run;
    KeyButton* m_stop;
    KeyButton* m_addPdfs;
    KeyButton* m_export;
    ComboBox* m_preset;
    ComboBox* m_reader;
    QLabel* m_cost;
    QList<QLabel*> m_givesWay; ///< the first one first
    QLineEdit* m_filter;
    Settings m_settings;
};

} // namespace sheaf
