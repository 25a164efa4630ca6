package vn.lienthong.routes.door.folder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.dossier.Refusals;

/** Refusals in a list. */
record KeptRefusals(List<Refusal> kept) implements Refusals {

    @Override
    public void add(Refusal refusal) {
        kept.add(refusal);
    }

    @Override
    public List<Refusal> latest(int limit) {
        return kept;
    }

    @Override
    public int age(Instant before, int most) {
        return 0;
    }

    @Override
    public List<Aged> aged(int limit) {
        return List.of();
    }

    @Override
    public List<Counted> counted(LocalDate from, LocalDate to, int most) {
        return List.of();
    }

    @Override
    public Optional<LocalDate> newestDay(LocalDate before) {
        return Optional.empty();
    }
}
