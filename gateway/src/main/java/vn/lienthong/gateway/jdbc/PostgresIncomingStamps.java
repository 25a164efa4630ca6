package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.tray.IncomingNumber;
import vn.lienthong.gateway.tray.IncomingStamps;
import vn.lienthong.gateway.tray.StampedFile;

/** Two who want the same number meet at its key: the second waits for the first, and finds it taken. */
final class PostgresIncomingStamps implements IncomingStamps {

    private final Handle handle;

    PostgresIncomingStamps(Handle handle) {
        this.handle = handle;
    }

    @Override
    public IncomingNumber next(AgencyId agency, int year) {
        int highest = handle.createQuery(
                        "select coalesce(max(serial), 0) from incoming_number where agency = :agency and year = :year")
                .bind("agency", agency.value())
                .bind("year", year)
                .mapTo(Integer.class)
                .one();
        return new IncomingNumber(highest + 1, "");
    }

    @Override
    public Optional<DeliveryId> holder(AgencyId agency, int year, IncomingNumber number) {
        return handle.createQuery(
                        "select delivery_id from incoming_number where agency = :agency and year = :year and number = :number")
                .bind("agency", agency.value())
                .bind("year", year)
                .bind("number", number.text())
                .mapTo(UUID.class)
                .findOne()
                .map(DeliveryId::new);
    }

    @Override
    public List<StampedFile> of(DeliveryId delivery) {
        return handle.createQuery("select * from stamped_file where delivery_id = :delivery order by stamped_at, id")
                .bind("delivery", delivery.value())
                .map((row, context) -> file(row))
                .list();
    }

    @Override
    public boolean add(StampedFile file) {
        handle.createUpdate(
                        """
                        insert into incoming_number (agency, year, number, serial, delivery_id)
                        values (:agency, :year, :number, :serial, :delivery) on conflict do nothing
                        """)
                .bind("agency", file.agency().value())
                .bind("year", file.year())
                .bind("number", file.number().text())
                .bind("serial", file.number().serial())
                .bind("delivery", file.delivery().value())
                .execute();
        boolean own = holder(file.agency(), file.year(), file.number())
                .filter(file.delivery()::equals)
                .isPresent();
        if (own) {
            insert(file);
        }
        return own;
    }

    private void insert(StampedFile file) {
        handle.createUpdate(
                        """
                        insert into stamped_file (id, delivery_id, agency, year, number, arrived_on, forwarded, name,
                          bytes_digest, bytes_length, stamped_by, stamped_at)
                        values (:id, :delivery, :agency, :year, :number, :date, :forwarded, :name, :digest, :length, :by, :at)
                        """)
                .bind("id", file.id())
                .bind("delivery", file.delivery().value())
                .bind("agency", file.agency().value())
                .bind("year", file.year())
                .bind("number", file.number().text())
                .bind("date", file.date())
                .bind("forwarded", file.forwarding())
                .bind("name", file.name())
                .bind("digest", file.bytes().digest().hex())
                .bind("length", file.bytes().length())
                .bind("by", file.by())
                .bind("at", file.at())
                .execute();
    }

    private static StampedFile file(ResultSet row) throws SQLException {
        return new StampedFile(
                Columns.uuid(row, "id"),
                new DeliveryId(Columns.uuid(row, "delivery_id")),
                new AgencyId(Columns.uuid(row, "agency")),
                IncomingNumber.of(row.getString("number")).orElseThrow(),
                row.getObject("arrived_on", LocalDate.class),
                row.getString("forwarded"),
                row.getString("name"),
                new StoredBytes(new Sha256(row.getString("bytes_digest")), row.getLong("bytes_length")),
                row.getString("stamped_by"),
                Columns.instant(row, "stamped_at"));
    }
}
