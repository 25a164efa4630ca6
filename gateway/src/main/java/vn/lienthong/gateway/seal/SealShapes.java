package vn.lienthong.gateway.seal;

import java.util.Optional;
import java.util.function.Supplier;
import vn.lienthong.gateway.signature.form.AgencySealForm;
import vn.lienthong.gateway.signature.form.CopyForm;
import vn.lienthong.gateway.signature.form.FormKind;
import vn.lienthong.gateway.signature.form.Picture;
import vn.lienthong.gateway.signature.form.Place;
import vn.lienthong.gateway.signature.form.VisibleForm;
import vn.lienthong.gateway.signature.making.SignatureForm;

/** The shapes in which an agency's seal is asked for (Decree 30/2020/NĐ-CP, Annex I). */
public final class SealShapes {
    private SealShapes() {}

    /** The seal itself, on a document. */
    public static SealOrder.Shape seal(String agency) {
        return new Seal(agency);
    }

    /**
     * The agency's signature on an annex.
     *
     * @param document number and symbol of the document it belongs to
     */
    public static SealOrder.Shape annexOf(String document) {
        return new Text(() -> CopyForm.annexOf(document));
    }

    /**
     * The agency's signature on a copy.
     *
     * @param kind such as {@code SAO Y}
     */
    public static SealOrder.Shape copy(String kind, String agency) {
        return new Text(() -> CopyForm.copy(kind, agency));
    }

    /**
     * The agency's signature on a file of any kind, unseen.
     *
     * @param form any but that of PDFs
     */
    public static SealOrder.Shape unseen(SignatureForm form) {
        return new Unseen(form);
    }

    private record Unseen(SignatureForm form) implements SealOrder.Shape {

        @Override
        public FormKind kind() {
            return FormKind.AGENCY_SEAL;
        }

        @Override
        public VisibleForm at(Place place, Optional<Picture> picture) {
            throw new IllegalStateException("form: " + form + " (expected: a PDF, to be drawn on)");
        }
    }

    private record Seal(String agency) implements SealOrder.Shape {

        @Override
        public FormKind kind() {
            return FormKind.AGENCY_SEAL;
        }

        @Override
        public VisibleForm at(Place place, Optional<Picture> picture) {
            return new AgencySealForm(picture, agency, place);
        }
    }

    /** Its words are looked at when it is drawn, as the other shapes' are. */
    private record Text(Supplier<CopyForm> words) implements SealOrder.Shape {

        @Override
        public FormKind kind() {
            return FormKind.COPY;
        }

        @Override
        public VisibleForm at(Place place, Optional<Picture> picture) {
            return words.get();
        }
    }
}
