// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_dialog.h"

#include "core/second_reader.h"
#include "sinks/service_sink.h"
#include "ui/controls/key_button.h"
#include "ui/controls/tab_pane.h"
#include "ui/look/theme.h"
#include "ui/settings/key_row.h"
#include "ui/settings/keychain.h"
#include "ui/settings/setting_editor.h"
#include "ui/settings/sources_page.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace sheaf {

SettingsDialog::SettingsDialog(Keychain* keychain, QWidget* parent)
    : QDialog(parent), m_keychain(keychain), m_groups(new TabPane), m_sources(new SourcesPage(keychain)),
      m_problem(new QLabel), m_apply(new KeyButton(tr("Apply"), KeyButton::Primary))
{
    setWindowTitle(tr("Settings"));
    setModal(false);
    resize(theme().px(760), theme().px(680));
    auto* close = new KeyButton(tr("Close"));
    close->setKeyHint(u"Esc"_s);
    m_problem->setProperty("tone", u"red"_s);
    m_problem->setWordWrap(true);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(theme().px(14), theme().px(10), theme().px(14), theme().px(10));
    foot->setSpacing(theme().px(8));
    foot->addWidget(m_problem, 1);
    foot->addWidget(m_apply);
    foot->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_groups, 1);
    column->addLayout(foot);

    m_editors = m_sources->editors();
    m_groups->add(m_sources, tr("Sources"));
    connect(m_sources, &SourcesPage::edited, this, [this] {
        m_sources->refresh(edited());
        refreshButtons();
    });
    connect(m_sources, &SourcesPage::testRequested, this,
            [this](const QString& name) { Q_EMIT sourceTestRequested(name, edited()); });
    addGroup(u"acquire."_s, tr("Acquire"));
    Group convert = addGroup(u"convert."_s, tr("Convert"));
    addKeyRow(convert, SecretName::ConvertKey, u"convert.key"_s, tr("Key of the conversion service"));
    addKeyRow(convert, SecretName::DatalabKey, u"convert.datalab.key"_s, tr("Datalab's key, behind another converter"));
    addKeyRow(convert, SecretName::VisionKey, u"convert.vision.key"_s, tr("Vision server's key, the same"));
    m_converterTest = addTestRow(convert, tr("Test converter"),
                                 [this](const Settings& settings) { Q_EMIT converterTestRequested(settings); });
    Group read = addGroup(u"read."_s, tr("Read"));
    addKeyRow(read, SecretName::ReadKey, u"read.key"_s, tr("Key of the reader's service"));
    m_readerTest = addTestRow(read, tr("Test reader"), [this](const Settings& settings) {
        Q_EMIT readerTestRequested(settings, ReaderRole::First);
    });
    Group second = addGroup(u"second."_s, tr("Second reader"));
    addKeyRow(second, SecretName::SecondKey, u"second.key"_s, tr("Key of the second reader's service"));
    m_secondTest = addTestRow(second, tr("Test second reader"), [this](const Settings& settings) {
        if (hasSecondReader(settings))
            Q_EMIT readerTestRequested(settings, ReaderRole::Second);
        else
            showReaderTest(ReaderRole::Second, false, tr("There is no second reader: choose one above."));
    });
    for (const ServiceKind& kind : serviceKinds())
        addService(kind.name, kind.label, kind.key);
    addGroup(u"queue."_s, tr("Queues"));

    connect(m_apply, &QPushButton::clicked, this, &SettingsDialog::apply);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_keychain, &Keychain::stored, this, [this](SecretName, bool ok, const QString& sentence) {
        m_problem->setProperty("tone", ok ? u"dim"_s : u"red"_s);
        m_problem->setText(sentence);
    });
    refreshButtons();
}

SettingsDialog::Group SettingsDialog::addGroup(const QString& prefix, const QString& title)
{
    auto* page = new QScrollArea;
    page->setFrameShape(QFrame::NoFrame);
    page->setWidgetResizable(true);
    page->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    content->setProperty("pane", u"base"_s);
    content->setAttribute(Qt::WA_StyledBackground);
    auto* form = new QFormLayout(content);
    form->setContentsMargins(theme().px(14), theme().px(14), theme().px(14), theme().px(14));
    form->setHorizontalSpacing(theme().px(16));
    form->setVerticalSpacing(theme().px(9));
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (const SettingSpec& spec : Settings::specs()) {
        if (!spec.key.startsWith(prefix) || m_editors.contains(spec.key))
            continue;
        auto* editor = new SettingEditor(spec, content);
        connect(editor, &SettingEditor::edited, this, &SettingsDialog::refreshButtons);
        m_editors.insert(spec.key, editor);
        auto* name = new QLabel(spec.description);
        name->setToolTip(spec.key);
        name->setWordWrap(true);
        name->setFixedWidth(
            theme().px(290)); // a form asks a wrapping label for its height only where its width is known
        name->setBuddy(editor->widget());
        form->addRow(name, editor->widget());
    }
    page->setWidget(content);
    m_groups->add(page, title);
    m_pages.insert(prefix, page);
    return {prefix, page, form};
}

void SettingsDialog::addKeyRow(Group& group, SecretName name, const QString& key, const QString& label)
{
    auto* row = new KeyRow(m_keychain, name, label);
    m_keys.insert(key, row->edit());
    group.form->addRow(label, row);
}

void SettingsDialog::addService(const QString& name, const QString& label, SecretName key)
{
    Group group = addGroup(name + u'.', label);
    addKeyRow(group, key, name + u".key"_s, tr("Key or password for %1").arg(label));
    m_sinkTests.insert(name, addTestRow(group, tr("Test %1").arg(label), [this, name](const Settings& settings) {
                           Q_EMIT sinkTestRequested(name, settings);
                       }));
}

QLabel* SettingsDialog::addTestRow(Group& group, const QString& text,
                                   const std::function<void(const Settings&)>& request)
{
    auto* button = new KeyButton(text);
    auto* result = new QLabel;
    result->setWordWrap(true);
    result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(button, &QPushButton::clicked, this, [this, result, request] {
        result->setProperty("tone", u"dim"_s);
        result->setText(tr("Asking…"));
        result->style()->polish(result);
        request(edited());
    });
    group.form->addRow(button, result);
    return result;
}

void SettingsDialog::set(const Settings& settings)
{
    m_settings = settings;
    for (SettingEditor* editor : std::as_const(m_editors))
        editor->set(settings.value(editor->spec().key));
    m_sources->set(settings);
    refreshButtons();
}

void SettingsDialog::showSetting(const QString& key)
{
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it) {
        if (key.startsWith(it.key()))
            m_groups->showPage(it.value());
    }
    if (m_sources->editors().contains(key))
        m_groups->showPage(m_sources);
    show();
    raise();
    activateWindow();
    QWidget* control = m_keys.value(key);
    if (const SettingEditor* editor = m_editors.value(key))
        control = editor->widget();
    if (key == "acquire.sources"_L1)
        control = m_sources->order();
    if (control)
        control->setFocus(Qt::OtherFocusReason);
}

void SettingsDialog::showTest(QLabel* label, bool ok, const QString& sentence)
{
    label->setProperty("tone", ok ? u"accent"_s : u"red"_s);
    label->setText((ok ? u"✓ "_s : u"✕ "_s) + sentence);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

void SettingsDialog::showReaderTest(ReaderRole role, bool ok, const QString& sentence)
{
    showTest(role == ReaderRole::First ? m_readerTest : m_secondTest, ok, sentence);
}

void SettingsDialog::showConverterTest(bool ok, const QString& sentence)
{
    showTest(m_converterTest, ok, sentence);
}

void SettingsDialog::showSinkTest(const QString& sink, bool ok, const QString& sentence)
{
    showTest(m_sinkTests.value(sink), ok, sentence);
}

void SettingsDialog::showSourceTest(const QString& name, bool ok, const QString& sentence)
{
    m_sources->showTest(name, ok, sentence);
}

Settings SettingsDialog::edited() const
{
    Settings settings = m_settings;
    for (const SettingEditor* editor : m_editors) {
        const SettingSpec& spec = editor->spec();
        // Only what was changed is set: a default that is merely shown stays a default.
        if (editor->value() != m_settings.value(spec.key).toString() && !settings.set(spec.key, editor->value()))
            return m_settings;
    }
    return settings;
}

void SettingsDialog::apply()
{
    m_settings = edited();
    m_problem->clear();
    refreshButtons();
    Q_EMIT applied(m_settings);
}

void SettingsDialog::refreshButtons()
{
    m_apply->setEnabled(edited() != m_settings);
}

} // namespace sheaf
