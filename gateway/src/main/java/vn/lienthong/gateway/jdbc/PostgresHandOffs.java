package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import vn.lienthong.gateway.desk.DeskPurpose;
import vn.lienthong.gateway.desk.DeskRefusal;
import vn.lienthong.gateway.desk.HandOff;
import vn.lienthong.gateway.desk.HandOffId;
import vn.lienthong.gateway.desk.HandOffState;
import vn.lienthong.gateway.desk.HandOffs;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;

/** Hand-offs in PostgreSQL. */
public final class PostgresHandOffs implements HandOffs {

    /** Whoever opens at the same time is met at most so often. */
    private static final int TRIES = 5;

    private final Jdbi jdbi;

    public PostgresHandOffs(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void open(HandOff handOff, Sha256 fetchSecret, Sha256 returnSecret) {
        jdbi.useTransaction(handle -> {
            // Without a lock: whoever goes through it at the same time forgets the same rows.
            handle.createUpdate(
                            """
                            delete from desk_hand_off where id in (select id from desk_hand_off
                              where expires_at < cast(:now as timestamptz) - interval '1 day' for update skip locked)
                            """)
                    .bind("now", handOff.openedAt())
                    .execute();
            for (int attempt = 1; ; attempt++) {
                cancelOpen(handle, handOff.user());
                if (insert(handle, handOff, fetchSecret, returnSecret)) {
                    return;
                }
                if (attempt == TRIES) {
                    throw new IllegalStateException("hand-offs of " + handOff.user()
                            + ": another one opened each time (expected: one at a time)");
                }
            }
        });
    }

    private static void cancelOpen(Handle handle, String user) {
        handle.createUpdate(
                        """
                        update desk_hand_off set state = 'CANCELLED'
                        where opened_by = :user and state in ('OPEN', 'FETCHED')
                        """)
                .bind("user", user)
                .execute();
    }

    /** False where the person has another one open: it was opened after the others were cancelled; it is waited for here. */
    private static boolean insert(Handle handle, HandOff handOff, Sha256 fetchSecret, Sha256 returnSecret) {
        return handle.createUpdate(
                                """
                                insert into desk_hand_off (id, purpose, target, opened_by, bytes_digest, bytes_length, file_name,
                                  certificates, fetch_hash, return_hash, opened_at, expires_at, state, refusal, detail)
                                values (:id, :purpose, :target, :user, :digest, :length, :name, :certificates, :fetch, :return,
                                  :opened, :expires, :state, :refusal, :detail)
                                on conflict (opened_by) where state in ('OPEN', 'FETCHED') do nothing
                                """)
                        .bind("id", handOff.id().value())
                        .bind("purpose", handOff.purpose())
                        .bind("target", handOff.target())
                        .bind("user", handOff.user())
                        .bind("digest", handOff.pdf().digest().hex())
                        .bind("length", handOff.pdf().length())
                        .bind("name", handOff.name())
                        .bind(
                                "certificates",
                                handOff.certificates().stream()
                                        .map(Sha256::hex)
                                        .sorted()
                                        .collect(Collectors.joining(" ")))
                        .bind("fetch", fetchSecret.hex())
                        .bind("return", returnSecret.hex())
                        .bind("opened", handOff.openedAt())
                        .bind("expires", handOff.expiresAt())
                        .bind("state", handOff.state())
                        .bind("refusal", handOff.refusal().orElse(null))
                        .bind("detail", handOff.detail())
                        .execute()
                == 1;
    }

    @Override
    public Optional<HandOff> find(HandOffId id) {
        return jdbi.withHandle(handle -> one(
                handle.createQuery("select * from desk_hand_off where id = :id").bind("id", id.value())));
    }

    @Override
    public Optional<HandOff> fetch(Sha256 secret, Instant now) {
        return jdbi.withHandle(handle -> one(handle.createQuery(
                        """
                        update desk_hand_off set state = 'FETCHED'
                        where fetch_hash = :secret and state = 'OPEN' and expires_at > :now returning *
                        """)
                .bind("secret", secret.hex())
                .bind("now", now)));
    }

    @Override
    public Optional<HandOff> take(Sha256 secret, Instant now) {
        return jdbi.withHandle(handle -> one(handle.createQuery(
                        """
                        update desk_hand_off set state = 'RECEIVING', expires_at = :until
                        where return_hash = :secret and state = 'FETCHED' and expires_at > :now returning *
                        """)
                .bind("until", now.plus(HandOff.LONGEST_RECEIVING))
                .bind("secret", secret.hex())
                .bind("now", now)));
    }

    private static Optional<HandOff> one(Query query) {
        return query.map((row, context) -> handOff(row)).findOne();
    }

    @Override
    public boolean end(HandOff outcome, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                """
                                update desk_hand_off set state = :state, refusal = :refusal, detail = :detail
                                where id = :id and state = 'RECEIVING' and expires_at > :now
                                """)
                        .bind("state", outcome.state())
                        .bind("refusal", outcome.refusal().orElse(null))
                        .bind("detail", outcome.detail())
                        .bind("id", outcome.id().value())
                        .bind("now", now)
                        .execute())
                == 1;
    }

    @Override
    public boolean cancel(HandOffId id, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                """
                                update desk_hand_off set state = 'CANCELLED'
                                where id = :id and state in ('OPEN', 'FETCHED', 'RECEIVING') and expires_at > :now
                                """)
                        .bind("id", id.value())
                        .bind("now", now)
                        .execute())
                == 1;
    }

    private static HandOff handOff(ResultSet row) throws SQLException {
        return new HandOff(
                new HandOffId(Columns.uuid(row, "id")),
                DeskPurpose.valueOf(row.getString("purpose")),
                row.getString("target"),
                row.getString("opened_by"),
                new StoredBytes(new Sha256(row.getString("bytes_digest")), row.getLong("bytes_length")),
                row.getString("file_name"),
                Arrays.stream(row.getString("certificates").split(" "))
                        .map(Sha256::new)
                        .collect(Collectors.toSet()),
                Columns.instant(row, "opened_at"),
                Columns.instant(row, "expires_at"),
                HandOffState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("refusal")).map(DeskRefusal::valueOf),
                row.getString("detail"));
    }
}
