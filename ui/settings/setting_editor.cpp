// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/setting_editor.h"

#include "ui/controls/combo_box.h"
#include "ui/import/import_facts.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace sheaf {

QString choiceName(const QString& key, const QString& choice)
{
    if (key == "convert.preset"_L1)
        return presetName(choice);
    if (choice == "native"_L1)
        return SettingEditor::tr("Native, on this computer");
    if (choice == "marker-server"_L1)
        return SettingEditor::tr("marker_server");
    if (choice == "datalab"_L1)
        return SettingEditor::tr("Datalab, hosted, paid");
    if (choice == "docling-serve"_L1)
        return SettingEditor::tr("docling-serve");
    if (choice == "mineru"_L1)
        return SettingEditor::tr("MinerU (mineru-api)");
    if (choice == "grobid"_L1)
        return SettingEditor::tr("GROBID");
    if (choice == "job-service"_L1)
        return SettingEditor::tr("A queue of marker jobs, shared folder");
    if (choice == "vision"_L1)
        return SettingEditor::tr("Vision model (OpenAI-compatible server)");
    if (choice == "none"_L1)
        return SettingEditor::tr("None");
    if (choice == "offline"_L1)
        return SettingEditor::tr("Offline: rules, free, no key");
    if (choice == "openai"_L1)
        return SettingEditor::tr("OpenAI-compatible (llama.cpp and others)");
    if (choice == "anthropic"_L1)
        return SettingEditor::tr("Anthropic");
    if (choice == "auto"_L1)
        return SettingEditor::tr("When two or more wait");
    if (choice == "always"_L1)
        return SettingEditor::tr("Always");
    if (choice == "never"_L1)
        return SettingEditor::tr("Never");
    return choice;
}

SettingEditor::SettingEditor(const SettingSpec& spec, QWidget* parent) : QObject(parent), m_spec(spec)
{
    switch (spec.defaultValue.typeId()) {
    case QMetaType::Int: {
        auto* box = new QSpinBox(parent);
        box->setRange(int(spec.minimum), int(spec.maximum));
        connect(box, &QSpinBox::valueChanged, this, &SettingEditor::edited);
        m_widget = box;
        break;
    }
    case QMetaType::Double: {
        auto* box = new QDoubleSpinBox(parent);
        box->setRange(spec.minimum, spec.maximum);
        box->setDecimals(2);
        connect(box, &QDoubleSpinBox::valueChanged, this, &SettingEditor::edited);
        m_widget = box;
        break;
    }
    case QMetaType::Bool: {
        auto* box = new QCheckBox(parent);
        connect(box, &QCheckBox::toggled, this, &SettingEditor::edited);
        m_widget = box;
        break;
    }
    default:
        if (spec.choices.isEmpty()) {
            auto* edit = new QLineEdit(parent);
            connect(edit, &QLineEdit::textChanged, this, &SettingEditor::edited);
            m_widget = edit;
        } else {
            auto* box = new ComboBox(parent);
            for (const QString& choice : spec.choices)
                box->addItem(choiceName(spec.key, choice), choice);
            connect(box, &QComboBox::currentIndexChanged, this, &SettingEditor::edited);
            m_widget = box;
        }
    }
    m_widget->setAccessibleName(spec.description);
    m_widget->setToolTip(spec.key);
}

void SettingEditor::set(const QVariant& value)
{
    if (auto* spin = qobject_cast<QSpinBox*>(m_widget))
        spin->setValue(value.toInt());
    else if (auto* number = qobject_cast<QDoubleSpinBox*>(m_widget))
        number->setValue(value.toDouble());
    else if (auto* check = qobject_cast<QCheckBox*>(m_widget))
        check->setChecked(value.toBool());
    else if (auto* combo = qobject_cast<ComboBox*>(m_widget))
        combo->setCurrentIndex(combo->findData(value.toString()));
    else
        qobject_cast<QLineEdit*>(m_widget)->setText(value.toString());
}

QString SettingEditor::value() const
{
    if (const auto* spin = qobject_cast<QSpinBox*>(m_widget))
        return QString::number(spin->value());
    if (const auto* number = qobject_cast<QDoubleSpinBox*>(m_widget))
        return QString::number(number->value(), 'g', 12);
    if (const auto* check = qobject_cast<QCheckBox*>(m_widget))
        return check->isChecked() ? u"true"_s : u"false"_s;
    if (const auto* combo = qobject_cast<ComboBox*>(m_widget))
        return combo->currentData().toString();
    return qobject_cast<QLineEdit*>(m_widget)->text();
}

} // namespace sheaf
