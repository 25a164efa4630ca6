package vn.lienthong.gateway.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.OpenVerification;

/** When dossiers whose signatures are not settled are looked at again. */
final class DossierLooks {

    private final Handle handle;

    DossierLooks(Handle handle) {
        this.handle = handle;
    }

    List<OpenVerification> take(Instant now, Duration lease, int limit) {
        // The lease doubles with each look that never ended; 2^20 of any lease is longer than the record lives.
        return handle.createQuery(
                        """
                        with due as (
                          select id from dossier where 'INDETERMINATE' = any (marks) and state <> 'REFUSED'
                            and next_look <= :now
                          order by next_look limit :limit for update skip locked)
                        update dossier set looks = looks + 1, unfinished_looks = unfinished_looks + 1,
                          next_look = cast(:now as timestamptz) + make_interval(secs => :lease * power(2, least(unfinished_looks, 20)))
                        from due where dossier.id = due.id
                        returning dossier.*
                        """)
                .bind("now", now)
                .bind("lease", lease.toSeconds())
                .bind("limit", limit)
                .map((row, context) -> new OpenVerification(
                        DossierRow.read(row), row.getInt("looks"), row.getInt("unfinished_looks") - 1))
                .list();
    }

    int again(Instant now) {
        return handle.createUpdate(
                        """
                        update dossier set next_look = :now, looks = 0
                        where 'INDETERMINATE' = any (marks) and next_look > :now and next_look < 'infinity'
                          and unfinished_looks = 0
                        """)
                .bind("now", now)
                .execute();
    }

    int unchecked(String able, Instant now) {
        // What brought down who looked keeps its count: it is due later anyway.
        return handle.createUpdate(
                        """
                        update dossier set next_look = :now, looks = 0,
                          marks = case when 'INDETERMINATE' = any (marks) then marks
                            else array_append(marks, 'INDETERMINATE') end
                        where 'NOT_CHECKED' = any (marks) and state <> 'REFUSED'
                          and not looked_able @> array[cast(:able as text)]
                          and (next_look = 'infinity' or not 'INDETERMINATE' = any (marks))
                        """)
                .bind("able", able)
                .bind("now", now)
                .execute();
    }

    void with(DossierId id, String able) {
        handle.createUpdate(
                        """
                        update dossier set looked_able = array_append(looked_able, cast(:able as text))
                        where id = :id and not looked_able @> array[cast(:able as text)]
                        """)
                .bind("id", id.value())
                .bind("able", able)
                .execute();
    }

    boolean wasUnchecked(DossierId id) {
        return handle.createQuery("select looked_able <> '{}' from dossier where id = :id")
                .bind("id", id.value())
                .mapTo(Boolean.class)
                .one();
    }

    void later(DossierId id, Optional<Instant> next) {
        handle.createUpdate(
                        """
                        update dossier set next_look = coalesce(:next, timestamptz 'infinity'), unfinished_looks = 0
                        where id = :id
                        """)
                .bind("id", id.value())
                .bind("next", next.orElse(null))
                .execute();
    }
}
