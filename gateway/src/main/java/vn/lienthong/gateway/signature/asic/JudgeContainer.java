package vn.lienthong.gateway.signature.asic;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.DocumentTimestamp;
import vn.lienthong.gateway.signature.FileVerifier;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.Claim;
import vn.lienthong.gateway.signature.cms.CmsException;
import vn.lienthong.gateway.signature.cms.JudgeCms;
import vn.lienthong.gateway.signature.cms.JudgeSigners;

/** One verification of one container (EN 319 162-1 §4.3 and §4.4). */
final class JudgeContainer {
    private final String subject;
    private final Container container;
    private final JudgeSigners signers;
    private final @Nullable FileVerifier xml;
    private final Instant validationTime;
    private final CheckReferences references;
    private final JudgeTimestamps stamps;
    private final List<SignatureVerdict> verdicts = new ArrayList<>();
    private final List<DocumentTimestamp> timestamps = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> covered = new HashSet<>();
    private boolean broken;
    private boolean unchecked;

    JudgeContainer(
            String subject,
            Container container,
            JudgeCms cms,
            ValidationPolicy policy,
            @Nullable FileVerifier xml,
            Instant validationTime) {
        this.subject = subject;
        this.container = container;
        this.signers = new JudgeSigners(cms, container.limits().cms());
        this.xml = xml;
        this.validationTime = validationTime;
        this.references = new CheckReferences(container, policy);
        this.stamps = new JudgeTimestamps(subject, container, cms, references, validationTime);
    }

    SignatureReport report(ContainerKind kind) throws IOException {
        countClaims();
        List<Manifest> manifests = kind == ContainerKind.EXTENDED ? manifests(Role.MANIFEST) : List.of();
        stamps.judgeArchives(manifests(Role.ARCHIVE_MANIFEST));
        switch (kind) {
            case SIMPLE -> simple();
            case EXTENDED -> extended(manifests);
        }
        for (String name : container.names(Role.XADES)) {
            xades(name);
        }
        timestamps.addAll(stamps.timestamps());
        findings.addAll(stamps.findings());
        List<SignatureVerdict> judged = tellUncovered();
        return new SignatureReport(subject, presence(), judged, timestamps, findings);
    }

    private void countClaims() throws ZipFault {
        int claims = 0;
        for (Role role : Role.values()) {
            claims += role.claims() ? container.names(role).size() : 0;
        }
        if (claims > container.limits().maximumSignatures()) {
            throw new ZipFault("signatures, timestamps and manifests: " + claims + " (expected: at most "
                    + container.limits().maximumSignatures() + ")");
        }
    }

    private Presence presence() {
        if (broken) {
            return Presence.BROKEN;
        }
        return unchecked ? Presence.NOT_CHECKED : verdicts.isEmpty() ? Presence.UNSIGNED : Presence.SIGNED;
    }

    private List<Manifest> manifests(Role role) throws IOException {
        List<Manifest> manifests = new ArrayList<>();
        Set<String> signatures = new HashSet<>();
        for (String name : container.names(role)) {
            Manifest manifest = ReadManifest.in(name, container.small(name), container.limits());
            if (!signatures.add(manifest.signature())) {
                throw new ZipFault("signature " + manifest.signature() + ": over two manifests (expected: one)");
            }
            manifests.add(manifest);
        }
        return manifests;
    }

    /** ASiC-S: one file, with a signature of its own kind over it (EN 319 162-1 §4.3.3). */
    private void simple() throws IOException {
        List<String> data = container.names(Role.DATA);
        if (data.size() != 1) {
            breakWith("files: " + data.size() + " (expected: exactly 1, EN 319 162-1 §4.3.3.1)");
            return;
        }
        SignedFile file = container.file(data.getFirst());
        for (String name : container.names(Role.CADES)) {
            covered.add(file.name());
            cades(name, file, Coverage.WHOLE_FILE, JudgeSigners.Carrier.NONE);
        }
        for (String name : container.names(Role.TIMESTAMP)) {
            if (!stamps.knows(name)) {
                stamps.judge(name, file, Optional.empty());
            }
        }
    }

    /** ASiC-E with CAdES: each signature over a manifest that lists files (EN 319 162-1 §4.4.3). */
    private void extended(List<Manifest> manifests) throws IOException {
        Set<String> left = new HashSet<>(container.names(Role.CADES));
        container.names(Role.TIMESTAMP).stream()
                .filter(name -> !stamps.knows(name))
                .forEach(left::add);
        for (Manifest manifest : manifests) {
            String signature = manifest.signature();
            if (!left.remove(signature)) {
                breakWith(manifest.name() + ": its signature " + signature + " is missing (expected: in META-INF)");
            } else if (Role.of(signature) == Role.TIMESTAMP) {
                stamps.judge(signature, container.file(manifest.name()), Optional.of(manifest));
            } else {
                manifest.references().forEach(one -> covered.add(one.file()));
                cades(
                        signature,
                        container.file(manifest.name()),
                        coverage(manifest),
                        judgement -> references.check(manifest, judgement));
            }
        }
        left.forEach(name -> breakWith(name + ": over no manifest (expected: one that names it)"));
    }

    private Coverage coverage(Manifest manifest) {
        return container.names(Role.DATA).stream().allMatch(manifest::lists) ? Coverage.WHOLE_FILE : Coverage.PARTIAL;
    }

    private void cades(String name, SignedFile content, Coverage coverage, JudgeSigners.Carrier carrier)
            throws IOException {
        try {
            JudgeSigners.Judged judged = signers.judge(new JudgeSigners.Question(
                    subject + " " + name,
                    container.small(name),
                    content,
                    new Claim(null, false, true),
                    coverage,
                    stamps.proofs(name),
                    carrier));
            verdicts.addAll(judged.verdicts());
            timestamps.addAll(judged.timestamps());
        } catch (CmsException malformed) {
            broken = true;
            Judgement judgement = new Judgement(subject + " " + name);
            judgement.object(
                    SubIndication.FORMAT_FAILURE, ErrorCode.SIGNATURE_BROKEN, String.valueOf(malformed.getMessage()));
            verdicts.add(judgement.verdict(SignatureFacts.unread(name, "CAdES", validationTime)));
        }
    }

    private void xades(String name) throws IOException {
        if (xml == null) {
            unchecked = true;
            findings.add(Finding.warning(
                    ErrorCode.SIGNATURE_NOT_CHECKED,
                    subject + " " + name,
                    "signature by XAdES: not checked here (expected: CAdES, or a verifier of XML signatures)"));
            return;
        }
        // Under a signature is what its verifier read to compare it with a reference, not what some element names.
        List<SignedFile> beside = new ArrayList<>();
        for (String data : container.names(Role.DATA)) {
            SignedFile file = container.file(data);
            beside.add(SignedFile.of(data, file.length(), () -> {
                covered.add(data);
                return file.open();
            }));
        }
        SignatureReport report = xml.verify(SignedFile.of(name, container.small(name)), beside, validationTime);
        verdicts.addAll(report.verdicts());
        timestamps.addAll(report.timestamps());
        findings.addAll(report.findings());
        switch (report.presence()) {
            case SIGNED -> {}
            case NOT_CHECKED -> unchecked = true;
            case BROKEN, UNSIGNED, NOT_APPLICABLE, DECORATIVE -> {
                broken = true;
                if (report.findings().isEmpty()) {
                    breakWith(name + ": no signature that can be read (expected: XAdES)");
                }
            }
        }
    }

    /** A file that no signature speaks for was perhaps laid in afterwards: then none of them speaks for the container. */
    private List<SignatureVerdict> tellUncovered() {
        List<String> uncovered = container.names(Role.DATA).stream()
                .filter(name -> !covered.contains(name))
                .toList();
        if (uncovered.isEmpty() || (verdicts.isEmpty() && !broken)) {
            return verdicts;
        }
        uncovered.forEach(name -> findings.add(Finding.warning(
                ErrorCode.SIGNATURE_FILE_UNCOVERED,
                subject + " " + name,
                "file " + name + ": under no signature (expected: listed by one)")));
        return verdicts.stream().map(JudgeContainer::withheld).toList();
    }

    private static SignatureVerdict withheld(SignatureVerdict verdict) {
        SubIndication reason = verdict.subIndication()
                .map(SubIndication.SIG_CONSTRAINTS_FAILURE::worse)
                .orElse(SubIndication.SIG_CONSTRAINTS_FAILURE);
        return SignatureVerdict.because(reason, verdict.facts(), verdict.findings());
    }

    private void breakWith(String text) {
        broken = true;
        findings.add(Finding.error(ErrorCode.SIGNATURE_BROKEN, subject, text));
    }
}
