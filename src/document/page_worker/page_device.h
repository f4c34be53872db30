// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page_worker/page_builder.h"
#include "document/page_worker/poppler_headers.h"

#include <map>
#include <optional>

namespace sheaf::worker {

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
    void beginActualText(GfxState*, PopplerText actual) override;
    void endActualText(GfxState*) override;

    void stroke(GfxState* state) override;
    void fill(GfxState* state) override { addFill(state, FillRule::Winding); }
    void eoFill(GfxState* state) override { addFill(state, FillRule::EvenOdd); }
    bool tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, PopplerMatrix, int, int, int, int,
                           double, double) override
    {
        addClipArea(state);
        return true;
    }
    bool functionShadedFill(GfxState* state, GfxFunctionShading*) override { return addClipArea(state); }
    bool axialShadedFill(GfxState* state, GfxAxialShading*, double, double) override { return addClipArea(state); }
    bool radialShadedFill(GfxState* state, GfxRadialShading*, double, double) override { return addClipArea(state); }
    bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) override { return addClipArea(state); }
    bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) override { return addClipArea(state); }

    void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height, bool invert,
                       bool interpolate, bool inlined) override
    {
        addImage(state, width, height, false, fillColour(state));
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

    void beginTransparencyGroup(GfxState*, PopplerBox, GfxColorSpace*, bool, bool, bool forSoftMask) override
    {
        m_groups.push_back(forSoftMask);
    }
    void setSoftMask(GfxState*, PopplerBox, bool, Function*, GfxColor*) override { m_masked = true; }
    void endTransparencyGroup(GfxState*) override
    {
        if (!m_groups.empty())
            m_groups.pop_back();
    }
    void clearSoftMask(GfxState*) override { m_masked = false; }

private:
    struct Face
    {
        std::uint16_t index = 0;
        double scale = 1; ///< of an em against the font size, negative when mirrored
        double ascent = 0.8, descent = -0.2;
        bool vertical = false;
        std::shared_ptr<GfxFont> keepAlive; ///< the address is the key
    };

    void addFill(GfxState* state, FillRule rule);
    void forgetColours() { m_fillKnown = m_strokeKnown = false; }
    std::uint32_t fillColour(GfxState* state);
    std::uint32_t strokeColour(GfxState* state);
    /** What forms a mask is not drawn on the page. */
    bool inSoftMask() const { return std::ranges::find(m_groups, true) != m_groups.end(); }
    bool paintsOpaque(GfxState* state) const
    {
        return state->getFillOpacity() >= 1 && state->getBlendMode() == gfxBlendNormal && m_groups.empty() && !m_masked;
    }
    const Face* face(GfxState* state);
    Face makeFace(const std::shared_ptr<GfxFont>& font, bool embolden);
    const Path& pagePath(GfxState* state);
    /** `colour` is that of a stencil; pictures have many. */
    void addImage(GfxState* state, int width, int height, bool opaque, std::uint32_t colour = 0);
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

} // namespace sheaf::worker
