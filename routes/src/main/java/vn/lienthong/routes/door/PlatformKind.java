package vn.lienthong.routes.door;

import java.util.Locale;
import java.util.Optional;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** What the platforms call a document and a status. */
public final class PlatformKind {

    private PlatformKind() {}

    /** {@code edoc} or {@code status}, in any case of letters. */
    public static Optional<MessageKind> of(String messageType) {
        return switch (messageType.toLowerCase(Locale.ROOT)) {
            case "edoc" -> Optional.of(MessageKind.EDOC);
            case "status" -> Optional.of(MessageKind.STATUS);
            default -> Optional.empty();
        };
    }

    public static Finding wrong(String parameter, String messageType) {
        return Finding.error(
                ErrorCode.PARAMETER_MALFORMED,
                parameter,
                parameter + ": " + messageType + " (expected: edoc hoặc status)");
    }
}
