package vn.lienthong.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.RegistrationRequests.Request;
import vn.lienthong.gateway.dossier.DossierSketch;
import vn.lienthong.gateway.dossier.StoreContract;
import vn.lienthong.gateway.dossier.Stores;

/** What every {@link RegistrationRequests} promises. */
public abstract class RegistrationRequestsContract extends StoreContract {

    protected RegistrationRequestsContract(Stores stores) {
        super(stores);
    }

    private static Request request(String operation, String body) {
        return new Request(0, DossierSketch.NOW, "sys-so", operation, body);
    }

    @Test
    void undecidedOnesComeOldestFirstAsTheyCame() {
        RegistrationRequests requests = stores.requests();
        assertThat(requests.open(10)).isEmpty();
        Request first = request("register", "{\"tên\":\"Sở ' Nội vụ\"}");
        Request second = request("deleteAgency", "");
        requests.add(first);
        requests.add(second);
        requests.add(first);
        assertThat(requests.open(10))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactly(first, second, first);
        assertThat(requests.open(10)).extracting(Request::id).isSorted().doesNotHaveDuplicates();
        assertThat(requests.open(2)).isEqualTo(requests.open(10).subList(0, 2));
    }
}
