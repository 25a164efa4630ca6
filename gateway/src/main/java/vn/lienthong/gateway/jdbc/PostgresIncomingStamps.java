package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.tray.GivenNumber;
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
        int next = handle.createQuery(
                        """
                        with line as (select * from incoming_number where agency = :agency and year = :year),
                          highest as (select coalesce(max(serial), 0) as serial from line where voided_at is null)
                        select min(n) from highest, generate_series(highest.serial + 1,
                          highest.serial + 1 + (select count(*)::integer from line where voided_at is not null)) n
                        where not exists (select from line where line.serial = n)
                        """)
                .bind("agency", agency.value())
                .bind("year", year)
                .mapTo(Integer.class)
                .one();
        return new IncomingNumber(next, "");
    }

    @Override
    public Optional<GivenNumber> given(AgencyId agency, int year, IncomingNumber number) {
        return handle.createQuery(
                        "select * from incoming_number where agency = :agency and year = :year and number = :number")
                .bind("agency", agency.value())
                .bind("year", year)
                .bind("number", number.text())
                .map((row, context) -> number(row))
                .findOne();
    }

    @Override
    public List<GivenNumber> numbers(DeliveryId delivery) {
        return handle.createQuery(
                        "select * from incoming_number where delivery_id = :delivery order by agency, year, serial, number")
                .bind("delivery", delivery.value())
                .map((row, context) -> number(row))
                .list();
    }

    @Override
    public List<StampedFile> of(DeliveryId delivery) {
        // What has become of a file since it was stamped; the column itself goes on saying what was signed, as the
        // entry does.
        return handle.createQuery(
                        """
                        select s.*, coalesce(l.bytes_digest, s.bytes_digest) as newest_digest,
                          coalesce(l.bytes_length, s.bytes_length) as newest_length
                        from stamped_file s left join lasting_file l on l.versions @> array[s.bytes_digest]
                        where s.delivery_id = :delivery order by s.stamped_at, s.id
                        """)
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
        boolean own = given(file.agency(), file.year(), file.number())
                .filter(GivenNumber::stands)
                .filter(number -> number.delivery().equals(file.delivery()))
                .isPresent();
        if (own) {
            insert(file);
        }
        return own;
    }

    @Override
    public boolean enter(GivenNumber number) {
        GivenNumber.Entered entered = number.entered().orElseThrow();
        return handle.createUpdate(
                                """
                                insert into incoming_number (agency, year, number, serial, delivery_id,
                                  entered_on, entered_by, entered_at)
                                values (:agency, :year, :number, :serial, :delivery, :on, :by, :at) on conflict do nothing
                                """)
                        .bind("agency", number.agency().value())
                        .bind("year", number.year())
                        .bind("number", number.number().text())
                        .bind("serial", number.number().serial())
                        .bind("delivery", number.delivery().value())
                        .bind("on", entered.date())
                        .bind("by", entered.by())
                        .bind("at", entered.at())
                        .execute()
                == 1;
    }

    @Override
    public boolean makeVoid(GivenNumber number, GivenNumber.Voided why) {
        return handle.createUpdate(
                                """
                                update incoming_number set void_reason = :reason, voided_by = :by, voided_at = :at
                                where agency = :agency and year = :year and number = :number and delivery_id = :delivery
                                  and voided_at is null
                                """)
                        .bind("agency", number.agency().value())
                        .bind("year", number.year())
                        .bind("number", number.number().text())
                        .bind("delivery", number.delivery().value())
                        .bind("reason", why.reason())
                        .bind("by", why.by())
                        .bind("at", why.at())
                        .execute()
                == 1;
    }

    private static GivenNumber number(ResultSet row) throws SQLException {
        return new GivenNumber(
                new AgencyId(Columns.uuid(row, "agency")),
                row.getInt("year"),
                IncomingNumber.of(row.getString("number")).orElseThrow(),
                new DeliveryId(Columns.uuid(row, "delivery_id")),
                entered(row),
                voided(row));
    }

    private static Optional<GivenNumber.Entered> entered(ResultSet row) throws SQLException {
        LocalDate date = row.getObject("entered_on", LocalDate.class);
        return date == null
                ? Optional.empty()
                : Optional.of(
                        new GivenNumber.Entered(date, row.getString("entered_by"), Columns.instant(row, "entered_at")));
    }

    private static Optional<GivenNumber.Voided> voided(ResultSet row) throws SQLException {
        String reason = row.getString("void_reason");
        return reason == null
                ? Optional.empty()
                : Optional.of(
                        new GivenNumber.Voided(reason, row.getString("voided_by"), Columns.instant(row, "voided_at")));
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
                new StoredBytes(new Sha256(row.getString("newest_digest")), row.getLong("newest_length")),
                row.getString("stamped_by"),
                Columns.instant(row, "stamped_at"));
    }
}
