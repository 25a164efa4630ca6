package vn.lienthong.gateway.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.tray.GivenNumber;
import vn.lienthong.gateway.tray.IncomingNumber;
import vn.lienthong.gateway.tray.IncomingStamps;
import vn.lienthong.gateway.tray.StampedFile;

record InMemoryIncomingStamps(Tables tables) implements IncomingStamps {

    private List<GivenNumber> register(AgencyId agency, int year) {
        return tables.numbers.stream()
                .filter(line -> line.agency().equals(agency) && line.year() == year)
                .toList();
    }

    @Override
    public IncomingNumber next(AgencyId agency, int year) {
        List<GivenNumber> register = register(agency, year);
        int next = 1
                + register.stream()
                        .filter(GivenNumber::stands)
                        .mapToInt(line -> line.number().serial())
                        .max()
                        .orElse(0);
        while (has(register, next)) {
            next++;
        }
        return new IncomingNumber(next, "");
    }

    private static boolean has(List<GivenNumber> register, int serial) {
        return register.stream().anyMatch(line -> line.number().serial() == serial);
    }

    @Override
    public Optional<GivenNumber> given(AgencyId agency, int year, IncomingNumber number) {
        return register(agency, year).stream()
                .filter(line -> line.number().equals(number))
                .findFirst();
    }

    @Override
    public List<GivenNumber> numbers(DeliveryId delivery) {
        return tables.numbers.stream()
                .filter(line -> line.delivery().equals(delivery))
                .sorted(Comparator.comparing((GivenNumber line) -> line.agency().toString())
                        .thenComparing(GivenNumber::year)
                        .thenComparing(line -> line.number().serial())
                        .thenComparing(line -> line.number().text()))
                .toList();
    }

    @Override
    public List<StampedFile> of(DeliveryId delivery) {
        return tables.stamps.stream()
                .filter(file -> file.delivery().equals(delivery))
                .toList();
    }

    @Override
    public boolean add(StampedFile file) {
        Optional<GivenNumber> line = given(file.agency(), file.year(), file.number());
        if (line.isEmpty()) {
            tables.numbers.add(new GivenNumber(
                    file.agency(), file.year(), file.number(), file.delivery(), Optional.empty(), Optional.empty()));
        }
        boolean own = line.map(known -> known.stands() && known.delivery().equals(file.delivery()))
                .orElse(true);
        if (own) {
            tables.stamps.add(file);
        }
        return own;
    }

    @Override
    public boolean enter(GivenNumber number) {
        return given(number.agency(), number.year(), number.number()).isEmpty() && tables.numbers.add(number);
    }

    @Override
    public boolean makeVoid(GivenNumber number, GivenNumber.Voided why) {
        Optional<GivenNumber> line = given(number.agency(), number.year(), number.number())
                .filter(known -> known.stands() && known.delivery().equals(number.delivery()));
        line.ifPresent(known -> tables.numbers.set(
                tables.numbers.indexOf(known),
                new GivenNumber(
                        known.agency(),
                        known.year(),
                        known.number(),
                        known.delivery(),
                        known.entered(),
                        Optional.of(why))));
        return line.isPresent();
    }
}
