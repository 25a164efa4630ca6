package vn.lienthong.gateway.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Mark;

/** How values of the domain lie in columns. */
final class Columns {

    private Columns() {}

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static Optional<LocalDate> optionalDate(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Optional<UUID> optionalUuid(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    static Set<Mark> marks(ResultSet row, String column) throws SQLException {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        Array array = row.getArray(column);
        for (String mark : (String[]) array.getArray()) {
            marks.add(Mark.valueOf(mark));
        }
        return marks;
    }

    /** An array literal that PostgreSQL casts: the names need no quoting. */
    static String marksLiteral(Set<Mark> marks) {
        return marks.stream().map(Enum::name).sorted().collect(Collectors.joining(",", "{", "}"));
    }

    static String agenciesLiteral(Collection<AgencyId> agencies) {
        return agencies.stream().map(a -> a.value().toString()).collect(Collectors.joining(",", "{", "}"));
    }

    /** For {@code like}: the text anywhere, its own wildcards taken literally. */
    static String anywhere(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
