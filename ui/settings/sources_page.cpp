// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/sources_page.h"

#include "ui/controls/key_button.h"
#include "ui/look/theme.h"
#include "ui/settings/key_row.h"
#include "ui/settings/keychain.h"
#include "ui/settings/setting_editor.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QLabel* hintLabel(const QString& text)
{
    auto* label = new QLabel(text);
    label->setProperty("tone", u"dim"_s);
    label->setFont(theme().font(FontRole::Secondary));
    label->setWordWrap(true);
    return label;
}

QWidget* line()
{
    auto* rule = new QWidget;
    rule->setFixedHeight(1);
    rule->setProperty("edge", u"bottom"_s);
    rule->setAttribute(Qt::WA_StyledBackground);
    return rule;
}

} // namespace

SourcesPage::SourcesPage(Keychain* keychain, QWidget* parent)
    : QWidget(parent), m_keychain(keychain), m_order(new SourceOrder), m_details(new QStackedWidget)
{
    setProperty("pane", u"base"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(addressBar());
    column->addWidget(line());
    column->addWidget(m_order, 1);
    column->addWidget(line());
    column->addWidget(m_details);
    for (const SourceFacts& source : knownSources()) {
        QWidget* page = detailsOf(source);
        m_pages.insert(source.name, page);
        m_details->addWidget(page);
    }
    m_details->setFixedHeight(m_details->sizeHint().height());
    // The list writes the setting's own text, which is never seen.
    SettingEditor* order = editor(u"acquire.sources"_s, this);
    order->widget()->hide();
    connect(m_order, &SourceOrder::edited, this, [this, order] { order->set(sourceSetting(m_order->choices())); });
    connect(m_order, &SourceOrder::testRequested, this, &SourcesPage::test);
    connect(m_order, &SourceOrder::sourceChosen, this,
            [this](const QString& name) { m_details->setCurrentWidget(m_pages.value(name)); });
    connect(m_keychain, &Keychain::changed, this, [this] { refresh(m_settings); });
}

QWidget* SourcesPage::addressBar()
{
    auto* holder = new QWidget;
    auto* form = new QFormLayout(holder);
    form->setContentsMargins(theme().px(14), theme().px(12), theme().px(14), theme().px(10));
    form->setHorizontalSpacing(theme().px(16));
    form->setVerticalSpacing(theme().px(4));
    auto* name = new QLabel(tr("Contact address"));
    SettingEditor* email = editor(u"acquire.email"_s, holder);
    name->setBuddy(email->widget());
    form->addRow(name, email->widget());
    form->addRow(QString(),
                 hintLabel(tr("Unpaywall asks for it; the other services see it too, publishers never do. A "
                              "published version goes before an accepted one, and that before a preprint.")));
    return holder;
}

SettingEditor* SourcesPage::editor(const QString& key, QWidget* parent)
{
    auto* one = new SettingEditor(*Settings::spec(key), parent);
    connect(one, &SettingEditor::edited, this, &SourcesPage::edited);
    m_editors.insert(key, one);
    return one;
}

QWidget* SourcesPage::detailsOf(const SourceFacts& source)
{
    auto* holder = new QWidget;
    auto* form = new QFormLayout(holder);
    form->setContentsMargins(theme().px(14), theme().px(10), theme().px(14), theme().px(10));
    form->setHorizontalSpacing(theme().px(16));
    form->setVerticalSpacing(theme().px(8));
    auto* title = new QLabel(source.displayName);
    title->setFont(theme().font(FontRole::Strong));
    form->addRow(title);
    if (!source.urlKey.isEmpty())
        form->addRow(tr("Address"), editor(source.urlKey, holder)->widget());
    if (source.name == "retrieval"_L1)
        form->addRow(tr("Seconds a paper"), editor(u"acquire.retrieval.seconds"_s, holder)->widget());
    if (source.key)
        form->addRow(source.needsKey ? tr("Key") : tr("Key, if you have one"),
                     new KeyRow(m_keychain, *source.key, tr("Key of %1").arg(source.displayName), holder));
    auto* button = new KeyButton(tr("Test"), KeyButton::Small);
    button->setKeyHint(u"T"_s);
    auto* result = new QLabel;
    result->setWordWrap(true);
    result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    result->setAccessibleName(tr("What the test said"));
    connect(button, &QPushButton::clicked, this, [this, name = source.name] { test(name); });
    m_results.insert(source.name, result);
    form->addRow(button, result);
    return holder;
}

void SourcesPage::set(const Settings& settings)
{
    m_order->set(sourceChoices(settings));
    m_details->setCurrentWidget(m_pages.value(m_order->currentSource()));
    for (QLabel* result : std::as_const(m_results))
        result->clear();
    refresh(settings);
}

void SourcesPage::refresh(const Settings& settings)
{
    m_settings = settings;
    for (const SourceFacts& source : knownSources()) {
        const QString lack = sourceLacks(source, settings, m_keychain->source());
        m_order->setWord(source.name, lack, lack.isEmpty() ? SourceOrder::Mood::Quiet : SourceOrder::Mood::Missing);
    }
}

void SourcesPage::test(const QString& name)
{
    m_order->choose(name);
    m_order->setWord(name, tr("asking…"), SourceOrder::Mood::Quiet);
    m_results.value(name)->setText(tr("Asking…"));
    Q_EMIT testRequested(name);
}

void SourcesPage::showTest(const QString& name, bool ok, const QString& sentence)
{
    m_order->setWord(name, ok ? tr("✓ answers") : tr("✕ trouble"),
                     ok ? SourceOrder::Mood::Good : SourceOrder::Mood::Bad);
    QLabel* result = m_results.value(name);
    result->setProperty("tone", ok ? u"accent"_s : u"red"_s);
    result->setText((ok ? u"✓ "_s : u"✕ "_s) + sentence);
    result->style()->unpolish(result);
    result->style()->polish(result);
}

} // namespace sheaf
