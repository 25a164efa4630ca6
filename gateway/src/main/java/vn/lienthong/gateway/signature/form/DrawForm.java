package vn.lienthong.gateway.signature.form;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.pdf.Appearance;

/** Draws a form where it belongs. */
final class DrawForm implements Appearance {
    private static final double COPY_MARGIN_MM = 10;
    private static final double LEAST_COPY_MARGIN_MM = 4;
    /** Where the heading may begin (Decree 30/2020/NĐ-CP, Annex I: upper margin 20 to 25 mm). */
    private static final double HEADING_MM = 17.5;

    private final VisibleForm form;
    private final Instant at;

    DrawForm(VisibleForm form, Instant at) {
        this.form = form;
        this.at = at;
    }

    @Override
    public Shown draw(PDDocument document) throws IOException, SigningException {
        Layout layout = layout(document);
        Place place = place(document, layout);
        PDPage page = document.getPage(place.page() - 1);
        PageView view = PageView.of(page);
        Ink ink = new Ink(document, layout.width(), layout.height(), Transparency.allowed(document, page));
        try (ink) {
            layout.draw(ink);
        }
        ink.stream().setMatrix(view.upright());
        String mark =
                form.kind().mark() + "-" + (document.getSignatureDictionaries().size() + 1);
        return new Shown(place.page() - 1, view.rectangle(place), ink.stream(), mark, waiting(document, place));
    }

    /** The empty field in which an officer signs, where he signs exactly there. */
    private Optional<PDSignatureField> waiting(PDDocument document, Place place) throws IOException {
        if (form.kind() != FormKind.OFFICER) {
            return Optional.empty();
        }
        return ShownSignature.in(document).stream()
                .filter(ShownSignature::free)
                .filter(shown -> shown.standsAt(place))
                .map(ShownSignature::field)
                .findFirst();
    }

    /** Where the whole of the form comes to stand: its page told by number, inside the page. */
    Place place(PDDocument document) throws IOException, SigningException {
        return place(document, layout(document));
    }

    private Place place(PDDocument document, Layout layout) throws SigningException {
        int pages = document.getNumberOfPages();
        double width = layout.width() / PageView.POINTS_PER_MM;
        double height = layout.height() / PageView.POINTS_PER_MM;
        Place wanted =
                switch (form) {
                    case AgencySealForm seal -> seal.place();
                    case OfficerForm officer -> officer.place();
                    case IncomingStampForm stamp -> stamp.place();
                    case CopyForm copy -> new Place(1, 0, copyTop(height), width, height);
                };
        int page = wanted.page() == Place.LAST_PAGE ? pages : wanted.page();
        if (page < 1 || page > pages) {
            throw new SigningException("page: " + page + " (expected: 1 to " + pages + ")", null);
        }
        PageView view = PageView.of(document.getPage(page - 1));
        double left = form instanceof CopyForm ? view.widthMm() - COPY_MARGIN_MM - width : wanted.leftMm();
        return view.inside(new Place(page, left, wanted.topMm(), width, height));
    }

    /** Above the heading where there is room, as near to the edge as printers allow. */
    private static double copyTop(double height) {
        return Math.clamp(HEADING_MM - height, LEAST_COPY_MARGIN_MM, COPY_MARGIN_MM);
    }

    private Layout layout(PDDocument document) throws IOException {
        return switch (form) {
            case AgencySealForm seal -> new SealLayout(document, seal, at);
            case OfficerForm officer -> new OfficerLayout(officer);
            case IncomingStampForm stamp -> new StampLayout(document, stamp);
            case CopyForm copy -> new CopyLayout(document, copy, at);
        };
    }
}
