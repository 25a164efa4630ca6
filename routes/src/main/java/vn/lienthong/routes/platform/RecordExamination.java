package vn.lienthong.routes.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.access.SealedSecrets;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.jdbc.PostgresAccountMandates;
import vn.lienthong.gateway.jdbc.PostgresAccounts;
import vn.lienthong.gateway.jdbc.PostgresAgencySeals;
import vn.lienthong.gateway.jdbc.PostgresExchangeFolders;
import vn.lienthong.gateway.jdbc.PostgresFolderLooks;
import vn.lienthong.gateway.jdbc.PostgresNeighbourRounds;
import vn.lienthong.gateway.jdbc.PostgresNeighbours;
import vn.lienthong.gateway.jdbc.PostgresSealedSecrets;
import vn.lienthong.gateway.jdbc.PostgresSignerKeys;
import vn.lienthong.gateway.jdbc.PostgresSystems;
import vn.lienthong.gateway.jdbc.PostgresTrustDecisions;
import vn.lienthong.gateway.jdbc.PostgresWebhooks;
import vn.lienthong.gateway.signature.path.SealCertificate;
import vn.lienthong.gateway.signature.path.SealTrust;

/** What the record itself says: its schema, who may log in, whether secrets open, what waits too long. Changes nothing. */
final class RecordExamination {
    private static final String STUCK =
            "select count(*) from delivery where state = 'QUEUED' and updated_at < clock_timestamp() - interval '15 minutes'";
    private static final int RESERVED_CONNECTIONS = 5;

    private final Jdbi jdbi;
    private final Clock clock;
    private final GatewayConfiguration configuration;
    private final Path root;

    private RecordExamination(Jdbi jdbi, Clock clock, GatewayConfiguration configuration, Path root) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.configuration = configuration;
        this.root = root;
    }

    static List<Diagnosis> examine(Path root, DatabaseAddress address, GatewayConfiguration configuration)
            throws SQLException {
        List<Diagnosis> all = new ArrayList<>();
        Migrations.Standing standing;
        try {
            standing = Migrations.standing(address);
        } catch (FlywayException unreadable) {
            return List.of(Diagnosis.wrong(
                    "lược đồ", String.valueOf(unreadable.getMessage()), "kiểm tra quyền trên cơ sở dữ liệu"));
        }
        Clock clock = new DatabaseClock(new DatabaseTime(address::connect).read());
        Jdbi jdbi = Jdbi.create(address.url(), address.user(), address.password());
        try {
            Diagnosis schema = schema(standing, standing.unknown().isPresent() ? SchemaCheck.oldest(jdbi) : 0);
            all.add(schema);
            if (standing.pending() > 0 || schema.state() == Diagnosis.State.WRONG) {
                return all;
            }
            new RecordExamination(jdbi, clock, configuration, root).examine(all);
            all.add(TrustExamination.examine(root.resolve("trust"), new PostgresTrustDecisions(jdbi)));
        } catch (JdbiException e) {
            all.add(Diagnosis.wrong("hồ sơ", String.valueOf(e.getMessage()), "xem nhật ký của PostgreSQL"));
        }
        return all;
    }

    private void examine(List<Diagnosis> all) {
        all.add(connections());
        all.add(demo());
        all.add(people());
        all.add(queue());
        all.add(alerts());
        all.add(LastingExamination.examine(jdbi, configuration, clock.instant()));
        DoorExamination doors = new DoorExamination(clock);
        all.addAll(doors.folders(new PostgresExchangeFolders(jdbi).all(), new PostgresFolderLooks(jdbi)::find));
        Path key = Objects.requireNonNull(configuration.masterKeyFile());
        if (Files.notExists(key)) {
            noKey(key).ifPresent(all::add);
        } else if (Files.isReadable(key)) {
            SecretBox box;
            try {
                box = MasterKeySecretBox.of(key, new PostgresSealedSecrets(jdbi)::count);
            } catch (StartRefused noKey) {
                all.add(Diagnosis.wrong("khóa chủ", String.valueOf(noKey.getMessage()), "đặt lại tệp từ bản sao lưu"));
                return;
            }
            all.add(secrets(new PostgresSystems(jdbi, box), new PostgresSealedSecrets(jdbi), box, key));
            all.addAll(doors.webhooks(new PostgresWebhooks(jdbi, box).all()));
            all.addAll(keys(box));
            all.addAll(NeighbourExamination.examine(
                    new PostgresNeighbours(jdbi, box), new PostgresNeighbourRounds(jdbi), configuration, clock));
        }
    }

    private List<Diagnosis> keys(SecretBox box) {
        Instant now = clock.instant();
        Function<SealCertificate, Optional<Instant>> revoked = revoked(now);
        List<Diagnosis> all =
                new ArrayList<>(SealExamination.examine(new PostgresAgencySeals(jdbi, box), revoked, now));
        all.addAll(SignerExamination.of(
                        new PostgresSignerKeys(jdbi, box),
                        new PostgresAccounts(jdbi, clock),
                        new PostgresAccountMandates(jdbi),
                        now)
                .examine(revoked, now));
        return all;
    }

    private Function<SealCertificate, Optional<Instant>> revoked(Instant now) {
        try {
            SealTrust trust = new Proofs(jdbi, configuration, root, clock).sealTrust();
            return certificate -> trust.revoked(certificate, now);
        } catch (StartRefused unreadable) {
            // The trust stores are told of by themselves; what they would say of a certificate is not known.
            return certificate -> Optional.empty();
        }
    }

    /** As a start would judge it: between two nodes of a rolling upgrade the older one may go on. */
    static Diagnosis schema(Migrations.Standing standing, int oldest) {
        String what = "lược đồ";
        if (standing.unknown().isPresent()) {
            String unknown = standing.unknown().get();
            return SchemaCheck.refusal(standing.newestOfOurs(), unknown, oldest)
                    .map(text -> Diagnosis.wrong(
                            what, text, "chạy chương trình mới hơn, bằng hoặc sau bản đã nâng cấp cơ sở dữ liệu"))
                    .orElseGet(() -> Diagnosis.doubtful(
                            what,
                            "có bước V" + unknown + " mà chương trình này không biết nhưng chạy cùng được",
                            "nâng cấp nốt nút này; đừng dùng gì chỉ bản mới có cho tới lúc đó"));
        }
        return standing.isCurrent()
                ? Diagnosis.good(what, "đúng phiên bản này")
                : Diagnosis.doubtful(
                        what,
                        standing.pending() + " bước chưa có; sẽ được thêm khi chạy",
                        "sao lưu trước khi nâng cấp (admin backup bằng chương trình cũ)");
    }

    /** With an embedded database the folder told already; an external one is asked whether anything lies under the key. */
    private Optional<Diagnosis> noKey(Path key) {
        return configuration.database().external() == null
                ? Optional.empty()
                : Optional.of(noKey(key, new PostgresSealedSecrets(jdbi).count()));
    }

    static Diagnosis noKey(Path key, int sealed) {
        return sealed == 0
                ? Diagnosis.good("khóa chủ", "chưa có; sẽ được tạo khi chạy lần đầu")
                : SecretExamination.lost(key, "hồ sơ đã có " + sealed + " khóa bí mật dưới nó");
    }

    private Diagnosis connections() {
        int most = Integer.parseInt(one("select current_setting('max_connections')"));
        int wanted = configuration.database().poolSize();
        String found = most + " kết nối, cổng giữ tới " + wanted;
        return most - RESERVED_CONNECTIONS < wanted
                ? Diagnosis.doubtful(
                        "kết nối", found, "tăng max_connections của PostgreSQL, hoặc giảm lienthong.database.pool-size")
                : Diagnosis.good("kết nối", found);
    }

    private Diagnosis demo() {
        List<String> found = new ArrayList<>(new PostgresAccounts(jdbi, clock)
                .all().stream()
                        .filter(account -> account.demo() && account.enabled())
                        .map(account -> "tài khoản " + account.username())
                        .toList());
        found.addAll(jdbi.withHandle(handle -> handle.createQuery(
                        "select system_id from receiving_system where enabled and starts_with(system_id, :prefix)")
                .bind("prefix", DemoRemains.SYSTEM_PREFIX)
                .mapTo(String.class)
                .map(id -> "hệ thống " + id)
                .list()));
        return found.isEmpty()
                ? Diagnosis.good("tài khoản trình diễn", "không có")
                : Diagnosis.wrong(
                        "tài khoản trình diễn",
                        String.join(", ", found),
                        "serve sẽ không chạy: dùng thư mục dữ liệu khác cho văn bản thật");
    }

    private Diagnosis people() {
        List<Account> enabled = new PostgresAccounts(jdbi, clock)
                .all().stream().filter(Account::enabled).toList();
        boolean anyOperator = enabled.stream()
                .anyMatch(account -> account.role() == Role.ADMINISTRATOR || account.role() == Role.OPERATOR);
        return anyOperator
                ? Diagnosis.good("người dùng", enabled.size() + " tài khoản")
                : Diagnosis.doubtful(
                        "người dùng",
                        "chưa có người vận hành: văn bản bị giữ lại sẽ không ai quyết",
                        "admin user add TÊN --role operator");
    }

    private Diagnosis queue() {
        long stuck = Long.parseLong(one(STUCK));
        return stuck == 0
                ? Diagnosis.good("việc trong hàng đợi", "không có việc nào nằm quá 15 phút")
                : Diagnosis.doubtful(
                        "việc trong hàng đợi",
                        stuck + " bản giao nằm trong hàng đợi quá 15 phút",
                        "xem trang Hệ thống của bảng điều khiển và tệp log; khởi động lại thì hàng đợi đầy lại từ hồ sơ");
    }

    private Diagnosis alerts() {
        long open = Long.parseLong(one("select count(*) from alert where closed_at is null"));
        return open == 0
                ? Diagnosis.good("cảnh báo", "không có")
                : Diagnosis.doubtful("cảnh báo", open + " cảnh báo chưa đóng", "xem chúng trên bảng điều khiển");
    }

    private static Diagnosis secrets(PostgresSystems systems, SealedSecrets sealed, SecretBox box, Path key) {
        Optional<String> refusal = new MasterKeyCheck(systems, sealed, box, key).refusal();
        long enabled = systems.all().stream().filter(ReceivingSystem::enabled).count();
        return refusal.map(text -> Diagnosis.wrong("khóa của các hệ thống", text, "đặt lại đúng tệp khóa chủ"))
                .orElseGet(() -> Diagnosis.good("khóa của các hệ thống", "mở được, " + enabled + " hệ thống"));
    }

    private String one(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(String.class).stream().collect(Collectors.joining()));
    }
}
