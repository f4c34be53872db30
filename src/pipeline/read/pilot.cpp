// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read/pilot.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sheaf {

namespace {

constexpr double otherVenue = 0.5; // as much as half the range of years

/** Of all candidates, so that years and lengths weigh alike. */
struct Ranges
{
    double years = 1, lengths = 1;
};

double length(const PilotCandidate& candidate)
{
    return std::log(double(std::max<qint64>(1, candidate.bytes)));
}

Ranges rangesOf(const QVector<PilotCandidate>& candidates)
{
    int firstYear = std::numeric_limits<int>::max(), lastYear = 0;
    double shortest = std::numeric_limits<double>::max(), longest = 0;
    for (const PilotCandidate& candidate : candidates) {
        firstYear = std::min(firstYear, candidate.year > 0 ? candidate.year : firstYear);
        lastYear = std::max(lastYear, candidate.year);
        shortest = std::min(shortest, length(candidate));
        longest = std::max(longest, length(candidate));
    }
    return {std::max(1.0, double(lastYear) - firstYear), std::max(0.01, longest - shortest)};
}

double unlikeness(const PilotCandidate& a, const PilotCandidate& b, const Ranges& ranges)
{
    const double years = a.year > 0 && b.year > 0 ? std::abs(a.year - b.year) / ranges.years : 0;
    return years + std::abs(length(a) - length(b)) / ranges.lengths + (a.venue != b.venue ? otherVenue : 0);
}

} // namespace

QVector<PaperId> unlikePapers(const QVector<PilotCandidate>& candidates, int count)
{
    const Ranges ranges = rangesOf(candidates);
    QVector<PilotCandidate> left = candidates, chosen;
    while (!left.isEmpty() && chosen.size() < count) {
        const auto rank = [&](const PilotCandidate& candidate) {
            if (chosen.isEmpty())
                return candidate.year > 0 ? -double(candidate.year) : std::numeric_limits<double>::lowest();
            double least = std::numeric_limits<double>::max();
            for (const PilotCandidate& other : std::as_const(chosen))
                least = std::min(least, unlikeness(candidate, other, ranges));
            return least;
        };
        const auto next = std::ranges::max_element(left, {}, rank);
        chosen.append(*next);
        left.erase(next);
    }
    QVector<PaperId> papers;
    for (const PilotCandidate& candidate : std::as_const(chosen))
        papers.append(candidate.paper);
    return papers;
}

QVector<PaperId> pilotPapers(const QString& text)
{
    QVector<PaperId> papers;
    for (const QString& number : text.split(u' ', Qt::SkipEmptyParts))
        if (const PaperId paper = number.toLongLong(); paper > 0)
            papers.append(paper);
    return papers;
}

QString pilotText(const QVector<PaperId>& papers)
{
    QStringList numbers;
    for (const PaperId paper : papers)
        numbers.append(QString::number(paper));
    return numbers.join(u' ');
}

} // namespace sheaf
