// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columns/type_advice_box.h"

#include "ui/controls/key_button.h"
#include "ui/controls/labels.h"
#include "ui/look/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTextDocumentFragment>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

QString whatTheAnswersAre(const TypeAdvice& advice)
{
    const int answers = advice.answers;
    const bool two = answers == 2;
    switch (advice.column.type) {
    case ColumnType::Number:
        return two ? TypeAdviceBox::tr("Both answers begin with a number.")
                   : TypeAdviceBox::tr("All %n answers begin with a number.", nullptr, answers);
    case ColumnType::YesNo:
        return two ? TypeAdviceBox::tr("Both answers are yes or no.")
                   : TypeAdviceBox::tr("All %n answers are yes or no.", nullptr, answers);
    default:
        return TypeAdviceBox::tr("All %n answers are among a few values.", nullptr, answers);
    }
}

/** Rich text. */
QString whatTheTypeBrings(const TypeAdvice& advice)
{
    switch (advice.column.type) {
    case ColumnType::Number:
        if (advice.leavesOut)
            return TypeAdviceBox::tr(
                "As <b>number</b> the column can be sorted; the words behind the numbers are left out.");
        return advice.column.unit.isEmpty() ? TypeAdviceBox::tr("As <b>number</b> the column can be sorted.")
                                            : TypeAdviceBox::tr("As <b>number in %1</b> the column can be sorted.")
                                                  .arg(advice.column.unit.toHtmlEscaped());
    case ColumnType::YesNo:
        return TypeAdviceBox::tr("As <b>yes / no</b> the column can be counted.");
    default:
        return TypeAdviceBox::tr("As <b>one of</b> them the column can be counted; add the choices that are missing.");
    }
}

} // namespace

TypeAdviceBox::TypeAdviceBox(QWidget* parent)
    : QFrame(parent), m_sentence(wrappedLabel({}, FontRole::Dense)), m_change(new KeyButton(tr("Change")))
{
    setProperty("edge", u"card"_s);
    m_sentence->setTextFormat(Qt::RichText);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme().px(11), theme().px(9), theme().px(11), theme().px(9));
    row->setSpacing(theme().px(10));
    row->addWidget(m_sentence, 1);
    row->addWidget(m_change, 0, Qt::AlignVCenter);
    connect(m_change, &QPushButton::clicked, this, [this] {
        if (m_advice)
            Q_EMIT changeRequested(Column(m_advice->column)); // the answer may take the advice away
    });
    set({});
}

void TypeAdviceBox::set(const std::optional<TypeAdvice>& advice)
{
    m_advice = advice;
    setVisible(advice.has_value());
    if (!advice)
        return;
    m_sentence->setText(whatTheAnswersAre(*advice) + u' ' + whatTheTypeBrings(*advice));
    m_change->setAccessibleDescription(QTextDocumentFragment::fromHtml(m_sentence->text()).toPlainText());
}

} // namespace sheaf
