package vn.lienthong.gateway.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.AgencyKind;
import vn.lienthong.gateway.agency.CodeAssignment;
import vn.lienthong.gateway.agency.CodeForm;
import vn.lienthong.gateway.agency.DirectoryRows;
import vn.lienthong.gateway.agency.Succession;
import vn.lienthong.gateway.agency.SuccessionKind;

/**
 * Rows of the directory to and from their tables. Writes go as one statement a table, its columns as arrays: a national
 * directory has some hundred thousand rows.
 */
final class DirectoryTables {

    private static final int FETCH_ROWS = 10_000;
    private static final String IN_VERSION =
            " where added_in <= :version and (dropped_in is null or dropped_in > :version)";

    private DirectoryTables() {}

    static DirectoryRows read(Handle handle, long version) {
        return new DirectoryRows(
                rows(
                        handle,
                        version,
                        "select agency, name, superior, kind, valid_from, valid_to from agency_stretch",
                        (row, context) -> new Agency(
                                id(row, 1),
                                row.getString(2),
                                Optional.ofNullable(row.getObject(3, UUID.class))
                                        .map(AgencyId::new),
                                AgencyKind.valueOf(row.getString(4)),
                                instant(row, 5),
                                end(row, 6))),
                rows(
                        handle,
                        version,
                        "select code, agency, form, valid_from, valid_to, known_from from code_assignment",
                        (row, context) -> new CodeAssignment(
                                new AgencyCode(row.getString(1)),
                                id(row, 2),
                                CodeForm.valueOf(row.getString(3)),
                                instant(row, 4),
                                end(row, 5),
                                instant(row, 6))),
                rows(
                        handle,
                        version,
                        "select predecessor, successor, kind, effective, basis from succession",
                        (row, context) -> new Succession(
                                id(row, 1),
                                id(row, 2),
                                SuccessionKind.valueOf(row.getString(3)),
                                instant(row, 4),
                                row.getString(5))));
    }

    private static <T> List<T> rows(Handle handle, long version, String select, RowMapper<T> mapper) {
        return handle.createQuery(select + IN_VERSION)
                .bind("version", version)
                .setFetchSize(FETCH_ROWS)
                .map(mapper)
                .list();
    }

    private static AgencyId id(ResultSet row, int column) throws SQLException {
        return new AgencyId(row.getObject(column, UUID.class));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Optional<Instant> end(ResultSet row, int column) throws SQLException {
        @Nullable OffsetDateTime end = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(end).map(OffsetDateTime::toInstant);
    }

    /** Marks rows as dropped in the version; each is known by its key among the rows not dropped yet. */
    static void drop(Handle handle, DirectoryRows rows, long version) {
        String mark = " set dropped_in = ? from unnest(";
        dropAll(
                handle,
                "update agency_stretch t" + mark + "?::uuid[], ?::timestamptz[]) as d (agency, valid_from)"
                        + " where t.dropped_in is null and t.agency = d.agency and t.valid_from = d.valid_from",
                version,
                rows.agencies(),
                List.of(Agency::id, Agency::from));
        dropAll(
                handle,
                "update code_assignment t" + mark + "?::text[], ?::timestamptz[]) as d (code, valid_from)"
                        + " where t.dropped_in is null and t.code = d.code and t.valid_from = d.valid_from",
                version,
                rows.codes(),
                List.of(CodeAssignment::code, CodeAssignment::from));
        dropAll(
                handle,
                "update succession t" + mark + "?::uuid[], ?::uuid[], ?::timestamptz[]) as d (predecessor, successor,"
                        + " effective) where t.dropped_in is null and t.predecessor = d.predecessor"
                        + " and t.successor = d.successor and t.effective = d.effective",
                version,
                rows.successions(),
                List.of(Succession::from, Succession::to, Succession::effective));
    }

    /** A row that is not there any more means that somebody wrote past the versions; the transaction must not commit. */
    private static <T> void dropAll(
            Handle handle, String sql, long version, List<T> rows, List<Function<T, ? extends Object>> columns) {
        int dropped = write(handle, sql, version, rows, columns);
        if (dropped != rows.size()) {
            throw new IllegalStateException("directory rows dropped in version " + version + ": " + dropped
                    + " (expected: " + rows.size() + ")");
        }
    }

    static void add(Handle handle, DirectoryRows rows, long version) {
        identities(handle, rows.agencies());
        write(
                handle,
                "insert into agency_stretch (added_in, agency, name, superior, kind, valid_from, valid_to) select ?, d.*"
                        + " from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[]) d",
                version,
                rows.agencies(),
                List.of(Agency::id, Agency::name, Agency::superior, Agency::kind, Agency::from, Agency::to));
        write(
                handle,
                "insert into code_assignment (added_in, code, agency, form, valid_from, valid_to, known_from) select ?, d.*"
                        + " from unnest(?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[],"
                        + " ?::timestamptz[]) d",
                version,
                rows.codes(),
                List.of(
                        CodeAssignment::code,
                        CodeAssignment::agency,
                        CodeAssignment::form,
                        CodeAssignment::from,
                        CodeAssignment::to,
                        CodeAssignment::knownFrom));
        write(
                handle,
                "insert into succession (added_in, predecessor, successor, kind, effective, basis) select ?, d.*"
                        + " from unnest(?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[], ?::text[]) d",
                version,
                rows.successions(),
                List.of(Succession::from, Succession::to, Succession::kind, Succession::effective, Succession::basis));
    }

    private static void identities(Handle handle, List<Agency> agencies) {
        List<AgencyId> ids = agencies.stream()
                .flatMap(agency -> Stream.concat(Stream.of(agency.id()), agency.superior().stream()))
                .distinct()
                .toList();
        write(
                handle,
                "insert into agency (id) select d.id from (select ?::bigint) v, unnest(?::uuid[]) as d (id)"
                        + " on conflict do nothing",
                0,
                ids,
                List.of(id -> id));
    }

    /** Runs the statement once, the version its first parameter and one array a column after it; answers the rows touched. */
    private static <T> int write(
            Handle handle, String sql, long version, List<T> rows, List<Function<T, ? extends Object>> columns) {
        if (rows.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            statement.setLong(1, version);
            for (int column = 0; column < columns.size(); column++) {
                statement.setArray(
                        column + 2, handle.getConnection().createArrayOf("text", texts(rows, columns.get(column))));
            }
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("directory rows: not written (expected: " + rows.size() + " rows)", failed);
        }
    }

    private static <T> @Nullable Object[] texts(List<T> rows, Function<T, ? extends Object> column) {
        List<@Nullable Object> texts = new ArrayList<>(rows.size());
        for (T row : rows) {
            Object value = column.apply(row);
            Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            texts.add(plain == null ? null : plain.toString());
        }
        return texts.toArray();
    }
}
