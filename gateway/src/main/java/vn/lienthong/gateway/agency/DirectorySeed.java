package vn.lienthong.gateway.agency;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * The agencies of level 1 that the gateway knows from the start: QĐ 20/2020/QĐ-TTg Annex I with the changes of QĐ
 * 09/2025/QĐ-TTg and of 1 July 2025. Where the facts come from is written in {@code PROVENANCE.md} beside the table.
 */
public final class DirectorySeed {

    private DirectorySeed() {}

    /** The table, for {@link ImportAgencies}. Meant for an empty directory: on a kept one it would undo corrections. */
    public static byte[] levelOne() {
        try (InputStream table = DirectorySeed.class.getResourceAsStream("level1.csv")) {
            if (table == null) {
                throw new IllegalStateException("level1.csv: missing (expected: in the program's own archive)");
            }
            return table.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("level1.csv", unreadable);
        }
    }

    /**
     * Fills an empty directory with level 1, and leaves one that has any version alone.
     *
     * @param knownFrom the instant to note as the one from which the gateway knew
     * @return the version in force afterwards
     */
    public static DirectoryVersion plantIfEmpty(Agencies agencies, Instant knownFrom) {
        agencies.refreshIfNewer();
        if (agencies.current().version().number() > 0) {
            return agencies.current().version();
        }
        ImportAgencies imports = new ImportAgencies(agencies);
        try {
            return imports.apply(imports.preview(levelOne(), knownFrom, "level 1 as shipped with the program"));
        } catch (DirectoryMovedException anotherNodePlanted) {
            agencies.refreshIfNewer();
            return agencies.current().version();
        }
    }
}
