package vn.lienthong.routes.platform;

import java.util.concurrent.atomic.AtomicInteger;
import vn.lienthong.gateway.dossier.UnitOfWork;

/** How many documents waited for a second opinion when somebody last looked: reception does not ask the database for it. */
public final class OpinionBacklog {

    private final UnitOfWork work;
    private final AtomicInteger waiting = new AtomicInteger();

    OpinionBacklog(UnitOfWork work) {
        this.work = work;
    }

    /** Looks. */
    public void look() {
        waiting.set(work.reading(transaction -> transaction.opinions().waiting()));
    }

    int waiting() {
        return waiting.get();
    }
}
