package vn.lienthong.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgenciesContract;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.AgencyKind;
import vn.lienthong.gateway.agency.CodeAssignment;
import vn.lienthong.gateway.agency.CodeForm;
import vn.lienthong.gateway.agency.DirectoryChange;
import vn.lienthong.gateway.agency.DirectoryMovedException;
import vn.lienthong.gateway.agency.DirectoryRows;
import vn.lienthong.gateway.agency.DirectorySeed;
import vn.lienthong.gateway.agency.DirectoryVersion;
import vn.lienthong.gateway.agency.SuccessionKind;
import vn.lienthong.gateway.dossier.UnitOfWork;

final class PostgresAgenciesTest extends AgenciesContract {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final PostgresAgencies agencies = new PostgresAgencies(database.jdbi());

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Agencies agencies() {
        return agencies;
    }

    @Override
    protected Agencies anotherNode() {
        return new PostgresAgencies(database.jdbi());
    }

    @Test
    void theNewestVersionIsReadInTheCallersTransaction() {
        assertThat(newestVersion()).isZero();
        DirectorySeed.plantIfEmpty(agencies, NOW);
        assertThat(newestVersion()).isEqualTo(1);
    }

    private long newestVersion() {
        return database.jdbi().inTransaction(PostgresAgencies::heldVersion);
    }

    /** Who records by a version may finish; whoever records after the change sees it. */
    @Test
    void aChangeWaitsForWhoRecordsByTheVersionBeforeIt() throws Exception {
        DirectorySeed.plantIfEmpty(agencies, NOW);
        UnitOfWork work = new PostgresUnitOfWork(database.jdbi());
        DirectoryChange change =
                new DirectoryChange(1, DirectoryRows.NONE, DirectoryRows.NONE, "không đổi gì, chỉ thêm phiên bản");
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            Future<DirectoryVersion> changing = work.inTransaction(recording -> {
                assertThat(recording.directoryVersion()).isEqualTo(1);
                assertThat(newestVersion())
                        .as("who records does not wait for who records")
                        .isEqualTo(1);
                Future<DirectoryVersion> waits = pool.submit(() -> anotherNode().add(change));
                await().until(() -> waiting() > 0);
                assertThat(waits).isNotDone();
                return waits;
            });
            assertThat(changing.get().number()).isEqualTo(2);
        }
        assertThat(work.<Long>inTransaction(recording -> recording.directoryVersion()))
                .isEqualTo(2);
    }

    /** A change that another node is just committing: this one waits for it, and then must look again. */
    @Test
    void aChangeThatMeetsAnotherInFlightIsRefused() throws Exception {
        DirectoryRows rows = national(1);
        try (Handle other = database.jdbi().open();
                ExecutorService pool = Executors.newSingleThreadExecutor()) {
            other.begin();
            other.execute(
                    "insert into directory_version (number, content_sha256, reason) values (1, repeat('a', 64), '')");
            Future<DirectoryVersion> mine =
                    pool.submit(() -> agencies.add(new DirectoryChange(0, rows, DirectoryRows.NONE, "mine")));
            await().until(() -> waiting() > 0);
            other.commit();

            assertThatThrownBy(mine::get).cause().isInstanceOf(DirectoryMovedException.class);
        }
        assertThat(newestVersion()).isEqualTo(1);
    }

    private int waiting() {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "select count(*) from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock'")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void rowsAlteredBehindTheGatewayAreNoticed() {
        DirectorySeed.plantIfEmpty(agencies, NOW);
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "update code_assignment set agency = (select agency from code_assignment where code = 'G01')"
                                + " where code = 'G02'"));

        assertThatThrownBy(() -> anotherNode().current()).hasMessageStartingWith("directory version 1: content ");
    }

    static Stream<String> forbidden() {
        return Stream.of(
                "insert into code_assignment select code, (select agency from code_assignment where code = 'G01' limit 1),"
                        + " form, '2026-01-01', null, known_from, 1, null from code_assignment where code = 'H01'"
                        + " and valid_to is null",
                "insert into agency_stretch select agency, name, superior, kind, '2026-01-01', null, 1, null"
                        + " from agency_stretch where valid_to is null limit 1",
                "update agency_stretch set valid_to = valid_from",
                "update code_assignment set form = 'new'",
                "update succession set kind = 'HALF'",
                "update succession set successor = predecessor",
                "insert into succession select predecessor, (select id from agency where id <> successor and id <>"
                        + " predecessor limit 1), kind, effective, basis, 1, null from succession limit 1",
                "delete from directory_version");
    }

    /** The database is the second net, for hands that write past the program. */
    @ParameterizedTest
    @MethodSource("forbidden")
    void theTablesRefuseContradictions(String sql) {
        DirectorySeed.plantIfEmpty(agencies, NOW);

        assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute(sql)))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasMessageContaining("violates");
    }

    /** What the columns hold is read by other programs and other versions of this one. */
    @Test
    void wordsInTheTablesArePinned() {
        assertThat(CodeForm.values()).extracting(Enum::name).containsExactly("NEW", "OLD", "OTHER");
        assertThat(SuccessionKind.values()).extracting(Enum::name).containsExactly("WHOLE", "PART");
        assertThat(AgencyKind.values())
                .extracting(Enum::name)
                .containsExactly(
                        "PARTY",
                        "STATE",
                        "MINISTRY",
                        "PEOPLES_COMMITTEE",
                        "PEOPLES_COUNCIL",
                        "SOCIO_POLITICAL",
                        "ASSOCIATION",
                        "UNIT",
                        "BUSINESS",
                        "HUB",
                        "OTHER");
    }

    @Test
    @Tag("ci")
    void aDirectoryOfNationalSizeSurvivesTheTrip() {
        DirectoryRows rows = national(120_000);
        long start = System.nanoTime();
        DirectoryVersion written = agencies.add(new DirectoryChange(0, rows, DirectoryRows.NONE, "size"));
        long added = System.nanoTime();
        AgencyDirectory read = anotherNode().current();
        long loaded = System.nanoTime();
        read.search("co quan 77777", NOW);
        long searched = System.nanoTime();
        System.out.printf(
                "120,000 agencies, 240,000 codes: add %d ms, load %d ms, first search %d ms%n",
                (added - start) / 1_000_000, (loaded - added) / 1_000_000, (searched - loaded) / 1_000_000);

        assertThat(read.version()).isEqualTo(written);
        assertThat(read.rows().agencies()).hasSize(120_000);
        assertThat(read.codesOf(read.holderOf(new AgencyCode("H01.77777"), NOW).orElseThrow(), NOW))
                .hasSize(2);
    }

    private static DirectoryRows national(int count) {
        List<Agency> rows = new ArrayList<>(count);
        List<CodeAssignment> codes = new ArrayList<>(2 * count);
        for (int i = 0; i < count; i++) {
            AgencyCode code = new AgencyCode("H01." + i);
            AgencyId id = AgencyId.derived(code, NOW);
            Optional<AgencyId> superior =
                    i == 0 ? Optional.empty() : Optional.of(rows.get(i / 30).id());
            rows.add(new Agency(id, "Cơ quan số " + i, superior, AgencyKind.UNIT, NOW, Optional.empty()));
            codes.add(new CodeAssignment(code, id, CodeForm.NEW, NOW, Optional.empty(), NOW));
            codes.add(new CodeAssignment(new AgencyCode("old." + i), id, CodeForm.OLD, NOW, Optional.empty(), NOW));
        }
        return new DirectoryRows(rows, codes, List.of());
    }
}
