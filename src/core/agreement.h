// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/column.h"

#include <QHash>
#include <QJsonValue>

#include <optional>

/**
 * Whether two readers say the same, by the column's type, and how often they do. Pure functions and values; any thread.
 */
namespace sheaf {

/**
 * Numbers: equal, or equal once the one with more decimals is rounded to the other's; texts with a number and a unit
 * are brought to the same unit first ("1,200 mg" = "1.2 g"). Yes/no and one of: the same choice. Several of: the same
 * set. List: the same set, its items compared as texts. Date: the same as far as both are told ("2019-03" = "2019").
 * Text: the shorter one's words are nearly all in the longer one, and its numbers and negations are the same. That the
 * paper does not say agrees with nothing else.
 *
 * Nothing where either answer is prose: a text, or a list of texts, of more than a dozen words. Two honest summaries of
 * a paper choose other facts and other words, and agreement is measured of coded items only (Cochrane Handbook for
 * Systematic Reviews of Interventions, 5.1.0, section 7.6.5); likeness of words, as ROUGE counts it, hardly tells
 * whether two summaries say the same (Fabbri et al., SummEval, TACL 9, 2021). Prose is therefore neither
 * counted nor shown as differing, whatever its words: a rule that counted only what it can see to agree would flatter.
 */
std::optional<bool> answersAgree(const QJsonValue& first, const QJsonValue& second, const Column& column);

/** Whether answers to the column fall into categories, for which chance agreement can be told. */
bool hasCategories(const Column& column);

/** How often two readers agree about one column. */
class AgreementTally
{
public:
    /** The categories are the answers themselves, in any spelling that is always the same; empty = it does not say. */
    void add(bool agree, const QString& firstCategory, const QString& secondCategory);
    /** Two answers of which no rule can tell. */
    void addUncompared() { ++m_uncompared; }

    int compared() const { return m_compared; }
    int agreed() const { return m_agreed; }
    int uncompared() const { return m_uncompared; }
    double share() const { return m_compared ? double(m_agreed) / m_compared : 0; }
    /** Cohen's kappa (Educational and Psychological Measurement 20, 1960, p. 37): agreement beyond what chance alone
     * would give, 1 = always. Nothing where there is one category only, or nothing compared. */
    std::optional<double> kappa() const;

private:
    int m_compared = 0, m_agreed = 0, m_uncompared = 0;
    QHash<QString, int> m_first, m_second; ///< how often each said what
};

} // namespace sheaf
