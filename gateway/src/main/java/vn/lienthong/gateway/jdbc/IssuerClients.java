package vn.lienthong.gateway.jdbc;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Which client of another issuer is which system. */
final class IssuerClients {

    private IssuerClients() {}

    static Optional<String> systemOf(Jdbi jdbi, String issuer, String client) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select system_id from issuer_client where issuer = :issuer and client = :client")
                .bind("issuer", issuer)
                .bind("client", client)
                .mapTo(String.class)
                .findOne());
    }

    static List<String> of(Jdbi jdbi, String issuer, String systemId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select client from issuer_client where issuer = :issuer and system_id = :id order by client collate \"C\"")
                .bind("issuer", issuer)
                .bind("id", systemId)
                .mapTo(String.class)
                .list());
    }

    static boolean bind(Jdbi jdbi, String issuer, String client, String systemId) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into issuer_client (issuer, client, system_id) values (:issuer, :client, :id)
                        on conflict do nothing
                        """)
                .bind("issuer", issuer)
                .bind("client", client)
                .bind("id", systemId)
                .execute());
        return systemOf(jdbi, issuer, client).equals(Optional.of(systemId));
    }

    static boolean unbind(Jdbi jdbi, String issuer, String client, String systemId) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "delete from issuer_client where issuer = :issuer and client = :client and system_id = :id")
                        .bind("issuer", issuer)
                        .bind("client", client)
                        .bind("id", systemId)
                        .execute())
                > 0;
    }
}
