package vn.lienthong.gateway.signature.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.dossier.StoreContract;
import vn.lienthong.gateway.dossier.Stores;

/** What every {@link CrlStore} promises. */
public abstract class CrlStoreContract extends StoreContract {

    protected CrlStoreContract(Stores stores) {
        super(stores);
    }

    private static CrlStore.Kept list(int... bytes) {
        byte[] der = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            der[i] = (byte) bytes[i];
        }
        return new CrlStore.Kept(der, Optional.empty());
    }

    private byte[] der(String key) {
        return stores.crls().read(key).orElseThrow().der();
    }

    @Test
    void aListTakesThePlaceOfTheOneUnderItsKey() {
        CrlStore crls = stores.crls();
        assertThat(crls.versions()).isEmpty();
        assertThat(crls.read("CN=Hai")).isEmpty();
        crls.put("CN=Một, O=\"x\"|full", list(0, -1));
        crls.put("CN=Hai", list(2));
        crls.put("CN=Hai", list(3));
        assertThat(der("CN=Một, O=\"x\"|full")).isEqualTo(new byte[] {0, -1});
        assertThat(der("CN=Hai")).isEqualTo(new byte[] {3});
        assertThat(crls.versions()).containsOnlyKeys("CN=Một, O=\"x\"|full", "CN=Hai");
    }

    @Test
    void whereAListWasFetchedIsKeptThoughTheNextIsBrought() {
        URI address = URI.create("http://crl.example/hai.crl");
        stores.crls().put("CN=Hai", new CrlStore.Kept(new byte[] {2}, Optional.of(address)));
        assertThat(stores.crls().read("CN=Hai").orElseThrow().address()).contains(address);
        stores.crls().put("CN=Hai", list(3));
        assertThat(der("CN=Hai")).isEqualTo(new byte[] {3});
        assertThat(stores.crls().read("CN=Hai").orElseThrow().address()).contains(address);
        stores.crls().put("CN=Một", list(3));
        assertThat(stores.crls().read("CN=Một").orElseThrow().address()).isEmpty();
    }

    @Test
    void whatACallerDoesWithItsBytesChangesNothing() {
        byte[] given = {1};
        stores.crls().put("CN=Một", new CrlStore.Kept(given, Optional.empty()));
        given[0] = 9;
        der("CN=Một")[0] = 9;
        assertThat(der("CN=Một")).isEqualTo(new byte[] {1});
    }

    @Test
    void theVersionOfAListTellsThatItChanged() {
        stores.crls().put("CN=Một", list(1));
        stores.crls().put("CN=Hai", list(2));
        Map<String, String> before = stores.crls().versions();
        assertThat(stores.crls().versions()).isEqualTo(before);
        stores.crls().put("CN=Hai", list(3));
        Map<String, String> after = stores.crls().versions();
        assertThat(after.get("CN=Một")).isEqualTo(before.get("CN=Một"));
        assertThat(after.get("CN=Hai")).isNotEqualTo(before.get("CN=Hai"));
    }
}
