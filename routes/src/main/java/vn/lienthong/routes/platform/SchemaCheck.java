package vn.lienthong.routes.platform;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * Whether this program may run on a schema that a newer one has brought further: only as long as each step taken since says that
 * older programs can live with it ({@code schema_mark}).
 */
@Component
@DependsOnDatabaseInitialization
final class SchemaCheck implements StartCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaCheck.class);

    private final Stores stores;
    private final Jdbi jdbi;

    SchemaCheck(Stores stores, Jdbi jdbi) {
        this.stores = stores;
        this.jdbi = jdbi;
    }

    @Override
    public Optional<String> refusal() {
        Migrations.Standing standing = Migrations.standing(stores.database());
        if (standing.unknown().isEmpty()) {
            return Optional.empty();
        }
        return refusal(standing.newestOfOurs(), standing.unknown().get(), oldest(jdbi));
    }

    /** The least step that a program has to know. */
    static int oldest(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery("select oldest_step from schema_mark")
                .mapTo(Integer.class)
                .findOne()
                .orElse(Integer.MAX_VALUE));
    }

    static Optional<String> refusal(int newestOfOurs, String unknown, int oldest) {
        if (newestOfOurs >= oldest) {
            LOG.warn(
                    "the schema has step V{} that this program does not carry; it is marked as one to live with",
                    unknown);
            return Optional.empty();
        }
        return Optional.of("lược đồ cơ sở dữ liệu đã được chương trình mới hơn nâng tới bước V" + unknown
                + ", chỉ dành cho chương trình có bước V" + oldest + " trở đi (chương trình này tới V" + newestOfOurs
                + "): chạy chương trình mới");
    }
}
