package vn.lienthong.gateway.signature.xml;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.AlgorithmFacts;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.DocumentTimestamp;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.RevocationFacts;
import vn.lienthong.gateway.signature.Rule;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.TimeFacts;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.JudgeCms;
import vn.lienthong.gateway.signature.path.BuildPath;
import vn.lienthong.gateway.signature.path.CarriedEvidence;
import vn.lienthong.gateway.signature.path.Certificates;
import vn.lienthong.gateway.signature.path.JudgePath;
import vn.lienthong.gateway.signature.path.JudgeRules;
import vn.lienthong.gateway.signature.path.KnownCertificate;
import vn.lienthong.gateway.signature.path.Moment;
import vn.lienthong.gateway.signature.path.PathOutcome;
import vn.lienthong.gateway.signature.path.Proofs;
import vn.lienthong.gateway.signature.path.Purpose;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;

/**
 * Validation of an XML signature that passed the screen (EN 319 102-1 §5.3, §5.5, §5.6): who signed, the value over SignedInfo,
 * whether he is trusted, then the references, timestamps, path and acceptance. Every question is asked even where an earlier
 * one was answered badly, so that the facts are whole. Safe for many threads.
 */
final class JudgeXml {
    private final ValidationPolicy policy;
    private final Certificates certificates = new Certificates();
    private final JudgePath paths;
    private final JudgeRules rules;
    private final JudgeStamps stamps;

    JudgeXml(TrustStores stores, Revocations revocations, ValidationPolicy policy) {
        this.policy = policy;
        this.rules = new JudgeRules(policy);
        this.paths = new JudgePath(new BuildPath(stores, certificates, policy), certificates, revocations, policy);
        this.stamps = new JudgeStamps(new JudgeCms(stores, revocations, policy));
    }

    /**
     * What is asked about a signature.
     *
     * @param where what findings are about
     * @param field what the report calls the signature
     * @param fileBytes length of the file it is in
     */
    record Question(String where, String field, XmlCover cover, long fileBytes, Instant validationTime) {}

    /** A verdict, and the timestamps over the whole of what was signed. */
    record Answer(SignatureVerdict verdict, List<DocumentTimestamp> timestamps) {}

    Answer judge(Screened screened, SignedContent content, Question question) throws IOException {
        Judgement judgement = new Judgement(question.where());
        List<KnownCertificate> enclosed = enclosed(screened);
        KnownCertificate signer =
                IdentifyXmlSigner.among(enclosed, screened, judgement).orElse(null);
        Integrity integrity = Integrity.NOT_CHECKED;
        Coverage coverage = Coverage.UNKNOWN;
        try {
            boolean value = signer != null && value(screened, signer, judgement);
            CheckReferences references = new CheckReferences(screened, content, judgement);
            Integrity held = references.check(doubt(screened, signer, enclosed, value), question.fileBytes());
            integrity = joined(signer, value, held);
            if (held != Integrity.NOT_CHECKED) {
                coverage = question.cover().judge(screened, references.targets(), content, judgement);
            }
            checkAlgorithms(screened, signer, judgement);
        } catch (XmlFault fault) {
            judgement.object(SubIndication.FORMAT_FAILURE, ErrorCode.SIGNATURE_BROKEN, fault.text());
        }
        return accepted(
                screened,
                content,
                question,
                judgement,
                new Found(Optional.ofNullable(signer), enclosed, integrity, coverage));
    }

    private record Found(
            Optional<KnownCertificate> signer,
            List<KnownCertificate> enclosed,
            Integrity integrity,
            Coverage coverage) {}

    /** Why the signature does not hold, whatever the references lead to; empty where it may. */
    private Optional<SubIndication> doubt(
            Screened screened, @Nullable KnownCertificate signer, List<KnownCertificate> enclosed, boolean value) {
        if (signer == null) {
            return Optional.of(SubIndication.NO_SIGNING_CERTIFICATE_FOUND);
        }
        if (!value) {
            return Optional.of(SubIndication.SIG_CRYPTO_FAILURE);
        }
        // With the very certificates that the path is looked for among afterwards.
        CarriedEvidence carried = screened.properties()
                .map(properties -> CarriedValues.in(properties.unsigned()))
                .orElse(CarriedEvidence.NONE);
        return paths.reaches(signer, enclosed, Purpose.DOCUMENTS, carried)
                ? Optional.empty()
                : Optional.of(SubIndication.NO_CERTIFICATE_CHAIN_FOUND);
    }

    private static Integrity joined(@Nullable KnownCertificate signer, boolean value, Integrity references) {
        return references == Integrity.CONTENT_CHANGED
                ? references
                : signer == null ? Integrity.NOT_CHECKED : value ? references : Integrity.SIGNATURE_WRONG;
    }

    private static boolean value(Screened screened, KnownCertificate signer, Judgement judgement) throws XmlFault {
        if (screened.scheme().verifies(signer.key(), screened.signedBytes(), screened.value())) {
            return true;
        }
        judgement.object(
                SubIndication.SIG_CRYPTO_FAILURE,
                ErrorCode.SIGNATURE_FAILED,
                "signature value: wrong (expected: made by the key of " + signer + ")");
        return false;
    }

    /** Time and path (EN 319 102-1 §5.5.4, §5.2.6): the same rules as for CMS. */
    private Answer accepted(
            Screened screened, SignedContent content, Question question, Judgement judgement, Found found) {
        Instant at = question.validationTime();
        JudgeStamps.Stamped stamped =
                stamps.judge(screened, content, found.integrity() == Integrity.INTACT, at, judgement);
        Proofs proofs = stamped.proofs();
        Optional<SigningTime> claim = screened.properties().flatMap(XadesProperties::time);
        Optional<Instant> claimed = claim.map(SigningTime::at);
        Optional<Instant> proven = Optional.ofNullable(proofs.existedBy());
        Duration slack = claim.filter(SigningTime::zoned).isPresent() ? Duration.ZERO : policy.futureClaim();
        Moment moment = Moment.of(at, claimed, slack, proven);
        PathOutcome path = found.signer()
                .map(signer -> paths.judge(signer, found.enclosed(), Purpose.DOCUMENTS, moment, proofs, judgement))
                .orElse(new PathOutcome(PathStatus.NOT_CHECKED, RevocationFacts.NOT_ASKED, Optional.empty()));
        IdentifyXmlSigner.checkReference(screened, policy.level(Rule.MISSING_REFERENCE, path.branch()), judgement);
        claimed.ifPresent(time -> checkClaim(time, at, policy.level(Rule.CLAIM_IN_FUTURE, path.branch()), judgement));
        AlgorithmFacts algorithms = new AlgorithmFacts(
                screened.references().getFirst().digest(),
                screened.scheme().name(),
                found.signer().map(KnownCertificate::keyBits).orElse(0));
        found.signer()
                .ifPresent(signer ->
                        rules.judge(signer, path.branch(), each(screened, algorithms), moment.used(), judgement));
        SignatureFacts facts = new SignatureFacts(
                question.field(),
                screened.properties().isPresent() ? "XAdES" : "XML-DSig",
                found.signer().map(signer -> signer.signer(path.branch())),
                new TimeFacts(claimed, stamped.stamped().or(() -> proven), proven.isPresent(), moment.used()),
                algorithms,
                found.coverage(),
                found.integrity(),
                path.status(),
                path.revocation(),
                List.of());
        return new Answer(judgement.verdict(facts), stamped.archive());
    }

    /** The same with every digest that it leans on: the weakest of them is what a forger would choose. */
    private static List<AlgorithmFacts> each(Screened screened, AlgorithmFacts one) {
        return digests(screened).stream()
                .map(digest -> new AlgorithmFacts(digest, one.signature(), one.keyBits()))
                .toList();
    }

    private static Set<String> digests(Screened screened) {
        TreeSet<String> digests = new TreeSet<>(
                screened.references().stream().map(ScreenedReference::digest).toList());
        digests.add(screened.scheme().digest());
        return digests;
    }

    private void checkClaim(Instant claimed, Instant validation, Level level, Judgement judgement) {
        if (claimed.isAfter(validation.plus(policy.futureClaim()))) {
            judgement.weigh(
                    level,
                    SubIndication.SIG_CONSTRAINTS_FAILURE,
                    ErrorCode.SIGNATURE_INDETERMINATE,
                    "claimed signing time: " + claimed + " (expected: not after " + validation + " by more than "
                            + policy.futureClaim() + ")");
        }
    }

    /** Acceptance of algorithms (EN 319 102-1 §5.2.8.4), and of a bare key beside the certificate. */
    private void checkAlgorithms(Screened screened, @Nullable KnownCertificate signer, Judgement judgement)
            throws XmlFault {
        Set<String> digests = digests(screened);
        digests.removeAll(policy.digests());
        if (!digests.isEmpty()) {
            weak(judgement, "digests: " + digests + " (expected: one of " + policy.digests() + ")");
        }
        if (signer == null) {
            return;
        }
        boolean rsa = signer.key().getAlgorithm().equals("RSA");
        int least = rsa ? policy.minimumRsaBits() : policy.minimumEcBits();
        if (signer.keyBits() < least) {
            weak(judgement, "key of " + signer + ": " + signer.keyBits() + " bits (expected: from " + least + ")");
        }
        Optional<ScreenedKeyInfo> keyInfo = screened.keyInfo();
        if (keyInfo.isPresent() && keyInfo.get().namesAnotherKeyThan(signer.key())) {
            throw new XmlFault("KeyValue: another key than that of " + signer + " (expected: the same, or none)");
        }
    }

    private static void weak(Judgement judgement, String text) {
        judgement.object(SubIndication.CRYPTO_CONSTRAINTS_FAILURE, ErrorCode.SIGNATURE_WEAK_ALGORITHM, text);
    }

    private List<KnownCertificate> enclosed(Screened screened) {
        List<KnownCertificate> enclosed = new ArrayList<>();
        for (String text : screened.keyInfo().map(ScreenedKeyInfo::certificates).orElse(List.of())) {
            read(text).ifPresent(enclosed::add);
        }
        return enclosed;
    }

    /** The certificate in a text of base64. */
    Optional<KnownCertificate> read(String text) {
        try {
            return certificates.read(Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
