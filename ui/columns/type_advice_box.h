// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/type_advice.h"

#include <QFrame>

class QLabel;

/** One sentence on the type that would serve a column better, and a button that changes it. Hidden without advice. */
namespace sheaf {

class KeyButton;

class TypeAdviceBox : public QFrame
{
    Q_OBJECT
public:
    explicit TypeAdviceBox(QWidget* parent = nullptr);
    void set(const std::optional<TypeAdvice>& advice);

Q_SIGNALS:
    void changeRequested(const sheaf::Column& column);

private:
    std::optional<TypeAdvice> m_advice;
    QLabel* m_sentence;
    KeyButton* m_change;
};

} // namespace sheaf
