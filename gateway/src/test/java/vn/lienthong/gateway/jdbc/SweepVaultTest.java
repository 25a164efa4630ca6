package vn.lienthong.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.SweepVault;
import vn.lienthong.gateway.dossier.reception.Letters;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.dossier.reception.Station;

/** Which bytes stay and which go, as documents come in through the whole domain. */
final class SweepVaultTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final TestDatabase database = TestDatabase.fresh();
    private final Station station = new Station(database.jdbi());

    @AfterEach
    void close() {
        database.close();
    }

    private SweepVault sweep(int perRun) {
        return new SweepVault(
                station.vault,
                new PostgresReferences(database.jdbi()),
                new SweepVault.Settings(DAY, DAY.multipliedBy(30), perRun));
    }

    private StoredBytes orphan(String text) throws Exception {
        try (Spool spool = station.vault.open()) {
            spool.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return spool.keep();
        }
    }

    private void aDayPasses() {
        database.jdbi().useHandle(handle -> handle.execute("update vault set kept_at = kept_at - interval '25 hours'"));
    }

    private long contents() {
        return database.jdbi().withHandle(handle -> handle.createQuery("select count(*) from vault")
                .mapTo(Long.class)
                .one());
    }

    @Test
    void whatNoRecordNamesGoesAfterADayAndNothingElse() throws Exception {
        ReceptionAnswer.Taken taken = station.take(Letters.letter("D1", "H01", "H02"), "H01");
        // The same content in another packaging: a copy with bytes of its own.
        station.receive(Letters.letterOf("G01", "D1", "trích yếu D1", "0", "H02", "H01"), "sys-bo");
        Sha256 orphan = orphan("kept, and then the power went").digest();
        long before = contents();
        assertThat(sweep(100).sweep()).isZero();
        aDayPasses();
        assertThat(sweep(100).sweep()).isOne();
        assertThat(station.vault.holds(orphan)).isFalse();
        assertThat(contents()).isEqualTo(before - 1);
        assertThat(station.vault.holds(station.dossier(taken.dossier()).bytes().digest()))
                .isTrue();
    }

    @Test
    void theBytesOfARefusedDocumentStayAsLongAsSomebodyMayAsk() throws Exception {
        ReceptionAnswer refused = station.receive(Letters.letter("D1", "H99"), "sys-bo");
        assertThat(refused).isInstanceOf(ReceptionAnswer.Refused.class);
        Sha256 bytes = station.refusals.latest(1).getFirst().bytes().orElseThrow();
        database.jdbi().useHandle(handle -> handle.execute("update refusal set at = now() - interval '29 days'"));
        aDayPasses();
        assertThat(sweep(100).sweep()).isZero();
        database.jdbi().useHandle(handle -> handle.execute("update refusal set at = now() - interval '31 days'"));
        assertThat(sweep(100).sweep()).isOne();
        assertThat(station.vault.holds(bytes)).isFalse();
        assertThat(station.refusals.latest(1).getFirst().bytes())
                .as("the line stays")
                .contains(bytes);
    }

    @Test
    void aRunIsBoundedAndTheNextOneGoesOn() throws Exception {
        for (int i = 0; i < 5; i++) {
            orphan("mồ côi " + i);
        }
        aDayPasses();
        SweepVault sweep = sweep(2);
        assertThat(List.of(sweep.sweep(), sweep.sweep(), sweep.sweep())).containsExactly(2, 2, 1);
        orphan("sau đó");
        aDayPasses();
        assertThat(sweep.sweep()).isOne();
    }

    /**
     * A new column that names bytes must be known to the sweeper, or it would sweep what the column names. The table
     * {@code outgoing} names those of a copy received, and those that leave, which lie nowhere; {@code repeat} those of a call; a
     * proposal and an answer of a responder name those of their own text; what an officer was asked to sign and confirmed is remembered by its
     * digest, and kept as what the request's other column names; the leaves of a day's tree are digests by other algorithms.
     */
    @Test
    void everyColumnThatNamesBytesIsAsked() {
        Map<String, String> found = database.jdbi().withHandle(handle -> handle
                .createQuery(
                        """
                        select table_name, column_name from information_schema.columns
                        where table_schema = 'public' and (column_name like '%digest%' or column_name like '%bytes%')
                          and table_name not in ('vault', 'vault_chunk', 'refusal', 'outgoing', 'repeat', 'ocsp_answer')
                          and table_name || '.' || column_name not in ('proposal.digest', 'receiving_system.max_packet_bytes',
                            'signing_request.asked_digest', 'signing_batch_item.digest', 'evidence_day_digest.digest')
                          and column_name not in ('content_digest', 'bytes_length')
                        """)
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        assertThat(found).isEqualTo(PostgresReferences.KEEPING);
    }
}
