package vn.lienthong.gateway.jdbc;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.access.SealedSecrets;
import vn.lienthong.gateway.access.SecretBox;

/**
 * Sealed secrets in PostgreSQL, found by the words that the migrations put on their columns: who adds such a column and says
 * what it holds has it re-encrypted too.
 */
public final class PostgresSealedSecrets implements SealedSecrets {

    /** In the comment of every column that holds a box. */
    static final String WORDS = "encrypted under the master key";

    /** Both names come from the catalogue, quoted. */
    record Column(String table, String name) {}

    private final Jdbi jdbi;

    public PostgresSealedSecrets(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public int reseal(SecretBox from, SecretBox to) {
        return jdbi.inTransaction(handle -> {
            int count = 0;
            for (Column column : columns(handle)) {
                handle.execute("lock table " + column.table() + " in share row exclusive mode");
                count += reseal(handle, column, from, to);
            }
            return count;
        });
    }

    @Override
    public List<String> closed(SecretBox box) {
        return jdbi.withHandle(handle -> columns(handle).stream()
                .filter(column -> !opens(handle, column, box))
                .map(column -> column.table() + "." + column.name())
                .toList());
    }

    private static boolean opens(Handle handle, Column column, SecretBox box) {
        try {
            handle.createQuery("select " + column.name() + " from " + column.table() + " where " + column.name()
                            + " is not null limit 1")
                    .mapTo(byte[].class)
                    .findOne()
                    .ifPresent(box::open);
            return true;
        } catch (IllegalStateException | IllegalArgumentException underAnotherKey) {
            return false;
        }
    }

    @Override
    public int count() {
        return jdbi.withHandle(handle -> {
            int count = 0;
            for (Column column : columns(handle)) {
                count += handle.createQuery("select count(" + column.name() + ") from " + column.table())
                        .mapTo(Integer.class)
                        .one();
            }
            return count;
        });
    }

    static List<Column> columns(Handle handle) {
        return handle.createQuery(
                        """
                        select quote_ident(c.relname) as t, quote_ident(a.attname) as n from pg_description d
                          join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass
                          join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid
                        where c.relnamespace = current_schema()::regnamespace and d.description like :words
                        order by 1, 2
                        """)
                .bind("words", "%" + WORDS + "%")
                .map((row, context) -> new Column(row.getString("t"), row.getString("n")))
                .list();
    }

    private static int reseal(Handle handle, Column column, SecretBox from, SecretBox to) {
        // The table is locked: a row stays where it is until it is written here, once.
        Map<String, byte[]> boxes = handle
                .createQuery("select ctid::text as place, " + column.name() + " as box from " + column.table()
                        + " where " + column.name() + " is not null")
                .map((row, context) -> Map.entry(row.getString("place"), row.getBytes("box")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        boxes.forEach((place, box) -> handle.createUpdate("update " + column.table() + " set " + column.name()
                        + " = :box where ctid = cast(:place as tid)")
                .bind("box", to.seal(from.open(box)))
                .bind("place", place)
                .execute());
        return boxes.size();
    }
}
