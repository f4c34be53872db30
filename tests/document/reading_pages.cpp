// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pdf_document.h"
#include "small_pdf.h"
#include "testing/testing.h"

#include <QDirIterator>
#include <QTemporaryDir>

#include <array>
#include <thread>

using namespace sheaf;
using namespace Qt::StringLiterals;

namespace {

QString textWith(const Page& page, quint8 flags, quint8 mask)
{
    QString text;
    for (const Glyph& glyph : page.glyphs) {
        if ((glyph.flags & mask) == flags)
            text += page.textOf(glyph);
    }
    return text;
}

QString visibleText(const Page& page)
{
    return textWith(page, 0, Glyph::Hidden);
}

QString hiddenText(const Page& page)
{
    return textWith(page, Glyph::Hidden, Glyph::Hidden);
}

bool near(double a, double b, double tolerance = 0.05)
{
    return std::abs(a - b) <= tolerance;
}

} // namespace

class ReadingPages : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QVector<Page> pages(const SmallPdf& pdf, DocumentInfo* info = nullptr)
    {
        PdfRequest request;
        request.path = pdf.save(m_folder.path());
        QVector<Page> result;
        const auto keep = [&](Page&& page) {
            result.append(std::move(page));
            return true;
        };
        const Result<DocumentInfo> read = readPdf(request, keep);
        if (!read)
            qWarning() << read.error().code << read.error().detail;
        else if (info)
            *info = *read;
        return result;
    }

    /** The only page of a PDF with this content. */
    Page page(const QByteArray& content, const QByteArray& extra = {}, SmallPdf pdf = {})
    {
        pdf.addPage(content, extra);
        const QVector<Page> all = pages(pdf);
        return all.isEmpty() ? Page() : all.first();
    }

private Q_SLOTS:
    void aGlyphHasItsTextFontSizeAndPlace()
    {
        const Page one = page("BT /F1 12 Tf 1 0 0 rg 72 700 Td (Hello) Tj ET");
        QCOMPARE(one.text, u"Hello"_s);
        QCOMPARE(one.size, QSizeF(612, 792));
        const Glyph& h = one.glyphs.first();
        QVERIFY(near(h.x0, 72) && near(h.x1, 72 + 0.722 * 12));
        QVERIFY(near(h.baseline, 792 - 700));
        QVERIFY(h.y0 < h.baseline && h.y1 > h.baseline);
        QCOMPARE(h.size, 12.0F);
        QCOMPARE(h.angle, 0);
        QCOMPARE(h.colour, 0xFF0000U);
        QCOMPARE(one.fonts.at(h.font).name, u"Helvetica"_s);
    }

    void wordSpacingIsNoPartOfAGlyph()
    {
        const Page one = page("BT /F1 10 Tf 3 Tc 20 Tw 72 700 Td (a b) Tj ET");
        QCOMPARE(one.glyphs.size(), 3);
        QVERIFY(near(one.glyphs[0].x1 - one.glyphs[0].x0, 5.56));
        QVERIFY(near(one.glyphs[1].x1 - one.glyphs[1].x0, 2.78));
        QCOMPARE(int(one.glyphs[1].flags), int(Glyph::Space));
        QVERIFY(near(one.glyphs[2].x0, 72 + 5.56 + 3 + 2.78 + 3 + 20));
    }

    void textThatCannotBeSeenIsHidden_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("render mode 3") << "BT /F1 12 Tf 72 700 Td (seen) Tj 3 Tr (gone) Tj ET"_ba;
        QTest::newRow("white on paper") << "BT /F1 12 Tf 72 700 Td (seen) Tj 1 g (gone) Tj ET"_ba;
        QTest::newRow("outside its clip") << "q 0 0 9 9 re W n BT /F1 12 Tf 72 600 Td (gone) Tj ET Q "
                                             "BT /F1 12 Tf 72 700 Td (seen) Tj ET"_ba;
        QTest::newRow("off the page") << "BT /F1 12 Tf 72 700 Td (seen) Tj 0 300 Td (gone) Tj ET"_ba;
        QTest::newRow("under a box") << "BT /F1 12 Tf 72 600 Td (gone) Tj ET 0 g 70 590 60 20 re f "
                                        "BT /F1 12 Tf 72 700 Td (seen) Tj ET"_ba;
        QTest::newRow("too small") << "BT /F1 12 Tf 72 700 Td (seen) Tj /F1 0.5 Tf (gone) Tj ET"_ba;
        QTest::newRow("the colour of its box") << "0 0 1 rg 70 590 60 20 re f BT /F1 12 Tf 72 600 Td (gone) Tj ET "
                                                  "BT 0 g /F1 12 Tf 72 700 Td (seen) Tj ET"_ba;
    }

    void textThatCannotBeSeenIsHidden()
    {
        QFETCH(QByteArray, content);
        const Page one = page(content);
        QCOMPARE(visibleText(one), u"seen"_s);
        QCOMPARE(hiddenText(one), u"gone"_s);
    }

    void whiteTextOnADarkBoxIsSeen()
    {
        const Page one = page("0 0 0.2 rg 70 590 200 20 re f BT 1 g /F1 12 Tf 72 600 Td (Table head) Tj ET");
        QCOMPARE(visibleText(one), u"Table head"_s);
        QVERIFY(one.rules.first().filled);
        QCOMPARE(one.rules.first().colour, 0x000033U);
    }

    void whiteTextOnARoundedBoxOrAThickLineIsSeen()
    {
        const Page one = page("0 g 70 590 m 270 590 l 280 590 280 610 270 610 c 70 610 l f 20 w 70 500 m 270 500 l S "
                              "BT 1 g /F1 12 Tf 72 595 Td (Rounded) Tj 0 -99 Td (Bar) Tj ET");
        QCOMPARE(visibleText(one), u"RoundedBar"_s);
    }

    void aHighlighterDoesNotHideText()
    {
        SmallPdf pdf;
        pdf.addResource("ExtGState", "/G1 << /ca 0.4 >> /G2 << /BM /Multiply >>");
        const Page one = page("BT /F1 12 Tf 72 600 Td (marked) Tj 0 20 Td (too) Tj ET "
                              "/G1 gs 1 1 0 rg 70 595 60 15 re f /G2 gs 70 615 60 15 re f",
                              {}, pdf);
        QCOMPARE(visibleText(one), u"markedtoo"_s);
    }

    void whatMakesASoftMaskIsNotOnThePage()
    {
        SmallPdf pdf;
        const int form = pdf.addStream("/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Group << /S /Transparency "
                                       "/CS /DeviceGray >> /Resources << >>",
                                       "0 0 300 300 re f");
        pdf.addResource("ExtGState", "/G1 << /SMask << /S /Luminosity /G " + QByteArray::number(form) + " 0 R >> >>");
        const Page one = page("/G1 gs BT /F1 12 Tf 72 600 Td (masked) Tj ET", {}, pdf);
        QCOMPARE(visibleText(one), u"masked"_s);
        QVERIFY(one.rules.isEmpty());
    }

    void aTurnedPageIsUpright()
    {
        const QByteArray sideways = "BT /F1 12 Tf 0 1 -1 0 100 50 Tm (Up) Tj ET";
        const Page one = page(sideways, "/Rotate 90");
        QCOMPARE(one.size, QSizeF(792, 612));
        QCOMPARE(one.rotation, 90);
        QCOMPARE(one.glyphs.first().angle, 0);
        QVERIFY(near(one.glyphs.first().x0, 50));
        QVERIFY(near(one.glyphs.first().baseline, 100));
        const Page flat = page(sideways);
        QCOMPARE(flat.glyphs.first().angle, 90);
        QVERIFY(near(flat.glyphs.first().baseline, 100));
        QVERIFY(near(flat.glyphs.first().y1, 792 - 50));
    }

    void aCroppedPageStartsAtItsCrop()
    {
        const Page one = page("BT /F1 12 Tf 150 700 Td (in) Tj ET", "/CropBox [100 100 400 750]");
        QCOMPARE(one.size, QSizeF(300, 650));
        QVERIFY(near(one.glyphs.first().x0, 50));
        QVERIFY(near(one.glyphs.first().baseline, 50));
    }

    void ligaturesAreSpeltOut()
    {
        SmallPdf pdf;
        pdf.addFont("F3", "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding << /Type /Encoding "
                          "/Differences [1 /fi /ffl /f_f] >> >>");
        const Page one = page("BT /F3 12 Tf 72 700 Td (\\001nd ra\\002e) Tj ET", {}, pdf);
        QCOMPARE(one.text, u"find raffle"_s);
        QCOMPARE(int(one.glyphs.first().textLength), 2);
    }

    void glyphsWithoutUnicodeSaySo()
    {
        SmallPdf pdf;
        pdf.addFont("F3", "<< /Type /Font /Subtype /Type1 /BaseFont /Unknown /FirstChar 1 /LastChar 2 /Widths [500 500]"
                          " /Encoding << /Type /Encoding /Differences [1 /squiggle /a] >> >>");
        const Page one = page("BT /F3 12 Tf 72 700 Td (\\001\\002) Tj ET", {}, pdf);
        QCOMPARE(one.glyphs.size(), 2);
        QVERIFY(one.glyphs[0].flags & Glyph::NoUnicode);
        QVERIFY(one.textOf(one.glyphs[0]).isEmpty());
        QCOMPARE(one.textOf(one.glyphs[1]), u"a");
    }

    void fakeBoldIsADuplicateAndDoubleLettersAreNot()
    {
        const Page one = page("BT /F1 12 Tf 72 700 Td (illl) Tj ET BT /F1 12 Tf 72.3 700 Td (illl) Tj ET");
        QCOMPARE(textWith(one, 0, Glyph::Duplicate), u"illl"_s);
        QCOMPARE(textWith(one, Glyph::Duplicate, Glyph::Duplicate), u"illl"_s);
        for (int i = 0; i < 4; ++i)
            QVERIFY(!(one.glyphs[i].flags & Glyph::Duplicate));
    }

    void textBothFilledAndStrokedIsBold()
    {
        const Page one = page("BT /F1 12 Tf 72 700 Td (thin) Tj 2 Tr (thick) Tj ET");
        QVERIFY(!one.fonts.at(one.glyphs.first().font).bold);
        QVERIFY(one.fonts.at(one.glyphs.last().font).bold);
    }

    void fontsAreKnownByTheirNames_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("style");
        QTest::newRow("Helvetica bold") << "ABCDEF+Helvetica-BoldOblique"_ba << u"Helvetica-BoldOblique bi---"_s;
        QTest::newRow("TeX bold") << "CMBX12"_ba << u"CMBX12 b--s-"_s;
        QTest::newRow("TeX italic") << "QQQQQQ+CMTI10"_ba << u"CMTI10 -i-s-"_s;
        QTest::newRow("TeX symbols") << "CMSY10"_ba << u"CMSY10 ---sy"_s;
        QTest::newRow("TeX typewriter") << "CMTT9"_ba << u"CMTT9 --ms-"_s;
        QTest::newRow("Times clone") << "NimbusRomNo9L-MediItal"_ba << u"NimbusRomNo9L-MediItal bi-s-"_s;
        QTest::newRow("Word") << "Times New Roman,Bold"_ba << u"Times New Roman,Bold b--s-"_s;
        QTest::newRow("code") << "DejaVuSansMono"_ba << u"DejaVuSansMono --m--"_s;
    }

    void fontsAreKnownByTheirNames()
    {
        QFETCH(QByteArray, name);
        QFETCH(QString, style);
        SmallPdf pdf;
        pdf.addFont("F3", "<< /Type /Font /Subtype /Type1 /BaseFont /" + name.replace(" ", "#20") +
                              " /FirstChar 65 /LastChar 66 /Widths [500 600] /Encoding /WinAnsiEncoding >>");
        const Page one = page("BT /F3 12 Tf 72 700 Td (A) Tj ET", {}, pdf);
        const PageFont& font = one.fonts.at(one.glyphs.first().font);
        const QString found = font.name + u' ' + (font.bold ? u'b' : u'-') + (font.italic ? u'i' : u'-') +
                              (font.monospace ? u'm' : u'-') + (font.serif ? u's' : u'-') +
                              (font.symbolic ? u'y' : u'-');
        QCOMPARE(found, style);
    }

    void aType3FontHasItsTrueSize()
    {
        SmallPdf pdf;
        const QByteArray glyph = QByteArray::number(pdf.addStream({}, "500 0 d0 0 0 400 500 re f"));
        // Units of a bitmap font at 600 dpi: an em of 83 pixels is 10 points.
        pdf.addFont("F3", "<< /Type /Font /Subtype /Type3 /FontBBox [0 -20 83 70] /FontMatrix [0.12 0 0 0.12 0 0] "
                          "/FirstChar 97 /LastChar 99 /Widths [40 43 37] /CharProcs << /a " +
                              glyph + " 0 R /b " + glyph + " 0 R /c " + glyph +
                              " 0 R >> /Encoding << /Type /Encoding /Differences [97 /a /b /c] >> >>");
        const Page one = page("BT /F3 1 Tf 72 700 Td (abc) Tj ET", {}, pdf);
        QCOMPARE(one.text, u"abc"_s);
        QVERIFY(near(one.glyphs.first().size, 10, 1));
        QVERIFY(near(one.glyphs[1].x0, 72 + 40 * 0.12));
    }

    void actualTextReplacesASign()
    {
        const Page one = page("BT /F1 12 Tf 72 700 Td (co) Tj /Span << /ActualText <FEFF00AD> >> BDC (-) Tj EMC "
                              "(op) Tj ET");
        QCOMPARE(one.text, u"co\u00ADop"_s);
        QCOMPARE(one.glyphs.size(), 5);
    }

    void ruledTablesShowTheirRules()
    {
        const Page one = page("0.5 w 100 700 m 300 700 l S 100 680 m 300 680 l S 100 600 200 0.4 re f "
                              "1 w 100 500 50 20 re S");
        QCOMPARE(one.rules.size(), 7);
        QVERIFY(near(one.rules[0].y0, 92) && near(one.rules[0].y1, 92));
        QVERIFY(near(one.rules[0].x0, 100) && near(one.rules[0].x1, 300));
        QCOMPARE(one.rules[0].width, 0.5F);
        QVERIFY(one.rules[2].filled && near(one.rules[2].y1 - one.rules[2].y0, 0.4));
        QVERIFY(one.shapes.isEmpty());
    }

    void aFramePaintedAsAHoleHidesNothing()
    {
        const QByteArray text = " BT /F1 12 Tf 120 520 Td (inside) Tj ET";
        for (const QByteArray& frame :
             {QByteArrayLiteral("100.5 500.5 199 49 re 100 500 200 50 re f*"),
              QByteArrayLiteral(
                  "100 500 m 300 500 l 300 550 l 100 550 l h 101 501 m 101 549 l 299 549 l 299 501 l h f")}) {
            for (const QByteArray& content : {frame + text, text + QByteArrayLiteral(" ") + frame}) {
                const Page one = page(content);
                QVERIFY(std::ranges::none_of(one.glyphs, [](const Glyph& g) { return g.flags & Glyph::Hidden; }));
                QCOMPARE(one.rules.size(), 4);
            }
        }
        const Page filled = page("100 500 200 50 re 110 510 20 20 re f" + text); // both drawn the same way round
        QVERIFY(std::ranges::all_of(filled.glyphs, [](const Glyph& g) { return g.flags & Glyph::Hidden; }));
    }

    void curvesAndSlantsAreShapes()
    {
        const Page one = page("100 100 m 150 200 200 200 250 100 c S 400 400 m 450 470 l S");
        QVERIFY(one.rules.isEmpty());
        QCOMPARE(one.shapes.size(), 2);
        QVERIFY(near(one.shapes[1].x0, 400) && near(one.shapes[1].x1, 450));
    }

    void imagesKeepTheirPlaceAndThinOnesAreRules()
    {
        const Page one = page("q 100 0 0 50 200 300 cm BI /W 2 /H 1 /CS /G /BPC 8 ID \x10\x20 EI Q "
                              "q 400 0 0 0.5 100 200 cm BI /W 2 /H 1 /IM true ID \x40 EI Q "
                              "BT /F1 12 Tf 72 700 Td (after) Tj ET");
        QCOMPARE(one.images.size(), 1);
        QVERIFY(near(one.images[0].x0, 200) && near(one.images[0].y1, 492));
        QCOMPARE(one.images[0].pixelWidth, 2U);
        QCOMPARE(one.rules.size(), 1);
        QCOMPARE(one.text, u"after"_s);
    }

    void linksLeadToTheirTargets()
    {
        SmallPdf pdf;
        const int target = pdf.addPage("BT /F1 12 Tf 72 700 Td (Target) Tj ET");
        const int web = pdf.add("<< /Type /Annot /Subtype /Link /Rect [72 690 120 710] /A << /S /URI /URI "
                                "(https://example.org/a) >> >>");
        const int jump = pdf.add("<< /Type /Annot /Subtype /Link /Rect [72 590 120 610] /Dest [" +
                                 QByteArray::number(target) + " 0 R /XYZ 0 500 0] >>");
        pdf.addPage("BT /F1 12 Tf 72 700 Td (Link) Tj ET",
                    "/Annots [" + QByteArray::number(web) + " 0 R " + QByteArray::number(jump) + " 0 R]");
        const QVector<Page> all = pages(pdf);
        QCOMPARE(all.size(), 2);
        const QVector<PageLink>& links = all[1].links;
        QCOMPARE(links.size(), 2);
        QCOMPARE(links[0].uri, u"https://example.org/a"_s);
        QCOMPARE(links[0].box, QRectF(72, 82, 48, 20));
        QCOMPARE(links[1].page, 1);
        QVERIFY(near(links[1].y, 292));
    }

    void aReadersNotesAreNoPartOfThePaper()
    {
        SmallPdf pdf;
        const int form = pdf.addStream("/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 << "
                                       "/Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>",
                                       "BT /F1 10 Tf 2 5 Td (check this!) Tj ET");
        const int note = pdf.add("<< /Type /Annot /Subtype /FreeText /Rect [72 500 272 520] /DA (/F1 10 Tf) /Contents "
                                 "(check this!) /AP << /N " +
                                 QByteArray::number(form) + " 0 R >> >>");
        pdf.addPage("BT /F1 12 Tf 72 700 Td (Paper) Tj ET", "/Annots [" + QByteArray::number(note) + " 0 R]");
        QCOMPARE(pages(pdf).value(0).text, u"Paper"_s);
    }

    void theFileSaysWhatItIs()
    {
        SmallPdf pdf;
        const QByteArray first = QByteArray::number(pdf.addPage("BT /F1 12 Tf 72 700 Td (One) Tj ET"));
        pdf.addToInfo("/Title <FEFF00DC006200650072> /Author (M. M\\374ller) /Subject (Journal 3, doi:10.1234/AB.c-5)");
        const int item = pdf.add("<< /Title (Introduction) /Dest [" + first + " 0 R /Fit] /Parent 99 0 R >>");
        const int outline = pdf.add("<< /Type /Outlines /First " + QByteArray::number(item) + " 0 R /Last " +
                                    QByteArray::number(item) + " 0 R /Count 1 >>");
        pdf.addToCatalog("/Outlines " + QByteArray::number(outline) + " 0 R /MarkInfo << /Marked true >>");
        DocumentInfo info;
        QCOMPARE(pages(pdf, &info).size(), 1);
        QCOMPARE(info.pages, 1);
        QCOMPARE(info.title, u"Über"_s);
        QCOMPARE(info.author, u"M. Müller"_s);
        QCOMPARE(info.doi, u"10.1234/ab.c-5"_s);
        QVERIFY(info.tagged);
        QCOMPARE(info.outline.size(), 1);
        QCOMPARE(info.outline[0].title, u"Introduction"_s);
        QCOMPARE(info.outline[0].page, 1);
    }

    void theMetadataPacketNamesTheDoi()
    {
        SmallPdf pdf;
        pdf.addPage("BT /F1 12 Tf 72 700 Td (One) Tj ET");
        const int xmp = pdf.addStream("/Type /Metadata /Subtype /XML",
                                      "<x:xmpmeta><rdf:RDF><prism:doi>10.5555/Packet.1</prism:doi></rdf:RDF>"
                                      "</x:xmpmeta>");
        pdf.addToCatalog("/Metadata " + QByteArray::number(xmp) + " 0 R");
        DocumentInfo info;
        pages(pdf, &info);
        QCOMPARE(info.doi, u"10.5555/packet.1"_s);
    }

    void onlyTheAskedPagesAreRead()
    {
        SmallPdf pdf;
        for (const char* name : {"one", "two", "three", "four"})
            pdf.addPage("BT /F1 12 Tf 72 700 Td (" + QByteArray(name) + ") Tj ET");
        PdfRequest request;
        request.path = pdf.save(m_folder.path());
        request.firstPage = 2;
        request.lastPage = 3;
        QStringList texts;
        const auto keep = [&](Page&& read) {
            texts += read.text;
            return true;
        };
        QVERIFY(readPdf(request, keep));
        QCOMPARE(texts, QStringList({u"two"_s, u"three"_s}));
        const Result<PdfPeek> peek = peekPdf(request.path, 1);
        QVERIFY(peek);
        QCOMPARE(peek->pages.size(), 1);
        QCOMPARE(peek->info.pages, 4);
    }

    void aVisitorThatHasEnoughEndsThePass()
    {
        SmallPdf pdf;
        for (int i = 0; i < 50; ++i)
            pdf.addPage("BT /F1 12 Tf 72 700 Td (text) Tj ET");
        PdfRequest request;
        request.path = pdf.save(m_folder.path());
        int seen = 0;
        QVERIFY(readPdf(request, [&](Page&&) { return ++seen < 3; }));
        QCOMPARE(seen, 3);
    }

    void tooManyGlyphsAreCutAndSaidSo()
    {
        SmallPdf pdf;
        pdf.addPage("BT /F1 12 Tf 72 700 Td (0123456789) Tj ET");
        PdfRequest request;
        request.path = pdf.save(m_folder.path());
        request.limits.glyphsPerPage = 4;
        Page one;
        const auto keep = [&](Page&& read) {
            one = std::move(read);
            return true;
        };
        QVERIFY(readPdf(request, keep));
        QCOMPARE(one.text, u"0123"_s);
        QVERIFY(one.truncated);
    }

    void aPageIsRenderedOnWhitePaper()
    {
        SmallPdf pdf;
        pdf.addPage("1 0 0 rg 0 0 306 792 re f");
        const QString path = pdf.save(m_folder.path());
        const Result<PagePicture> picture = renderPdfPage(path, 1, 72);
        QVERIFY(picture);
        QCOMPARE(picture->width, 612);
        QCOMPARE(picture->height, 792);
        QCOMPARE(picture->pageSize, QSizeF(612, 792));
        const auto pixel = [&](int x, int y) {
            return reinterpret_cast<const quint32*>(picture->pixels.constData())[y * picture->width + x];
        };
        QCOMPARE(pixel(100, 400), 0xFFFF0000U);
        QCOMPARE(pixel(500, 400), 0xFFFFFFFFU);
        const Result<PagePicture> large = renderPdfPage(path, 1, 1200);
        QVERIFY(large);
        QVERIFY(large->height <= 4096 && large->height > 4000);
    }

    void fourThreadsReadAtOnce()
    {
        SmallPdf pdf;
        for (int i = 0; i < 20; ++i)
            pdf.addPage("BT /F1 12 Tf 72 700 Td (page text) Tj ET");
        const QString path = pdf.save(m_folder.path());
        std::array<int, 4> counts{};
        {
            std::vector<std::jthread> threads;
            for (int& count : counts) {
                threads.emplace_back([&count, path] {
                    PdfRequest request;
                    request.path = path;
                    (void)readPdf(request, [&](Page&& read) { return count += read.text == u"page text", true; });
                });
            }
        }
        QCOMPARE(counts, (std::array{20, 20, 20, 20}));
    }

    void everyNastyFileEndsInPagesOrACode()
    {
        SHEAF_REQUIRE_SHARED(u"data/nasty"_s);
        QDirIterator files(sheaf::testing::sharedFile(u"data/nasty"_s), QDir::Files, QDirIterator::Subdirectories);
        int read = 0, failed = 0;
        while (files.hasNext()) {
            PdfRequest request;
            request.path = files.next();
            int seen = 0;
            const Result<DocumentInfo> result = readPdf(request, [&](Page&&) { return ++seen, true; });
            if (result)
                QVERIFY2(seen > 0, qPrintable(request.path));
            else
                QVERIFY2(result.error().code.startsWith(u"pdf."_s) && !result.error().message.isEmpty(),
                         qPrintable(request.path));
            ++(result ? read : failed);
        }
        qInfo("%d read, %d failed with a code", read, failed);
        QVERIFY(read > failed);
    }
};

QTEST_GUILESS_MAIN(ReadingPages)
#include "reading_pages.moc"
