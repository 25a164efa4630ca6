package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.access.ExchangeFolder;
import vn.lienthong.gateway.access.ExchangeFolders;

/** Exchange folders in PostgreSQL. */
public final class PostgresExchangeFolders implements ExchangeFolders {

    private final Jdbi jdbi;

    public PostgresExchangeFolders(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<ExchangeFolder> find(String systemId) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from exchange_folder where system_id = :id")
                .bind("id", systemId)
                .map((row, context) -> folder(row))
                .findOne());
    }

    @Override
    public List<ExchangeFolder> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from exchange_folder order by system_id")
                .map((row, context) -> folder(row))
                .list());
    }

    @Override
    public void save(ExchangeFolder folder) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate(
                            """
                            insert into exchange_folder (system_id, path, mark) values (:id, :path, :mark)
                            on conflict (system_id) do update set path = excluded.path, mark = excluded.mark, next_at = now()
                            """)
                    .bind("id", folder.systemId())
                    .bind("path", folder.path())
                    .bind("mark", folder.mark())
                    .execute();
            // What lay in the folder before does not lie in this one: nobody took it, it is put anew.
            handle.createUpdate("delete from exchange_folder_copy where system_id = :id")
                    .bind("id", folder.systemId())
                    .execute();
        });
    }

    @Override
    public boolean remove(String systemId) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from exchange_folder where system_id = :id")
                        .bind("id", systemId)
                        .execute())
                == 1;
    }

    private static ExchangeFolder folder(ResultSet row) throws SQLException {
        return new ExchangeFolder(row.getString("system_id"), row.getString("path"), row.getString("mark"));
    }
}
