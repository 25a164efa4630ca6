package vn.lienthong.gateway.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.lienthong.gateway.signature.key.Pkcs12SigningKey;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;

/**
 * The gateway's seal in a PKCS#12 file, made at the first start where there is none: an ECDSA P-256 key and a certificate
 * signed by itself, good for integrity among people who know it. An administrator puts an issued one in its place.
 */
public final class SealKeyFile {

    private static final String ALIAS = "seal";
    private static final Duration VALIDITY = Duration.ofDays(3650);
    private static final int SERIAL_BITS = 120;

    private SealKeyFile() {}

    /**
     * Reads the seal, or makes one where there is no file.
     *
     * @param password of the file and of the key in it
     * @throws IllegalStateException when the file is there and cannot be read: it is never overwritten
     */
    public static SigningKey readOrMake(Path file, char[] password, Instant now) {
        try {
            if (!Files.exists(file)) {
                make(file, password, now);
            }
            return Pkcs12SigningKey.open(Files.readAllBytes(file), password);
        } catch (IOException | GeneralSecurityException | OperatorCreationException | SigningException e) {
            throw new IllegalStateException("seal key " + file + ": " + e.getMessage() + " (expected: PKCS#12)", e);
        }
    }

    private static void make(Path file, char[] password, Instant now)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setKeyEntry(ALIAS, pair.getPrivate(), password, new Certificate[] {certificate(pair, now)});
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(fresh)) {
            store.store(out, password);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static X509Certificate certificate(KeyPair pair, Instant now)
            throws CertIOException, OperatorCreationException, GeneralSecurityException {
        X500Name subject = new X500Name("CN=Lien Thong gateway seal,C=VN");
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                subject,
                new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(VALIDITY)),
                subject,
                pair.getPublic());
        builder.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }
}
