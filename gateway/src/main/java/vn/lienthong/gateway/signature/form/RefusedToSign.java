package vn.lienthong.gateway.signature.form;

import java.io.Serial;
import java.util.List;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.key.SigningException;

/** A file was not signed for what is in it: each reason is a finding that a person can act on. */
public final class RefusedToSign extends SigningException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /** @param findings at least one */
    public RefusedToSign(List<Finding> findings) {
        super("PDF: not signed, " + findings.getFirst().text(), null);
        this.findings = List.copyOf(findings);
    }

    /** Why, at least one. */
    public List<Finding> findings() {
        return findings;
    }
}
