package vn.lienthong.gateway.signature.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.dossier.StoreContract;
import vn.lienthong.gateway.dossier.Stores;

/** What every {@link CrlStore} promises. */
public abstract class CrlStoreContract extends StoreContract {

    protected CrlStoreContract(Stores stores) {
        super(stores);
    }

    @Test
    void aListTakesThePlaceOfTheOneUnderItsKey() {
        CrlStore crls = stores.crls();
        assertThat(crls.all()).isEmpty();
        crls.put("CN=Một, O=\"x\"|full", new byte[] {0, -1});
        crls.put("CN=Hai", new byte[] {2});
        crls.put("CN=Hai", new byte[] {3});
        assertThat(crls.all()).containsExactlyInAnyOrder(new byte[] {0, -1}, new byte[] {3});
        assertThat(stores.crls().all()).hasSize(2);
    }

    @Test
    void whatACallerDoesWithItsBytesChangesNothing() {
        byte[] given = {1};
        stores.crls().put("CN=Một", given);
        given[0] = 9;
        stores.crls().all().getFirst()[0] = 9;
        assertThat(stores.crls().all()).containsExactly(new byte[] {1});
    }
}
