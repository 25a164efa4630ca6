package vn.lienthong.gateway.signature.path;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that certifies whatever a test wants, and answers about it whatever a test wants. */
final class SmallAuthority {
    static final String RESPONDER = "http://ocsp.example/ask";
    private static final Duration LIFE = Duration.ofDays(100);
    private static final AtomicLong SERIALS = new AtomicLong(1_000);

    private final KeyPair keys;
    private final X500Name name;
    private final Instant now;
    private final X509Certificate certificate;

    /** A key with its certificate. */
    record Holder(PrivateKey key, X509Certificate certificate) {}

    SmallAuthority(String name, Instant now) {
        this(name, now, pair());
    }

    SmallAuthority(String name, Instant now, KeyPair keys) {
        this.keys = keys;
        this.name = new X500Name("CN=" + name + ",C=VN");
        this.now = now;
        this.certificate = certify(this.name, keys, now.plus(LIFE), builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        });
    }

    /** What a certificate is given beside a name. */
    interface Extensions {
        void add(JcaX509v3CertificateBuilder builder) throws IOException;
    }

    X509Certificate certificate() {
        return certificate;
    }

    Holder itself() {
        return new Holder(keys.getPrivate(), certificate);
    }

    TrustStores stores() {
        return TrustStores.of(new TrustStore(TrustBranch.GOVERNMENT, List.of(certificate), List.of()));
    }

    /** An end entity whose certificate names the responder. */
    X509Certificate leaf() {
        return holder(
                        "Sở Thử " + SERIALS.get(),
                        builder -> builder.addExtension(
                                Extension.authorityInfoAccess,
                                false,
                                new AuthorityInformationAccess(
                                        AccessDescription.id_ad_ocsp,
                                        new GeneralName(GeneralName.uniformResourceIdentifier, RESPONDER))))
                .certificate();
    }

    /** A responder as it should be: named for it, and needing no check. */
    Holder responder() {
        return responder(pair(), now.plus(LIFE));
    }

    Holder responder(KeyPair own, Instant until) {
        Extensions named = builder -> {
            builder.addExtension(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
            builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
        };
        return new Holder(own.getPrivate(), certify(new X500Name("CN=Trả lời"), own, until, named));
    }

    Holder holder(String holder, Extensions extensions) {
        KeyPair own = pair();
        return new Holder(own.getPrivate(), certify(new X500Name("CN=" + holder), own, now.plus(LIFE), extensions));
    }

    private X509Certificate certify(X500Name subject, KeyPair own, Instant until, Extensions extensions) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.valueOf(SERIALS.incrementAndGet()),
                    Date.from(now.minus(Duration.ofDays(10))),
                    Date.from(until),
                    subject,
                    own.getPublic());
            extensions.add(builder);
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(
                            new JcaContentSignerBuilder(algorithm(keys.getPrivate())).build(keys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException fault) {
            throw new AssertionError(fault);
        }
    }

    static String algorithm(PrivateKey key) {
        return key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256with" + key.getAlgorithm();
    }

    private static KeyPair pair() {
        return pair("EC", 256);
    }

    static KeyPair pair(String kind, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException fault) {
            throw new AssertionError(fault);
        }
    }
}
