package vn.lienthong.gateway.dossier.reception;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.LineageCodes;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignerFacts;

/**
 * Whether the signatures are the sender's: a certificate that names an agency code must name one that the sender or its
 * lineage carries. Certificates without a code say nothing here, and a name that nobody proved speaks for nobody.
 */
public final class MatchSeals {

    private final Agencies agencies;
    private final Clock clock;

    public MatchSeals(Agencies agencies, Clock clock) {
        this.agencies = agencies;
        this.clock = clock;
    }

    public Examination match(Examination examination) {
        Optional<AgencyId> sender = DecideSubmission.sender(examination);
        if (sender.isEmpty()) {
            return examination;
        }
        AgencyDirectory directory = agencies.current();
        Instant now = clock.instant();
        List<Finding> findings = new ArrayList<>();
        boolean ours = false;
        for (SignatureReport report : examination.reports()) {
            for (SignatureVerdict verdict : report.verdicts()) {
                Optional<String> code = verdict.facts().signer().flatMap(SignerFacts::agencyCode);
                if (code.isEmpty()) {
                    continue;
                }
                if (LineageCodes.carries(directory, sender.get(), new AgencyCode(code.get()), now)) {
                    ours |= proves(report, verdict);
                } else {
                    findings.add(Finding.warning(
                            ErrorCode.SIGNATURE_NOT_SENDERS,
                            report.subject() + " " + verdict.facts().field(),
                            "chứng thư: " + code.get() + " (expected: mã của nơi gửi)"));
                }
            }
        }
        // A document may carry signatures of others beside the sender's own, such as a copy with its origin's seal.
        return ours ? examination : examination.with(findings);
    }

    /**
     * Whether it is a signature in the document of whom its certificate names. Anybody writes a certificate with the sender's
     * name, or takes a good one beside a value that it did not make; and the packet's own signature speaks of its transport.
     */
    static boolean proves(SignatureReport report, SignatureVerdict verdict) {
        return !report.subject().equals(SignatureReport.ENVELOPE)
                && verdict.facts().integrity() == Integrity.INTACT
                && verdict.facts().path() == PathStatus.TRUSTED;
    }
}
