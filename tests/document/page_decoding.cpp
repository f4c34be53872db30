// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page_decoder.h"

#include <QRandomGenerator>
#include <QTest>

using namespace sheaf;
using namespace Qt::StringLiterals;

namespace {

template <typename T> void put(QByteArray& bytes, const T& value)
{
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void putString(QByteArray& bytes, const QByteArray& text)
{
    put(bytes, quint32(text.size()));
    bytes += text;
}

/** A page with one of everything. */
QByteArray pagePayload(wire::Glyph glyph = {0, 2, 0, 0, 1, 1, 2, 2, 2, 10, 0xFF, 90, 0})
{
    const wire::PageHead head{.number = 3,
                              .width = 100,
                              .height = 200,
                              .rotation = 0,
                              .truncated = 0,
                              .textUnits = 2,
                              .glyphs = 1,
                              .rules = 1,
                              .images = 1,
                              .shapes = 1,
                              .fonts = 1,
                              .links = 1};
    QByteArray bytes;
    put(bytes, head);
    put(bytes, u'f');
    put(bytes, u'i');
    put(bytes, glyph);
    put(bytes, wire::Rule{1, 2, 30, 2, 0.5F, 0, 0});
    put(bytes, wire::Image{1, 2, 3, 4, 10, 20});
    put(bytes, wire::Shape{1, 2, 3, 4});
    put(bytes, quint32(wire::Bold | wire::Serif));
    putString(bytes, "Times-Bold");
    for (const float side : {1.0F, 2.0F, 3.0F, 4.0F})
        put(bytes, side);
    put(bytes, qint32(7));
    put(bytes, 50.0F);
    putString(bytes, "https://example.org");
    return bytes;
}

bool isSound(const Page& page)
{
    return std::ranges::all_of(page.glyphs, [&](const Glyph& glyph) {
        return glyph.font < page.fonts.size() && glyph.textBegin + glyph.textLength <= quint32(page.text.size()) &&
               std::isfinite(glyph.x0) && std::isfinite(glyph.y1) && glyph.x0 <= glyph.x1 && glyph.size > 0;
    });
}

} // namespace

class PageDecoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholePageIsDecoded()
    {
        const std::optional<Page> page = decodePage(pagePayload());
        QVERIFY(page);
        QCOMPARE(page->number, 3);
        QCOMPARE(page->size, QSizeF(100, 200));
        QCOMPARE(page->textOf(page->glyphs.first()), u"fi");
        QCOMPARE(page->glyphs.first().angle, 90);
        QVERIFY(page->fonts.first().bold && page->fonts.first().serif && !page->fonts.first().italic);
        QCOMPARE(page->rules.first().width, 0.5F);
        QCOMPARE(page->images.first().pixelHeight, 20U);
        QCOMPARE(page->links.first().uri, u"https://example.org"_s);
        QCOMPARE(page->links.first().page, 7);
    }

    void whateverIsCutOffOrLeftOverIsRefused()
    {
        const QByteArray whole = pagePayload();
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY(!decodePage(whole.first(size)));
        QVERIFY(!decodePage(whole + 'x'));
    }

    void flippedBitsNeverMakeAnUnsoundPage()
    {
        const QByteArray whole = pagePayload();
        QRandomGenerator random(4711);
        int accepted = 0;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray damaged = whole;
            for (int flips = random.bounded(1, 5); flips > 0; --flips) {
                const qsizetype at = random.bounded(damaged.size());
                damaged[at] = char(damaged[at] ^ (1 << random.bounded(8)));
            }
            if (const std::optional<Page> page = decodePage(damaged)) {
                ++accepted;
                QVERIFY(isSound(*page));
            }
        }
        QVERIFY(accepted > 0 && accepted < 20'000);
    }

    void halfACharacterIsRefused()
    {
        QByteArray broken = pagePayload();
        const char16_t half = 0xD800;
        broken.replace(sizeof(wire::PageHead), sizeof half, QByteArray(reinterpret_cast<const char*>(&half), 2));
        QVERIFY(!decodePage(broken));
    }

    void whatTheWorkerSaysCannotDriveATerminal()
    {
        QByteArray bytes;
        put(bytes, quint32(wire::Trouble::Broken));
        putString(bytes, "bad\x1b[2J\n object\x07");
        const std::optional<WorkerProblem> problem = decodeProblem(bytes);
        QVERIFY(problem);
        QCOMPARE(problem->detail, u"bad [2J object"_s);
    }

    void aPictureMustHaveAllItsPixels()
    {
        QByteArray bytes;
        put(bytes, qint32(2));
        put(bytes, qint32(3));
        put(bytes, 10.0F);
        put(bytes, 15.0F);
        QVERIFY(decodePicture(bytes + QByteArray(24, 'p')));
        QVERIFY(!decodePicture(bytes + QByteArray(23, 'p')));
        QVERIFY(!decodePicture(bytes + QByteArray(28, 'p')));
    }
};

QTEST_GUILESS_MAIN(PageDecoding)
#include "page_decoding.moc"
