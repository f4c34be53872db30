// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"
#include "ui/settings/source_order.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QStackedWidget;

/** Where documents are looked for: the contact address, the sources in their order, and of the chosen one its address,
 * its key and how its test went. */
namespace sheaf {

class Keychain;
class SettingEditor;

class SourcesPage : public QWidget
{
    Q_OBJECT
public:
    explicit SourcesPage(Keychain* keychain, QWidget* parent = nullptr);

    /** The settings that are edited here. */
    const QHash<QString, SettingEditor*>& editors() const { return m_editors; }
    SourceOrder* order() const { return m_order; }
    void set(const Settings& settings);
    /** What the sources lack under these settings, which need not be applied. */
    void refresh(const Settings& settings);
    void showTest(const QString& name, bool ok, const QString& sentence);

Q_SIGNALS:
    void edited();
    void testRequested(const QString& source);

private:
    QWidget* addressBar();
    QWidget* detailsOf(const SourceFacts& source);
    SettingEditor* editor(const QString& key, QWidget* parent);
    void test(const QString& name);

    Keychain* m_keychain;
    SourceOrder* m_order;
    QStackedWidget* m_details;
    QHash<QString, SettingEditor*> m_editors;
    QHash<QString, QWidget*> m_pages;  ///< source → its details
    QHash<QString, QLabel*> m_results; ///< source → what its test said
    Settings m_settings;
};

} // namespace sheaf
