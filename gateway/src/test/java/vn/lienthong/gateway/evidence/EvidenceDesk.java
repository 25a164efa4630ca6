package vn.lienthong.gateway.evidence;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.reception.Letters;
import vn.lienthong.gateway.dossier.reception.Station;
import vn.lienthong.gateway.jdbc.PostgresArchive;
import vn.lienthong.gateway.jdbc.PostgresSealTimestamps;
import vn.lienthong.gateway.jdbc.PostgresSeals;
import vn.lienthong.gateway.jdbc.TestDatabase;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.VerifySeal;
import vn.lienthong.gateway.signature.cms.VerifyTimestamp;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.gateway.signature.path.TrustStore;
import vn.lienthong.gateway.signature.path.TrustStores;

/** All that keeps and checks evidence, on a real database, with an authority for time that can be told to go away. */
final class EvidenceDesk implements AutoCloseable {

    static final DevelopmentPki PKI = DevelopmentPki.create(
            new DevelopmentPki.Settings(Station.NOW, URI.create("http://pki.example"), KeyAlgorithm.EC_P256),
            Clock.fixed(Station.NOW, ZoneOffset.UTC));
    static final StampSeals.Patience PATIENCE = new StampSeals.Patience(
            Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofMinutes(30), Duration.ofHours(2));

    final TestDatabase database = TestDatabase.fresh();
    final Station station = new Station(database.jdbi());
    final GatewaySeal seal;
    final Seals seals = new PostgresSeals(database.jdbi());
    final SealEntries sealing;
    final StampSeals stamping;
    final ExportReceipt export;
    final Authority authority = new Authority();
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    EvidenceDesk(Path folder) {
        seal = new GatewaySeal(SealKeyFile.readOrMake(folder.resolve("seal.p12"), "mật".toCharArray(), Station.NOW));
        sealing = new SealEntries(seals, seal, station.clock, true);
        stamping = new StampSeals(
                new PostgresSealTimestamps(database.jdbi()),
                requesting(authority),
                station.work,
                calls,
                station.clock,
                PATIENCE);
        export = new ExportReceipt(new MakeReceipt(station.work, seals, seal, station.clock), seals, station.work);
    }

    RequestTimestamp requesting(TimestampAuthority... authorities) {
        return new RequestTimestamp(List.of(authorities), EvidenceDesk::timestamps, new SecureRandom(), station.clock);
    }

    static VerifyTimestamp timestamps() {
        return new VerifyTimestamp(DevTrust.stores(PKI), Revocations.none(), ValidationPolicy.standard());
    }

    DossierId send(String documentId) {
        station.clock.pass(Duration.ofSeconds(1));
        return station.take(Letters.letterOf("G01", documentId, "x", "0", "H01"))
                .dossier();
    }

    /** A minute of the gateway. */
    void minute() throws InterruptedException {
        station.clock.pass(Duration.ofMinutes(1));
        sealing.seal();
        stamping.stamp();
    }

    /** Checks as somebody who was given the gateway's certificate and trusts the authorities of the PKI. */
    CheckReceipt checking() {
        List<TrustStore> trusted = new ArrayList<>(DevTrust.stores(PKI).stores());
        trusted.add(new TrustStore(TrustBranch.GOVERNMENT, List.of(seal.certificate()), List.of()));
        return new CheckReceipt(
                new VerifySeal(new TrustStores(trusted), DevTrust.lists(PKI), ValidationPolicy.standard()));
    }

    CheckReceipt.Checked check(byte[] file) {
        return checking().check("receipt", file, station.clock.instant()).orElseThrow();
    }

    CheckArchive archive(GatewaySeal trusted) {
        VerifySeal sealVerifier = new VerifySeal(
                TrustStores.of(new TrustStore(TrustBranch.GOVERNMENT, List.of(trusted.certificate()), List.of())),
                Revocations.none(),
                ValidationPolicy.standard());
        return new CheckArchive(
                new PostgresArchive(database.jdbi()), sealVerifier, timestamps(), station.clock, counts -> {});
    }

    void sql(String statement) {
        database.jdbi().useHandle(handle -> handle.execute(statement));
    }

    Optional<String> firstBreak() {
        return archive(seal).firstBreak();
    }

    @Override
    public void close() {
        calls.close();
        database.close();
    }

    /** Stamps as the PKI does, until told otherwise. */
    static final class Authority implements TimestampAuthority {

        volatile boolean away;
        volatile UnaryOperator<byte[]> changing = UnaryOperator.identity();
        private byte @Nullable [] last;

        @Override
        public String name() {
            return "tsa.example";
        }

        @Override
        public byte[] ask(byte[] request) throws IOException {
            if (away) {
                throw new IOException("connection refused");
            }
            byte[] answer = PKI.timestamp(changing.apply(request));
            last = last == null ? answer : last;
            return answer;
        }

        /** The first answer there was, to be played again. */
        byte[] first() {
            return java.util.Objects.requireNonNull(last);
        }
    }
}
