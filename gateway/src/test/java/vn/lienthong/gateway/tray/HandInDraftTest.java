package vn.lienthong.gateway.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.admission.Admission;
import vn.lienthong.gateway.admission.Policy;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.delivery.Routing;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.WritePacket;
import vn.lienthong.gateway.dossier.reception.CheckSubmission;
import vn.lienthong.gateway.dossier.reception.DecideSubmission;
import vn.lienthong.gateway.dossier.reception.MatchSeals;
import vn.lienthong.gateway.dossier.reception.PreviewSubmission;
import vn.lienthong.gateway.dossier.reception.ReadSubmission;
import vn.lienthong.gateway.dossier.reception.ResolveSubmission;
import vn.lienthong.gateway.dossier.reception.Station;
import vn.lienthong.gateway.dossier.reception.VerifySubmission;
import vn.lienthong.gateway.memory.InMemoryStores;
import vn.lienthong.gateway.packet.AddHop;
import vn.lienthong.gateway.packet.PacketLimits;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.packet.check.PacketChecks;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;

/** A page that is looked at makes no signature, and needs no key. */
class HandInDraftTest {

    private static final Instant NOW = Station.NOW;

    @TempDir
    private Path scratch;

    private final Station station = new Station(new InMemoryStores());
    private final AtomicInteger signed = new AtomicInteger();

    private HandInDraft handing() {
        WritePacket signing = new WritePacket(station.vault, (skeleton, identifiers, parts) -> {
            signed.incrementAndGet();
            throw new IOException("envelope: cannot be signed now, token away");
        });
        PreviewSubmission previewing = new PreviewSubmission(
                new ReadSubmission(station.vault, new PacketReader(PacketLimits.defaults()), new AddHop(Station.CODE)),
                new CheckSubmission(PacketChecks.all()),
                new VerifySubmission(
                        (name, content, at) -> SignatureReport.without(name, Presence.NOT_APPLICABLE),
                        (kind, packet, at) -> {
                            throw new AssertionError("what is looked at is not signed");
                        }),
                new ResolveSubmission(station.agencies, new Routing(station.systems), station.clock),
                new MatchSeals(station.agencies, station.clock),
                new DecideSubmission(new Admission(Policy.defaults()), station.work, station.agencies));
        return new HandInDraft(
                new DraftPacket(station.agencies, station.vault),
                signing,
                new WritePacket(station.vault),
                previewing,
                scratch,
                1 << 20);
    }

    private Draft draft() throws IOException {
        StoredBytes file;
        try (Spool spool = station.vault.open()) {
            spool.write(new byte[] {1, 2, 3});
            file = spool.keep();
        }
        DraftFields fields = new DraftFields(
                "15", "UBND-VP", "Huế", "2026-11-01", "Công văn", "Về việc đê", "TM.", "Chủ tịch", "Lê Văn A", 0);
        return Draft.begun(new DraftId(new UUID(1, 1)), Sketch.id("bo"), "USER:an", NOW)
                .with(fields, "", NOW)
                .to(List.of(new AgencyCode("H01")), NOW)
                .carrying(List.of(new DraftFile("a.txt", file)), NOW);
    }

    @Test
    void aDraftIsLookedAtWithoutTheKeyAndHandedInWithIt() throws IOException {
        Caller clerk = Caller.person("an", station.systems.mandates("sys-bo"));
        Draft draft = draft();
        assertThat(handing().preview(draft, clerk, NOW).examination().message())
                .as("reception looked at it")
                .isPresent();
        assertThat(signed).as("by looking").hasValue(0);
        assertThatThrownBy(() -> handing().submission(draft, clerk, NOW)).hasMessageContaining("token away");
        assertThat(signed).hasValue(1);
    }
}
