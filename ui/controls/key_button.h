// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

/** A push button that may show its key in a small box after its text, and takes the theme's kinds: plain, primary,
 * small, link. */
namespace sheaf {

class KeyButton : public QPushButton
{
    Q_OBJECT
public:
    enum Kind
    {
        Plain,
        Primary,
        Small,
        Link
    };
    explicit KeyButton(const QString& text, Kind kind = Plain, QWidget* parent = nullptr);
    void setKind(Kind kind);
    void setKeyHint(const QString& key);
    QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    int hintWidth() const;
    QFont hintFont() const;
    QString m_hint;
};

} // namespace sheaf
