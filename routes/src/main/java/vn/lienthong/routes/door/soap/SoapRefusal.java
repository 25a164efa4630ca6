package vn.lienthong.routes.door.soap;

import java.util.List;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** A call is not carried out, for what is wrong with it. Passes through the engine, which knows nothing of it. */
final class SoapRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;
    private final boolean onRecord;

    private SoapRefusal(List<Finding> findings, boolean onRecord) {
        super(findings.getFirst().text());
        this.findings = List.copyOf(findings);
        this.onRecord = onRecord;
    }

    static SoapRefusal of(Finding finding) {
        return new SoapRefusal(List.of(finding), false);
    }

    static SoapRefusal of(ErrorCode code, String where, String text) {
        return of(Finding.error(code, where, text));
    }

    /** One that reception has written down itself. */
    static SoapRefusal onRecord(List<Finding> findings) {
        return new SoapRefusal(findings, true);
    }

    List<Finding> findings() {
        return findings;
    }

    boolean isOnRecord() {
        return onRecord;
    }
}
