package vn.lienthong.gateway.tray;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.lienthong.gateway.packet.BusinessAction;

/** What a draft lacks (QCVN 102:2016 table 1): told to a clerk field by field, before any packet is written. */
final class Missing {

    /** Arabic digits (Decree 30/2020/NĐ-CP, annex I, part II); a letter may follow, as in 15a. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}[\\p{L}0-9.-]{0,10}");

    private Missing() {}

    static List<String> of(Draft draft) {
        List<String> missing = new ArrayList<>();
        DraftFields fields = draft.fields();
        add(missing, draft.files().isEmpty(), "files");
        add(missing, draft.recipients().isEmpty(), "recipients");
        add(missing, fields.number().isEmpty(), "number");
        add(missing, !fields.number().isEmpty() && !isNumber(draft), "number.form");
        add(missing, fields.notation().isEmpty(), "notation");
        add(missing, fields.place().isEmpty(), "place");
        add(missing, fields.date().isEmpty(), "issuedOn");
        add(missing, fields.typeName().isEmpty(), "typeName");
        add(missing, fields.subject().isEmpty(), "subject");
        add(missing, fields.signer().isEmpty(), "signer");
        add(missing, !SealedAs.fits(draft), "seals");
        add(
                missing,
                draft.files().stream().anyMatch(file -> file.timestamp() == DraftFile.Awaited.FIRST),
                "timestamps");
        add(missing, draft.action() != BusinessAction.NEW && draft.reason().isBlank(), "reason");
        return List.copyOf(missing);
    }

    /** What updates or replaces a document has that one's number, however it was written. */
    private static boolean isNumber(Draft draft) {
        return draft.action() != BusinessAction.NEW
                || NUMBER.matcher(draft.fields().number()).matches();
    }

    private static void add(List<String> missing, boolean lacks, String name) {
        if (lacks) {
            missing.add(name);
        }
    }
}
