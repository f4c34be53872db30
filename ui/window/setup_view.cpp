// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/setup_view.h"

#include "acquire/source_catalog.h"
#include "convert/converter.h"
#include "core/second_reader.h"
#include "ui/controls/key_button.h"
#include "ui/controls/labels.h"
#include "ui/look/painting.h"
#include "ui/look/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** A filled tick, a ringed plus, a ringed dash, a ringed cross: the sign before a fact. */
class SignMark : public QWidget
{
public:
    explicit SignMark(SetupFact::Sign sign) : m_sign(sign)
    {
        const int size = theme().px(16);
        setFixedSize(size + 1, size + 1);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& t = theme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -1.5, -1.5);
        if (m_sign == SetupFact::Ready) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.accent);
            painter.drawEllipse(box);
            drawTick(painter, box.adjusted(3, 3, -3, -3), t.onAccent);
            return;
        }
        const QColor colour = m_sign == SetupFact::Missing    ? t.amberText
                              : m_sign == SetupFact::Optional ? t.dim
                                                              : t.red;
        painter.setPen(QPen(m_sign == SetupFact::Optional ? t.line : colour, 1.2));
        painter.drawEllipse(box);
        painter.setPen(QPen(colour, 1.5));
        const QPointF c = box.center();
        const double r = box.width() * 0.2;
        if (m_sign == SetupFact::Broken) {
            painter.drawLine(c + QPointF(-r, -r), c + QPointF(r, r));
            painter.drawLine(c + QPointF(-r, r), c + QPointF(r, -r));
            return;
        }
        painter.drawLine(c - QPointF(r, 0), c + QPointF(r, 0));
        if (m_sign == SetupFact::Missing)
            painter.drawLine(c - QPointF(0, r), c + QPointF(0, r));
    }

private:
    SetupFact::Sign m_sign;
};

QWidget* rule()
{
    auto* line = new QWidget;
    line->setFixedHeight(1);
    line->setProperty("edge", u"bottom"_s);
    line->setAttribute(Qt::WA_StyledBackground);
    return line;
}

QString signWord(SetupFact::Sign sign)
{
    switch (sign) {
    case SetupFact::Ready:
        return SetupView::tr("ready");
    case SetupFact::Missing:
        return SetupView::tr("missing");
    case SetupFact::Optional:
        return SetupView::tr("optional");
    case SetupFact::Broken:
        break;
    }
    return SetupView::tr("broken");
}

QString host(const QString& url)
{
    return QUrl(url).host();
}

} // namespace

QString actionText(const QString& action)
{
    if (action == "choose-reader"_L1 || action == "choose-second-reader"_L1)
        return SetupView::tr("Choose reader…");
    if (action == "choose-converter"_L1)
        return SetupView::tr("Choose converter…");
    if (action == "set-email"_L1)
        return SetupView::tr("Set address…");
    if (action == "set-read-key"_L1 || action == "set-second-key"_L1 || action == "set-convert-key"_L1)
        return SetupView::tr("Set key…");
    if (action == "send-results"_L1)
        return SetupView::tr("Send now");
    if (action == "set-zotero"_L1)
        return SetupView::tr("Zotero settings…");
    if (action == "set-elasticsearch"_L1)
        return SetupView::tr("Elasticsearch settings…");
    if (action == "raise-cap"_L1)
        return SetupView::tr("Raise cap…");
    if (action == "read-rest"_L1)
        return SetupView::tr("Read the rest");
    if (action == "fetch-models"_L1)
        return SetupView::tr("Fetch");
    if (action == "cancel-models"_L1)
        return SetupView::tr("Cancel");
    if (action == "retry-service"_L1)
        return SetupView::tr("Try again");
    if (action == "free-disk"_L1)
        return SetupView::tr("Try again");
    return {};
}

bool asksCatalogues(const Settings& settings)
{
    return !settings.text(u"acquire.email"_s).isEmpty() && settings.flag(u"acquire.metadata"_s);
}

QString acquireHosts(const Settings& settings)
{
    QStringList names;
    const QVector<SourceFacts> known = knownSources();
    for (const SourceChoice& choice : sourceChoices(settings)) {
        const auto source = std::ranges::find(known, choice.name, &SourceFacts::name);
        const bool asks = !source->urlKey.isEmpty() && !settings.text(source->urlKey).isEmpty();
        const bool ready = choice.name != "unpaywall"_L1 || !settings.text(u"acquire.email"_s).isEmpty();
        if (choice.on && asks && ready)
            names += source->displayName;
    }
    if (asksCatalogues(settings))
        names += u"Crossref"_s;
    return names.join(u", "_s);
}

QString convertHost(const Settings& settings)
{
    return converterHosts(settings).join(u", "_s);
}

QString readHost(const Settings& settings)
{
    const QString kind = settings.text(u"read.kind"_s);
    if (kind == "offline"_L1)
        return {};
    const QString own = host(settings.text(u"read.url"_s));
    if (!own.isEmpty())
        return own;
    return kind == "anthropic"_L1 ? u"api.anthropic.com"_s : u"api.openai.com"_s;
}

QString readHosts(const Settings& settings)
{
    QStringList hosts{readHost(settings)};
    if (hasSecondReader(settings))
        hosts += readHost(secondReaderSettings(settings));
    hosts.removeAll(QString());
    hosts.removeDuplicates();
    return hosts.join(u", "_s);
}

SetupView::SetupView(QWidget* parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Set-up"));
}

void SetupView::set(const QVector<SetupFact>& given, const Settings& settings)
{
    QVector<SetupFact> facts = given;
    std::stable_sort(facts.begin(), facts.end(), [](const SetupFact& a, const SetupFact& b) {
        return a.sign == SetupFact::Broken && b.sign != SetupFact::Broken;
    });
    const bool broken = !facts.isEmpty() && facts.first().sign == SetupFact::Broken;
    auto* content = new QWidget;
    content->setProperty("pane", u"base"_s);
    content->setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(theme().px(14), theme().px(12), theme().px(14), theme().px(14));
    column->setSpacing(0);
    if (facts.isEmpty()) {
        column->addWidget(textLabel(tr("Looking at this computer…"), FontRole::Title));
    } else {
        column->addWidget(textLabel(broken ? tr("Something is missing") : tr("Ready to start"), FontRole::Title));
        column->addSpacing(theme().px(2));
        column->addWidget(textLabel(tr("What is missing can be added now or later."), FontRole::Secondary, u"dim"_s));
    }
    column->addSpacing(theme().px(8));
    for (const SetupFact& fact : std::as_const(facts)) {
        column->addWidget(factRow(fact));
        column->addWidget(rule());
    }
    column->addSpacing(theme().px(18));
    column->addWidget(textLabel(tr("What runs where"), FontRole::Section, u"dim"_s));
    column->addSpacing(theme().px(4));
    column->addWidget(whereTable(settings));
    column->addStretch();
    setWidget(content);
}

QWidget* SetupView::factRow(const SetupFact& fact)
{
    auto* holder = new QWidget;
    holder->setMinimumHeight(theme().px(48));
    holder->setAccessibleName(u"%1: %2. %3"_s.arg(fact.name, signWord(fact.sign), fact.sentence));
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, theme().px(6), 0, theme().px(6));
    row->setSpacing(theme().px(9));
    row->addWidget(new SignMark(fact.sign));
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(textLabel(fact.name, FontRole::Body));
    auto* sentence =
        textLabel(fact.sentence, FontRole::Secondary, fact.sign == SetupFact::Broken ? u"red"_s : u"dim"_s);
    sentence->setWordWrap(true);
    words->addWidget(sentence);
    row->addLayout(words, 1);
    const QString text = actionText(fact.action);
    if (text.isEmpty()) {
        row->addWidget(textLabel(signWord(fact.sign), FontRole::Secondary,
                                 fact.sign == SetupFact::Ready    ? u"accent"_s
                                 : fact.sign == SetupFact::Broken ? u"red"_s
                                                                  : u"dim"_s));
        return holder;
    }
    auto* button = new KeyButton(text);
    connect(button, &QPushButton::clicked, this, [this, action = fact.action] { Q_EMIT actionRequested(action); });
    row->addWidget(button);
    return holder;
}

QWidget* SetupView::whereTable(const Settings& settings)
{
    auto* holder = new QWidget;
    auto* grid = new QGridLayout(holder);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme().px(8));
    grid->setVerticalSpacing(theme().px(5));
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, 3);
    int line = 0;
    const auto add = [&](const QString& step, const QString& where, const QString& sends, bool head = false) {
        const FontRole role = head ? FontRole::TableHead : FontRole::Dense;
        grid->addWidget(textLabel(step, role, head ? u"dim"_s : QString()), line, 0);
        grid->addWidget(textLabel(where, role, head ? u"dim"_s : QString()), line, 1);
        auto* third = textLabel(sends, role, u"dim"_s);
        third->setWordWrap(true);
        grid->addWidget(third, line, 2);
        grid->addWidget(rule(), line + 1, 0, 1, 3);
        line += 2;
    };
    const QString here = tr("this computer");
    const QString nothing = tr("nothing");
    const QString converter = convertHost(settings), reader = readHost(settings);
    add(tr("Step"), tr("Runs on"), tr("Sends"), true);
    const QString asked = acquireHosts(settings);
    add(tr("Acquire"), here, asked.isEmpty() ? nothing : tr("DOIs and titles to %1").arg(asked));
    add(tr("Convert"), converter.isEmpty() ? here : converter,
        converter.isEmpty() ? nothing : tr("PDFs to %1").arg(converter));
    add(tr("Read"), reader.isEmpty() ? tr("this computer, offline") : reader,
        reader.isEmpty() ? nothing : tr("papers' text to %1").arg(reader));
    if (hasSecondReader(settings)) {
        const QString second = readHost(secondReaderSettings(settings));
        add(tr("Second reader"), second.isEmpty() ? tr("this computer, offline") : second,
            second.isEmpty() ? nothing : tr("papers' text to %1").arg(second));
    }
    add(tr("Prove"), here, nothing);
    return holder;
}

} // namespace sheaf
