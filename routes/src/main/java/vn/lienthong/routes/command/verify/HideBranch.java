package vn.lienthong.routes.command.verify;

import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignerFacts;
import vn.lienthong.gateway.verification.JudgedFile;

/** Takes the trust branch out of what is told: whoever names roots on a command line has said nothing about branches. */
final class HideBranch {
    private HideBranch() {}

    static JudgedFile of(JudgedFile judged) {
        List<SignatureReport> reports = judged.reports().stream()
                .map(report -> new SignatureReport(
                        report.subject(),
                        report.presence(),
                        report.verdicts().stream().map(HideBranch::verdict).toList(),
                        report.timestamps(),
                        report.findings()))
                .toList();
        return judged.reporting(reports);
    }

    private static SignatureVerdict verdict(SignatureVerdict verdict) {
        SignatureFacts facts = verdict.facts();
        return new SignatureVerdict(
                verdict.indication(),
                verdict.subIndication(),
                new SignatureFacts(
                        facts.field(),
                        facts.subFilter(),
                        facts.signer().map(HideBranch::signer),
                        facts.time(),
                        facts.algorithms(),
                        facts.coverage(),
                        facts.integrity(),
                        facts.path(),
                        facts.revocation(),
                        facts.changesAfter()),
                verdict.findings());
    }

    private static SignerFacts signer(SignerFacts signer) {
        return new SignerFacts(
                signer.commonName(),
                signer.organisation(),
                signer.agencyCode(),
                signer.issuer(),
                signer.serial(),
                signer.certificate(),
                signer.validFrom(),
                signer.validTo(),
                Optional.empty());
    }
}
