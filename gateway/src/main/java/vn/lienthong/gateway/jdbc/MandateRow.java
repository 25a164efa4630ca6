package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.AgencyId;

/** A mandate as a row, whoever holds it: a system or a person. */
final class MandateRow {

    private MandateRow() {}

    static Mandate of(ResultSet row) throws SQLException {
        return new Mandate(
                new AgencyId(Columns.uuid(row, "agency")),
                Right.valueOf(row.getString("held_right")),
                Columns.instant(row, "from_at"),
                Columns.optionalInstant(row, "to_at"));
    }

    /** All that the holder has or had. */
    static List<Mandate> all(Jdbi jdbi, String sql, String holder) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("holder", holder)
                .map((row, context) -> of(row))
                .list());
    }

    /**
     * Writes or changes one row.
     *
     * @param sql with {@code :holder, :agency, :right, :from, :to}
     * @return whether one was
     */
    static boolean write(Jdbi jdbi, String sql, String holder, Mandate mandate) {
        return jdbi.withHandle(handle -> handle.createUpdate(sql)
                        .bind("holder", holder)
                        .bind("agency", mandate.agency().value())
                        .bind("right", mandate.right())
                        .bind("from", mandate.from())
                        .bind("to", mandate.to().orElse(null))
                        .execute()
                == 1);
    }
}
