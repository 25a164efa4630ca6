package vn.lienthong.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;

/** A contract of a port that is tried on one kind of store. */
public abstract class StoreContract {

    @AutoClose
    protected final Stores stores;

    /** The stores are empty. */
    protected StoreContract(Stores stores) {
        this.stores = stores;
    }

    protected <T> T read(Function<Transaction, T> reading) {
        return stores.work().inTransaction(reading);
    }

    /** Where an assertion has to know that it is asked about an optional. */
    protected <T> Optional<T> one(Function<Transaction, Optional<T>> reading) {
        return read(reading);
    }

    /** Where an assertion has to know that it is asked about a list. */
    protected <T> List<T> list(Function<Transaction, List<T>> reading) {
        return read(reading);
    }

    protected void write(Consumer<Transaction> writing) {
        stores.work().inTransaction(transaction -> {
            writing.accept(transaction);
            return true;
        });
    }

    protected DossierId keep(DossierSketch sketch) {
        boolean added = read(t -> t.dossiers().add(sketch.dossier()));
        assertThat(added).isTrue();
        return sketch.id();
    }

    protected DeliveryId keep(DeliverySketch sketch) {
        Delivery delivery = sketch.delivery();
        write(t -> t.deliveries().add(List.of(delivery)));
        return delivery.id();
    }
}
