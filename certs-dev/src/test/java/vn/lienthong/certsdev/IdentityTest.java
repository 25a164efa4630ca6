package vn.lienthong.certsdev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {
    private static final DevelopmentPki PKI = Pkis.standing();

    @Test
    void a_seal_names_its_agency_and_code() throws Exception {
        assertThat(new JcaX509CertificateHolder(Pkis.seal(PKI, Fate.GOOD).certificate())
                        .getSubject()
                        .toString())
                .isEqualTo("C=VN,O=Ủy ban nhân dân tỉnh Tây Ninh,OU=DEV ONLY,organizationIdentifier=H53,UID=H53,"
                        + "CN=Ủy ban nhân dân tỉnh Tây Ninh");
    }

    @Test
    void an_official_names_the_person_and_the_agency() throws Exception {
        DevIdentity official = PKI.official("Nguyễn Văn An", Pkis.AGENCY, "H53", Fate.GOOD);

        assertThat(new JcaX509CertificateHolder(official.certificate())
                        .getSubject()
                        .toString())
                .isEqualTo("C=VN,O=Ủy ban nhân dân tỉnh Tây Ninh,OU=DEV ONLY,organizationIdentifier=H53,"
                        + "CN=Nguyễn Văn An");
        assertThat(official.toString()).endsWith(", GOOD]").doesNotContain("key", "modulus");
    }

    @Test
    void the_chain_runs_from_leaf_to_root() {
        DevIdentity party = PKI.sealOf(Branch.PARTY, "A01", "Văn phòng Trung ương Đảng", Fate.GOOD);

        assertThat(party.chain())
                .containsExactly(party.certificate(), PKI.issuingCa(Branch.PARTY), PKI.root(Branch.PARTY));
        assertThat(party.certificate().getSerialNumber().signum()).isPositive();
    }

    @Test
    void the_same_arguments_give_the_same_identity_to_every_thread() throws Exception {
        Callable<DevIdentity> ask = () -> PKI.sealOf("G22", "Văn phòng Chính phủ", Fate.GOOD);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<DevIdentity> answer : threads.invokeAll(List.of(ask, ask, ask, ask))) {
                assertThat(answer.get()).isSameAs(ask.call());
            }
        }
        assertThat(PKI.sealOf("G22", "Văn phòng Chính phủ", Fate.EXPIRED)).isNotEqualTo(ask.call());
    }

    @Test
    void certificates_say_where_to_ask() throws Exception {
        assertThat(addresses(Pkis.seal(PKI, Fate.GOOD)))
                .containsExactly(
                        "http://127.0.0.1:9/pki/crl/government-ca.crl",
                        "http://127.0.0.1:9/pki/ocsp",
                        "http://127.0.0.1:9/pki/crt/government-ca.crt");
        assertThat(addresses(Pkis.seal(PKI, Fate.OCSP_DOWN)))
                .containsExactly(
                        "http://127.0.0.1:9/pki/down/government-ca.crl",
                        "http://127.0.0.1:9/pki/down/ocsp",
                        "http://127.0.0.1:9/pki/crt/government-ca.crt");
    }

    @ParameterizedTest
    @CsvSource({"RSA_2048, SHA256withRSA", "RSA_3072, SHA256withRSA", "EC_P256, SHA256withECDSA"})
    void the_key_belongs_to_the_certificate(KeyAlgorithm algorithm, String signing) throws Exception {
        DevelopmentPki pki = DevelopmentPki.create(new DevelopmentPki.Settings(Pkis.NOW, Pkis.BASE, algorithm));
        DevIdentity seal = Pkis.seal(pki, Fate.GOOD);
        byte[] text = "văn bản".getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance(signing);
        signature.initSign(seal.key());
        signature.update(text);
        byte[] signed = signature.sign();
        signature.initVerify(seal.certificate().getPublicKey());
        signature.update(text);

        assertThat(signature.verify(signed)).isTrue();
        assertThat(seal.certificate().getSigAlgName()).isEqualTo("SHA256withRSA");
        assertThat(PkixCheck.withCrls(seal, pki.root(Branch.GOVERNMENT), Pkis.NOW, pki.crls()))
                .isEqualTo(PkixCheck.OK);
    }

    @Test
    void it_leaves_as_pkcs12_and_as_pem() throws Exception {
        DevIdentity seal = Pkis.seal(PKI, Fate.GOOD);
        char[] password = "mật khẩu".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(seal.pkcs12(password)), password);

        assertThat(store.getKey("identity", password)).isEqualTo(seal.key());
        assertThat(List.of(store.getCertificateChain("identity"))).isEqualTo(seal.chain());
        assertThat(List.copyOf(CertificateFactory.getInstance("X.509")
                        .generateCertificates(
                                new ByteArrayInputStream(seal.chainPem().getBytes(StandardCharsets.US_ASCII)))))
                .isEqualTo(seal.chain());
        assertThat(seal.certificatePem()).startsWith("-----BEGIN CERTIFICATE-----\n");
    }

    @Test
    void what_cannot_be_written_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PKI.sealOf(" ", "Văn phòng Chính phủ", Fate.GOOD))
                .withMessage("agency code: ' ' (expected: not blank)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DevelopmentPki.Settings.of(Pkis.NOW, URI.create("/relative")))
                .withMessageStartingWith("serviceBase: /relative");
    }

    private static List<String> addresses(DevIdentity identity) throws Exception {
        JcaX509CertificateHolder holder = new JcaX509CertificateHolder(identity.certificate());
        GeneralNames crl = GeneralNames.getInstance(CRLDistPoint.fromExtensions(holder.getExtensions())
                .getDistributionPoints()[0]
                .getDistributionPoint()
                .getName());
        var access = AuthorityInformationAccess.fromExtensions(holder.getExtensions())
                .getAccessDescriptions();
        return List.of(
                crl.getNames()[0].getName().toString(),
                access[0].getAccessLocation().getName().toString(),
                access[1].getAccessLocation().getName().toString());
    }
}
