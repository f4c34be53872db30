// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/details.h"

#include <QObject>

class QWidget;

/** Everything about settings that is not their dialog: opens it at the right place, applies, tests, and keeps the
 * set-up rows true. Facts are looked up off the main thread. */
namespace sheaf {

class Keychain;
class Settings;
struct PriceAnswer;
class ModelFetch;
class Session;
class SettingsDialog;
class SetupView;

class SettingsDesk : public QObject
{
    Q_OBJECT
public:
    SettingsDesk(Session* session, Keychain* keychain, SetupView* setup, QWidget* window);

    void show(const QString& key);
    void change(const QString& key, const QString& value);
    /** The button that helps: of a set-up row, or of a trouble. */
    void help(const QString& action);
    void loadFacts();
    bool factsKnown() const { return m_factsKnown; }

Q_SIGNALS:
    void factsShown();
    void said(const QString& sentence);

private:
    void apply(const Settings& settings);
    void tellPrice(const PriceAnswer& answer);
    void showFacts();

    Session* m_session;
    Keychain* m_keychain;
    SetupView* m_setup;
    QWidget* m_window;
    SettingsDialog* m_dialog = nullptr;
    ModelFetch* m_models;
    QVector<SetupFact> m_facts;
    QString m_modelsSaid; ///< how the fetch goes, or why it ended
    bool m_factsKnown = false;
};

} // namespace sheaf
