package vn.lienthong.gateway.signature.form;

import java.util.Optional;

/**
 * An agency's seal (Decree 30/2020/NĐ-CP, Annex I): its picture in red at true size with the agency's name and the time of
 * signing. Where the agency has no picture, a plain red frame with the same text; a round seal is never made up.
 *
 * @param place of the picture; the text stands below it
 */
public record AgencySealForm(Optional<Picture> picture, String agency, Place place) implements VisibleForm {
    public AgencySealForm {
        agency = Wording.line("agency", agency);
    }

    @Override
    public FormKind kind() {
        return FormKind.AGENCY_SEAL;
    }
}
