package vn.lienthong.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierSketch;
import vn.lienthong.gateway.dossier.StoreContract;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Stores;
import vn.lienthong.gateway.dossier.Together;
import vn.lienthong.gateway.packet.DocumentId;

/** What every {@link Statuses} promises. */
public abstract class StatusesContract extends StoreContract {

    private static final AgencyId SO = Sketch.id("so");

    protected StatusesContract(Stores stores) {
        super(stores);
    }

    /** From {@code so}, to {@code bo}, with these bytes. */
    public static Status status(String bytes, Optional<DossierId> dossier) {
        return status(bytes, dossier, Optional.of(SO), "doc-" + UUID.randomUUID());
    }

    private static Status status(String bytes, Optional<DossierId> dossier, Optional<AgencyId> from, String docId) {
        return new Status(
                0,
                dossier,
                new AgencyCode("H01"),
                from,
                new AgencyCode("G01"),
                from.map(any -> Sketch.id("bo")),
                "D1",
                "99",
                "lý do \"x\"",
                "",
                from.map(any -> Instant.parse("2026-11-02T02:00:00Z")),
                DossierSketch.NOW,
                new StoredBytes(Sha256.of(bytes.getBytes(StandardCharsets.UTF_8)), bytes.length()),
                "sys-so",
                docId,
                "");
    }

    private <T> T ask(Function<Statuses, T> question) {
        return read(t -> question.apply(t.statuses()));
    }

    private List<Status> all(Function<Statuses, List<Status>> question) {
        return ask(question);
    }

    private Optional<Status> found(Function<Statuses, Optional<Status>> question) {
        return ask(question);
    }

    private Status kept(Status status) {
        return ask(s -> s.add(status)).orElseThrow();
    }

    @Test
    void aStatusIsReadAsItWasAddedUnderItsNumber() {
        DossierId dossier = keep(new DossierSketch("D1"));
        Status full = status("1", Optional.of(dossier));
        Status bare = status("2", Optional.empty(), Optional.empty(), "doc-2");
        assertThat(kept(full).withId(0)).isEqualTo(full);
        assertThat(kept(bare).withId(0)).isEqualTo(bare);
        assertThat(all(s -> s.of(dossier))).singleElement().satisfies(read -> {
            assertThat(read.id()).isPositive();
            assertThat(read.withId(0)).isEqualTo(full);
        });
        assertThat(all(s -> s.unmatched(10))).extracting(read -> read.withId(0)).containsExactly(bare);
    }

    @Test
    void theSameBytesOfTheSameAgencyAreKeptOnce() {
        DossierId dossier = keep(new DossierSketch("D1"));
        Status first = kept(status("1", Optional.of(dossier)));
        assertThat(found(s -> s.repeated(SO, first.bytes().digest()))).contains(first);
        assertThat(found(s -> s.add(status("1", Optional.empty())))).isEmpty();
        assertThat(found(s -> s.repeated(Sketch.id("phong"), first.bytes().digest())))
                .isEmpty();
        kept(status("1", Optional.of(dossier), Optional.of(Sketch.id("phong")), "doc-p"));
        kept(status("2", Optional.of(dossier)));
        assertThat(all(s -> s.of(dossier))).hasSize(3);
    }

    /** Who sent it is not known, so it cannot be told apart from another's. */
    @Test
    void ofAnUnknownSenderEveryOneIsKept() {
        kept(status("1", Optional.empty(), Optional.empty(), "doc-1"));
        kept(status("1", Optional.empty(), Optional.empty(), "doc-2"));
        assertThat(all(s -> s.unmatched(10))).hasSize(2);
    }

    @Test
    void ofManyThatAddTheSameAtOnceOneDoes() throws Exception {
        List<Optional<Status>> added = Together.times(6, () -> ask(s -> s.add(status("1", Optional.empty()))));
        assertThat(added.stream().filter(Optional::isPresent)).hasSize(1);
        assertThat(all(s -> s.unmatched(10))).hasSize(1);
    }

    @Test
    void aDossiersStatusesComeInTheirOrderAndUnmatchedOnesNewestFirst() {
        DossierId dossier = keep(new DossierSketch("D1"));
        List<Status> matched = new ArrayList<>();
        List<Status> unmatched = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            matched.add(kept(status("a" + i, Optional.of(dossier))));
            unmatched.addFirst(kept(status("b" + i, Optional.empty())));
        }
        assertThat(all(s -> s.of(dossier))).isEqualTo(matched);
        assertThat(all(s -> s.unmatched(10))).isEqualTo(unmatched);
        assertThat(all(s -> s.unmatched(2))).isEqualTo(unmatched.subList(0, 2));
        assertThat(matched).extracting(Status::id).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void noTwoStatusesShareATransportIdAndNoneIsAboutADossierThatIsNot() {
        kept(status("1", Optional.empty(), Optional.of(SO), "doc-1"));
        assertThatThrownBy(() -> ask(s -> s.add(status("2", Optional.empty(), Optional.of(SO), "doc-1"))))
                .isInstanceOf(RuntimeException.class);
        DossierId nothing = new DossierId(UUID.randomUUID());
        assertThatThrownBy(() -> ask(s -> s.add(status("3", Optional.of(nothing)))))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void whatWaitsForADocumentComesInItsOrderUntilItIsJoinedOnce() {
        Status first = kept(status("1", Optional.empty()));
        Status second = kept(status("2", Optional.empty()));
        DocumentId document = new DocumentId("D1");
        assertThat(all(s -> s.waitingFor(document))).containsExactly(first, second);
        assertThat(all(s -> s.waitingFor(new DocumentId("D2")))).isEmpty();
        DossierId dossier = keep(new DossierSketch("D1"));
        write(t -> t.statuses().explain(first.id(), "hai văn bản cùng mã"));
        boolean joined = ask(s -> s.join(first.id(), dossier));
        boolean again = ask(s -> s.join(first.id(), dossier));
        boolean unknown = ask(s -> s.join(-1, dossier));
        assertThat(joined).isTrue();
        assertThat(again).isFalse();
        assertThat(unknown).isFalse();
        assertThat(all(s -> s.waitingFor(document))).containsExactly(second);
        assertThat(all(s -> s.of(dossier))).containsExactly(first.matched(Optional.of(dossier), ""));
        assertThat(found(s -> s.find(first.id()))).contains(first.matched(Optional.of(dossier), ""));
    }

    @Test
    void whyOneIsUnmatchedIsKeptAndOneThatIsMatchedNeedsNoReason() {
        DossierId dossier = keep(new DossierSketch("D1"));
        Status unmatched = kept(status("1", Optional.empty()));
        Status matched = kept(status("2", Optional.of(dossier)));
        write(t -> t.statuses().explain(unmatched.id(), "chưa có văn bản"));
        write(t -> t.statuses().explain(matched.id(), "chưa có văn bản"));
        assertThat(found(s -> s.find(unmatched.id()))).contains(unmatched.matched(Optional.empty(), "chưa có văn bản"));
        assertThat(found(s -> s.find(matched.id()))).contains(matched);
        assertThat(found(s -> s.find(-1))).isEmpty();
    }
}
