package vn.lienthong.gateway.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;

/** How entries hang together: the one place that computes and checks their hashes. */
public final class EntryChain {

    private static final String DOMAIN = "lienthong-entry-1";

    private EntryChain() {}

    /**
     * The entry that follows {@code last}; {@code sequence} counts on from it.
     *
     * @throws IllegalArgumentException for an event that nobody knows
     */
    public static Entry append(
            DossierId dossier,
            int lastSequence,
            Sha256 last,
            Instant at,
            EvidenceEvent event,
            String actor,
            String detailJson) {
        if (event == EvidenceEvent.UNKNOWN) {
            throw new IllegalArgumentException("event: " + event + " (expected: one that this program knows)");
        }
        Instant kept = at.truncatedTo(ChronoUnit.MICROS);
        int sequence = lastSequence + 1;
        Sha256 hash = hash(dossier, sequence, kept, event, actor, detailJson, last);
        return new Entry(dossier, sequence, kept, event, actor, detailJson, last, hash);
    }

    /**
     * Checks a dossier's entries, in order.
     *
     * @return what is wrong with the first bad entry; empty when the chain is whole
     */
    public static Optional<String> check(List<Entry> entries) {
        Sha256 previous = Entry.FIRST;
        int sequence = 0;
        for (Entry entry : entries) {
            sequence++;
            if (entry.sequence() != sequence) {
                return Optional.of("entry " + entry.sequence() + " (expected: " + sequence + ")");
            }
            if (!entry.previous().equals(previous)) {
                return Optional.of("entry " + sequence + ": does not follow the entry before it");
            }
            if (entry.event() == EvidenceEvent.UNKNOWN) {
                return Optional.of("entry " + sequence + ": event " + entry.name()
                        + " (expected: one that this program knows; check with the version that wrote it)");
            }
            Sha256 hash = hash(
                    entry.dossier(), sequence, entry.at(), entry.event(), entry.actor(), entry.detailJson(), previous);
            if (!hash.equals(entry.hash())) {
                return Optional.of("entry " + sequence + ": content does not match its hash");
            }
            previous = entry.hash();
        }
        return Optional.empty();
    }

    /** Length-prefixed, so that no two different entries have the same encoding. */
    private static Sha256 hash(
            DossierId dossier,
            int sequence,
            Instant at,
            EvidenceEvent event,
            String actor,
            String detailJson,
            Sha256 previous) {
        StringBuilder text = new StringBuilder(256 + detailJson.length());
        for (String part : List.of(
                DOMAIN,
                dossier.toString(),
                Integer.toString(sequence),
                at.toString(),
                event.term(),
                actor,
                detailJson,
                previous.hex())) {
            text.append(part.length()).append(':').append(part);
        }
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
