package vn.lienthong.gateway.evidence.record;

import java.io.Serial;

/** These bytes are no evidence record that we can follow; the text says why. */
public final class EvidenceRecordException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    EvidenceRecordException(String text) {
        super(text);
    }
}
