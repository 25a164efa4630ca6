package vn.lienthong.routes.door.console;

import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.tray.DraftFields;

/** The fields of a draft as a browser sends them; bound by their names. */
record DraftForm(
        @Nullable String number,
        @Nullable String notation,
        @Nullable String place,
        @Nullable String issuedOn,
        @Nullable String typeName,
        @Nullable String subject,
        @Nullable String competence,
        @Nullable String position,
        @Nullable String signer,
        @Nullable String urgency,
        @Nullable String reason,
        int revision) {

    DraftFields fields() {
        return new DraftFields(
                text(number),
                text(notation),
                text(place),
                text(issuedOn),
                text(typeName),
                text(subject),
                text(competence),
                text(position),
                text(signer),
                text(urgency).matches("[0-4]") ? Integer.parseInt(text(urgency)) : 0);
    }

    /** Whether the subject is longer than one may be. */
    boolean isCut() {
        return text(subject).strip().length() > DraftFields.LONGEST;
    }

    String why() {
        return Reason.of(text(reason)).orElse("");
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
