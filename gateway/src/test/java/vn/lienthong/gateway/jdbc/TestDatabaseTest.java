package vn.lienthong.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the other tests lean on: databases are real, migrated, and apart from each other. */
final class TestDatabaseTest {

    @Test
    void eachDatabaseStandsAlone() {
        try (TestDatabase one = TestDatabase.fresh();
                TestDatabase other = TestDatabase.fresh()) {
            one.jdbi().useHandle(handle -> handle.execute("create table only_here (x int)"));

            assertThat(tables(one)).contains("only_here");
            assertThat(tables(other)).doesNotContain("only_here");
        }
    }

    @Test
    void anEmptyDatabaseWasNotMigrated() {
        try (TestDatabase empty = TestDatabase.empty()) {
            assertThat(tables(empty)).isEmpty();
        }
    }

    private static List<String> tables(TestDatabase database) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "select table_name from information_schema.tables where table_schema = 'public'")
                .mapTo(String.class)
                .list());
    }
}
