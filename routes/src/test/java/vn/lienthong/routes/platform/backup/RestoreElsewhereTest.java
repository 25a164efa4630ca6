package vn.lienthong.routes.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.routes.platform.ConfigurationReader;
import vn.lienthong.routes.platform.DataFolder;
import vn.lienthong.routes.platform.DatabaseAddress;
import vn.lienthong.routes.platform.EmbeddedDatabase;
import vn.lienthong.routes.platform.GatewayConfiguration;
import vn.lienthong.routes.platform.Migrations;
import vn.lienthong.routes.platform.Progress;
import vn.lienthong.routes.platform.StartRefused;

/** A backup of a gateway whose database is not its own, and another such database that it goes into. */
@Tag("ci")
final class RestoreElsewhereTest {
    private static final String PASSPHRASE = "một mật khẩu thật dài";

    private static final String ROWS =
            """
            insert into receiving_system (system_id, name, kind, secret, timestamp_window_seconds)
              values ('nhan', 'Nhận', 'AGENCY', '\\x00', 300);
            insert into webhook (id, system_id, address, types, agencies, secret, created_at, next_at, sequence)
              values (gen_random_uuid(), 'nhan', 'https://127.0.0.1/', '{}', '{}', '\\x00', now(), now(), 7);
            insert into dossier (id, sender_agency, document_id, action, target, version, lineage, sender_code, sender_name,
                sender_doc_id, system_id, channel, content_digest, bytes_digest, bytes_length, state, marks, hold_reason,
                number, notation, type_name, subject, signer, urgency, directory_version, findings, verification,
                verified_at, received_at)
              values ('00000000-0000-0000-0000-000000000001', gen_random_uuid(), 'd', 'NEW', '', '1', gen_random_uuid(), 'G22',
                'Bộ', 's', 'nhan', 'AXIS', '', repeat('0', 64), 1, 'ACCEPTED', '{}', '', '1', 'x', 'CV', 'x', 'x', 1, 1,
                '', '', now(), now());
            insert into delivery (id, dossier_id, kind, doc_id, from_code, code, system_id, push, state, dispatch, attempts,
                failures, urgency, bytes_digest, bytes_length, created_at, updated_at, taken, reason)
              select gen_random_uuid(), '00000000-0000-0000-0000-000000000001', 'EDOC', state, 'G22', 'H01', 'nhan', true, state,
                3, 0, 0, 1, repeat('0', 64), 1, now(), now(), false, ''
              from unnest(array['WAITING', 'SENDING', 'HELD', 'DEAD', 'HANDED_OVER']) state;
            insert into attempt (delivery_id, dispatch, started_at, node, outcome, detail)
              select id, 3, now(), 'n', 'SENDING', '' from delivery where state = 'SENDING';
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private DataFolder servers;
    private EmbeddedDatabase server;

    @BeforeEach
    void start() {
        servers = DataFolder.open(folder.resolve("server"));
        Map<String, String> binaries = Map.of(
                "database.embedded-binaries",
                Path.of("target", "postgres").toAbsolutePath().toString());
        server = EmbeddedDatabase.start(
                servers, ConfigurationReader.read(servers.root(), binaries).database(), Progress.silent());
        Migrations.bringTo(server.address(), "latest");
        jdbi(server.address()).useHandle(handle -> handle.createScript(ROWS).execute());
    }

    @AfterEach
    void stop() {
        server.close();
        servers.close();
    }

    @Test
    void noNumberIsGivenTwiceAndNamedFilesComeBack() throws Exception {
        Path backup = backup();
        DatabaseAddress fresh = createDatabase("moi");
        Path data = folder.resolve("khoi-phuc");
        new RestoreBackup(backup, settings(fresh), Progress.silent()).into(data, Optional.of(PASSPHRASE));

        assertThat(numbers(fresh, "select doc_id, dispatch from delivery"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "WAITING", 1_003L, "SENDING", 1_003L, "HELD", 1_003L, "DEAD", 1_003L, "HANDED_OVER", 3L));
        assertThat(numbers(fresh, "select 'attempt', dispatch from attempt")).containsValue(1_003L);
        assertThat(numbers(fresh, "select system_id, sequence from webhook")).containsEntry("nhan", 1_007L);
        assertThat(data.resolve("khoa").resolve("idp")).hasContent("khóa của cổng");
        assertThat(data.resolve("khoa").resolve("dau.p12")).hasContent("khóa con dấu");
        assertThat(data.resolve("secrets").resolve("master.key")).hasContent("khóa chủ");
    }

    @Test
    void whatCannotBeLoadedLeavesTheDatabaseEmptyForTheNextTry() throws Exception {
        Path good = backup();
        jdbi(server.address()).useHandle(handle -> {
            handle.execute("alter table attempt drop constraint attempt_delivery_id_fkey");
            handle.execute("insert into attempt values (gen_random_uuid(), 1, now(), null, 'n', 'SENDING', '')");
        });
        Path dangling = backup();
        DatabaseAddress fresh = createDatabase("moi");
        Path data = folder.resolve("khoi-phuc");
        assertThatThrownBy(() ->
                        new RestoreBackup(dangling, settings(fresh), Progress.silent()).into(data, Optional.empty()))
                .isInstanceOf(SQLException.class);
        new RestoreBackup(good, settings(fresh), Progress.silent()).into(data, Optional.empty());
        assertThat(numbers(fresh, "select doc_id, dispatch from delivery")).hasSize(5);
        assertThatThrownBy(() -> new RestoreBackup(good, settings(fresh), Progress.silent())
                        .into(folder.resolve("nua"), Optional.empty()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("createdb");
    }

    private Path backup() throws Exception {
        Path data = folder.resolve("goc");
        if (!Files.exists(data)) {
            Files.createDirectories(data.resolve("secrets"));
            Files.createDirectories(data.resolve("khoa"));
            Files.writeString(data.resolve("secrets").resolve("master.key"), "khóa chủ");
            Files.writeString(data.resolve("khoa").resolve("idp"), "khóa của cổng");
            Files.writeString(data.resolve("khoa").resolve("dau.p12"), "khóa con dấu");
            Files.writeString(folder.resolve("dau.pin"), "1234");
            jdbi(server.address())
                    .useHandle(handle -> handle.execute(
                            """
                            insert into agency_seal (id, agency, from_at, kind, path, secret_file, certificate, added_by)
                            values (gen_random_uuid(), gen_random_uuid(), now(), 'PKCS12', ?, ?, '', 'CLI:root')
                            """,
                            data.resolve("khoa").resolve("dau.p12").toString(),
                            folder.resolve("dau.pin").toString()));
        }
        Map<String, String> settings = new java.util.HashMap<>(settings(server.address()));
        settings.putAll(Map.of(
                "console.oidc.issuer",
                "https://127.0.0.1/",
                "console.oidc.client-id",
                "cong",
                "console.oidc.client-secret-file",
                data.resolve("khoa").resolve("idp").toString()));
        GatewayConfiguration configuration = ConfigurationReader.read(data, settings);
        Path file = Files.createTempDirectory(folder, "sao-luu").resolve("sao-luu.zip");
        MakeBackup.Made made = new MakeBackup(server.address(), data, configuration, Progress.silent())
                .make(file, "1", Optional.of(PASSPHRASE));
        assertThat(made.outside()).containsExactly(folder.resolve("dau.pin"));
        return file;
    }

    private DatabaseAddress createDatabase(String name) throws IOException {
        DatabaseAddress address = server.address();
        String password = Files.readString(servers.root().resolve("secrets").resolve("postgres-admin"))
                .strip();
        jdbi(new DatabaseAddress(at(address, "postgres"), "postgres", password))
                .useHandle(handle -> handle.execute("create database " + name + " owner " + address.user()));
        return new DatabaseAddress(at(address, name), address.user(), address.password());
    }

    private static String at(DatabaseAddress address, String name) {
        return address.url().substring(0, address.url().lastIndexOf('/') + 1) + name;
    }

    private static Map<String, String> settings(DatabaseAddress address) {
        return Map.of(
                "gateway.code",
                "G22",
                "database.url",
                address.url(),
                "database.user",
                address.user(),
                "database.password",
                address.password());
    }

    private static Map<String, Long> numbers(DatabaseAddress address, String query) {
        return jdbi(address)
                .withHandle(handle -> handle.createQuery(query)
                        .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                        .list())
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Jdbi jdbi(DatabaseAddress address) {
        return Jdbi.create(address.url(), address.user(), address.password());
    }
}
