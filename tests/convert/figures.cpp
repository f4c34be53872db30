// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/figure_files.h"
#include "small_pdf.h"
#include "testing/testing.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

QSize sizeOfPng(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.read(8).startsWith("\x89PNG"))
        return {};
    const QByteArray header = file.read(16);
    return QSize(qFromBigEndian<qint32>(header.constData() + 8), qFromBigEndian<qint32>(header.constData() + 12));
}

Block block(BlockKind kind, const QString& text, const PageBox& region)
{
    Block made;
    made.kind = kind;
    made.text = text;
    made.regions = {region};
    return made;
}

} // namespace

class Figures : public QObject
{
    Q_OBJECT

    /** Two pages; the second has a figure of 144 × 72 points, one inch from the left and the top. */
    Conversion paper() const
    {
        Conversion conversion;
        conversion.layout = {block(BlockKind::Paragraph, u"Above."_s, {2, QRectF(72, 20, 300, 20)}),
                             block(BlockKind::Figure, {}, {2, QRectF(72, 72, 144, 72)}),
                             block(BlockKind::Caption, u"Figure 1: A box."_s, {2, QRectF(72, 150, 144, 12)}),
                             block(BlockKind::Figure, {}, {2, QRectF(2000, 72, 10, 10)})};
        conversion.markdown = u"Above.\n\nFigure 1: A box.\n"_s;
        return conversion;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        SmallPdf pdf;
        pdf.addPage("BT /F1 12 Tf 72 700 Td (First) Tj ET");
        pdf.addPage("0 0 1 rg 72 648 144 72 re f");
        m_input.path = pdf.save(m_folder->path());
        m_files = {m_folder->filePath(u"a paper.figures"_s), u"a paper.figures"_s, 144};
    }

    void aFigureIsCutOutAndLinkedInItsPlace()
    {
        const auto markdown = markdownWithFigures(m_input, m_files, paper(), {});
        QVERIFY(markdown);
        QCOMPARE(*markdown, u"Above.\n\n![](<a paper.figures/page-2-1.png>)\n\nFigure 1: A box.\n"_s);
        QCOMPARE(QDir(m_files.folder).entryList(QDir::Files),
                 QStringList{u"page-2-1.png"_s});                                  // not what is off the page
        QCOMPARE(sizeOfPng(m_files.folder + u"/page-2-1.png"_s), QSize(296, 152)); // two points of paper around it
    }

    void aDocumentWithoutFiguresLeavesNoFolder()
    {
        Conversion conversion = paper();
        conversion.layout.removeIf([](const Block& one) { return one.kind == BlockKind::Figure; });
        QCOMPARE(markdownWithFigures(m_input, m_files, conversion, {}), Result<QString>(conversion.markdown));
        QVERIFY(!QDir(m_files.folder).exists());
    }

    void aFolderThatCannotBeMadeIsAFailure()
    {
        QFile inTheWay(m_files.folder);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const auto markdown = markdownWithFigures(m_input, m_files, paper(), {});
        QVERIFY(!markdown);
        QCOMPARE(markdown.error().code, u"figure.write"_s);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    ConvertInput m_input;
    FigureFiles m_files;
};

QTEST_GUILESS_MAIN(Figures)
#include "figures.moc"
