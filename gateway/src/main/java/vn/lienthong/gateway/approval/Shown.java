package vn.lienthong.gateway.approval;

import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftFields;

/**
 * What the officer is shown of a document beside its file.
 *
 * @param symbol number and symbol, as far as they are known before the signature
 * @param urgency độ khẩn, 0 to 4
 * @param fileName of the file to sign
 */
public record Shown(String symbol, String typeName, String subject, int urgency, String fileName) {

    static Shown of(Draft draft) {
        DraftFields fields = draft.fields();
        String symbol = fields.notation().isEmpty() ? fields.number() : fields.number() + "/" + fields.notation();
        return new Shown(
                symbol,
                fields.typeName(),
                fields.subject(),
                fields.urgency(),
                draft.files().getFirst().name());
    }
}
