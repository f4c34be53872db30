// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/translation.h"
#include "ui/look/theme.h"
#include "ui/settings/keychain.h"
#include "ui/window/main_window.h"
#include "ui/window/screenshot.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QSettings>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

struct Arguments
{
    QStringList paths;
    QString screenshot;
    bool example = false;
    ThemeChoice theme = ThemeChoice::System;
};

Arguments parse(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "From a list of papers to a table of proven answers."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption example(
        u"example"_s, QCoreApplication::translate("main", "Read the example papers that come with Sheaf."));
    const QCommandLineOption colours(u"theme"_s, QCoreApplication::translate("main", "Colours: light, dark or system."),
                                     u"light|dark|system"_s);
    const QCommandLineOption screenshot(
        u"screenshot"_s, QCoreApplication::translate("main", "Save a picture of the window at 1440 × 900 and end."),
        u"FILE.png"_s);
    parser.addOptions({example, colours, screenshot});
    parser.addPositionalArgument(
        u"files"_s, QCoreApplication::translate("main", "A .sheaf file to open; lists, PDFs and folders to import."),
        u"[FILE.sheaf] [LIST|PDF|FOLDER…]"_s);
    parser.process(application);
    const QString theme =
        parser.isSet(colours) ? parser.value(colours) : QSettings().value(u"window/theme"_s).toString();
    return {parser.positionalArguments(), parser.value(screenshot), parser.isSet(example), themeChoiceFromName(theme)};
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"Sheaf"_s);
    QApplication::setApplicationName(u"Sheaf"_s);
    QApplication::setApplicationVersion(QString::fromLatin1(SHEAF_VERSION));
    QApplication::setDesktopFileName(u"org.sheaf.Sheaf"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/sheaf.svg"_s));
    installTranslations(application);
    const Arguments arguments = parse(application);
    applyTheme(arguments.theme);

    Keychain keychain;
    MainWindow::Options options;
    options.engine.secrets = keychain.source();
    options.engine.keepSecret = keychain.keeper();
    options.keychain = &keychain;
    options.rememberLayout = arguments.screenshot.isEmpty();
    MainWindow window(std::move(options));
    if (!arguments.screenshot.isEmpty()) {
        window.resize(1440, 900);
        new Screenshot(&window, arguments.screenshot);
    }
    window.show();
    if (arguments.example)
        window.openExamples();
    else if (!arguments.paths.isEmpty())
        window.openPaths(arguments.paths);
    return QApplication::exec();
}
