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
    /** The stamp's size (Decree 30/2020/NĐ-CP, Annex IV). */
    private static final double STAMP_WIDTH_MM = 50;

    private static final double STAMP_HEIGHT_MM = 35;
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

    /** Over a third of the officer's signature, at its left (Decree 30/2020/NĐ-CP, Annex I), also of one that is to come. */
    private Place seal() throws IOException {
        Optional<Place> officer = ShownSignature.in(document).stream()
                .filter(ShownSignature::mayBeAnOfficers)
                .max(Comparator.comparingInt(ShownSignature::end))
                .map(ShownSignature::place);
        FreePaper paper = FreePaper.of(document, document.getNumberOfPages());
        return officer.or(() -> betweenTitleAndName(paper))
                .map(signed -> view(signed.page())
                        .inside(new Place(
                                signed.page(),
                                signed.leftMm() + signed.widthMm() / 3 - SEAL_MM,
                                signed.topMm() + (signed.heightMm() - SEAL_MM) / 2,
                                SEAL_MM,
                                SEAL_MM)))
                .orElseGet(() -> lowerRight(paper, SEAL_MM, SEAL_MM));
    }

    private Optional<Place> betweenTitleAndName(FreePaper paper) {
        return SignatureRoom.of(paper, document.getNumberOfPages(), OFFICER_WIDTH_MM, OFFICER_HEIGHT_MM);
    }

    /** In the field that waits for him, where there is one; else between his title and his name. */
    private Place officer() throws IOException {
        Optional<Place> waiting = ShownSignature.in(document).stream()
                .filter(ShownSignature::free)
                .map(ShownSignature::place)
                .findFirst();
        if (waiting.isPresent()) {
            return waiting.get();
        }
        FreePaper paper = FreePaper.of(document, document.getNumberOfPages());
        return betweenTitleAndName(paper)
                .filter(paper::at)
                .orElseGet(() -> lowerRight(paper, OFFICER_WIDTH_MM, OFFICER_HEIGHT_MM));
    }

    private Place copy() {
        PageView view = view(1);
        return view.inside(new Place(
                1, view.widthMm() - COPY_MARGIN_MM - COPY_WIDTH_MM, COPY_MARGIN_MM, COPY_WIDTH_MM, COPY_HEIGHT_MM));
    }

    /** On free paper under number and symbol, else under the date at the right (Decree 30/2020/NĐ-CP, Annex IV). */
    private Place stamp() {
        FreePaper paper = FreePaper.of(document, 1);
        PageView view = paper.view();
        Optional<PageText.Letter> symbol = paper.text().symbol(view);
        double top = symbol.map(line -> line.bottom() + STEP_MM).orElse(STAMP_TOP_MM);
        double middle = symbol.map(line -> (line.left() + line.right()) / 2).orElse(MARGIN_MM + STAMP_WIDTH_MM / 2);
        double left = Math.max(MARGIN_MM / 2, middle - STAMP_WIDTH_MM / 2);
        Place usual = view.inside(new Place(1, left, top, STAMP_WIDTH_MM, STAMP_HEIGHT_MM));
        double right = view.widthMm() - MARGIN_MM - STAMP_WIDTH_MM;
        return free(paper, usual)
                .or(() -> free(paper, usual.movedTo(1, right, top)))
                .orElse(usual);
    }

    private static Optional<Place> free(FreePaper paper, Place from) {
        for (double down = 0; down <= STAMP_SEARCH_MM; down += STEP_MM) {
            Place tried = paper.view().inside(from.movedTo(1, from.leftMm(), from.topMm() + down));
            if (paper.at(tried)) {
                return Optional.of(tried);
            }
        }
        return Optional.empty();
    }

    /** At the lower right of the last page; beside what stands there, then above it, where paper is free. */
    private Place lowerRight(FreePaper paper, double width, double height) {
        int page = document.getNumberOfPages();
        PageView view = paper.view();
        Place usual = view.inside(new Place(
                page, view.widthMm() - MARGIN_MM - width, view.heightMm() - 2 * MARGIN_MM - height, width, height));
        for (double top = usual.topMm(); top > view.heightMm() / 2; top -= usual.heightMm()) {
            for (double left = usual.leftMm(); left >= MARGIN_MM; left -= usual.widthMm() / 2) {
                Place tried = usual.movedTo(page, left, top);
                if (paper.at(tried)) {
                    return tried;
                }
            }
        }
        return usual;
    }

    private PageView view(int page) {
        return PageView.of(document.getPage(page - 1));
    }
}
