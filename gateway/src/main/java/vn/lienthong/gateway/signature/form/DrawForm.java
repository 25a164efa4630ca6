package vn.lienthong.gateway.signature.form;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.pdf.Appearance;

/** Draws a form where it belongs. */
final class DrawForm implements Appearance {
    private static final int MOST_PARENTS = 32;

    private final VisibleForm form;
    private final Instant at;

    DrawForm(VisibleForm form, Instant at) {
        this.form = form;
        this.at = at;
    }

    @Override
    public Shown draw(PDDocument document) throws IOException, SigningException {
        Laid laid = laid(document);
        Layout layout = laid.layout();
        Place place = laid.place();
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
    Place place(PDDocument document) throws SigningException {
        return laid(document).place();
    }

    private record Laid(Layout layout, Place place) {}

    private Laid laid(PDDocument document) throws SigningException {
        Laid laid =
                switch (form) {
                    case AgencySealForm seal -> laid(document, new SealLayout(seal, at), seal.place());
                    case OfficerForm officer -> laid(document, new OfficerLayout(officer), officer.place());
                    case IncomingStampForm stamp -> laid(document, new StampLayout(stamp), stamp.place());
                    case CopyForm copy -> {
                        CopyPlace found = CopyPlace.of(document, copy, at);
                        yield new Laid(found.layout(), found.place());
                    }
                };
        PDPage page = document.getPage(laid.place().page() - 1);
        requireNoFields(page, PageView.of(page).rectangle(laid.place()));
        return laid;
    }

    private static Laid laid(PDDocument document, Layout layout, Place wanted) throws SigningException {
        int pages = document.getNumberOfPages();
        int page = wanted.page() == Place.LAST_PAGE ? pages : wanted.page();
        if (page < 1 || page > pages) {
            throw new SigningException("page: " + page + " (expected: 1 to " + pages + ")", null);
        }
        double width = layout.width() / PageView.POINTS_PER_MM;
        double height = layout.height() / PageView.POINTS_PER_MM;
        PageView view = PageView.of(document.getPage(page - 1));
        return new Laid(layout, view.inside(new Place(page, wanted.leftMm(), wanted.topMm(), width, height)));
    }

    /** Over a field to fill in, nobody after us would sign the file: one field may hide another. */
    private static void requireNoFields(PDPage page, PDRectangle place) throws SigningException {
        try {
            for (PDAnnotation annotation : page.getAnnotations()) {
                PDRectangle box = annotation instanceof PDAnnotationWidget ? annotation.getRectangle() : null;
                if (box != null && !isSignature(annotation.getCOSObject()) && overlap(box, place)) {
                    throw new SigningException("place: a form field (expected: none, fields may not overlap)", null);
                }
            }
        } catch (IOException unreadable) {
            throw new SigningException("PDF: annotations cannot be read (expected: a sound file)", unreadable);
        }
    }

    private static boolean isSignature(COSDictionary field) {
        COSDictionary holder = field;
        for (int up = 0; holder != null && up < MOST_PARENTS; up++) {
            if (holder.containsKey(COSName.FT)) {
                return COSName.SIG.equals(holder.getCOSName(COSName.FT));
            }
            holder = holder.getCOSDictionary(COSName.PARENT);
        }
        return false;
    }

    private static boolean overlap(PDRectangle one, PDRectangle other) {
        return Math.min(one.getUpperRightX(), other.getUpperRightX())
                                - Math.max(one.getLowerLeftX(), other.getLowerLeftX())
                        > 0
                && Math.min(one.getUpperRightY(), other.getUpperRightY())
                                - Math.max(one.getLowerLeftY(), other.getLowerLeftY())
                        > 0;
    }
}
