package vn.lienthong.gateway.signature.form;

import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Proposes places in one file. */
final class SuggestPlace {
    /** An agency's seal at true size (Decree 99/2016/NĐ-CP). */
    private static final double SEAL_MM = 36;

    private static final double OFFICER_WIDTH_MM = 45;
    private static final double OFFICER_HEIGHT_MM = 22;
    private static final double STAMP_WIDTH_MM = 50;
    private static final double STAMP_HEIGHT_MM = 30;
    private static final double MARGIN_MM = 20;
    /** Below the heading with number and symbol, where no text tells better. */
    private static final double STAMP_TOP_MM = 45;

    private static final double STAMP_SEARCH_MM = 40;
    private static final double STEP_MM = 2;
    private static final double COPY_MARGIN_MM = 10;
    private static final double COPY_WIDTH_MM = 60;
    private static final double COPY_HEIGHT_MM = 12;

    private final PDDocument document;

    SuggestPlace(PDDocument document) {
        this.document = document;
    }

    Place of(FormKind kind) throws IOException {
        return switch (kind) {
            case AGENCY_SEAL -> seal();
            case OFFICER -> officer();
            case COPY -> copy();
            case INCOMING_STAMP -> stamp();
        };
    }

    /** Over a third of the officer's signature, at its left (Decree 30/2020/NĐ-CP, Annex I). */
    private Place seal() throws IOException {
        Optional<ShownSignature> officer = ShownSignature.in(document).stream()
                .filter(ShownSignature::mayBeAnOfficers)
                .max(Comparator.comparingInt(ShownSignature::end));
        if (officer.isEmpty()) {
            return lowerRight(SEAL_MM, SEAL_MM);
        }
        Place signed = officer.get().place();
        return view(signed.page())
                .inside(new Place(
                        signed.page(),
                        signed.leftMm() + signed.widthMm() / 3 - SEAL_MM,
                        signed.topMm() + (signed.heightMm() - SEAL_MM) / 2,
                        SEAL_MM,
                        SEAL_MM));
    }

    /** In the field that waits for him, where there is one. */
    private Place officer() throws IOException {
        return ShownSignature.in(document).stream()
                .filter(ShownSignature::free)
                .map(ShownSignature::place)
                .findFirst()
                .orElseGet(() -> lowerRight(OFFICER_WIDTH_MM, OFFICER_HEIGHT_MM));
    }

    private Place copy() {
        PageView view = view(1);
        return view.inside(new Place(
                1, view.widthMm() - COPY_MARGIN_MM - COPY_WIDTH_MM, COPY_MARGIN_MM, COPY_WIDTH_MM, COPY_HEIGHT_MM));
    }

    /** On free paper under number and symbol, else under the date at the right (Decree 30/2020/NĐ-CP, Annex IV). */
    private Place stamp() {
        PageView view = view(1);
        PageText text = PageText.of(document);
        Optional<PageText.Letter> symbol = text.symbol(view);
        double top = symbol.map(line -> line.bottom() + STEP_MM).orElse(STAMP_TOP_MM);
        double middle = symbol.map(line -> (line.left() + line.right()) / 2).orElse(MARGIN_MM + STAMP_WIDTH_MM / 2);
        double left = Math.max(MARGIN_MM / 2, middle - STAMP_WIDTH_MM / 2);
        Place usual = view.inside(new Place(1, left, top, STAMP_WIDTH_MM, STAMP_HEIGHT_MM));
        double right = view.widthMm() - MARGIN_MM - STAMP_WIDTH_MM;
        return free(view, text, usual)
                .or(() -> free(view, text, usual.movedTo(1, right, top)))
                .orElse(usual);
    }

    private Optional<Place> free(PageView view, PageText text, Place from) {
        for (double down = 0; down <= STAMP_SEARCH_MM; down += STEP_MM) {
            Place tried = view.inside(from.movedTo(1, from.leftMm(), from.topMm() + down));
            if (text.leavesFree(tried)) {
                return Optional.of(tried);
            }
        }
        return Optional.empty();
    }

    private Place lowerRight(double width, double height) {
        int page = document.getNumberOfPages();
        PageView view = view(page);
        return view.inside(new Place(
                page, view.widthMm() - MARGIN_MM - width, view.heightMm() - 2 * MARGIN_MM - height, width, height));
    }

    private PageView view(int page) {
        return PageView.of(document.getPage(page - 1));
    }
}
