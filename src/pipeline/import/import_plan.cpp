// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/import/import_plan.h"

#include "acquire/file_matcher.h"
#include "lists/duplicates.h"
#include "read/prompts/token_estimate.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** While planning, new papers have ids of their own: −1, −2, … for index 0, 1, … */
PaperId idOfIndex(qsizetype index)
{
    return -PaperId(index) - 1;
}
int indexOfId(PaperId id)
{
    return int(-id - 1);
}

QString keyOf(const Paper& paper)
{
    return QStringList{paper.sourceFile, QString::number(paper.sourceLine), paper.ids.doi, paper.title}.join('\n'_L1);
}

/** Only what is missing. */
ImportFill fillIn(Paper& paper, const Completion& known)
{
    ImportFill fill{.source = known.source};
    fill.doi = paper.ids.doi.isEmpty() && !known.doi.isEmpty();
    fill.title = paper.title.isEmpty() && !known.title.isEmpty();
    fill.year = paper.year == 0 && known.year != 0;
    if (fill.doi)
        paper.ids.doi = known.doi;
    if (fill.title)
        paper.title = known.title;
    if (fill.year)
        paper.year = known.year;
    return fill;
}

/** Of the whole document: the rest is as dense as its beginning. */
qint64 tokensOf(const DocumentFacts& facts, qint64 bytes)
{
    if (!facts.hasText || facts.firstPages.isEmpty())
        return 0;
    const double seen = facts.pages > 0 ? double(facts.firstPages.count('\f'_L1) + 1) / facts.pages
                                        : double(facts.firstPages.toUtf8().size()) / double(std::max<qint64>(1, bytes));
    return qint64(double(estimateTokens(facts.firstPages)) / std::min(1.0, seen));
}

class Planner
{
public:
    Planner(const ImportItems& facts, const std::stop_token& stop)
        : m_facts(facts), m_stop(stop), m_wantFile(facts.existing.wantFile)
    {}

    ImportPlan plan()
    {
        m_plan.dropped = m_facts.dropped;
        m_plan.fillsUndone = m_facts.fillsUndone;
        const ExistingPapers& existing = m_facts.existing;
        for (const Paper& paper : existing.papers) {
            m_finder.add(paper);
            m_held.insert(paper.id, &paper);
        }
        QSet<PaperId> looked;
        for (auto it = existing.fileHashes.begin(); it != existing.fileHashes.end(); ++it) {
            m_finder.addFileHash(it.value(), it.key());
            looked.insert(it.value());
        }
        for (const Paper& paper : existing.papers)
            for (const QString& file : paper.files)
                if (!looked.contains(paper.id))
                    m_unlooked.insert(file, paper.id);
        for (const ImportItem& item : m_facts.items)
            if (!item.isDocument && !item.isForeign && !m_stop.stop_requested())
                addSource(item);
        addDocuments();
        count();
        for (Paper& paper : m_plan.papers)
            paper.id = 0;
        return std::move(m_plan);
    }

private:
    void addSource(const ImportItem& item)
    {
        ImportSource source;
        source.path = item.input.path;
        const QString text = item.name.isEmpty() ? QCoreApplication::translate("import", "pasted text") : item.name;
        source.name = source.path.isEmpty() ? text : QFileInfo(source.path).fileName();
        source.failure = item.failure;
        source.firstLines = item.firstLines;
        if (item.list) {
            const ParsedList& list = *item.list;
            const bool isPasted = source.path.isEmpty() && item.name.isEmpty();
            source.format = isPasted ? QCoreApplication::translate("import", "pasted text") : list.format;
            source.encoding = list.encoding;
            source.papers = int(list.papers.size());
            source.warnings = int(list.warnings.size());
            source.table = tableOf(list.table);
            for (const ListWarning& warning : list.warnings)
                m_plan.warnings.append({source.path, warning.line, warning.message, warning.remedy});
            for (const Paper& paper : list.papers)
                addPaper(paper, {});
        }
        m_plan.sources.append(source);
    }

    static std::optional<ImportTable> tableOf(const std::optional<TablePreview>& preview)
    {
        if (!preview)
            return std::nullopt;
        return ImportTable{preview->delimiter, preview->header, preview->rows,   preview->lines,
                           preview->rowCount,  preview->fields, preview->unsure, preview->headerLine};
    }

    /** The index of the new paper, or of the earlier one that it is; −1 where the project has it. */
    int addPaper(Paper paper, const QByteArray& hash)
    {
        const QString key = keyOf(paper);
        const Completion known = m_facts.completions.value(key);
        ImportFill fill = m_facts.fillsUndone ? ImportFill() : fillIn(paper, known);
        Match match = m_finder.find(paper, hash);
        QString reason = sameByLabel(match.by);
        if (match.by == SameBy::None) {
            match = relatedTo(known.sameWork);
            reason = QCoreApplication::translate("import", "preprint and article");
        }
        if (match.by == SameBy::None) {
            fill.paper = int(m_plan.papers.size());
            paper.id = idOfIndex(m_plan.papers.size());
            m_plan.papers.append(paper);
            m_plan.keys.append(key);
            m_finder.add(paper, hash);
            if (fill.doi || fill.title || fill.year)
                m_plan.fills.append(fill);
            if (m_facts.asked.contains(key))
                m_plan.asked.insert(fill.paper);
            if (!known.notice.isEmpty()) {
                m_plan.notices.insert(fill.paper, noticeSentence(known));
                m_plan.warnings.append({paper.sourceFile, paper.sourceLine, noticeSentence(known),
                                        QCoreApplication::translate("import", "read all the same")});
            }
            return fill.paper;
        }
        if (match.paper > 0) {
            addHeld(match.paper, paper, reason);
            return -1;
        }
        const int index = indexOfId(match.paper);
        Paper& first = m_plan.papers[index];
        m_plan.duplicates.append({index, 0, paper, reason});
        mergeInto(first, paper);
        m_finder.add(first, hash);
        return index;
    }

    /** A paper that has one of these DOIs. */
    Match relatedTo(const QStringList& dois) const
    {
        for (const QString& doi : dois) {
            Paper other;
            other.ids.doi = doi;
            if (const Match match = m_finder.find(other); match.by != SameBy::None)
                return match;
        }
        return {};
    }

    /** What the project holds already; its document is taken where that paper wants one and has not had this one. */
    void addHeld(PaperId existing, const Paper& paper, const QString& reason)
    {
        ImportDuplicate duplicate{-1, existing, paper, reason};
        const QString file = paper.files.value(0);
        if (!file.isEmpty() && m_wantFile.contains(existing) && !m_held.value(existing)->files.contains(file)) {
            duplicate.file = file;
            m_wantFile.remove(existing);
            ++m_plan.attached;
        }
        m_plan.duplicates.append(duplicate);
    }

    void addDocuments()
    {
        const FileMatcher inLists(m_plan.papers), inProject(m_facts.existing.papers);
        for (qsizetype i = 0; i < m_plan.papers.size(); ++i)
            for (const QString& file : std::as_const(m_plan.papers.at(i).files))
                m_named.insert(file, int(i));
        for (const ImportItem& item : m_facts.items)
            if (item.isDocument && !m_stop.stop_requested())
                addDocument(item, inLists, inProject);
    }

    void addDocument(const ImportItem& item, const FileMatcher& inLists, const FileMatcher& inProject)
    {
        ImportPdf pdf;
        pdf.path = item.input.path;
        pdf.bytes = item.bytes;
        pdf.sha256 = item.sha256;
        pdf.failure = item.failure;
        pdf.scan = item.facts && !item.facts->hasText;
        pdf.tokens = item.facts ? tokensOf(*item.facts, item.bytes) : 0;
        if (!isSameFile(item, pdf) && !isNamedByList(pdf) && !isMatched(item, bestMatch(item, inLists, inProject), pdf))
            addAsPaper(item, pdf);
        if (pdf.paper >= 0 && !pdf.sha256.isEmpty())
            m_finder.addFileHash(idOfIndex(pdf.paper), pdf.sha256);
        if (pdf.title.isEmpty())
            pdf.title = titleOf(pdf.existing ? pdf.existing : idOfIndex(pdf.paper));
        m_plan.pdfs.append(pdf);
    }

    QString titleOf(PaperId id) const
    {
        return id > 0 ? m_held.value(id)->title : m_plan.papers.at(indexOfId(id)).title;
    }

    /** The document is a paper of the project. */
    void joinHeld(PaperId existing, const Paper& paper, ImportPdf& pdf)
    {
        addHeld(existing, paper, pdf.reason);
        pdf.existing = existing;
        pdf.attaches = !m_plan.duplicates.last().file.isEmpty();
    }

    /** The same bytes were given before, or lie in the project. */
    bool isSameFile(const ImportItem& item, ImportPdf& pdf)
    {
        Paper bare;
        bare.files = {pdf.path};
        bare.sourceFile = pdf.path;
        Match match = pdf.sha256.isEmpty() ? Match() : m_finder.find(bare, pdf.sha256);
        if (const PaperId waiting = m_unlooked.value(pdf.path); match.by == SameBy::None && waiting > 0)
            match = {.paper = waiting, .by = SameBy::FileHash};
        if (match.by == SameBy::None)
            return false;
        const Paper paper = item.facts ? paperFromFacts(*item.facts, pdf.path) : bare;
        pdf.reason = sameByLabel(match.by);
        m_plan.duplicates.append({-1, 0, paper, pdf.reason});
        if (match.paper > 0)
            pdf.existing = m_plan.duplicates.last().existing = match.paper;
        else
            pdf.paper = m_plan.duplicates.last().first = indexOfId(match.paper);
        return true;
    }

    bool isNamedByList(ImportPdf& pdf)
    {
        const auto named = m_named.constFind(pdf.path);
        if (named == m_named.constEnd())
            return false;
        pdf.paper = *named;
        pdf.reason = QCoreApplication::translate("import", "named by the list");
        return true;
    }

    /** The entry, or a paper of the project where that is surer. */
    static FileMatch bestMatch(const ImportItem& item, const FileMatcher& inLists, const FileMatcher& inProject)
    {
        if (!item.facts)
            return {};
        const FileMatch listed = inLists.match(*item.facts);
        if (listed.sure)
            return listed;
        const FileMatch held = inProject.match(*item.facts);
        return held.sure || listed.paper == 0 ? held : listed;
    }

    /** Notes an open question, too: then, and after a no, it is not matched. */
    bool isMatched(const ImportItem& item, const FileMatch& match, ImportPdf& pdf)
    {
        if (match.paper == 0)
            return false;
        pdf.toConfirm = !match.sure;
        if (const auto answer = m_facts.confirmed.constFind(pdf.path);
            pdf.toConfirm && answer != m_facts.confirmed.end())
            pdf.confirmed = *answer;
        if (!pdf.confirmed.value_or(true))
            return false;
        pdf.title = titleOf(match.paper);
        pdf.reason = match.reason;
        if (pdf.toConfirm && !pdf.confirmed)
            return false;
        if (match.paper > 0) {
            joinHeld(match.paper, paperFromFacts(*item.facts, pdf.path), pdf);
        } else {
            pdf.paper = indexOfId(match.paper);
            attach(pdf);
        }
        return true;
    }

    void attach(const ImportPdf& pdf)
    {
        QStringList& files = m_plan.papers[pdf.paper].files;
        if (!files.contains(pdf.path))
            files.prepend(pdf.path);
    }

    /** A document of its own; a broken one too, so that the run tells what is wrong with it. */
    void addAsPaper(const ImportItem& item, ImportPdf& pdf)
    {
        const Paper paper = paperFromFacts(item.facts.value_or(DocumentFacts()), pdf.path);
        const auto before = m_plan.duplicates.size();
        pdf.paper = addPaper(paper, pdf.sha256);
        pdf.isNew = m_plan.duplicates.size() == before;
        if (!pdf.isNew) {
            const ImportDuplicate& joined = m_plan.duplicates.last();
            pdf.existing = joined.existing;
            pdf.attaches = !joined.file.isEmpty();
            pdf.reason = joined.reason;
        } else if (pdf.reason.isEmpty()) {
            pdf.reason = QCoreApplication::translate("import", "belongs to no entry");
        }
    }

    void count()
    {
        m_plan.understood = int(m_plan.papers.size() + m_plan.duplicates.size());
        m_plan.withDoi = int(std::ranges::count_if(m_plan.papers, [](const Paper& p) { return !p.ids.doi.isEmpty(); }));
    }

    const ImportItems& m_facts;
    const std::stop_token m_stop;
    ImportPlan m_plan;
    DuplicateFinder m_finder;
    QHash<PaperId, const Paper*> m_held; ///< of the project
    QHash<QString, PaperId> m_unlooked;  ///< files of the project that were given before and not yet looked into
    QSet<PaperId> m_wantFile;            ///< of the project, as long as none of the documents here is theirs
    QHash<QString, int> m_named;         ///< files that lists name → index of the paper
};

} // namespace

PaperLengths ImportPlan::lengths() const
{
    QHash<int, qint64> tokens;
    for (const ImportPdf& pdf : pdfs)
        if (pdf.paper >= 0 && pdf.tokens > 0)
            tokens.insert(pdf.paper, pdf.tokens);
    PaperLengths lengths{.papers = int(papers.size()), .counted = int(tokens.size())};
    for (const qint64 ofPaper : std::as_const(tokens))
        lengths.countedTokens += ofPaper;
    return lengths;
}

QString fillSentence(const ImportFill& fill)
{
    QStringList fields;
    if (fill.doi)
        fields.append(QCoreApplication::translate("import", "DOI"));
    if (fill.title)
        fields.append(QCoreApplication::translate("import", "title"));
    if (fill.year)
        fields.append(QCoreApplication::translate("import", "year"));
    return QCoreApplication::translate("import", "Filled in from %1: %2").arg(fill.source, fields.join(u", "_s));
}

ImportPlan planImport(const ImportItems& facts, const std::stop_token& stop)
{
    return Planner(facts, stop).plan();
}

} // namespace sheaf
