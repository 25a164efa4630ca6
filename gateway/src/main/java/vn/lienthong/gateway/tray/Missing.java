package vn.lienthong.gateway.tray;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.packet.BusinessAction;

/** What a draft lacks (QCVN 102:2016 table 1): told to a clerk field by field, before any packet is written. */
final class Missing {

    private Missing() {}

    static List<String> of(Draft draft) {
        List<String> missing = new ArrayList<>();
        DraftFields fields = draft.fields();
        add(missing, draft.files().isEmpty(), "files");
        add(missing, draft.recipients().isEmpty(), "recipients");
        add(missing, fields.number().isEmpty(), "number");
        add(missing, fields.notation().isEmpty(), "notation");
        add(missing, fields.place().isEmpty(), "place");
        add(missing, fields.date().isEmpty(), "issuedOn");
        add(missing, fields.typeName().isEmpty(), "typeName");
        add(missing, fields.subject().isEmpty(), "subject");
        add(missing, fields.signer().isEmpty(), "signer");
        add(missing, !SealedAs.fits(draft), "seals");
        add(missing, draft.action() != BusinessAction.NEW && draft.reason().isBlank(), "reason");
        return List.copyOf(missing);
    }

    private static void add(List<String> missing, boolean lacks, String name) {
        if (lacks) {
            missing.add(name);
        }
    }
}
