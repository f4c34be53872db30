// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page_worker/poppler_document.h"

#include "document/page_worker/font_style.h"
#include "document/page_worker/glyph_text.h"
#include "document/page_worker/page_builder.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#include <poppler/Annot.h>
#include <poppler/Catalog.h>
#include <poppler/Error.h>
#include <poppler/ErrorCodes.h>
#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#include <poppler/GlobalParams.h>
#include <poppler/Link.h>
#include <poppler/Outline.h>
#include <poppler/OutputDev.h>
#include <poppler/PDFDoc.h>
#include <poppler/PDFDocEncoding.h>
#include <poppler/Page.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/Stream.h>
#include <poppler/splash/SplashBitmap.h>
#pragma GCC diagnostic pop

#include <map>

namespace sheaf::worker {

namespace {

std::string complaint;

void noteComplaint(ErrorCategory, Goffset, const char* message)
{
    constexpr std::size_t longest = 200;
    if (complaint.empty() && message)
        complaint = std::string_view(message).substr(0, longest);
}

std::span<const unsigned, 256> docEncoding()
{
    return std::span<const unsigned, 256>(pdfDocEncoding, 256);
}

std::string text(const GooString* string)
{
    return string ? utf8FromPdfString(string->toStr(), docEncoding()) : std::string();
}

std::uint32_t rgb(const GfxRGB& colour)
{
    const auto byte = [](GfxColorComp value) { return static_cast<std::uint32_t>(colToByte(value)); };
    return byte(colour.r) << 16 | byte(colour.g) << 8 | byte(colour.b);
}

/**
 * How many times its font size an em of a Type 3 font is: such fonts have units of their own and often no names. The
 * widths of what are surely letters or figures are compared with those of common text faces.
 */
double type3Scale(const GfxFont& font)
{
    constexpr double letterWidth = 0.47, otherWidth = 0.5;
    double letters = 0, others = 0;
    int letterCount = 0, otherCount = 0;
    for (int byte = 0; byte < 256; ++byte) {
        const char string = static_cast<char>(byte);
        CharCode code = 0;
        const Unicode* unicode = nullptr;
        int length = 0;
        double width = 0, height = 0, originX = 0, originY = 0;
        font.getNextChar(&string, 1, &code, &unicode, &length, &width, &height, &originX, &originY);
        if (!(width > 0))
            continue;
        if (length == 1 && unicode[0] >= 'a' && unicode[0] <= 'z') {
            letters += width;
            ++letterCount;
        } else if (length == 0 || unicode[0] > ' ') {
            others += width;
            ++otherCount;
        }
    }
    const auto& matrix = font.getFontMatrix();
    const double mean = letterCount > 0  ? letters / letterCount / letterWidth
                        : otherCount > 0 ? others / otherCount / otherWidth
                                         : 1;
    // Widths come already scaled by the matrix's x scale; a mirrored matrix draws with its y axis downwards.
    const double stretch = matrix[0] != 0 ? matrix[3] / matrix[0] : 1;
    const double scale = mean * stretch;
    return std::abs(scale) > 1e-4 && std::abs(scale) < 1e4 ? scale : 1;
}

/**
 * Receives a page's drawing from poppler and hands it to the builder in page coordinates. One for all pages: poppler
 * keeps the colour profiles of a file in its device, and to set one up takes longer than to read a page.
 */
class PageDevice final : public OutputDev
{
public:
    explicit PageDevice(PageBuilder& builder) : m_builder(builder) {}

    void startPage(int, GfxState*, XRef*) override
    {
        m_groups.clear();
        m_maskStack.clear();
        m_masked = false;
        m_faces.clear();
        m_face = nullptr;
        m_fontChanged = true;
        m_actualBegin.reset();
        forgetColours();
    }
    bool upsideDown() override { return true; }
    bool useDrawChar() override { return true; }
    bool interpretType3Chars() override { return false; }
    bool useTilingPatternFill() override { return true; }
    bool useShadedFills(int) override { return true; }

    void saveState(GfxState*) override { m_maskStack.push_back(m_masked); }
    void restoreState(GfxState*) override
    {
        if (!m_maskStack.empty()) {
            m_masked = m_maskStack.back();
            m_maskStack.pop_back();
        }
        forgetColours();
        m_fontChanged = true;
    }
    void updateAll(GfxState* state) override
    {
        OutputDev::updateAll(state);
        forgetColours();
        m_fontChanged = true;
    }
    void updateFillColorSpace(GfxState*) override { forgetColours(); }
    void updateStrokeColorSpace(GfxState*) override { forgetColours(); }
    void updateFillColor(GfxState*) override { forgetColours(); }
    void updateStrokeColor(GfxState*) override { forgetColours(); }
    void updateFont(GfxState*) override { m_fontChanged = true; }
    void updateRender(GfxState*) override { m_fontChanged = true; }

    void drawChar(GfxState* state, double x, double y, double dx, double dy, double originX, double originY,
                  CharCode code, int bytes, const Unicode* unicode, int length) override;
#if POPPLER_NUMERIC_VERSION >= 2504
    void beginActualText(GfxState*, const std::string& actual) override
    {
        beginActual(actual);
    }
#else
    void beginActualText(GfxState*, const GooString* actual) override
    {
        beginActual(actual->toStr());
    }
#endif
    void endActualText(GfxState*) override;

    void stroke(GfxState* state) override;
    void fill(GfxState* state) override;
    void eoFill(GfxState* state) override
    {
        fill(state);
    }
    bool tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int, int,
                           double, double) override
    {
        addClipArea(state);
        return true;
    }
    bool functionShadedFill(GfxState* state, GfxFunctionShading*) override
    {
        return addClipArea(state);
    }
    bool axialShadedFill(GfxState* state, GfxAxialShading*, double, double) override
    {
        return addClipArea(state);
    }
    bool radialShadedFill(GfxState* state, GfxRadialShading*, double, double) override
    {
        return addClipArea(state);
    }
    bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) override
    {
        return addClipArea(state);
    }
    bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) override
    {
        return addClipArea(state);
    }

    void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height, bool invert,
                       bool interpolate, bool inlined) override
    {
        addImage(state, width, height, false);
        if (inlined) // its bytes stand in the page's own stream and must be passed over
            OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, inlined);
    }
    void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colours,
                   bool interpolate, const int* maskColours, bool inlined) override
    {
        addImage(state, width, height, !maskColours);
        if (inlined)
            OutputDev::drawImage(state, ref, stream, width, height, colours, interpolate, maskColours, inlined);
    }
    void drawMaskedImage(GfxState* state, Object*, Stream*, int width, int height, GfxImageColorMap*, bool, Stream*,
                         int, int, bool, bool) override
    {
        addImage(state, width, height, false);
    }
    void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int width, int height, GfxImageColorMap*, bool, Stream*,
                             int, int, GfxImageColorMap*, bool) override
    {
        addImage(state, width, height, false);
    }

#if POPPLER_NUMERIC_VERSION >= 2504
    void beginTransparencyGroup(GfxState*, const std::array<double, 4>&, GfxColorSpace*, bool, bool,
                                bool forSoftMask) override
    {
        m_groups.push_back(forSoftMask);
    }
    void setSoftMask(GfxState*, const std::array<double, 4>&, bool, Function*, GfxColor*) override
    {
        m_masked = true;
    }
#else
    void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool, bool forSoftMask) override
    {
        m_groups.push_back(forSoftMask);
    }
    void setSoftMask(GfxState*, const double*, bool, Function*, GfxColor*) override
    {
        m_masked = true;
    }
#endif
    void endTransparencyGroup(GfxState*) override
    {
        if (!m_groups.empty())
            m_groups.pop_back();
    }
    void clearSoftMask(GfxState*) override
    {
        m_masked = false;
    }

private:
    struct Face
    {
        std::uint16_t index = 0;
        double scale = 1; ///< of an em against the font size, negative when mirrored
        double ascent = 0.8, descent = -0.2;
        bool vertical = false;
        std::shared_ptr<GfxFont> keepAlive; ///< the address is the key
    };

    void forgetColours()
    {
        m_fillKnown = m_strokeKnown = false;
    }
    std::uint32_t fillColour(GfxState* state);
    std::uint32_t strokeColour(GfxState* state);
    /** What forms a mask is not drawn on the page. */
    bool inSoftMask() const
    {
        return std::ranges::find(m_groups, true) != m_groups.end();
    }
    bool paintsOpaque(GfxState* state) const
    {
        return state->getFillOpacity() >= 1 && state->getBlendMode() == gfxBlendNormal && m_groups.empty() && !m_masked;
    }
    const Face* face(GfxState* state);
    Face makeFace(const std::shared_ptr<GfxFont>& font, bool embolden);
    void beginActual(const std::string& actual);
    const Path& pagePath(GfxState* state);
    void addImage(GfxState* state, int width, int height, bool opaque);
    bool addClipArea(GfxState* state);
    static Box clipOf(GfxState* state);

    PageBuilder& m_builder;
    Path m_path;
    std::vector<bool> m_groups; ///< open transparency groups: whether each makes a soft mask
    std::vector<bool> m_maskStack;
    bool m_masked = false;
    bool m_fillKnown = false, m_strokeKnown = false;
    std::uint32_t m_fill = 0, m_stroke = 0;
    std::map<std::pair<const GfxFont*, bool>, Face> m_faces;
    const Face* m_face = nullptr;
    bool m_fontChanged = true;
    std::u16string m_actual;
    std::optional<std::size_t> m_actualBegin;
};

std::uint32_t PageDevice::fillColour(GfxState* state)
{
    if (!m_fillKnown) {
        GfxRGB colour{};
        state->getFillRGB(&colour);
        m_fill = rgb(colour);
        m_fillKnown = true;
    }
    return m_fill;
}

std::uint32_t PageDevice::strokeColour(GfxState* state)
{
    if (!m_strokeKnown) {
        GfxRGB colour{};
        state->getStrokeRGB(&colour);
        m_stroke = rgb(colour);
        m_strokeKnown = true;
    }
    return m_stroke;
}

Box PageDevice::clipOf(GfxState* state)
{
    Box box;
    state->getClipBBox(&box.x0, &box.y0, &box.x1, &box.y1);
    return box;
}

const PageDevice::Face* PageDevice::face(GfxState* state)
{
    if (!m_fontChanged)
        return m_face;
    m_fontChanged = false;
    const std::shared_ptr<GfxFont> font = state->getFont();
    if (!font)
        return m_face = nullptr;
    const bool embolden = (state->getRender() & 3) == 2; // filled and stroked: a common way to make bold
    auto [at, isNew] = m_faces.try_emplace({font.get(), embolden});
    if (isNew)
        at->second = makeFace(font, embolden);
    return m_face = &at->second;
}

PageDevice::Face PageDevice::makeFace(const std::shared_ptr<GfxFont>& font, bool embolden)
{
    Face face;
    face.keepAlive = font;
    face.vertical = font->getWMode() != 0;
    if (font->getType() == fontType3) {
        face.scale = type3Scale(*font);
    } else {
        // Descriptors are often wrong, and those of mathematical fonts reach over several lines.
        const double ascent = font->getAscent(), descent = font->getDescent();
        face.ascent = ascent >= 0.4 && ascent <= 1.1 ? ascent : 0.85;
        face.descent = descent <= -0.05 && descent >= -0.45 ? descent : -0.22;
    }
    const std::string name = font->getName().value_or(std::string());
    FontRecord record = describeFont({.name = name,
                                      .fixedWidth = font->isFixedWidth(),
                                      .serif = font->isSerif(),
                                      .italic = font->isItalic(),
                                      .forceBold = font->isBold() || embolden,
                                      .weight = int(font->getWeight()) * 100});
    face.index = m_builder.addFont(std::move(record));
    return face;
}

void PageDevice::drawChar(GfxState* state, double x, double y, double dx, double dy, double originX, double originY,
                          CharCode code, int bytes, const Unicode* unicode, int length)
{
    const Face* drawn = face(state);
    if (!drawn || inSoftMask())
        return;
    DrawnGlyph glyph;
    glyph.vertical = drawn->vertical;
    // The advance comes with the spacing set for characters and words: that is no part of the glyph.
    const double spacing = state->getCharSpace() + (code == ' ' && bytes == 1 ? state->getWordSpace() : 0);
    double spaceX = 0, spaceY = 0;
    if (drawn->vertical)
        state->textTransformDelta(0, spacing, &spaceX, &spaceY);
    else
        state->textTransformDelta(spacing * state->getHorizScaling(), 0, &spaceX, &spaceY);
    state->transformDelta(dx - spaceX, dy - spaceY, &glyph.advance.x, &glyph.advance.y);
    if (drawn->vertical)
        state->transform(x, y, &glyph.origin.x, &glyph.origin.y);
    else
        state->transform(x - originX, y - originY, &glyph.origin.x, &glyph.origin.y);

    const double size = state->getFontSize(), em = size * drawn->scale;
    double userX = 0, userY = 0;
    state->textTransformDelta(0, em, &userX, &userY);
    state->transformDelta(userX, userY, &glyph.up.x, &glyph.up.y);
    state->textTransformDelta(size * std::abs(drawn->scale) * state->getHorizScaling(), 0, &userX, &userY);
    state->transformDelta(userX, userY, &glyph.right.x, &glyph.right.y);

    const int mode = state->getRender();
    const double opacity = (mode & 3) == 1 ? state->getStrokeOpacity() : state->getFillOpacity();
    constexpr double leastOpacity = 0.02;
    glyph.invisible = mode == 3 || opacity < leastOpacity;
    glyph.colour = (mode & 3) == 1 ? strokeColour(state) : fillColour(state);
    glyph.unicode = {unicode, length > 0 && unicode ? std::size_t(length) : 0};
    glyph.font = drawn->index;
    glyph.ascent = drawn->ascent;
    glyph.descent = drawn->descent;
    m_builder.addGlyph(glyph, clipOf(state));
}

void PageDevice::beginActual(const std::string& actual)
{
    m_actual = utf16FromPdfString(actual, docEncoding());
    m_actualBegin = m_builder.glyphCount();
}

void PageDevice::endActualText(GfxState*)
{
    if (!m_actualBegin)
        return;
    const std::size_t first = *m_actualBegin, count = m_builder.glyphCount() - first;
    m_actualBegin.reset();
    // A whole phrase would lose its glyphs' places: only what stands for a sign or two, or cannot be read otherwise.
    constexpr std::size_t fewGlyphs = 2, longestText = 32;
    bool unreadable = false;
    for (std::size_t i = first; i < m_builder.glyphCount(); ++i)
        unreadable = unreadable || m_builder.lacksUnicode(i);
    if (count == 0 || m_actual.empty() || m_actual.size() > longestText || (count > fewGlyphs && !unreadable))
        return;
    const std::vector<unsigned> units(m_actual.begin(), m_actual.end());
    m_builder.replaceText(first, units);
}

const Path& PageDevice::pagePath(GfxState* state)
{
    m_path.clear();
    const GfxPath* path = state->getPath();
    for (int i = 0; i < path->getNumSubpaths(); ++i) {
        const GfxSubpath* from = path->getSubpath(i);
        Subpath subpath{m_path.points.size(), 0, false, from->isClosed()};
        for (int j = 0; j < from->getNumPoints(); ++j) {
            Point point;
            state->transform(from->getX(j), from->getY(j), &point.x, &point.y);
            m_path.points.push_back(point);
            subpath.curved = subpath.curved || from->getCurve(j);
        }
        subpath.end = m_path.points.size();
        if (subpath.end > subpath.begin)
            m_path.subpaths.push_back(subpath);
    }
    return m_path;
}

void PageDevice::stroke(GfxState* state)
{
    if (!inSoftMask() && state->getStrokeOpacity() > 0)
        m_builder.addStroke(pagePath(state), state->getTransformedLineWidth(),
                            {strokeColour(state), paintsOpaque(state), clipOf(state)});
}

void PageDevice::fill(GfxState* state)
{
    if (!inSoftMask() && state->getFillOpacity() > 0)
        m_builder.addFill(pagePath(state), {fillColour(state), paintsOpaque(state), clipOf(state)});
}

void PageDevice::addImage(GfxState* state, int width, int height, bool opaque)
{
    if (inSoftMask() || state->getFillOpacity() <= 0 || width <= 0 || height <= 0)
        return;
    Box box;
    for (const Point corner : {Point{0, 0}, Point{1, 0}, Point{0, 1}, Point{1, 1}}) {
        Point onPage;
        state->transform(corner.x, corner.y, &onPage.x, &onPage.y);
        box.include(onPage);
    }
    m_builder.addImage(box, std::uint32_t(width), std::uint32_t(height),
                       {0, opaque && paintsOpaque(state), clipOf(state)});
}

bool PageDevice::addClipArea(GfxState* state)
{
    if (!inSoftMask() && state->getFillOpacity() > 0)
        m_builder.addArea(clipOf(state));
    return true;
}

} // namespace

struct PopplerDocument::Private
{
    std::unique_ptr<PDFDoc> doc;
    PageBuilder builder;
    PageDevice device{builder};

    int targetPage(const LinkDest& dest) const
    {
        const int page = dest.isPageRef() ? doc->findPage(dest.getPageRef()) : dest.getPageNum();
        return page >= 1 && page <= doc->getNumPages() ? page : 0;
    }

    /** Where a link or outline entry leads to within the file. */
    struct Target
    {
        int page = 0;
        double y = 0;
    };
    Target target(const LinkAction* action) const
    {
        const auto* go = dynamic_cast<const LinkGoTo*>(action);
        if (!go)
            return {};
        std::unique_ptr<LinkDest> named;
        const LinkDest* dest = go->getDest();
        if (!dest && go->getNamedDest()) {
            named = doc->findDest(go->getNamedDest());
            dest = named.get();
        }
        if (!dest || !dest->isOk())
            return {};
        Target result{targetPage(*dest), 0};
        ::Page* page = result.page > 0 ? doc->getPage(result.page) : nullptr;
        if (page && dest->getChangeTop()) {
            const GfxState upright(72, 72, page->getCropBox(), page->getRotate(), true);
            double x = 0;
            upright.transform(dest->getLeft(), dest->getTop(), &x, &result.y);
        }
        return result;
    }

    void addLinks(::Page& page)
    {
        const GfxState upright(72, 72, page.getCropBox(), page.getRotate(), true);
        const std::unique_ptr<Links> links = page.getLinks();
        if (!links)
            return;
        for (const auto& link : links->getLinks()) {
            LinkRecord record;
            double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
            link->getRect(&x0, &y0, &x1, &y1);
            for (const Point corner : {Point{x0, y0}, Point{x1, y1}}) {
                Point onPage;
                upright.transform(corner.x, corner.y, &onPage.x, &onPage.y);
                record.box.include(onPage);
            }
            if (const auto* uri = dynamic_cast<const LinkURI*>(link->getAction()))
                record.uri = utf8FromPdfString(uri->getURI(), docEncoding());
            const Target to = target(link->getAction());
            record.page = to.page;
            record.y = to.y;
            if (!record.uri.empty() || record.page > 0)
                builder.addLink(std::move(record));
        }
    }

    template <typename Items> void addOutline(std::vector<OutlineRecord>& out, const Items* items, int level) const
    {
        constexpr int deepest = 8;
        if (!items || level > deepest)
            return;
        for (const auto& item : *items) {
            if (out.size() >= wire::maxOutline)
                return;
#if POPPLER_NUMERIC_VERSION >= 2303
            const std::span<const Unicode> title(item->getTitle());
#else
            const std::span<const Unicode> title(item->getTitle(), std::size_t(std::max(item->getTitleLength(), 0)));
#endif
            out.push_back({level, target(item->getAction()).page, utf8FromUtf16(utf16FromUcs4(title))});
            if (item->hasKids()) {
                item->open();
                addOutline(out, item->getKids(), level + 1);
            }
        }
    }

    /** Poppler would set up the file's output profile anew for each page, which takes longer than reading it; for the
     * colour of text its own idea of the colour spaces is good enough. */
    void forgetOutputIntents()
    {
        XRef* xref = doc->getXRef();
        Object catalog = xref->getCatalog();
        if (!catalog.isDict() || catalog.dictLookupNF("OutputIntents").isNull())
            return;
        catalog.dictRemove("OutputIntents");
        xref->setModifiedObject(&catalog, xref->getRoot());
    }

    std::string infoText(const char* key) const
    {
        Object info = doc->getDocInfo();
        if (!info.isDict())
            return {};
        const Object value = info.dictLookup(key);
        return value.isString() ? text(value.getString()) : std::string();
    }
};

PopplerDocument::PopplerDocument(std::unique_ptr<Private> priv) : d(std::move(priv)) {}
PopplerDocument::~PopplerDocument() = default;
PopplerDocument::PopplerDocument(PopplerDocument&&) noexcept = default;

const char* PopplerDocument::version()
{
    return POPPLER_VERSION;
}

std::string PopplerDocument::firstComplaint()
{
    return complaint;
}

std::expected<PopplerDocument, wire::Trouble> PopplerDocument::open(std::string_view bytes, std::string_view password)
{
    setErrorCallback(&noteComplaint);
    globalParams = std::make_unique<GlobalParams>();
    std::optional<GooString> secret;
    if (!password.empty())
        secret.emplace(password.data(), int(password.size()));
    auto stream = std::make_unique<MemStream>(bytes.data(), 0, Goffset(bytes.size()), Object(objNull));
    auto priv = std::make_unique<Private>();
#if POPPLER_NUMERIC_VERSION >= 2507
    priv->doc = std::make_unique<PDFDoc>(std::move(stream), secret, secret);
#else
    priv->doc = std::make_unique<PDFDoc>(stream.release(), secret, secret);
#endif
    if (!priv->doc->isOk())
        return std::unexpected(priv->doc->getErrorCode() == errEncrypted ? wire::Trouble::Password
                                                                         : wire::Trouble::Broken);
    return PopplerDocument(std::move(priv));
}

int PopplerDocument::pageCount() const
{
    return std::clamp(d->doc->getNumPages(), 0, int(wire::maxPages));
}

InfoRecord PopplerDocument::info() const
{
    InfoRecord info;
    info.pages = pageCount();
    info.tagged = d->doc->getCatalog()->getMarkInfo() & Catalog::markInfoMarked;
    info.title = d->infoText("Title");
    info.author = d->infoText("Author");
    info.subject = d->infoText("Subject");
    info.keywords = d->infoText("Keywords");
    info.producer = d->infoText("Producer");
    for (const char* key : {"doi", "DOI", "WPS-ARTICLEDOI"}) {
        if (info.doi.empty())
            info.doi = d->infoText(key);
    }
    if (const std::unique_ptr<GooString> xmp = d->doc->readMetadata())
        info.xmp = xmp->toStr();
    if (Outline* outline = d->doc->getOutline())
        d->addOutline(info.outline, outline->getItems(), 1);
    return info;
}

std::optional<PageRecord> PopplerDocument::readPage(int number, std::int64_t glyphLimit)
{
    ::Page* page = d->doc->getPage(number);
    if (!page || !page->isOk())
        return std::nullopt;
    const int rotation = ((page->getRotate() % 360) + 360) % 360;
    const bool turned = rotation == 90 || rotation == 270;
    const double width = page->getCropWidth(), height = page->getCropHeight();
    d->forgetOutputIntents();
    d->builder.begin(number, turned ? height : width, turned ? width : height, rotation, glyphLimit);
    d->doc->displayPage(&d->device, number, 72, 72, 0, false, true, false);
    d->addLinks(*page);
    return d->builder.take();
}

std::optional<Picture> PopplerDocument::render(int number, double dpi)
{
    ::Page* page = d->doc->getPage(number);
    if (!page || !page->isOk())
        return std::nullopt;
    const bool turned = page->getRotate() % 180 != 0;
    Picture picture;
    picture.pageWidth = turned ? page->getCropHeight() : page->getCropWidth();
    picture.pageHeight = turned ? page->getCropWidth() : page->getCropHeight();
    const double longest = std::max({picture.pageWidth, picture.pageHeight, 1.0});
    const double resolution = std::clamp(dpi, 1.0, (wire::maxPictureSide - 1) * 72.0 / longest);

    SplashColor paper = {0xFF, 0xFF, 0xFF};
    SplashOutputDev device(splashModeXBGR8, 4, false, paper);
    device.setFontAntialias(true);
    device.setVectorAntialias(true);
    device.startDoc(d->doc.get());
    d->doc->displayPage(&device, number, resolution, resolution, 0, false, true, false);
    const SplashBitmap* bitmap = device.getBitmap();
    if (!bitmap || !bitmap->getDataPtr() || bitmap->getWidth() <= 0 || bitmap->getHeight() <= 0)
        return std::nullopt;
    picture.width = bitmap->getWidth();
    picture.height = bitmap->getHeight();
    const std::size_t row = std::size_t(picture.width) * 4;
    picture.pixels.resize(row * std::size_t(picture.height));
    for (int y = 0; y < picture.height; ++y) {
        const unsigned char* from = bitmap->getDataPtr() + std::ptrdiff_t(y) * bitmap->getRowSize();
        std::copy_n(from, row, picture.pixels.begin() + std::ptrdiff_t(row) * y);
    }
    for (std::size_t at = 3; at < picture.pixels.size(); at += 4)
        picture.pixels[at] = 0xFF;
    return picture;
}

} // namespace sheaf::worker
