package vn.lienthong.gateway.jdbc;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.webhook.Happening;
import vn.lienthong.gateway.webhook.News;

final class PostgresNews implements News {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Handle handle;

    PostgresNews(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void add(List<Happening> happenings) {
        if (happenings.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                """
                insert into webhook_news (type, at, dossier_id, recipient, carrier, facts)
                select :type, :at, :dossier, cast(:recipient as uuid), :carrier, :facts
                where exists (select 1 from webhook where deleted_at is null)
                """);
        for (Happening news : happenings) {
            batch.bind("type", news.type())
                    .bind("at", news.at())
                    .bind("dossier", news.dossier().value())
                    .bind("recipient", news.recipient().map(AgencyId::value).orElse(null))
                    .bind("carrier", news.carrier().orElse(null))
                    .bind("facts", MAPPER.writeValueAsString(news.facts()))
                    .add();
        }
        batch.execute();
    }
}
