package vn.lienthong.gateway.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;

final class EntryChainTest {

    private static final DossierId DOSSIER = DossierId.of("00000000-0000-4000-8000-000000000001");
    private static final DossierId OTHER = DossierId.of("00000000-0000-4000-8000-000000000002");
    private static final Instant NOW = Instant.parse("2026-11-02T03:00:00.123456789Z");

    private static List<Entry> chain(int length) {
        List<Entry> chain = new ArrayList<>();
        Sha256 last = Entry.FIRST;
        for (int i = 0; i < length; i++) {
            EvidenceEvent event = List.of(EvidenceEvent.values()).get(i % EvidenceEvent.values().length);
            Entry next = EntryChain.append(DOSSIER, i, last, NOW.plusMillis(i), event, "a", "{\"n\":" + i + "}");
            chain.add(next);
            last = next.hash();
        }
        return chain;
    }

    @Property(tries = 300)
    void whateverIsAlteredIsFound(
            @ForAll @IntRange(min = 0, max = 11) int place, @ForAll @IntRange(min = 0, max = 7) int field) {
        List<Entry> chain = chain(12);
        assertThat(EntryChain.check(chain)).isEmpty();
        Entry e = chain.get(place);
        chain.set(place, altered(e, field));
        assertThat(EntryChain.check(chain)).isPresent();
    }

    /** Who alters a line and hashes it anew has only moved the break to the line after it. */
    @Property(tries = 200)
    void aLineThatWasHashedAnewBreaksTheNext(
            @ForAll @IntRange(min = 0, max = 10) int place, @ForAll String actor, @ForAll String detail) {
        List<Entry> chain = chain(12);
        Entry e = chain.get(place);
        Entry forged = EntryChain.append(DOSSIER, place, e.previous(), e.at(), e.event(), actor, detail);
        chain.set(place, forged);
        boolean same = actor.equals(e.actor()) && detail.equals(e.detailJson());
        assertThat(EntryChain.check(chain).isEmpty()).isEqualTo(same);
    }

    /** A chain cut at its end is whole in itself: that something is missing is told by the seal, not by the chain. */
    @Property(tries = 200)
    void whatIsTakenOutOrPutInOrMovedIsFoundBeforeTheEnd(
            @ForAll @IntRange(min = 0, max = 11) int from, @ForAll @IntRange(min = 0, max = 11) int to) {
        List<Entry> without = chain(12);
        Entry taken = without.remove(from);
        assertThat(EntryChain.check(without).isPresent()).isEqualTo(from < 11);
        List<Entry> moved = new ArrayList<>(without);
        moved.add(to, taken);
        assertThat(EntryChain.check(moved).isPresent()).isEqualTo(from != to);
        List<Entry> doubled = chain(12);
        doubled.add(to, taken);
        assertThat(EntryChain.check(doubled)).isPresent();
    }

    private static Entry altered(Entry e, int field) {
        Sha256 wrong = new Sha256("f".repeat(64));
        EvidenceEvent event = e.event() == EvidenceEvent.CLOSED ? EvidenceEvent.HELD : EvidenceEvent.CLOSED;
        return switch (field) {
            case 0 ->
                with(e, OTHER, e.sequence(), e.at(), e.event(), e.actor(), e.detailJson(), e.previous(), e.hash());
            case 1 ->
                with(e, DOSSIER, e.sequence() + 1, e.at(), e.event(), "a", e.detailJson(), e.previous(), e.hash());
            case 2 ->
                with(
                        e,
                        DOSSIER,
                        e.sequence(),
                        e.at().plusNanos(1000),
                        e.event(),
                        "a",
                        e.detailJson(),
                        e.previous(),
                        e.hash());
            case 3 -> with(e, DOSSIER, e.sequence(), e.at(), event, "a", e.detailJson(), e.previous(), e.hash());
            case 4 -> with(e, DOSSIER, e.sequence(), e.at(), e.event(), "b", e.detailJson(), e.previous(), e.hash());
            case 5 ->
                with(e, DOSSIER, e.sequence(), e.at(), e.event(), "a", e.detailJson() + " ", e.previous(), e.hash());
            case 6 -> with(e, DOSSIER, e.sequence(), e.at(), e.event(), "a", e.detailJson(), wrong, e.hash());
            default -> with(e, DOSSIER, e.sequence(), e.at(), e.event(), "a", e.detailJson(), e.previous(), wrong);
        };
    }

    private static Entry with(
            Entry before,
            DossierId dossier,
            int sequence,
            Instant at,
            EvidenceEvent event,
            String actor,
            String detail,
            Sha256 previous,
            Sha256 hash) {
        Entry after = new Entry(dossier, sequence, at, event, actor, detail, previous, hash);
        assertThat(after).isNotEqualTo(before);
        return after;
    }

    @Test
    void droppedSwappedAndInsertedLinesAreFound() {
        List<Entry> dropped = chain(5);
        dropped.remove(2);
        assertThat(EntryChain.check(dropped)).isPresent();
        List<Entry> swapped = chain(5);
        swapped.add(1, swapped.remove(3));
        assertThat(EntryChain.check(swapped)).isPresent();
        List<Entry> doubled = chain(5);
        doubled.add(2, doubled.get(2));
        assertThat(EntryChain.check(doubled)).isPresent();
    }

    @Test
    void textsCannotMoveBetweenFields() {
        Entry one = EntryChain.append(DOSSIER, 0, Entry.FIRST, NOW, EvidenceEvent.HELD, "ab", "c");
        Entry other = EntryChain.append(DOSSIER, 0, Entry.FIRST, NOW, EvidenceEvent.HELD, "a", "bc");
        assertThat(one.hash()).isNotEqualTo(other.hash());
        assertThat(one.at()).isEqualTo(one.at().truncatedTo(java.time.temporal.ChronoUnit.MICROS));
    }
}
