package vn.lienthong.gateway.signature.secondopinion;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.key.Pkcs12SigningKey;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.gateway.signature.path.TrustStore;
import vn.lienthong.gateway.signature.path.TrustStores;

/**
 * Whether DSS works in this program: of a file of each form, signed a moment ago by a key of its own, it must see exactly one
 * signature, and pass it; of the same file with its content changed, fail it. With the libraries in the wrong order it sees none, in silence
 * ({@link PaddedCms}). Takes seconds in a fresh program, since the engine warms up by it.
 */
public final class TryDss {

    private static final String NAME = "second opinion on files of our own";

    private TryDss() {}

    /** What is wrong; empty when nothing is. */
    public static Optional<String> fault(Instant now) {
        try {
            KeyPair pair = pair();
            X509Certificate certificate = certificate(pair, now);
            TrialFiles trial = new TrialFiles(Pkcs12SigningKey.of(pair.getPrivate(), List.of(certificate)), now);
            TrustStores trust = TrustStores.of(new TrustStore(TrustBranch.GOVERNMENT, List.of(certificate), List.of()));
            DssOpinion dss = new DssOpinion(trust, RevocationAtHand::none);
            return trial.all().stream()
                    .flatMap(one -> wrong(dss, one.good(), Indication.TOTAL_PASSED, now)
                            .or(() -> wrong(dss, one.altered(), Indication.TOTAL_FAILED, now))
                            .stream())
                    .findFirst();
        } catch (GeneralSecurityException | OperatorCreationException | IOException | SigningException fault) {
            return Optional.of(NAME + ": " + fault);
        }
    }

    private static Optional<String> wrong(DssOpinion dss, SignedFile file, Indication expected, Instant now) {
        try {
            List<Indication> seen = dss.about(file, List.of(), now).signatures().stream()
                    .map(Opinion.OfSignature::indication)
                    .toList();
            return seen.equals(List.of(expected))
                    ? Optional.empty()
                    : Optional.of(
                            NAME + ", " + file.name() + ": " + seen + " (expected: one signature, " + expected + ")");
        } catch (NoOpinion none) {
            return Optional.of(String.valueOf(none.getMessage()));
        } catch (LinkageError missing) {
            return Optional.of(NAME + ": " + missing + " (expected: all libraries)");
        }
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(KeyPair pair, Instant now)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Name name = new X500Name("CN=Second opinion trial");
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(now.minus(Duration.ofDays(1))),
                                Date.from(now.plus(Duration.ofDays(1))),
                                name,
                                pair.getPublic())
                        .addExtension(
                                Extension.keyUsage,
                                true,
                                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }
}
