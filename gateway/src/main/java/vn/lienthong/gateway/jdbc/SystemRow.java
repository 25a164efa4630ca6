package vn.lienthong.gateway.jdbc;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.CallerLimits;
import vn.lienthong.gateway.access.PushForm;
import vn.lienthong.gateway.access.PushTarget;
import vn.lienthong.gateway.access.ReceivingSystem;

/** A system as a row of {@code receiving_system}; its secret is not read here. */
final class SystemRow {

    private SystemRow() {}

    static ReceivingSystem system(ResultSet row) throws SQLException {
        String[] addresses = (String[]) row.getArray("bound_addresses").getArray();
        return new ReceivingSystem(
                row.getString("system_id"),
                row.getString("name"),
                CallerKind.valueOf(row.getString("kind")),
                Duration.ofSeconds(row.getLong("timestamp_window_seconds")),
                List.of(addresses),
                Optional.ofNullable(row.getString("bound_certificate")),
                pushTo(row),
                row.getBoolean("enabled"));
    }

    private static Optional<PushTarget> pushTo(ResultSet row) throws SQLException {
        PushForm form = PushForm.valueOf(row.getString("push_by"));
        return Optional.ofNullable(row.getString("push_to")).map(address -> new PushTarget(URI.create(address), form));
    }

    static CallerLimits limits(ResultSet row) throws SQLException {
        int calls = row.getInt("calls_per_minute");
        long bytes = row.getLong("max_packet_bytes");
        return new CallerLimits(
                calls == 0 ? OptionalInt.empty() : OptionalInt.of(calls),
                bytes == 0 ? OptionalLong.empty() : OptionalLong.of(bytes));
    }
}
