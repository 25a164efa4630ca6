package vn.lienthong.gateway.evidence.record;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.diagnostic.EvidenceRecordWrapper;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.DevTrust;

/** The EU's library reads our records, finds the file in the tree, and the timestamps over what they should be. */
@Tag("ci")
final class EvidenceRecordByDssTest {

    private static final DevelopmentPki PKI = DevTrust.pki();

    private static byte[] file(int number) {
        return ("văn bản số " + number).getBytes(StandardCharsets.UTF_8);
    }

    private static EvidenceDay stamped(EvidenceDay day) throws Exception {
        TimeStampRequestGenerator request = new TimeStampRequestGenerator();
        request.setCertReq(true);
        List<byte[]> tokens = new ArrayList<>(day.tokens());
        tokens.add(new TimeStampResponse(PKI.timestamp(
                        request.generate(TSPAlgorithms.SHA256, day.next().bytes())
                                .getEncoded()))
                .getTimeStampToken()
                .getEncoded());
        return new EvidenceDay(day.day(), day.leaves(), tokens, 0);
    }

    private static EvidenceRecordWrapper dss(byte[] record, byte[] file) {
        SignedDocumentValidator validator =
                SignedDocumentValidator.fromDocument(new InMemoryDocument(record, "van-ban.ers"));
        validator.setDetachedContents(List.of(new InMemoryDocument(file, "van-ban.edxml")));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        anchors.addCertificate(new CertificateToken(PKI.root(Branch.GOVERNMENT)));
        verifier.setTrustedCertSources(anchors);
        verifier.setAlertOnMissingRevocationData(new SilentOnStatusAlert());
        verifier.setAlertOnUncoveredPOE(new SilentOnStatusAlert());
        verifier.setAlertOnInvalidTimestamp(new SilentOnStatusAlert());
        validator.setCertificateVerifier(verifier);
        Reports reports = validator.validateDocument();
        return reports.getDiagnosticData().getEvidenceRecords().getFirst();
    }

    @Test
    void dssFindsTheFileAndTheTimestampsIntact() throws Exception {
        for (int files : new int[] {1, 2, 5}) {
            List<Sha256> leaves = new ArrayList<>();
            for (int i = 0; i < files; i++) {
                leaves.add(Sha256.of(file(i)));
            }
            EvidenceDay day = stamped(stamped(new EvidenceDay(LocalDate.of(2026, 11, 21), leaves, List.of(), 0)));
            byte[] record = day.record(leaves.getLast());
            EvidenceRecordWrapper seen = dss(record, file(files - 1));
            assertThat(seen.getTimestampList()).hasSize(2).allSatisfy(timestamp -> {
                assertThat(timestamp.isMessageImprintDataFound()).isTrue();
                assertThat(timestamp.isMessageImprintDataIntact()).isTrue();
                assertThat(timestamp.isSignatureIntact()).isTrue();
            });
            assertThat(seen.getDigestMatchers().getFirst().isDataFound()).isTrue();
            assertThat(seen.getDigestMatchers().getFirst().isDataIntact()).isTrue();
            EvidenceRecordWrapper foreign = dss(record, file(77));
            assertThat(foreign.getDigestMatchers().getFirst().isDataIntact()
                            && foreign.getTimestampList().getFirst().isMessageImprintDataIntact())
                    .as("of another file")
                    .isFalse();
        }
    }
}
