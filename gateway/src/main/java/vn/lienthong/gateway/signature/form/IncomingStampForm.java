package vn.lienthong.gateway.signature.form;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The receiver's stamp "ĐẾN" (Decree 30/2020/NĐ-CP, Annex IV).
 *
 * @param number under which the document was entered on arrival
 * @param forwarding to whom it goes on ("Chuyển")
 */
public record IncomingStampForm(String agency, String number, LocalDate date, Optional<String> forwarding, Place place)
        implements VisibleForm {
    public IncomingStampForm {
        agency = Wording.line("agency", agency);
        number = Wording.line("number", number);
        forwarding = forwarding.filter(text -> !text.isBlank()).map(text -> Wording.line("forwarding", text));
    }

    @Override
    public FormKind kind() {
        return FormKind.INCOMING_STAMP;
    }
}
