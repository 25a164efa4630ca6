package vn.lienthong.gateway.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.packet.BusinessAction;

/**
 * Whom a sender told of a document: its own recipients, and those that updates of it added. A recall has to reach all of
 * them (QCVN 102:2016 2.2, thu hồi).
 */
public final class ToldRecipients {

    private final UnitOfWork work;

    public ToldRecipients(UnitOfWork work) {
        this.work = work;
    }

    /** In the order in which they were told, each once. */
    public List<Recipient> of(Dossier document) {
        Map<AgencyCode, Recipient> told = new LinkedHashMap<>();
        document.recipients().forEach(recipient -> told.putIfAbsent(recipient.code(), recipient));
        work.reading(transaction -> transaction.dossiers().lineage(document.lineage())).stream()
                .filter(other -> other.sender().equals(document.sender()))
                .filter(other -> other.key().action() != BusinessAction.REVOKE)
                .flatMap(other -> other.recipients().stream())
                .forEach(recipient -> told.putIfAbsent(recipient.code(), recipient));
        return List.copyOf(told.values());
    }
}
