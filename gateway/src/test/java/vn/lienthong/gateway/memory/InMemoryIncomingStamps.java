package vn.lienthong.gateway.memory;

import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.tray.IncomingNumber;
import vn.lienthong.gateway.tray.IncomingStamps;
import vn.lienthong.gateway.tray.StampedFile;

record InMemoryIncomingStamps(Tables tables) implements IncomingStamps {

    @Override
    public IncomingNumber next(AgencyId agency, int year) {
        int highest = tables.stamps.stream()
                .filter(file -> file.agency().equals(agency) && file.year() == year)
                .mapToInt(file -> file.number().serial())
                .max()
                .orElse(0);
        return new IncomingNumber(highest + 1, "");
    }

    @Override
    public Optional<DeliveryId> holder(AgencyId agency, int year, IncomingNumber number) {
        return tables.stamps.stream()
                .filter(file -> file.agency().equals(agency)
                        && file.year() == year
                        && file.number().equals(number))
                .map(StampedFile::delivery)
                .findFirst();
    }

    @Override
    public List<StampedFile> of(DeliveryId delivery) {
        return tables.stamps.stream()
                .filter(file -> file.delivery().equals(delivery))
                .toList();
    }

    @Override
    public boolean add(StampedFile file) {
        boolean own = holder(file.agency(), file.year(), file.number())
                .map(file.delivery()::equals)
                .orElse(true);
        if (own) {
            tables.stamps.add(file);
        }
        return own;
    }
}
