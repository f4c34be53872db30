// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/style_sheet.h"

#include "ui/look/theme.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Words with @ are the theme's tokens, numbers with # are pixels that grow with the font. */
constexpr auto pattern = R"(
QMainWindow, QDialog { background: @base; }
QMenuBar { background: @base; border: none; border-bottom: 1px solid @line; padding: 0; }
QMenuBar::item { padding: #4 #8; background: transparent; border-radius: #4; }
QMenuBar::item:selected { background: @soft; }
QMenu { background: @base; border: 1px solid @line; padding: #4; }
QMenu::item { padding: #5 #24 #5 #12; border-radius: #4; }
QMenu::item:selected { background: @soft; }
QMenu::item:disabled { color: @dim; background: transparent; }
QMenu::separator { height: 1px; background: @line; margin: #4 #8; }
QToolTip { background: @panel; color: @text; border: 1px solid @line; padding: #4; }

QPushButton { background: @panel; color: @text; border: 1px solid @line; border-radius: #5; padding: 0 #11; min-height: #27; }
QPushButton:hover { border-color: @arrow; }
QPushButton:pressed { background: @line; }
QPushButton:checked { background: @soft; border-color: @accent; }
QPushButton:disabled { color: @dim; background: @base; }
QPushButton[primary="true"] { background: @accent; color: @onAccent; border-color: @accent; font-weight: 600; }
QPushButton[primary="true"]:disabled { background: @base; color: @dim; border-color: @line; }
QPushButton[small="true"] { min-height: #21; padding: 0 #8; font-size: #11px; }
QPushButton[link="true"] { background: transparent; border: none; color: @accent; padding: 0; min-height: #18; font-size: #11px; font-weight: 500; text-align: right; }
QPushButton[link="true"]:hover { text-decoration: underline; }
QPushButton::menu-indicator { image: none; width: 0; }

QComboBox { background: @base; border: 1px solid @line; border-radius: #5; padding: 0 #11; min-height: #27; }
QComboBox:hover { border-color: @arrow; }
QComboBox:disabled { color: @dim; }
QComboBox[small="true"] { min-height: #19; padding: 0 #6; font-size: #11px; }
QComboBox[unsure="true"] { color: @amberText; border-color: @amber; }
QComboBox::drop-down { border: none; width: #20; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: @base; border: 1px solid @line; selection-background-color: @soft; selection-color: @text; outline: none; padding: #4; }

QLineEdit, QSpinBox, QDoubleSpinBox { background: @base; border: 1px solid @line; border-radius: #5; padding: 0 #8; min-height: #27; selection-background-color: @soft; selection-color: @text; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus { border-color: @accent; }
QLineEdit:disabled { color: @dim; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; border: none; }
QSpinBox[small="true"], QLineEdit[small="true"] { min-height: #21; font-size: #11px; }

QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @dim; padding: #8 #10 #7 #10; border: none; border-bottom: 2px solid transparent; }
QTabBar[small="true"]::tab { padding: #8 #6 #7 #6; font-size: #12px; }
QTabBar::tab:selected { color: @text; font-weight: 600; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @text; }

QHeaderView { background: @panel; border: none; }
QHeaderView::section { background: @panel; color: @dim; border: none; border-bottom: 1px solid @line; padding: 0 #8; font-size: #11px; font-weight: 600; }
QHeaderView:vertical { background: @base; }
QTableCornerButton::section { background: @panel; border: none; border-bottom: 1px solid @line; }
QTableView, QListView, QTreeView, QPlainTextEdit, QTextEdit, QScrollArea { background: @base; border: none; outline: none; selection-background-color: @soft; selection-color: @text; }
QTableView { gridline-color: @line; }
QTreeView::item { padding: #4 #8; border-bottom: 1px solid @line; }
QTreeView::item:selected { background: @soft; color: @text; }

QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QScrollBar:vertical { background: transparent; width: #10; margin: 0; }
QScrollBar:horizontal { background: transparent; height: #10; margin: 0; }
QScrollBar::handle { background: @line; border-radius: #4; min-height: #24; min-width: #24; margin: #1; }
QScrollBar::handle:hover { background: @arrow; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }


QGroupBox { border: none; margin-top: 0; padding: 0; }
*[pane="panel"] { background: @panel; }
*[pane="base"] { background: @base; }
*[edge="bottom"] { border-bottom: 1px solid @line; }
*[edge="top"] { border-top: 1px solid @line; }
*[edge="left"] { border-left: 1px solid @line; }
*[edge="card"] { background: @base; border: 1px solid @line; border-radius: #7; }
*[edge="chosen"] { background: @base; border: 2px solid @accent; border-radius: #7; }
QLabel[tone="dim"] { color: @dim; }
QLabel[tone="red"] { color: @red; }
QLabel[tone="amber"] { color: @amberText; }
QLabel[tone="accent"] { color: @accent; }
QLabel[tone="blue"] { color: @blue; }
)";

QString token(const Theme& t, QStringView name)
{
    const QColor* colour = nullptr;
    if (name == "base"_L1)
        colour = &t.base;
    else if (name == "panel"_L1)
        colour = &t.panel;
    else if (name == "line"_L1)
        colour = &t.line;
    else if (name == "text"_L1)
        colour = &t.text;
    else if (name == "dim"_L1)
        colour = &t.dim;
    else if (name == "accent"_L1)
        colour = &t.accent;
    else if (name == "onAccent"_L1)
        colour = &t.onAccent;
    else if (name == "soft"_L1)
        colour = &t.soft;
    else if (name == "blue"_L1)
        colour = &t.blue;
    else if (name == "red"_L1)
        colour = &t.red;
    else if (name == "amber"_L1)
        colour = &t.amber;
    else if (name == "amberText"_L1)
        colour = &t.amberText;
    else if (name == "arrow"_L1)
        colour = &t.arrow;
    Q_ASSERT_X(colour, "styleSheet", qPrintable(name.toString()));
    return colour ? colour->name() : QString();
}

} // namespace

QString styleSheet(const Theme& t)
{
    const QString text = QString::fromLatin1(pattern);
    static const QRegularExpression placeholder(uR"(@(\w+)|#(\d+)(?:px)?)"_s);
    QString sheet;
    qsizetype end = 0;
    for (const QRegularExpressionMatch& match : placeholder.globalMatch(text)) {
        sheet += QStringView(text).mid(end, match.capturedStart() - end);
        if (match.hasCaptured(1))
            sheet += token(t, match.capturedView(1));
        else
            sheet += QString::number(t.px(match.capturedView(2).toInt())) + "px"_L1;
        end = match.capturedEnd();
    }
    sheet += QStringView(text).mid(end);
    return sheet;
}

} // namespace sheaf
