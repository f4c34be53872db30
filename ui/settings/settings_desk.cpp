// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_desk.h"

#include "core/second_reader.h"
#include "pipeline/engine/model_fetch.h"
#include "ui/costs/price_card.h"
#include "ui/settings/keychain.h"
#include "ui/settings/settings_dialog.h"
#include "ui/window/session.h"
#include "ui/window/setup_view.h"

#include <QCoreApplication>
#include <QHash>
#include <QPointer>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace sheaf {

SettingsDesk::SettingsDesk(Session* session, Keychain* keychain, SetupView* setup, QWidget* window)
    : QObject(window), m_session(session), m_keychain(keychain), m_setup(setup), m_window(window),
      m_models(new ModelFetch(this))
{
    m_setup->set({}, m_session->settings());
    connect(&m_session->engine(), &Engine::priced, this, &SettingsDesk::tellPrice);
    connect(m_setup, &SetupView::actionRequested, this, &SettingsDesk::help);
    connect(m_keychain, &Keychain::changed, this, &SettingsDesk::loadFacts);
    connect(m_models, &ModelFetch::progressed, this, [this](const QString& sentence) {
        m_modelsSaid = sentence;
        showFacts();
        Q_EMIT said(sentence);
    });
    connect(m_models, &ModelFetch::finished, this, [this](const std::optional<Failure>& failure) {
        m_modelsSaid = failure && failure->code != "stopped"_L1 ? failure->message : QString();
        Q_EMIT said(failure ? failure->message : tr("The models are there; papers that are scans can be retried."));
        showFacts();
        loadFacts();
    });
}

void SettingsDesk::show(const QString& key)
{
    if (!m_dialog) {
        Engine* engine = &m_session->engine();
        m_dialog = new SettingsDialog(m_keychain, m_window);
        connect(m_dialog, &SettingsDialog::applied, this, &SettingsDesk::apply);
        connect(m_dialog, &SettingsDialog::readerTestRequested, engine, &Engine::testReader);
        connect(m_dialog, &SettingsDialog::converterTestRequested, engine, &Engine::testConverter);
        connect(m_dialog, &SettingsDialog::sourceTestRequested, engine, &Engine::testSource);
        connect(engine, &Engine::sourceTested, m_dialog, &SettingsDialog::showSourceTest);
        connect(engine, &Engine::readerTested, m_dialog, &SettingsDialog::showReaderTest);
        connect(engine, &Engine::converterTested, m_dialog, &SettingsDialog::showConverterTest);
        connect(m_dialog, &SettingsDialog::sinkTestRequested, engine, &Engine::testSink);
        connect(engine, &Engine::sinkTested, m_dialog, &SettingsDialog::showSinkTest);
        connect(m_session, &Session::settingsChanged, m_dialog, [this] { m_dialog->set(m_session->settings()); });
    }
    if (!m_dialog->isVisible())
        m_dialog->set(m_session->settings());
    m_dialog->showSetting(key);
}

void SettingsDesk::apply(const Settings& settings)
{
    m_session->applySettings(settings);
    const QStringList unknown = unknownSecondColumns(m_session->columns(), settings);
    if (!unknown.isEmpty())
        Q_EMIT said(tr("The second reader: there is no column “%1”.").arg(unknown.join(u"”, “"_s)));
    else if (hasSecondReader(settings))
        m_session->engine().price({.id = PriceAsker::Second, .columns = m_session->columns()});
}

/** Papers that were read before there was a second reader: what the next Start would cost. */
void SettingsDesk::tellPrice(const PriceAnswer& answer)
{
    if (answer.id != PriceAsker::Second || answer.papers == 0 || (!answer.free && answer.counted < answer.papers))
        return;
    Q_EMIT said(answer.failure ? answer.failure->message
                               : tr("The next run reads %n papers by the second reader: %1.", nullptr, answer.papers)
                                     .arg(priceWords(answer)));
}

void SettingsDesk::change(const QString& key, const QString& value)
{
    Settings settings = m_session->settings();
    if (const auto set = settings.set(key, value); !set)
        Q_EMIT said(set.error().message);
    else
        m_session->applySettings(settings);
}

void SettingsDesk::help(const QString& action)
{
    static const QHash<QString, QString> settingOf{{u"choose-reader"_s, u"read.kind"_s},
                                                   {u"set-read-key"_s, u"read.key"_s},
                                                   {u"choose-second-reader"_s, u"second.kind"_s},
                                                   {u"set-second-key"_s, u"second.key"_s},
                                                   {u"raise-cap"_s, u"read.cap.usd"_s},
                                                   {u"set-email"_s, u"acquire.email"_s},
                                                   {u"choose-converter"_s, u"convert.kind"_s},
                                                   {u"set-convert-key"_s, u"convert.key"_s},
                                                   {u"set-zotero"_s, u"zotero.key"_s},
                                                   {u"set-elasticsearch"_s, u"elasticsearch.url"_s}};
    if (const QString key = settingOf.value(action); !key.isEmpty()) {
        show(key);
    } else if (action == "read-rest"_L1) {
        change(u"read.pilot"_s, u"0"_s);
    } else if (action == "fetch-models"_L1) {
        m_models->start();
        m_modelsSaid = tr("Fetching…");
        showFacts();
    } else if (action == "cancel-models"_L1) {
        m_models->cancel();
    } else {
        m_session->engine().retryTrouble();
    }
}

void SettingsDesk::loadFacts()
{
    QThreadPool::globalInstance()->start([settings = m_session->settings(), secrets = m_keychain->source(),
                                          self = QPointer<SettingsDesk>(this),
                                          back = QCoreApplication::instance()]() mutable {
        const QVector<SetupFact> facts = setupFacts(settings, secrets);
        QMetaObject::invokeMethod(back, [self = std::move(self), settings, facts] {
            if (!self)
                return;
            self->m_facts = facts;
            self->showFacts();
            self->m_factsKnown = true;
            Q_EMIT self->factsShown();
        });
    });
}

/** The facts, with what has happened to the models since they were looked at. */
void SettingsDesk::showFacts()
{
    QVector<SetupFact> facts = m_facts;
    const auto scans = std::ranges::find(facts, u"scans"_s, &SetupFact::id);
    if (scans != facts.end() && !m_modelsSaid.isEmpty() && !scans->action.isEmpty()) {
        scans->sentence = m_modelsSaid;
        if (m_models->isRunning())
            scans->action = u"cancel-models"_s;
    }
    m_setup->set(facts, m_session->settings());
}

} // namespace sheaf
