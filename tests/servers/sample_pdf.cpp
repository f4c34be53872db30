// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/sample_pdf.h"

using namespace Qt::StringLiterals;

namespace sheaf::testing {

namespace {

constexpr int linesPerPage = 40;

QByteArray literal(const QString& text)
{
    QByteArray bytes = text.toLatin1();
    return '(' + bytes.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)") + ')';
}

QByteArray line(int size, int y, const QString& text)
{
    return "BT /F1 " + QByteArray::number(size) + " Tf 72 " + QByteArray::number(y) + " Td " + literal(text) +
           " Tj ET\n";
}

QStringList ownLines(const QString& title)
{
    QStringList lines;
    for (int i = 1; i <= linesPerPage; ++i)
        lines.append(u"Sample %1 of this study was measured at %2 degrees and changed by %3.%4 percent."_s.arg(i)
                         .arg(20 + (i * 7 + int(title.size())) % 60)
                         .arg(i % 9 + 1)
                         .arg(i * 3 % 10));
    return lines;
}

/** One page's drawing. */
QByteArray drawing(const SamplePaper& paper, const QStringList& lines, int page)
{
    QByteArray ops;
    if (page == 0)
        ops += line(18, 740, paper.title) + line(11, 715, paper.authors);
    int y = 690;
    for (const QString& text : lines.mid(page * linesPerPage, linesPerPage))
        ops += line(10, y -= 15, text);
    if (page == 0 && !paper.doi.isEmpty())
        ops += line(8, 40, "doi: "_L1 + paper.doi);
    return ops;
}

/** The objects as a file, with its table of offsets. */
QByteArray assembled(const QByteArrayList& objects)
{
    QByteArray file = "%PDF-1.4\n", table;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray count = QByteArray::number(objects.size() + 1);
    return file + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer << /Size " + count +
           " /Root 1 0 R >>\nstartxref\n" + QByteArray::number(file.size()) + "\n%%EOF\n";
}

} // namespace

QByteArray samplePdf(const SamplePaper& paper)
{
    const QStringList lines = paper.lines.isEmpty() ? ownLines(paper.title) : paper.lines;
    const int pages = std::max(1, int((lines.size() + linesPerPage - 1) / linesPerPage));
    QByteArrayList objects{"<< /Type /Catalog /Pages 2 0 R >>",
                           {},
                           "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"};
    QByteArray kids;
    for (int page = 0; page < pages; ++page) {
        const QByteArray ops = drawing(paper, lines, page);
        objects.append("<< /Length " + QByteArray::number(ops.size()) + " >>\nstream\n" + ops + "endstream");
        objects.append("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents " +
                       QByteArray::number(objects.size()) + " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
        kids += QByteArray::number(objects.size()) + " 0 R ";
    }
    objects[1] = "<< /Type /Pages /Kids [ " + kids + "] /Count " + QByteArray::number(pages) + " >>";
    return assembled(objects);
}

} // namespace sheaf::testing
