package vn.lienthong.routes.command.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.evidence.RequestTimestamp;
import vn.lienthong.gateway.evidence.TimestampAuthority;
import vn.lienthong.gateway.evidence.TimestampFailed;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.VerifyTimestamp;
import vn.lienthong.gateway.signature.key.Pkcs12SigningKey;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.gateway.signature.pdf.SignPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;
import vn.lienthong.gateway.signature.pdf.StampPdf;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;
import vn.lienthong.routes.platform.RunningGateway;
import vn.lienthong.routes.platform.TrustFolder;

/** What the bench needs of the world: one agency that sends, one that collects, signers, and a gateway that knows them. */
public final class BenchWorld {
    public static final AgencyCode SENDER = new AgencyCode("G06");
    public static final String SENDER_NAME = "Bộ Khoa học và Công nghệ";
    public static final AgencyCode RECIPIENT = new AgencyCode("G01");
    public static final String RECIPIENT_NAME = "Bộ Công an";
    public static final String SENDING_SYSTEM = "bench-sender";

    private static final String COLLECTING_SYSTEM = "bench-collector";
    /** Enough for a chain of three; what is reserved and not used travels as zeros. */
    private static final int RESERVED_BYTES = 4 * 1024;
    /** The file grows by the reserved bytes in hexadecimal, and by the update that holds them. */
    private static final int GROWTH_BYTES = 2 * RESERVED_BYTES + 1500;

    /** Enough for a token with its chain. */
    private static final int STAMP_BYTES = 2 * RESERVED_BYTES;

    private static final int STAMP_GROWTH_BYTES = 2 * STAMP_BYTES + 1500;

    private final List<SigningKey> signers;
    private final RequestTimestamp stamps;
    private final Instant now;

    private BenchWorld(List<SigningKey> signers, RequestTimestamp stamps, Instant now) {
        this.signers = signers;
        this.stamps = stamps;
        this.now = now;
    }

    /** Makes the signers, and lays what a gateway needs to trust them into its data folder before its first start. */
    public static BenchWorld make(Path data, Clock clock) throws IOException {
        Instant now = clock.instant();
        // Its time stands still: no timestamp is later than the moment as of which files are judged.
        Clock still = Clock.fixed(now, ZoneOffset.UTC);
        DevelopmentPki pki =
                DevelopmentPki.create(DevelopmentPki.Settings.of(now, URI.create("http://pki.example")), still);
        Path trust = Files.createDirectories(trust(data));
        try {
            Files.write(trust.resolve("root.crt"), pki.root(Branch.GOVERNMENT).getEncoded());
            Files.write(
                    trust.resolve("issuing.crt"),
                    pki.issuingCa(Branch.GOVERNMENT).getEncoded());
        } catch (CertificateEncodingException fault) {
            throw new IOException("certificate: not encoded (expected: DER)", fault);
        }
        Files.write(trust.resolve("root.crl"), pki.rootCrl(Branch.GOVERNMENT));
        Files.write(trust.resolve("issuing.crl"), pki.crl(Branch.GOVERNMENT));
        List<SigningKey> signers = List.of(
                key(pki.official("Nguyễn Văn An", SENDER_NAME, SENDER.text(), Fate.GOOD)),
                key(pki.official("Trần Thị Bình", SENDER_NAME, SENDER.text(), Fate.GOOD)),
                key(pki.sealOf(SENDER.text(), SENDER_NAME, Fate.GOOD)));
        return new BenchWorld(signers, stamps(pki, data, still), now);
    }

    /** The revocation lists that {@link #make} left in the data folder. */
    public static List<byte[]> lists(Path data) throws IOException {
        return List.of(
                Files.readAllBytes(trust(data).resolve("root.crl")),
                Files.readAllBytes(trust(data).resolve("issuing.crl")));
    }

    /** Registers the two systems and the revocation lists with a gateway that runs on the data folder. */
    public static void settle(RunningGateway gateway, Path data, String secret, Clock clock) throws IOException {
        Instant now = clock.instant();
        try {
            for (byte[] list : lists(data)) {
                gateway.part(CrlCache.class).add(list);
            }
        } catch (CRLException refused) {
            throw new IOException("revocation list: refused (expected: one of the trusted authority)", refused);
        }
        register(gateway, SENDING_SYSTEM, SENDER, Right.SEND, secret, now);
        register(gateway, COLLECTING_SYSTEM, RECIPIENT, Right.COLLECT, secret, now);
    }

    /** The certificates of one signer and the authorities above it, leaf first. */
    public List<SigningKey> signers() {
        return signers;
    }

    /** Keys of other kinds than the signers', by what they are called. */
    public static Map<String, SigningKey> keys(Clock clock) {
        Map<String, SigningKey> keys = new LinkedHashMap<>();
        for (KeyAlgorithm algorithm : List.of(KeyAlgorithm.RSA_3072, KeyAlgorithm.EC_P256)) {
            DevelopmentPki pki = DevelopmentPki.create(
                    new DevelopmentPki.Settings(clock.instant(), URI.create("http://pki.example"), algorithm), clock);
            keys.put(
                    algorithm == KeyAlgorithm.EC_P256 ? "P-256" : "RSA-3072",
                    key(pki.sealOf(SENDER.text(), SENDER_NAME, Fate.GOOD)));
        }
        return keys;
    }

    /**
     * A letter of about that size, signed that many times, each by another signer. The smallest that comes is some ten
     * kilobytes a signature and as much for the page.
     */
    public byte[] letter(int bytes, int signatures) throws SigningException {
        return letter(bytes, signatures, 12);
    }

    /** As {@link #letter(int, int)}, another one for each number. */
    public byte[] letter(int bytes, int signatures, int number) throws SigningException {
        int filling = Math.max(0, bytes - signatures * GROWTH_BYTES);
        byte[] pdf = new MakeOfficialLetter()
                .make(OfficialLetter.of(SENDER_NAME, number + "/BKHCN-VP", "Đo hiệu năng", now)
                        .filledTo(filling));
        for (int i = 0; i < signatures; i++) {
            SigningKey key = signers.get(i % signers.size());
            pdf = new SignPdf().sign(pdf, key, new SignatureDetails("Người ký", "Ban hành", now, RESERVED_BYTES));
        }
        return pdf;
    }

    /** As {@link #letter(int, int, int)} with one signature, and under a timestamp over all of it. */
    public byte[] stamped(int bytes, int number) throws IOException, SigningException, InterruptedException {
        StampPdf.Prepared prepared = new StampPdf().prepare(letter(bytes - STAMP_GROWTH_BYTES, 1, number), STAMP_BYTES);
        try {
            return prepared.complete(stamps.over(prepared.digest()).token());
        } catch (TimestampFailed failed) {
            throw new IOException("timestamp: " + failed.getMessage(), failed);
        }
    }

    private static RequestTimestamp stamps(DevelopmentPki pki, Path data, Clock clock) {
        VerifyTimestamp verifying = new VerifyTimestamp(
                TrustFolder.read(data.resolve("trust")), Revocations.none(), ValidationPolicy.standard());
        TimestampAuthority own = new TimestampAuthority() {
            @Override
            public String name() {
                return "bench";
            }

            @Override
            public byte[] ask(byte[] request) {
                return pki.timestamp(request);
            }
        };
        return new RequestTimestamp(List.of(own), () -> verifying, new SecureRandom(), clock);
    }

    private static void register(
            RunningGateway gateway, String systemId, AgencyCode code, Right right, String secret, Instant now) {
        AgencyId agency = gateway.part(Agencies.class)
                .current()
                .holderOf(code, now)
                .orElseThrow(() -> new IllegalStateException("agency: " + code + " (expected: in the directory)"));
        Systems systems = gateway.part(Systems.class);
        systems.save(
                new ReceivingSystem(
                        systemId,
                        systemId,
                        CallerKind.AGENCY,
                        ReceivingSystem.DEFAULT_TIMESTAMP_WINDOW,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        true),
                secret.getBytes(StandardCharsets.UTF_8));
        systems.grant(systemId, new Mandate(agency, right, now.minus(Duration.ofHours(1)), Optional.empty()));
    }

    private static SigningKey key(DevIdentity identity) {
        return Pkcs12SigningKey.of(identity.key(), identity.chain());
    }

    private static Path trust(Path data) {
        return data.resolve("trust").resolve(TrustFolder.name(TrustBranch.GOVERNMENT));
    }
}
