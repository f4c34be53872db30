// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/acquirer.h"

#include "servers/sample_pdf.h"
#include "testing/testing.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

class DocumentsTest : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        [&] { QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()); }();
        return file.fileName();
    }

private Q_SLOTS:
    void bytesDecideWhatAFileIs_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QString>("name");
        QTest::addColumn<FileKind>("kind");
        QTest::newRow("PDF") << "%PDF-1.7\n"_ba << u"a.pdf"_s << FileKind::Pdf;
        QTest::newRow("PDF with another name") << "%PDF-1.7\n"_ba << u"a.html"_s << FileKind::Pdf;
        QTest::newRow("PDF called text") << "%PDF-1.7\n"_ba << u"a.txt"_s << FileKind::Pdf;
        QTest::newRow("PDF after junk") << QByteArray(900, '\n') + "%PDF-1.7" << u"a"_s << FileKind::Pdf;
        QTest::newRow("PDF after too much junk") << QByteArray(1100, '\n') + "%PDF-1.7" << u"a"_s << FileKind::Unknown;
        QTest::newRow("web page called PDF") << "\n<!DOCTYPE html><html>"_ba << u"a.pdf"_s << FileKind::Html;
        QTest::newRow("web page with a mark") << "\xef\xbb\xbf<HTML>"_ba << u"a.pdf"_s << FileKind::Html;
        QTest::newRow("XHTML") << "<?xml version='1.0'?><html xmlns='x'>"_ba << u"a.pdf"_s << FileKind::Html;
        QTest::newRow("web page that speaks of PDF") << "<html>%PDF-1.4"_ba << u"a.pdf"_s << FileKind::Html;
        QTest::newRow("web page called markdown") << "<!doctype html>"_ba << u"a.md"_s << FileKind::Html;
        QTest::newRow("markdown") << "# Title\n"_ba << u"a.md"_s << FileKind::Markdown;
        QTest::newRow("markdown about PDF") << "A file begins with %PDF-1.4"_ba << u"a.md"_s << FileKind::Markdown;
        QTest::newRow("text in UTF-16") << "\xff\xfeT\0"_ba << u"a.txt"_s << FileKind::Markdown;
        QTest::newRow("text without the name") << "# Title\n"_ba << u"a.pdf"_s << FileKind::Unknown;
        QTest::newRow("bytes called text") << "a\0b"_ba << u"a.txt"_s << FileKind::Unknown;
        QTest::newRow("archive") << "PK\x03\x04"_ba << u"a.pdf"_s << FileKind::Zip;
        QTest::newRow("nothing") << QByteArray() << u"a.pdf"_s << FileKind::Empty;
    }
    void bytesDecideWhatAFileIs()
    {
        QFETCH(QByteArray, head);
        QFETCH(QString, name);
        QFETCH(FileKind, kind);
        QCOMPARE(sniffFile(head, name), kind);
    }

    void aPdfSaysWhatItPrints()
    {
        const QString path =
            write(u"a.pdf"_s, samplePdf({u"A quiet title in large type"_s, u"Ada Lovelace"_s, u"10.5555/quiet.1"_s}));
        const auto facts = documentFacts(path);
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().detail));
        QCOMPARE(facts->title, u"A quiet title in large type"_s);
        QCOMPARE(facts->doi, u"10.5555/quiet.1"_s);
        QCOMPARE(facts->pages, 1);
        QVERIFY(facts->hasText);
        QVERIFY(!facts->isStub);
        QVERIFY(facts->firstPages.contains("Ada Lovelace"_L1));
    }

    void aNearlyEmptyPdfIsAStub()
    {
        const auto facts = documentFacts(write(u"a.pdf"_s, samplePdf({u"Access denied"_s, {}, {}, {u"Log in."_s}})));
        QVERIFY(facts);
        QVERIFY(facts->isStub);
    }

    void aMarkdownFileSaysWhatItIs_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("heading") << "intro\n\n# A quiet title #\n\ndoi:10.5555/quiet.1\n"_ba;
        QTest::newRow("front matter")
            << "---\nauthor: x\ntitle: \"A quiet title\"\ndoi: 10.5555/quiet.1\n---\n\nText\n"_ba;
        QTest::newRow("Windows") << "# A quiet title\r\n\r\nhttps://doi.org/10.5555/QUIET.1\r\n"_ba;
    }
    void aMarkdownFileSaysWhatItIs()
    {
        QFETCH(QByteArray, text);
        const auto facts = documentFacts(write(u"a.md"_s, text));
        QVERIFY(facts);
        QCOMPARE(facts->title, u"A quiet title"_s);
        QCOMPARE(facts->doi, u"10.5555/quiet.1"_s);
    }

    void aFileThatIsNoPdfHasNoFacts_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("noise") << QByteArray(5000, '\x9c');
        QTest::newRow("cut") << samplePdf({u"A quiet title"_s}).left(200);
    }
    void aFileThatIsNoPdfHasNoFacts()
    {
        QFETCH(QByteArray, bytes);
        const auto facts = documentFacts(write(u"a.pdf"_s, bytes));
        QVERIFY(!facts);
        QVERIFY(!facts.error().message.isEmpty());
        QCOMPARE(facts.error().stage, Stage::Acquire);
    }

    void aMissingFileSaysSo()
    {
        QCOMPARE(documentFacts(u"/nowhere/a.pdf"_s).error().code, u"acquire.file-missing"_s);
        QCOMPARE(hashFile(u"/nowhere/a.pdf"_s).error().code, u"acquire.file-missing"_s);
    }

    void aHashIsTheFilesSha256()
    {
        QCOMPARE(hashFile(write(u"a"_s, "abc")).value(),
                 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_ba);
    }
};

QTEST_GUILESS_MAIN(DocumentsTest)
#include "documents.moc"
