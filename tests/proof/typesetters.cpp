// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "typesetters.h"

#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace sheaf::testing {

namespace {

QString written(const QString& path, const QString& text)
{
    QFile file(path);
    const QByteArray bytes = text.toUtf8();
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

/** Runs a typesetter in `folder`; its PDF, where it made one. */
QString made(const QString& folder, const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit;
    const QString pdf = folder + u"/paper.pdf"_s;
    return ended && process.exitCode() == 0 && QFile::exists(pdf) ? pdf : QString();
}

/** The text with the table behind its first half, each in the typesetter's words. */
QString body(const TypesetPaper& paper, QString (*paragraph)(const QString&),
             QString (*table)(const QVector<QStringList>&))
{
    QString text;
    for (qsizetype i = 0; i < paper.paragraphs.size(); ++i) {
        if (i == paper.paragraphs.size() / 2)
            text += table(paper.table);
        text += paragraph(paper.paragraphs.at(i));
    }
    return text;
}

QString escaped(QString text, const QVector<QPair<QString, QString>>& words)
{
    for (const auto& [from, to] : words)
        text.replace(from, to);
    return text;
}

QString tex(const QString& text)
{
    return escaped(
        text, {{u"%"_s, u"\\%"_s}, {u"&"_s, u"\\&"_s}, {u"−"_s, u"$-$"_s}, {u"<"_s, u"$<$"_s}, {u"±"_s, u"$\\pm$"_s}});
}

QString latex(const TypesetPaper& paper, const QString& folder)
{
    const auto paragraph = [](const QString& text) { return tex(text) + u"\n\n"_s; };
    const auto table = [](const QVector<QStringList>& rows) {
        QString lines;
        for (const QStringList& row : rows)
            lines += tex(row.join(u" & "_s)).replace(u"\\& "_s, u"& "_s) + u" \\\\\n"_s +
                     (lines.isEmpty() ? u"\\hline\n"_s : u""_s);
        return u"\n\\begin{center}\\begin{tabular}{lrr}\n"_s + lines + u"\\end{tabular}\\end{center}\n\n"_s;
    };
    const QString text = u"\\documentclass[twocolumn]{article}\n\\usepackage[T1]{fontenc}\n\\title{"_s +
                         tex(paper.title) + u"}\\author{Ada Lovelace}\\date{2020}\n\\begin{document}\\maketitle\n"_s +
                         body(paper, paragraph, table) + u"\\end{document}\n"_s;
    if (written(folder + u"/paper.tex"_s, text).isEmpty())
        return {};
    return made(folder, u"pdflatex"_s, {u"-interaction=batchmode"_s, u"paper.tex"_s});
}

QString html(const TypesetPaper& paper, const QString& folder)
{
    const auto paragraph = [](const QString& text) { return u"<p>%1</p>\n"_s.arg(text.toHtmlEscaped()); };
    const auto table = [](const QVector<QStringList>& rows) {
        QString lines;
        for (const QStringList& row : rows) {
            const QString cell = lines.isEmpty() ? u"th"_s : u"td"_s;
            lines += u"<tr>"_s;
            for (const QString& text : row)
                lines += u"<%1>%2</%1>"_s.arg(cell, text.toHtmlEscaped());
            lines += u"</tr>\n"_s;
        }
        return u"<table>\n%1</table>\n"_s.arg(lines);
    };
    const QString style =
        u"@page { size: A4; margin: 2cm } body { font: 9.5pt serif } div { columns: 2; column-gap: 1cm }"
        "p { text-align: justify; hyphens: auto } table { border-collapse: collapse } td, th { padding: 2pt 8pt; text-align: left; border: 0.5pt solid }"_s;
    const QString text = u"<html lang='en'><head><meta charset='utf-8'><style>%1</style></head><body><h1>%2</h1><p>Ada "
                         u"Lovelace</p><div>%3</div>"
                         "</body></html>"_s.arg(style, paper.title.toHtmlEscaped(), body(paper, paragraph, table));
    if (written(folder + u"/paper.html"_s, text).isEmpty())
        return {};
    return made(folder, u"weasyprint"_s, {u"paper.html"_s, u"paper.pdf"_s});
}

QString rtf(const QString& text)
{
    QString coded;
    for (const QChar c : text)
        coded += c.unicode() < 128 ? QString(c) : u"\\u%1?"_s.arg(qint16(c.unicode()));
    return coded;
}

QString writer(const TypesetPaper& paper, const QString& folder)
{
    const auto paragraph = [](const QString& text) {
        return u"{\\pard\\qj\\hyphpar1\\fs20 %1\\par}\n"_s.arg(rtf(text));
    };
    const auto table = [](const QVector<QStringList>& rows) {
        QString lines;
        for (const QStringList& row : rows) {
            lines += u"\\trowd\\cellx1900\\cellx3200\\cellx4200 "_s;
            for (const QString& text : row)
                lines += u"\\pard\\intbl\\fs20 %1\\cell "_s.arg(rtf(text));
            lines += u"\\row\n"_s;
        }
        return lines + u"\\pard\\par\n"_s;
    };
    const QString text =
        u"{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Liberation Serif;}}\\hyphauto1\n{\\pard\\qc\\b\\fs36 %1\\par}{\\pard\\qc "
        "Ada Lovelace\\par}\\sect\\sectd\\sbknone\\cols2\\colsx600\n%2}"_s.arg(rtf(paper.title),
                                                                               body(paper, paragraph, table));
    if (written(folder + u"/paper.rtf"_s, text).isEmpty())
        return {};
    return made(folder, u"soffice"_s,
                {u"-env:UserInstallation=file://"_s + folder + u"/profile"_s, u"--headless"_s, u"--convert-to"_s,
                 u"pdf"_s, u"paper.rtf"_s});
}

} // namespace

const QVector<Typesetter>& typesetters()
{
    static const QVector<Typesetter> all{
        {"LaTeX", "pdflatex", latex}, {"HTML", "weasyprint", html}, {"Writer", "soffice", writer}};
    return all;
}

} // namespace sheaf::testing
