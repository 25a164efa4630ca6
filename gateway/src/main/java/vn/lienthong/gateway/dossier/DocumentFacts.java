package vn.lienthong.gateway.dossier;

import java.time.LocalDate;
import java.util.Optional;

/** What lists and searches show of a document, as its header wrote it. */
public record DocumentFacts(
        String number,
        String notation,
        String typeName,
        String subject,
        Optional<LocalDate> promulgated,
        String signer,
        int urgency) {

    /** The number and symbol as people write it: {@code 7816/VPCP-TTĐT}. */
    public String symbol() {
        return notation.isBlank() ? number : number + "/" + notation;
    }
}
