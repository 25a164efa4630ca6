package vn.lienthong.gateway.signature.pdf;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.cms.CmsAddition;
import vn.lienthong.gateway.signature.cms.CmsException;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningKey;

/** A signed PDF that the project can make, and what becomes of it. */
record DifferentialCase(Fate fate, Level level, Algorithm algorithm, Base base, Tampering tampering, int hoursLater) {

    /** EN 319 142-1 §6. */
    enum Level {
        B,
        T,
        LT,
        LTA
    }

    /** Of the key, and how it signs. */
    enum Algorithm {
        RSA_2048(KeyAlgorithm.RSA_2048, SignatureAlgorithm.RSA_SHA256),
        RSA_3072(KeyAlgorithm.RSA_3072, SignatureAlgorithm.RSA_SHA256),
        PSS_2048(KeyAlgorithm.RSA_2048, SignatureAlgorithm.RSA_PSS_SHA256),
        P_256(KeyAlgorithm.EC_P256, SignatureAlgorithm.ECDSA_SHA256),
        P_384(KeyAlgorithm.EC_P384, SignatureAlgorithm.ECDSA_SHA256);

        private final KeyAlgorithm key;
        private final SignatureAlgorithm signature;

        Algorithm(KeyAlgorithm key, SignatureAlgorithm signature) {
            this.key = key;
            this.signature = signature;
        }
    }

    /** What is signed. */
    enum Base {
        LETTER,
        PACKED,
        SIGNED_BY_AN_OFFICER
    }

    private static final Map<KeyAlgorithm, DevelopmentPki> PKIS = new ConcurrentHashMap<>(
            Map.of(KeyAlgorithm.RSA_2048, DevTrust.pki(), KeyAlgorithm.EC_P256, DevTrust.curves()));

    /** All there are. */
    static List<DifferentialCase> all() {
        List<DifferentialCase> all = new ArrayList<>();
        for (Fate fate : Fate.values()) {
            for (Level level : Level.values()) {
                for (Algorithm algorithm : Algorithm.values()) {
                    for (Base base : Base.values()) {
                        Arrays.stream(Tampering.values())
                                .flatMap(tampering -> List.of(0, 5).stream()
                                        .map(hours ->
                                                new DifferentialCase(fate, level, algorithm, base, tampering, hours)))
                                .forEach(all::add);
                    }
                }
            }
        }
        return all;
    }

    /** Whose certificates they are. */
    DevelopmentPki pki() {
        return PKIS.computeIfAbsent(
                algorithm.key,
                key -> DevelopmentPki.create(
                        new DevelopmentPki.Settings(DevTrust.NOW, URI.create("http://pki.example"), key)));
    }

    byte[] file() {
        DevelopmentPki pki = pki();
        SigningKey key = DevTrust.key(pki.sealOf(DevTrust.CODE, DevTrust.AGENCY, fate));
        byte[] signed = CertifiedPdf.completed(bare(pki), key, algorithm.signature, this::completed);
        byte[] kept = level.compareTo(Level.LT) < 0 ? signed : LongTerm.with(signed, LongTerm.lists(pki));
        return tampering.of(level == Level.LTA ? LongTerm.stamped(kept, pki) : kept);
    }

    private byte[] bare(DevelopmentPki pki) {
        return switch (base) {
            case LETTER -> PdfFixture.letterBytes();
            case PACKED -> PdfFixture.packedBytes();
            case SIGNED_BY_AN_OFFICER ->
                PdfFixture.sign(
                        PdfFixture.letterBytes(),
                        DevTrust.key(pki.official("Nguyễn Văn A", DevTrust.AGENCY, DevTrust.CODE, Fate.GOOD)));
        };
    }

    private byte[] completed(byte[] cms) {
        if (level == Level.B) {
            return cms;
        }
        try {
            return CmsAddition.withTimestamp(cms, LongTerm.token(Sha256.of(CmsAddition.signatureValue(cms)), pki()));
        } catch (CmsException fault) {
            throw new AssertionError(fault);
        }
    }
}
