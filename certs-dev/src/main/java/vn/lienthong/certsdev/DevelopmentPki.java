package vn.lienthong.certsdev;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * The development PKI: three branches, identities by fate, timestamps, OCSP and CRLs, all in process. Safe for threads.
 * Keys are made when first asked for, so opening one costs nothing.
 *
 * <p>Subjects. A seal: {@code C=VN, O=<agency>, OU=DEV ONLY, organizationIdentifier=<code>, UID=<code>, CN=<agency>}. An
 * official: {@code C=VN, O=<agency>, OU=DEV ONLY, organizationIdentifier=<code>, CN=<person>}, no {@code UID}.
 *
 * <p>Validity windows are reckoned from {@link Settings#now()}; CRLs, OCSP answers and timestamps carry the time of the
 * clock, which stands still at {@code now} where none is given.
 */
public final class DevelopmentPki {
    private static final Duration SINCE_REVOCATION = Duration.ofDays(30);
    private static final String TIMESTAMP_SLUG = "tsa";

    private final Settings settings;
    private final Clock clock;
    private final ServiceAddresses addresses;
    private final Map<HierarchyName, Lazy<Hierarchy>> hierarchies = new EnumMap<>(HierarchyName.class);
    private final Lazy<Credential> timestampCredential;
    private final ConcurrentMap<Holder, DevIdentity> identities = new ConcurrentHashMap<>();
    private final OcspDesk ocspDesk;

    /**
     * What a PKI is made from.
     *
     * @param now the instant at which every fate holds; kept to the second
     * @param serviceBase absolute http address below which the services answer; it is written into the certificates
     * @param algorithm the keys of end entities
     */
    public record Settings(Instant now, URI serviceBase, KeyAlgorithm algorithm) {
        public Settings {
            now = now.truncatedTo(ChronoUnit.SECONDS);
            if (!"http".equals(serviceBase.getScheme()) || serviceBase.getHost() == null) {
                throw new IllegalArgumentException(
                        "serviceBase: " + serviceBase + " (expected: an absolute http address)");
            }
        }

        /** With RSA-2048, the soonest made. */
        public static Settings of(Instant now, URI serviceBase) {
            return new Settings(now, serviceBase, KeyAlgorithm.RSA_2048);
        }
    }

    private DevelopmentPki(Settings settings, Clock clock, Map<String, Credential> known) {
        this.settings = settings;
        this.clock = clock;
        this.addresses = new ServiceAddresses(settings.serviceBase());
        for (HierarchyName name : HierarchyName.values()) {
            hierarchies.put(name, new Lazy<>(() -> Hierarchy.open(name, settings.now(), addresses, known)));
        }
        this.timestampCredential = new Lazy<>(() -> timestampCredential(known));
        this.ocspDesk = new OcspDesk(this::authorities, this::responderOf, clock);
    }

    /** A new PKI in which it is always {@link Settings#now()}. */
    public static DevelopmentPki create(Settings settings) {
        return create(settings, Clock.fixed(settings.now(), ZoneOffset.UTC));
    }

    /** A new PKI whose CRLs, OCSP answers and timestamps follow the clock: for a program that stays up. */
    public static DevelopmentPki create(Settings settings, Clock clock) {
        return new DevelopmentPki(settings, clock, Map.of());
    }

    /**
     * The PKI that {@link #save} left in the folder, with the same keys, identities and revocations.
     *
     * @throws IOException when the folder holds no PKI, or the password is another
     */
    public static DevelopmentPki load(Path folder, char[] password, Clock clock) throws IOException {
        PkiState state = new PkiFolder(folder, password).read();
        DevelopmentPki pki = new DevelopmentPki(state.settings(), clock, state.credentials());
        pki.timestampCredential.get();
        pki.identities.putAll(state.identities());
        state.identities().forEach((holder, identity) -> pki.issuerOf(holder).remember(identity.certificate()));
        for (PkiState.Revocation revocation : state.revocations()) {
            pki.authority(revocation.authority())
                    .orElseThrow(() -> new IOException(
                            "revocation by: " + revocation.authority() + " (expected: an authority of this PKI)"))
                    .revoke(revocation.serial(), revocation.at());
        }
        return pki;
    }

    /**
     * Writes everything into the folder: {@code authorities.p12}, {@code identities.p12}, {@code pki.properties} and, as
     * PEM for other programs, {@code roots/<branch>.pem}. The folder is 0700 and files are 0600 where the file system
     * knows modes; each file is replaced as a whole. What is made later is kept by saving again.
     */
    public void save(Path folder, char[] password) throws IOException {
        new PkiFolder(folder, password).write(state());
    }

    /** What this PKI was made from. */
    public Settings settings() {
        return settings;
    }

    /** Where {@link DevPkiServices} stamps time. */
    public URI timestampAddress() {
        return addresses.timestamp();
    }

    /** The seal of a body of the Government; the same arguments give the same identity. */
    public DevIdentity sealOf(String agencyCode, String agencyName, Fate fate) {
        return sealOf(Branch.GOVERNMENT, agencyCode, agencyName, fate);
    }

    /** The seal of a body of the given branch. */
    public DevIdentity sealOf(Branch branch, String agencyCode, String agencyName, Fate fate) {
        return identity(new Holder(Holder.Kind.SEAL, branch, agencyName, agencyName, agencyCode, fate));
    }

    /** An official of a body of the Government; the same arguments give the same identity. */
    public DevIdentity official(String fullName, String agencyName, String agencyCode, Fate fate) {
        return official(Branch.GOVERNMENT, fullName, agencyName, agencyCode, fate);
    }

    /** An official of a body of the given branch. */
    public DevIdentity official(Branch branch, String fullName, String agencyName, String agencyCode, Fate fate) {
        return identity(new Holder(Holder.Kind.OFFICIAL, branch, fullName, agencyName, agencyCode, fate));
    }

    /** The trust anchor of a branch. */
    public X509Certificate root(Branch branch) {
        return hierarchy(branch).root().certificate();
    }

    /** The authority that issues to the bodies of a branch. */
    public X509Certificate issuingCa(Branch branch) {
        return hierarchy(branch).issuing().certificate();
    }

    /** The CRL of the branch's issuing authority, DER, as of the clock, good for seven days. */
    public byte[] crl(Branch branch) {
        return encoded(hierarchy(branch).issuing());
    }

    /** The CRL of the branch's root, likewise. */
    public byte[] rootCrl(Branch branch) {
        return encoded(hierarchy(branch).root());
    }

    /** The CRLs of all roots and issuing authorities of the three branches. */
    public List<X509CRL> crls() {
        Instant now = clock.instant();
        return Arrays.stream(Branch.values())
                .map(this::hierarchy)
                .flatMap(branch -> Stream.of(branch.root(), branch.issuing()))
                .map(authority -> authority.crl(now))
                .toList();
    }

    /**
     * Revokes an identity's certificate, for reason of key compromise, from the instant on; again, to move the date. A
     * date the clock has not reached is not told before it has.
     */
    public void revoke(DevIdentity identity, Instant at) {
        X509Certificate certificate = identity.certificate();
        authorities()
                .filter(one -> one.certificate().getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(one -> one.hasIssued(certificate.getSerialNumber()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("identity: " + identity + " (expected: one issued by this PKI)"))
                .revoke(certificate.getSerialNumber(), at.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The certificate under which {@link #timestamp} stamps: issued by the Government's issuing authority. */
    public X509Certificate timestampCertificate() {
        return timestampCredential.get().certificate();
    }

    /** Answers a DER TimeStampReq with a DER TimeStampResp (RFC 3161): granted, or rejected with the reason. */
    public byte[] timestamp(byte[] tspRequest) {
        return new TimestampAuthority(timestampCredential.get(), clock).answer(tspRequest);
    }

    /** Answers a DER OCSPRequest with a DER OCSPResponse (RFC 6960), for certificates of any of our authorities. */
    public byte[] ocsp(byte[] ocspRequest) {
        return ocspDesk.answer(ocspRequest);
    }

    /** The authority of that slug, of a branch or not. */
    Optional<Authority> authority(String slug) {
        return authorities().filter(one -> one.slug().equals(slug)).findFirst();
    }

    byte[] encoded(Authority authority) {
        try {
            return authority.crl(clock.instant()).getEncoded();
        } catch (CRLException fault) {
            throw new IllegalStateException("CRL: " + authority.slug() + " (expected: DER)", fault);
        }
    }

    private DevIdentity identity(Holder holder) {
        return identities.computeIfAbsent(holder, this::make);
    }

    private DevIdentity make(Holder holder) {
        // Beside the keys of the hierarchy, should this be the first identity of it.
        CompletableFuture<KeyPair> ownKeys = CompletableFuture.supplyAsync(settings.algorithm()::generate);
        Authority issuer = issuerOf(holder);
        KeyPair keys = ownKeys.join();
        CertificateDraft draft = new CertificateDraft(
                Subjects.of(holder),
                keys.getPublic(),
                Validity.of(holder.fate(), settings.now()),
                holder.fate() == Fate.WRONG_USAGE ? Purpose.ENCIPHERING : Purpose.SIGNING);
        List<X509Certificate> chain =
                holder.fate() == Fate.OCSP_DOWN ? issuer.issueWithDeadAddresses(draft) : issuer.issue(draft);
        if (holder.fate() == Fate.REVOKED) {
            issuer.revoke(chain.getFirst().getSerialNumber(), settings.now().minus(SINCE_REVOCATION));
        }
        return new DevIdentity(keys.getPrivate(), chain.getFirst(), chain, holder.fate());
    }

    private Authority issuerOf(Holder holder) {
        return hierarchy(holder.issuer()).issuing();
    }

    private Hierarchy hierarchy(Branch branch) {
        return hierarchy(HierarchyName.of(branch));
    }

    private Hierarchy hierarchy(HierarchyName name) {
        return Objects.requireNonNull(hierarchies.get(name)).get();
    }

    private Stream<Authority> authorities() {
        return Arrays.stream(HierarchyName.values())
                .map(this::hierarchy)
                .flatMap(one -> Stream.of(one.root(), one.issuing()));
    }

    /** A root answers for itself; an issuing authority has its responder. */
    private Credential responderOf(Authority authority) {
        return Arrays.stream(HierarchyName.values())
                .filter(name -> name.issuingSlug().equals(authority.slug()))
                .map(name -> hierarchy(name).responder())
                .findFirst()
                .orElseGet(authority::credential);
    }

    private Credential timestampCredential(Map<String, Credential> known) {
        Hierarchy government = hierarchy(Branch.GOVERNMENT);
        Credential kept = known.get(TIMESTAMP_SLUG);
        if (kept == null) {
            return government.service("Ban Cơ yếu Chính phủ", "TSA", Purpose.TIMESTAMPING, settings.now());
        }
        government.issuing().remember(kept.certificate());
        return kept;
    }

    private PkiState state() {
        return PkiState.of(settings, credentials(), identities, authorities());
    }

    private Map<String, Credential> credentials() {
        Map<String, Credential> known = new ConcurrentHashMap<>();
        known.put(TIMESTAMP_SLUG, timestampCredential.get());
        Arrays.stream(HierarchyName.values()).parallel().forEach(name -> {
            Hierarchy hierarchy = hierarchy(name);
            known.put(name.rootSlug(), hierarchy.root().credential());
            known.put(name.issuingSlug(), hierarchy.issuing().credential());
            known.put(name.responderSlug(), hierarchy.responder());
        });
        return known;
    }
}
