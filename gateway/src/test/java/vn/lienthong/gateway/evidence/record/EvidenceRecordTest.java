package vn.lienthong.gateway.evidence.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.ers.ERSByteData;
import org.bouncycastle.tsp.ers.ERSEvidenceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.reception.MovableClock;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Rules;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.VerifyTimestamp;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.Revocations;

/** Evidence records of a day (RFC 4998), checked by us and by programs that we did not write. */
final class EvidenceRecordTest {

    private static final Instant NOW = DevTrust.NOW;

    private final MovableClock clock = new MovableClock(NOW);
    private final DevelopmentPki pki = DevelopmentPki.create(
            new DevelopmentPki.Settings(NOW, URI.create("http://pki.example"), KeyAlgorithm.EC_P256), clock);
    private final Map<Instant, CrlCache> published = new HashMap<>();

    private static byte[] file(int number) {
        return ("văn bản số " + number).getBytes(StandardCharsets.UTF_8);
    }

    private static EvidenceDay day(int files) {
        List<Sha256> leaves = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            leaves.add(Sha256.of(file(i)));
        }
        return new EvidenceDay(LocalDate.of(2026, 11, 21), leaves, List.of(), 0);
    }

    private byte[] token(ASN1ObjectIdentifier algorithm, byte[] imprint) {
        try {
            TimeStampRequestGenerator request = new TimeStampRequestGenerator();
            request.setCertReq(true);
            return new TimeStampResponse(
                            pki.timestamp(request.generate(algorithm, imprint).getEncoded()))
                    .getTimeStampToken()
                    .getEncoded();
        } catch (IOException | TSPException fault) {
            throw new AssertionError(fault);
        }
    }

    private EvidenceDay stamped(EvidenceDay day) {
        try {
            List<byte[]> tokens = new ArrayList<>(day.tokens());
            tokens.add(token(TSPAlgorithms.SHA256, day.next().bytes()));
            return new EvidenceDay(day.day(), day.leaves(), tokens, 0);
        } catch (EvidenceRecordException fault) {
            throw new AssertionError(fault);
        }
    }

    private CheckEvidenceRecord.Outcome check(byte[] record, byte[] file, Revocations known) {
        try {
            return new CheckEvidenceRecord(
                            new VerifyTimestamp(DevTrust.stores(pki), known, ValidationPolicy.standard()),
                            Rules.STANDARD)
                    .check(record, hash -> hash.of(file), clock.instant());
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** By what is published today, asked for once a day. */
    private CheckEvidenceRecord.Outcome check(byte[] record, byte[] file) {
        return check(record, file, published.computeIfAbsent(clock.instant(), today -> lists()));
    }

    private CrlCache lists() {
        CrlCache lists = DevTrust.empty(pki);
        try {
            for (X509CRL list : pki.crls()) {
                lists.add(list.getEncoded());
            }
            return lists;
        } catch (CRLException refused) {
            throw new AssertionError(refused);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 33})
    void everyFileOfADayIsProvenByOneTimestamp(int files) throws Exception {
        EvidenceDay day = stamped(day(files));
        for (int i = 0; i < files; i++) {
            byte[] record = day.record(Sha256.of(file(i)));
            assertThat(check(record, file(i))).isEqualTo(new CheckEvidenceRecord.Outcome.Proven(NOW, 1));
            bouncyCastleFinds(record, file(i));
        }
        assertThat(check(day.record(Sha256.of(file(0))), file(files + 1)))
                .isInstanceOf(CheckEvidenceRecord.Outcome.Failed.class);
    }

    private void bouncyCastleFinds(byte[] record, byte[] file) throws Exception {
        ERSEvidenceRecord read = new ERSEvidenceRecord(record, new JcaDigestCalculatorProviderBuilder().build());
        read.validatePresent(new ERSByteData(file), Date.from(clock.instant().plusSeconds(60)));
    }

    @Test
    void aRecordIsRenewedBeforeItsTimestampEndsAndProvesTheSame() throws Exception {
        EvidenceDay day = stamped(day(5));
        clock.pass(Duration.ofDays(365));
        EvidenceDay renewed = stamped(day);
        byte[] record = renewed.record(Sha256.of(file(3)));

        assertThat(check(record, file(3))).isEqualTo(new CheckEvidenceRecord.Outcome.Proven(NOW, 2));
        bouncyCastleFinds(record, file(3));
        EvidenceDay foreign = new EvidenceDay(
                day.day(),
                day.leaves(),
                List.of(day.tokens().getFirst(), day.tokens().getFirst()),
                0);
        assertThat(check(foreign.record(Sha256.of(file(3))), file(3)))
                .as("a second timestamp that renews nothing")
                .isInstanceOf(CheckEvidenceRecord.Outcome.Failed.class);
    }

    @Test
    void withoutRevocationNothingIsProvenAndNothingFails() throws Exception {
        byte[] record = stamped(day(3)).record(Sha256.of(file(1)));
        assertThat(check(record, file(1), Revocations.none()))
                .isInstanceOf(CheckEvidenceRecord.Outcome.Indeterminate.class);
    }

    @Test
    void nothingThatIsNoRecordStopsTheCheck() throws Exception {
        byte[] record = stamped(day(4)).record(Sha256.of(file(1)));
        for (int at = 0; at < record.length; at += 1 + at / 20) {
            byte[] torn = record.clone();
            torn[at] ^= 0x41;
            assertThat(check(torn, file(1))).as("byte " + at).isNotNull();
            assertThat(check(Arrays.copyOf(record, at), file(1)))
                    .isInstanceOf(CheckEvidenceRecord.Outcome.Failed.class);
        }
        assertThatThrownBy(() -> EvidenceRecords.read(new byte[5 << 20])).isInstanceOf(EvidenceRecordException.class);
    }
}
