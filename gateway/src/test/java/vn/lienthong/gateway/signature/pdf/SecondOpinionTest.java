package vn.lienthong.gateway.signature.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.dossier.opinion.CompareOpinions;
import vn.lienthong.gateway.dossier.opinion.ComparedSignature;
import vn.lienthong.gateway.dossier.opinion.ComparedSignature.Standing;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Differential;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.secondopinion.DssOpinion;
import vn.lienthong.gateway.signature.secondopinion.NoOpinion;
import vn.lienthong.gateway.signature.secondopinion.Opinion;

/**
 * Ours and the EU's engine over the same files, roots and lists: the same indication, or a difference that a clause settles.
 * Nothing that the other fails is passed by us. A sample of all that can be made by a seed that {@code -Ddifferential.seed}
 * sets and that is printed; all in the deep tests.
 */
class SecondOpinionTest {
    private static final int SAMPLE_IN_CI = 100;
    private static final long SECONDS_OF_A_DAY = 86_400;

    /** Where ours is stricter by right, by our reason. */
    private static final Map<SubIndication, String> STRICTER = Map.of(
            SubIndication.REVOKED, "§5.3.4: signed after the revocation by the signer's own word",
            SubIndication.EXPIRED, "§5.3.4: signed after the expiry by the signer's own word",
            SubIndication.NOT_YET_VALID, "§5.5.4 2): the certificate begins after the best signature time",
            SubIndication.CHAIN_CONSTRAINTS_FAILURE, "§5.2.6, RFC 5280 §4.2.1.3: key usage, which DSS does not ask for",
            SubIndication.FORMAT_FAILURE, "EN 319 142-1 §5.5: nothing unsigned after the last signature");

    private static final Map<DevelopmentPki, VerifyPdf> OURS = new ConcurrentHashMap<>();
    private static final Map<DevelopmentPki, DssOpinion> THEIRS = new ConcurrentHashMap<>();

    private final List<String> disagreements = new ArrayList<>();
    private final Map<String, Integer> differences = new TreeMap<>();

    private static VerifyPdf ours(DevelopmentPki pki) {
        return OURS.computeIfAbsent(
                pki,
                one -> new VerifyPdf(
                        DevTrust.stores(one), DevTrust.lists(one), ValidationPolicy.standard(), PdfLimits.standard()));
    }

    private static DssOpinion theirs(DevelopmentPki pki) {
        return THEIRS.computeIfAbsent(pki, one -> DssOpinion.withLists(DevTrust.stores(one), () -> lists(one)));
    }

    private static List<byte[]> lists(DevelopmentPki pki) {
        List<byte[]> lists = new ArrayList<>();
        for (X509CRL list : pki.crls()) {
            try {
                lists.add(list.getEncoded());
            } catch (CRLException fault) {
                throw new AssertionError(fault);
            }
        }
        return lists;
    }

    @Test
    @Tag("ci")
    void aGoodFileShowsEachSignature() throws NoOpinion {
        Opinion opinion = theirs(DevTrust.pki()).about("letter.pdf", PdfFixture.signedThrice(), DevTrust.NOW);

        assertThat(opinion.signatures())
                .hasSize(3)
                .allMatch(signature -> signature.indication() == Indication.TOTAL_PASSED);
    }

    /** The same few each time: good ones of each level, and each thing that may be done to one. */
    @Test
    void aFewAgreeOrDifferByRight() throws NoOpinion {
        compare(DifferentialCase.all().stream()
                .filter(one -> one.algorithm() == DifferentialCase.Algorithm.RSA_2048
                        && one.base() == DifferentialCase.Base.LETTER
                        && one.hoursLater() == 0
                        && one.fate() == Fate.GOOD
                        && (one.tampering() == Tampering.NONE || one.level() == DifferentialCase.Level.B))
                .toList());
    }

    @Test
    @Tag("ci")
    void aSampleAgreesOrDiffersByRight() throws NoOpinion {
        long seed = Long.getLong("differential.seed", System.currentTimeMillis() / 1000 / SECONDS_OF_A_DAY);
        List<DifferentialCase> all = DifferentialCase.all();
        Collections.shuffle(all, new Random(seed));
        System.out.println("differential sample: -Ddifferential.seed=" + seed);
        compare(all.subList(0, SAMPLE_IN_CI));
    }

    @Test
    @Tag("deep")
    void allAgreeOrDifferByRight() throws NoOpinion {
        compare(Differential.drawn(DifferentialCase.all()));
    }

    private void compare(List<DifferentialCase> cases) throws NoOpinion {
        for (DifferentialCase one : cases) {
            compare(one);
        }
        System.out.println("differential: " + cases.size() + " files, differences: " + differences);
        assertThat(disagreements).isEmpty();
    }

    private void compare(DifferentialCase one) throws NoOpinion {
        byte[] file = one.file();
        Instant at = DevTrust.NOW.plus(Duration.ofHours(one.hoursLater()));
        DevTrust.lists(one.pki());
        SignatureReport report = ours(one.pki()).verify("letter.pdf", PdfBytes.of(file), at);
        Opinion opinion = theirs(one.pki()).about("letter.pdf", file, at);
        for (ComparedSignature signature : CompareOpinions.of(report, opinion)) {
            note(one, report, signature);
        }
        if (report.overall() == Indication.TOTAL_PASSED
                && opinion.signatures().stream().anyMatch(theirs -> theirs.indication() == Indication.TOTAL_FAILED)) {
            disagreements.add(one + ": passed, and failed by the other: " + opinion);
        }
    }

    private void note(DifferentialCase one, SignatureReport report, ComparedSignature signature) {
        if (signature.standing() == Standing.SAME) {
            return;
        }
        String difference = (signature.ours() + " " + signature.ourReason()).strip() + " / "
                + (signature.theirs() + " " + signature.theirReason()).strip();
        differences.merge(difference, 1, Integer::sum);
        // Bytes behind the end that no reader of ours accepts: repaired and signed is held, where DSS repairs and
        // passes.
        boolean byRight = signature.standing() == Standing.SETTLED
                || (signature.standing() == Standing.OURS_STRICTER
                        && (report.presence() == Presence.BROKEN
                                || STRICTER.containsKey(SubIndication.valueOf(signature.ourReason()))));
        if (!byRight) {
            disagreements.add(one + ": " + difference);
        }
    }
}
