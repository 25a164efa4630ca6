package vn.lienthong.routes;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority for TLS, made for one test and forgotten after it: certificates of hosts and of clients. */
public final class TlsKeys {

    public static final String PASSWORD = "doi-tau-khong";

    private final KeyPair key = newKey();
    private final X509Certificate authority;

    public TlsKeys(String name) throws GeneralSecurityException, OperatorCreationException, CertIOException {
        X509v3CertificateBuilder draft = draft(new X500Name("CN=" + name), new X500Name("CN=" + name), key);
        draft.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        authority = sign(draft);
    }

    /** A key with its certificate. */
    public record Identity(PrivateKey key, X509Certificate certificate, X509Certificate authority) {

        KeyStore store() throws GeneralSecurityException, IOException {
            KeyStore store = empty();
            store.setKeyEntry("key", key, PASSWORD.toCharArray(), new Certificate[] {certificate, authority});
            return store;
        }

        /** As PKCS#12. */
        public Path write(Path file) throws GeneralSecurityException, IOException {
            return TlsKeys.write(store(), file);
        }
    }

    /** For a host under its name or its IP address. */
    public Identity host(String name) throws GeneralSecurityException, OperatorCreationException, CertIOException {
        KeyPair own = newKey();
        X509v3CertificateBuilder draft = draft(subject(authority), new X500Name("CN=" + name), own);
        int type = Character.isDigit(name.charAt(0)) ? GeneralName.iPAddress : GeneralName.dNSName;
        draft.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(type, name)));
        return new Identity(own.getPrivate(), sign(draft), authority);
    }

    /** The authority's certificate alone, as PKCS#12. */
    public Path writeTrust(Path file) throws GeneralSecurityException, IOException {
        return write(trust(), file);
    }

    /** Trusts this authority only. */
    public SSLContext trusting() throws GeneralSecurityException, IOException {
        return context(new KeyManagerFactory[0]);
    }

    /** Trusts this authority only, and shows the identity to who asks. */
    public SSLContext showing(Identity identity) throws GeneralSecurityException, IOException {
        return showing(identity, this);
    }

    /** Shows the identity, which may be of this authority, and trusts hosts of the other only. */
    public SSLContext showing(Identity identity, TlsKeys hosts) throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(identity.store(), PASSWORD.toCharArray());
        return hosts.context(keys);
    }

    private SSLContext context(KeyManagerFactory... keys) throws GeneralSecurityException, IOException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trust());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.length == 0 ? null : keys[0].getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private KeyStore trust() throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        store.setCertificateEntry("authority", authority);
        return store;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Path write(KeyStore store, Path file) throws GeneralSecurityException, IOException {
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private static KeyPair newKey() throws GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(256);
        return keys.generateKeyPair();
    }

    private static X500Name subject(X509Certificate certificate) {
        return new X500Name(certificate.getSubjectX500Principal().getName());
    }

    private static X509v3CertificateBuilder draft(X500Name issuer, X500Name subject, KeyPair key) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(now.toEpochMilli()),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(Duration.ofDays(1))),
                subject,
                key.getPublic());
    }

    private X509Certificate sign(X509v3CertificateBuilder draft)
            throws OperatorCreationException, GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .getCertificate(draft.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())));
    }
}
