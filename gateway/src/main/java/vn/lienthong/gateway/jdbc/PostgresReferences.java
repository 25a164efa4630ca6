package vn.lienthong.gateway.jdbc;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.VaultReferences;

/** Asks every column that names bytes of the vault. */
public final class PostgresReferences implements VaultReferences {

    /** Tables and their columns that keep bytes in the vault as long as the row is there. */
    static final Map<String, String> KEEPING = Map.ofEntries(
            Map.entry("dossier", "bytes_digest"),
            Map.entry("received_copy", "bytes_digest"),
            Map.entry("delivery", "bytes_digest"),
            Map.entry("status", "bytes_digest"),
            Map.entry("draft_file", "bytes_digest"),
            Map.entry("draft_file_before", "bytes_digest"),
            Map.entry("stamped_file", "bytes_digest"),
            Map.entry("lasting_file", "bytes_digest"),
            Map.entry("signing_request", "bytes_digest"),
            Map.entry("system_signature", "bytes_digest"),
            Map.entry("desk_hand_off", "bytes_digest"));

    private static final String QUERY = "select d from unnest(cast(:digests as text[])) as d where "
            + String.join(
                    " or ",
                    KEEPING.entrySet().stream()
                            .map(one ->
                                    "exists (select from " + one.getKey() + " t where t." + one.getValue() + " = d)")
                            .toList())
            + " or exists (select from refusal t where t.bytes_digest = d"
            + " and t.at > clock_timestamp() - cast(:seconds || ' seconds' as interval))";

    /**
     * Every digest that a record names, each once, in order: the digest, and whether its bytes must be there. Those of a refusal
     * need not, they are swept when it is old.
     */
    public static final String ALL = "select d, bool_or(needed) from ("
            + KEEPING.entrySet().stream()
                    .map(one -> "select " + one.getValue() + " d, true needed from " + one.getKey())
                    .collect(Collectors.joining(" union all "))
            + " union all select bytes_digest, false from refusal) named where d is not null group by d order by d";

    private final Jdbi jdbi;

    public PostgresReferences(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Set<Sha256> among(Collection<Sha256> digests, Duration refusalsFor) {
        List<String> asked = digests.stream().map(Sha256::hex).toList();
        return jdbi.withHandle(handle -> handle.createQuery(QUERY)
                .bindArray("digests", String.class, asked)
                .bind("seconds", Long.toString(refusalsFor.toSeconds()))
                .mapTo(String.class)
                .map(Sha256::new)
                .set());
    }
}
