// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page_worker/poppler_document.h"

#include "document/page_worker/glyph_text.h"
#include "document/page_worker/page_device.h"

namespace sheaf::worker {

namespace {

std::string complaint;

void noteComplaint(ErrorCategory, Goffset, const char* message)
{
    constexpr std::size_t longest = 200;
    if (complaint.empty() && message)
        complaint = std::string_view(message).substr(0, longest);
}

/** A reader may have written notes over the paper; what he filled into its forms belongs to it. */
bool isPartOfPage(Annot* annotation, void*)
{
    return annotation->getType() == Annot::typeWidget;
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
            const PDFRectangle& rectangle = link->getRect();
            for (const Point corner : {Point{rectangle.x1, rectangle.y1}, Point{rectangle.x2, rectangle.y2}}) {
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
            out.push_back({level, target(item->getAction()).page, utf8FromUtf16(utf16FromUcs4(titleOf(*item)))});
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
        return value.isString() ? utf8FromPdfString(bytesOf(value.getString()), docEncoding()) : std::string();
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
        secret.emplace(std::string(password));
    auto stream = std::make_unique<MemStream>(bytes.data(), 0, Goffset(bytes.size()), nullObject());
    auto priv = std::make_unique<Private>();
    priv->doc = openDocument(std::move(stream), secret);
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
    d->doc->displayPage(&d->device, number, 72, 72, 0, false, true, false, nullptr, nullptr, &isPartOfPage);
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
    const std::unique_ptr<SplashOutputDev> device = makePainter(paper);
    device->setFontAntialias(true);
    device->setVectorAntialias(true);
    device->startDoc(d->doc.get());
    d->doc->displayPage(device.get(), number, resolution, resolution, 0, false, true, false);
    const SplashBitmap* bitmap = device->getBitmap();
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
