package vn.lienthong.gateway.signature;

import java.net.URI;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.signature.key.Pkcs12SigningKey;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.CrlStore;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.gateway.signature.path.TrustStore;
import vn.lienthong.gateway.signature.path.TrustStores;

/** One development PKI for all tests of a JVM, and what a gateway that trusts it would hold. */
public final class DevTrust {
    public static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    public static final String CODE = "H53.10";
    public static final String AGENCY = "Sở Nội vụ tỉnh Thử Nghiệm";

    private static final DevelopmentPki PKI = DevelopmentPki.create(
            new DevelopmentPki.Settings(NOW, URI.create("http://pki.example"), KeyAlgorithm.RSA_2048));
    private static final DevelopmentPki CURVES = DevelopmentPki.create(
            new DevelopmentPki.Settings(NOW, URI.create("http://pki.example"), KeyAlgorithm.EC_P256));

    private static final Map<DevelopmentPki, CrlCache> FILLED = new ConcurrentHashMap<>();

    private DevTrust() {}

    public static DevelopmentPki pki() {
        return PKI;
    }

    /** A second PKI, whose end entities hold elliptic curve keys. */
    public static DevelopmentPki curves() {
        return CURVES;
    }

    public static SigningKey seal(Fate fate) {
        return key(PKI.sealOf(CODE, AGENCY, fate));
    }

    public static SigningKey official(String name) {
        return key(PKI.official(name, AGENCY, CODE, Fate.GOOD));
    }

    public static SigningKey key(DevIdentity identity) {
        return Pkcs12SigningKey.of(identity.key(), identity.chain());
    }

    public static TrustStores stores(DevelopmentPki pki) {
        return TrustStores.of(
                store(pki, Branch.GOVERNMENT, TrustBranch.GOVERNMENT),
                store(pki, Branch.PARTY, TrustBranch.PARTY),
                store(pki, Branch.PUBLIC, TrustBranch.PUBLIC));
    }

    private static TrustStore store(DevelopmentPki pki, Branch from, TrustBranch branch) {
        return new TrustStore(branch, List.of(pki.root(from)), List.of(pki.issuingCa(from)));
    }

    /** A cache with every list of the PKI as of its first use, filled once. */
    public static CrlCache lists(DevelopmentPki pki) {
        return FILLED.computeIfAbsent(pki, DevTrust::filled);
    }

    /** A cache with every current list of the PKI. */
    public static CrlCache filled(DevelopmentPki pki) {
        for (Fate fate : Fate.values()) {
            pki.sealOf(CODE, AGENCY, fate);
        }
        CrlCache cache = empty(pki);
        try {
            for (X509CRL list : pki.crls()) {
                cache.add(list.getEncoded());
            }
            return cache;
        } catch (CRLException refused) {
            throw new AssertionError(refused);
        }
    }

    /** A cache without any list. */
    public static CrlCache empty(DevelopmentPki pki) {
        return new CrlCache(
                stores(pki), CrlStore.inMemory(), ValidationPolicy.standard().clockSkew());
    }
}
