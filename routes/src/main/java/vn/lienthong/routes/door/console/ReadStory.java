package vn.lienthong.routes.door.console;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;

/** Reads everything about one document in one transaction. */
@Component
class ReadStory {

    private final UnitOfWork work;

    ReadStory(UnitOfWork work) {
        this.work = work;
    }

    Optional<Story> read(DossierId id) {
        return work.inTransaction(
                transaction -> transaction.dossiers().find(id).map(dossier -> story(transaction, dossier)));
    }

    /** What another engine says of the signatures; empty where it is not asked. */
    Optional<OpinionView> opinion(DossierId id) {
        return work.reading(transaction -> transaction.opinions().find(id).map(OpinionView::of));
    }

    private static Story story(Transaction transaction, Dossier dossier) {
        return new Story(
                dossier,
                transaction.deliveries().of(dossier.id()),
                transaction.deliveries().attempts(dossier.id()),
                transaction.statuses().of(dossier.id()),
                transaction.dossiers().lineage(dossier.lineage()),
                transaction.entries().of(dossier.id()));
    }
}
