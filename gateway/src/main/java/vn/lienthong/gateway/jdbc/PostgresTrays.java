package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DocumentFacts;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.tray.TrayItem;
import vn.lienthong.gateway.tray.TraySearch;
import vn.lienthong.gateway.tray.TrayStage;
import vn.lienthong.gateway.tray.Trays;

/** In-trays as one view of deliveries, their documents and what their agencies said. */
public final class PostgresTrays implements Trays {

    /** An answer 16 to a request to give a document back leaves the document where it was; to a recall it is the end. */
    private static final String ROWS =
            """
            with tray as (
              select d.id as delivery_id, d.dossier_id, d.agency, d.state, d.taken, d.created_at, s.action,
                s.sender_name, s.document_id, s.number, s.notation, s.type_name, s.subject, s.promulgated, s.signer,
                s.urgency,
                coalesce((select st.code from status st where st.dossier_id = d.dossier_id
                  and st.from_agency = d.agency
                  and (st.code in ('02', '03', '04', '05', '06', '15')
                    or st.code = '16' and s.action in ('REVOKE', 'UPDATE'))
                  order by st.id desc limit 1), '') as last_code,
                exists (select from status a where a.dossier_id = d.dossier_id and a.code = '13'
                  and a.addressee = d.agency and not exists (select from status b
                    where b.dossier_id = a.dossier_id and b.from_agency = d.agency and b.code in ('15', '16')
                      and b.id > a.id)) as asked_back
              from delivery d join dossier s on s.id = d.dossier_id
              where d.agency = any(cast(:agencies as uuid[])) and d.kind = 'EDOC'
                and (d.state in ('WAITING', 'LEASED', 'HANDED_OVER')
                  or d.state = 'HELD' and s.state = 'HELD' and s.hold = 'RECEIVING_CLERK'
                  or d.state = 'FAILED' and s.state = 'REFUSED'))
            """;

    private static final String SHOWN = " where (state <> 'FAILED' or last_code <> '')";
    private static final String TRAY = ROWS + "select * from tray" + SHOWN;

    /** What is searched, as {@link TraySearch#fold} writes it; {@code offset 0} has it worked out once a row, not once a word. */
    private static final String SEARCHED = ROWS
            + """
            select tray.* from tray cross join lateral (select
              translate(lower(regexp_replace(normalize(number || '/' || notation || ' ' || subject || ' ' || signer || ' '
                || sender_name || ' ' || document_id || ' ' || coalesce((select string_agg(a.description, ' ') from status a
                  where a.dossier_id = tray.dossier_id and a.from_agency = tray.agency and a.code = '04'), ''), NFD),
                '[' || chr(768) || '-' || chr(879) || ']', '', 'g')), 'đĐ', 'dd') as folded offset 0) searched
            """
            + SHOWN;

    private final Jdbi jdbi;

    public PostgresTrays(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<TrayItem> find(Set<AgencyId> agencies, DeliveryId delivery) {
        return jdbi.withHandle(handle -> of(handle.createQuery(TRAY + " and delivery_id = :delivery"), agencies)
                .bind("delivery", delivery.value())
                .map((row, context) -> item(row))
                .findOne());
    }

    @Override
    public List<TrayItem> search(TraySearch search) {
        List<String> words = search.words();
        StringBuilder sql = new StringBuilder(words.isEmpty() ? TRAY : SEARCHED);
        search.stage().ifPresent(stage -> sql.append(" and ").append(isAt(stage)));
        search.arrivedBefore().ifPresent(before -> sql.append(" and created_at < :before"));
        if (search.openedOnly()) {
            sql.append(" and (taken or state = 'HANDED_OVER')");
        }
        for (int i = 0; i < words.size(); i++) {
            sql.append(" and folded like :word").append(i);
        }
        boolean newOnes = search.stage().filter(TrayStage.NEW::equals).isPresent();
        sql.append(" order by created_at ").append(newOnes ? "" : "desc").append(", delivery_id");
        sql.append(" limit :limit offset :offset");
        return jdbi.withHandle(handle -> {
            Query query = of(handle.createQuery(sql.toString()), search.agencies())
                    .bind("limit", search.limit())
                    .bind("offset", search.offset());
            search.arrivedBefore().ifPresent(before -> query.bind("before", before));
            for (int i = 0; i < words.size(); i++) {
                query.bind("word" + i, Columns.anywhere(words.get(i)));
            }
            return query.map((row, context) -> item(row)).list();
        });
    }

    @Override
    public Map<TrayStage, Long> count(Set<AgencyId> agencies) {
        Map<TrayStage, Long> counts = new EnumMap<>(TrayStage.class);
        jdbi.useHandle(handle -> of(
                        handle.createQuery("select last_code, count(*) from (" + TRAY + ") t group by last_code"),
                        agencies)
                .map((row, context) -> Map.entry(TrayStage.of(row.getString(1)), row.getLong(2)))
                .forEach(count -> counts.merge(count.getKey(), count.getValue(), Long::sum)));
        return counts;
    }

    @Override
    public long countNew(Set<AgencyId> agencies, Instant arrivedBefore) {
        return jdbi.withHandle(handle -> of(
                        handle.createQuery("select count(*) from (" + TRAY + " and " + isAt(TrayStage.NEW)
                                + " and created_at < :before) t"),
                        agencies)
                .bind("before", arrivedBefore)
                .mapTo(Long.class)
                .one());
    }

    private static Query of(Query query, Set<AgencyId> agencies) {
        return query.bind("agencies", Columns.agenciesLiteral(agencies));
    }

    /** The codes are ours and have no quotes in them. */
    private static String isAt(TrayStage stage) {
        return stage == TrayStage.NEW
                ? "last_code not in (" + quoted(TrayStage.IN_WORK) + ", " + quoted(TrayStage.FINISHED) + ")"
                : "last_code in (" + quoted(stage) + ")";
    }

    private static String quoted(TrayStage stage) {
        return stage.codes().stream().sorted().collect(Collectors.joining("', '", "'", "'"));
    }

    private static TrayItem item(ResultSet row) throws SQLException {
        DeliveryState state = DeliveryState.valueOf(row.getString("state"));
        return new TrayItem(
                new DeliveryId(Columns.uuid(row, "delivery_id")),
                new DossierId(Columns.uuid(row, "dossier_id")),
                new AgencyId(Columns.uuid(row, "agency")),
                BusinessAction.valueOf(row.getString("action")),
                row.getString("sender_name"),
                new DocumentFacts(
                        row.getString("number"),
                        row.getString("notation"),
                        row.getString("type_name"),
                        row.getString("subject"),
                        Columns.optionalDate(row, "promulgated"),
                        row.getString("signer"),
                        row.getInt("urgency")),
                Columns.instant(row, "created_at"),
                state == DeliveryState.HELD,
                row.getBoolean("taken") || state == DeliveryState.HANDED_OVER,
                row.getString("last_code"),
                row.getBoolean("asked_back"));
    }
}
