package vn.lienthong.gateway.jdbc;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.lienthong.gateway.dossier.DossierSearch;

/** An operator's search as SQL: only the conditions that were asked for, values always bound. */
final class DossierQuery {

    private DossierQuery() {}

    static Query of(Handle handle, DossierSearch search) {
        Query query = handle.createQuery("select d.* from dossier d where " + String.join(" and ", conditions(search))
                + " order by d.received_at desc, d.id limit :limit offset :offset");
        query.bind("limit", search.limit()).bind("offset", search.offset());
        if (!search.text().isBlank()) {
            String text = Normalizer.normalize(search.text().strip(), Normalizer.Form.NFC);
            query.bind("text", text).bind("part", Columns.anywhere(text));
        }
        if (!search.agency().isBlank()) {
            query.bind("agency", search.agency().strip());
        }
        search.from().ifPresent(from -> query.bind("from", from));
        search.to().ifPresent(to -> query.bind("to", to));
        search.state().ifPresent(state -> query.bind("state", state));
        search.deliveryState().ifPresent(state -> query.bind("deliveryState", state));
        return query;
    }

    private static List<String> conditions(DossierSearch search) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        if (!search.text().isBlank()) {
            conditions.add(
                    """
                    (normalize(d.document_id) ilike :part or normalize(d.number || '/' || d.notation) ilike :part
                     or normalize(d.subject) ilike :part
                     or cast(d.id as text) = :text or d.sender_doc_id = :text
                     or exists (select 1 from delivery x where x.dossier_id = d.id and x.doc_id = :text))
                    """);
        }
        if (!search.agency().isBlank()) {
            conditions.add(
                    """
                    (d.sender_code = :agency or exists (
                       select 1 from recipient r where r.dossier_id = d.id and r.code = :agency))
                    """);
        }
        search.from().ifPresent(from -> conditions.add("d.received_at >= :from"));
        search.to().ifPresent(to -> conditions.add("d.received_at < :to"));
        search.state().ifPresent(state -> conditions.add("d.state = :state"));
        search.deliveryState()
                .ifPresent(state -> conditions.add(
                        "exists (select 1 from delivery y where y.dossier_id = d.id and y.state = :deliveryState)"));
        return conditions;
    }
}
