package vn.lienthong.gateway.signature.form;

import org.apache.pdfbox.pdmodel.PDDocument;

/** Proposes places in one file. */
final class SuggestPlace {
    private static final double SEAL_MM = 36;
    private static final double OFFICER_WIDTH_MM = 45;
    private static final double OFFICER_HEIGHT_MM = 22;
    private static final double STAMP_WIDTH_MM = 50;
    private static final double STAMP_HEIGHT_MM = 30;
    private static final double MARGIN_MM = 20;

    private final PDDocument document;

    SuggestPlace(PDDocument document) {
        this.document = document;
    }

    Place of(FormKind kind) {
        int last = Math.max(1, document.getNumberOfPages());
        return switch (kind) {
            case AGENCY_SEAL -> lowerRight(last, SEAL_MM, SEAL_MM);
            case OFFICER -> lowerRight(last, OFFICER_WIDTH_MM, OFFICER_HEIGHT_MM);
            case COPY -> {
                PageView view = PageView.of(document.getPage(0));
                yield view.inside(new Place(1, view.widthMm(), 10, 60, 12));
            }
            case INCOMING_STAMP -> {
                PageView view = PageView.of(document.getPage(0));
                yield view.inside(new Place(1, MARGIN_MM, 45, STAMP_WIDTH_MM, STAMP_HEIGHT_MM));
            }
        };
    }

    private Place lowerRight(int page, double width, double height) {
        PageView view = PageView.of(document.getPage(page - 1));
        return view.inside(new Place(
                page, view.widthMm() - MARGIN_MM - width, view.heightMm() - 2 * MARGIN_MM - height, width, height));
    }
}
