package vn.lienthong.gateway.seal;

import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.signature.form.FormKind;
import vn.lienthong.gateway.signature.form.Picture;
import vn.lienthong.gateway.signature.form.Place;
import vn.lienthong.gateway.signature.form.VisibleForm;
import vn.lienthong.gateway.signature.making.SignatureForm;

/**
 * What an agency signs, and how it is seen.
 *
 * @param agency whose seal it is
 * @param name of the file, as findings call it
 * @param reason as the signature says it, such as {@code Đóng dấu}
 * @param spot where a person wants it; empty where it usually stands
 */
public record SealOrder(
        AgencyId agency,
        String signer,
        AttachmentContent pdf,
        String name,
        String reason,
        Shape shape,
        Optional<Spot> spot) {

    /** How it is seen, once it is known where. */
    public interface Shape {

        FormKind kind();

        /** In which form the file is signed; what is no PDF is not drawn on. */
        default SignatureForm form() {
            return SignatureForm.PADES;
        }

        /**
         * How a PDF is drawn on.
         *
         * @param picture of the agency's seal, if there is one
         * @throws IllegalArgumentException where its words cannot be written
         */
        VisibleForm at(Place place, Optional<Picture> picture);
    }
}
