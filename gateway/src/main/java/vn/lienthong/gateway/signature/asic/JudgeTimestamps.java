package vn.lienthong.gateway.signature.asic;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.DocumentTimestamp;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.cms.CmsException;
import vn.lienthong.gateway.signature.cms.CmsSignature;
import vn.lienthong.gateway.signature.cms.JudgeCms;
import vn.lienthong.gateway.signature.cms.StreamedDigests;
import vn.lienthong.gateway.signature.cms.TimestampVerdict;
import vn.lienthong.gateway.signature.path.Proofs;

/**
 * The timestamps of a container (EN 319 162-1 §4.3.3.2, §4.4.4 and §A.7): a proven one over an archive manifest is a proof of
 * existence for every signature and timestamp that the manifest lists unchanged. Newest first.
 */
final class JudgeTimestamps {
    private final String subject;
    private final Container container;
    private final JudgeCms cms;
    private final CheckReferences references;
    private final Instant validationTime;
    private final List<Proof> proofs = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final List<DocumentTimestamp> timestamps = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    JudgeTimestamps(
            String subject, Container container, JudgeCms cms, CheckReferences references, Instant validationTime) {
        this.subject = subject;
        this.container = container;
        this.cms = cms;
        this.references = references;
        this.validationTime = validationTime;
    }

    private record Proof(Manifest over, Instant time) {}

    private record Archive(Manifest manifest, CmsSignature token, Instant claimed) {}

    /** Judges the archive timestamps; afterwards the proofs that they give are known. */
    void judgeArchives(List<Manifest> manifests) throws IOException {
        List<Archive> archives = new ArrayList<>();
        for (Manifest manifest : manifests) {
            known.add(manifest.signature());
            CmsSignature token = token(manifest.signature());
            if (token != null) {
                archives.add(
                        new Archive(manifest, token, JudgeCms.claimedTime(token).orElse(Instant.MIN)));
            }
        }
        archives.sort(Comparator.comparing(Archive::claimed).reversed());
        for (Archive archive : archives) {
            judge(
                            archive.token(),
                            archive.manifest().signature(),
                            container.file(archive.manifest().name()),
                            Optional.of(archive.manifest()))
                    .ifPresent(time -> proofs.add(new Proof(archive.manifest(), time)));
        }
        Collections.reverse(timestamps);
    }

    /** Whether a token was judged already. */
    boolean knows(String name) {
        return known.contains(name);
    }

    /** What is known of an entry beside itself. */
    Proofs proofs(String name) {
        Proofs about = Proofs.at(validationTime);
        for (Proof proof : proofs) {
            about = proof.over().lists(name) ? about.provenBy(proof.time()) : about;
        }
        return about;
    }

    /** Judges a token over a file, or over a manifest whose files count too. */
    void judge(String name, SignedFile over, Optional<Manifest> manifest) throws IOException {
        CmsSignature token = token(name);
        if (token != null) {
            judge(token, name, over, manifest);
        }
    }

    private @Nullable CmsSignature token(String name) throws IOException {
        try {
            byte[] bytes = container.small(name);
            CmsSignature token = CmsSignature.read(bytes);
            if (token.bytes() != bytes.length) {
                throw new CmsException("bytes after its value (expected: none)");
            }
            return token;
        } catch (CmsException malformed) {
            tell(name, String.valueOf(malformed.getMessage()));
            return null;
        }
    }

    /** The time, when it is proven and all that is listed is unchanged. */
    private Optional<Instant> judge(CmsSignature token, String name, SignedFile over, Optional<Manifest> manifest)
            throws IOException {
        try {
            TimestampVerdict verdict = cms.timestamp(token, new StreamedDigests(over, Set.of("SHA-256")), proofs(name));
            Judgement listed = new Judgement(subject + " " + name);
            boolean whole = manifest.isEmpty() || references.check(manifest.get(), listed) == Integrity.INTACT;
            verdict.fault().or(listed::firstText).ifPresent(text -> tell(name, text));
            timestamps.add(new DocumentTimestamp(
                    name,
                    verdict.time(),
                    verdict.authority(),
                    coverage(manifest),
                    verdict.reason().or(listed::reason)));
            return verdict.proven() && whole && !listed.objected() ? Optional.of(verdict.time()) : Optional.empty();
        } catch (CmsException malformed) {
            tell(name, String.valueOf(malformed.getMessage()));
            return Optional.empty();
        }
    }

    private Coverage coverage(Optional<Manifest> manifest) {
        return manifest.isEmpty() || container.names(Role.DATA).stream().allMatch(manifest.get()::lists)
                ? Coverage.WHOLE_FILE
                : Coverage.PARTIAL;
    }

    private void tell(String name, String text) {
        findings.add(
                Finding.warning(ErrorCode.SIGNATURE_TIMESTAMP_UNPROVEN, subject + " " + name, "timestamp: " + text));
    }

    List<DocumentTimestamp> timestamps() {
        return timestamps;
    }

    List<Finding> findings() {
        return findings;
    }
}
