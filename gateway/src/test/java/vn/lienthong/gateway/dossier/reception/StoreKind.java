package vn.lienthong.gateway.dossier.reception;

import vn.lienthong.gateway.dossier.Stores;
import vn.lienthong.gateway.jdbc.PostgresStores;
import vn.lienthong.gateway.memory.InMemoryStores;

/** What a use case is tried on: the fakes, which keep to the contracts of the ports, and the real thing. */
public enum StoreKind {
    IN_MEMORY {
        @Override
        public Stores open() {
            return new InMemoryStores();
        }
    },
    POSTGRES {
        @Override
        public Stores open() {
            return PostgresStores.fresh();
        }
    };

    /** Empty stores, to be closed by who asked. */
    public abstract Stores open();
}
