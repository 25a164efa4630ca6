package vn.lienthong.routes.door.console;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftFields;
import vn.lienthong.gateway.tray.DraftFile;
import vn.lienthong.gateway.tray.ReadProposals;

/** Whether a draft goes by another number than stands in its file: what is typed and what is read must not part unseen. */
@Component
final class CompareNumber {

    private final ReadProposals reading;

    CompareNumber(ReadProposals reading) {
        this.reading = reading;
    }

    /** Number and symbol as the file says them, where that is something else; empty where the file says none. */
    Optional<String> differs(Draft draft) {
        DraftFile main = draft.files().getFirst();
        DraftFields read = reading.read(main.before().orElse(main.bytes()));
        boolean same = read.number().isEmpty()
                || plain(read).equals(plain(draft.fields()))
                || (read.notation().isEmpty()
                        && read.number().equals(draft.fields().number()));
        return same ? Optional.empty() : Optional.of(symbol(read));
    }

    private static String symbol(DraftFields fields) {
        return fields.notation().isEmpty() ? fields.number() : fields.number() + "/" + fields.notation();
    }

    private static String plain(DraftFields fields) {
        return symbol(fields).replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    }
}
