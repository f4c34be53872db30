// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"
#include "core/secrets.h"
#include "core/settings.h"

#include <QDialog>
#include <QHash>

#include <functional>

class QLabel;
class QLineEdit;
class QFormLayout;

/** Every setting under its own name, in groups; not modal: what is applied takes effect while the run goes on.
 * Keys go into the keychain. Tests run with the values as they stand here, applied or not. */
namespace sheaf {

class Keychain;
class KeyButton;
class SettingEditor;
class SourcesPage;
class TabPane;

class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    SettingsDialog(Keychain* keychain, QWidget* parent);

    void set(const Settings& settings);
    /** Opens the group of this setting with its control in focus; "read.key", "zotero.key" and the like are the keys.
     */
    void showSetting(const QString& key);
    void showReaderTest(ReaderRole role, bool ok, const QString& sentence);
    void showConverterTest(bool ok, const QString& sentence);
    void showSinkTest(const QString& sink, bool ok, const QString& sentence);
    void showSourceTest(const QString& name, bool ok, const QString& sentence);

Q_SIGNALS:
    void applied(const sheaf::Settings& settings);
    void readerTestRequested(const sheaf::Settings& settings, sheaf::ReaderRole role);
    void converterTestRequested(const sheaf::Settings& settings);
    void sinkTestRequested(const QString& sink, const sheaf::Settings& settings);
    void sourceTestRequested(const QString& name, const sheaf::Settings& settings);

private:
    struct Group
    {
        QString prefix;
        QWidget* page;
        QFormLayout* form;
    };
    Group addGroup(const QString& prefix, const QString& title);
    void addKeyRow(Group& group, SecretName name, const QString& key, const QString& label);
    QLabel* addTestRow(Group& group, const QString& text, const std::function<void(const Settings&)>& request);
    void addService(const QString& name, const QString& label, SecretName key);
    void showTest(QLabel* label, bool ok, const QString& sentence);
    Settings edited() const;
    void apply();
    void refreshButtons();

    Keychain* m_keychain;
    TabPane* m_groups;
    SourcesPage* m_sources;
    QHash<QString, SettingEditor*> m_editors;
    QHash<QString, QLineEdit*> m_keys;
    QHash<QString, QWidget*> m_pages; ///< prefix → page
    QLabel* m_readerTest;
    QLabel* m_secondTest;
    QLabel* m_converterTest;
    QHash<QString, QLabel*> m_sinkTests; ///< by service
    QLabel* m_problem;
    KeyButton* m_apply;
    Settings m_settings;
};

} // namespace sheaf
