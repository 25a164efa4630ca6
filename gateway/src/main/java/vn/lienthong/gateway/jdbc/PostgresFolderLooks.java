package vn.lienthong.gateway.jdbc;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.delivery.FolderCopies;
import vn.lienthong.gateway.delivery.FolderLooks;
import vn.lienthong.gateway.dossier.MessageKind;

/** Looks into folders, and what lies in them, in PostgreSQL: whichever node asks first has the next look. */
public final class PostgresFolderLooks implements FolderLooks, FolderCopies {

    private final Jdbi jdbi;

    public PostgresFolderLooks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<Progress> find(String systemId) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from exchange_folder where system_id = :id")
                .bind("id", systemId)
                .map((row, context) -> new Progress(
                        Columns.optionalInstant(row, "looked_at"),
                        row.getInt("failures"),
                        Columns.optionalInstant(row, "failed_at"),
                        row.getString("error")))
                .findOne());
    }

    @Override
    public boolean begin(String systemId, Instant now, Instant until) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                """
                                update exchange_folder set next_at = :until
                                where system_id = :id and next_at <= :now
                                  and exists (select 1 from receiving_system s where s.system_id = :id and s.enabled)
                                """)
                        .bind("id", systemId)
                        .bind("now", now)
                        .bind("until", until)
                        .execute())
                == 1;
    }

    @Override
    public void keep(String systemId, Instant until) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update exchange_folder set next_at = :until where system_id = :id")
                        .bind("id", systemId)
                        .bind("until", until)
                        .execute());
    }

    @Override
    public void went(String systemId, Instant now, Instant next) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update exchange_folder set looked_at = :now, failures = 0, next_at = :next where system_id = :id
                        """)
                .bind("id", systemId)
                .bind("now", now)
                .bind("next", next)
                .execute());
    }

    @Override
    public int failed(String systemId, String error, Instant now, Instant next) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        update exchange_folder set failures = failures + 1, failed_at = :now, error = :error,
                          next_at = :next where system_id = :id returning failures
                        """)
                .bind("id", systemId)
                .bind("error", error)
                .bind("now", now)
                .bind("next", next)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }

    @Override
    public Set<String> lying(String systemId, MessageKind kind) {
        return jdbi
                .withHandle(handle -> handle.createQuery(
                                "select doc_id from exchange_folder_copy where system_id = :id and kind = :kind")
                        .bind("id", systemId)
                        .bind("kind", kind)
                        .mapTo(String.class)
                        .list())
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void put(String systemId, MessageKind kind, String docId, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into exchange_folder_copy (system_id, doc_id, kind, put_at)
                        select system_id, :doc, :kind, :at from exchange_folder where system_id = :id
                        on conflict do nothing
                        """)
                .bind("id", systemId)
                .bind("doc", docId)
                .bind("kind", kind)
                .bind("at", at)
                .execute());
    }

    @Override
    public void gone(String systemId, String docId) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from exchange_folder_copy where system_id = :id and doc_id = :doc")
                .bind("id", systemId)
                .bind("doc", docId)
                .execute());
    }
}
