package vn.lienthong.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.RegistrationRequests.Decision;
import vn.lienthong.gateway.access.RegistrationRequests.Request;
import vn.lienthong.gateway.agency.DirectoryVersion;
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

    @Test
    void aRequestIsDecidedOnce() {
        RegistrationRequests requests = stores.requests();
        requests.add(request("registerAgency", "{}"));
        requests.add(request("deleteAgency", "{}"));
        requests.add(request("registerAgency", "{}"));
        List<Long> ids = requests.open(10).stream().map(Request::id).toList();
        stores.directoryMoved(new DirectoryVersion(1, "0".repeat(64)));
        Decision approved = decision("đúng công văn", OptionalLong.of(1));
        Decision declined = decision("không có căn cứ", OptionalLong.empty());

        assertThat(requests.decide(ids.get(0), request -> approved)).isTrue();
        assertThat(requests.decide(ids.get(1), request -> declined)).isTrue();
        assertThat(requests.decide(ids.get(0), request -> fail("decided twice")))
                .isFalse();
        assertThat(requests.decide(999_999, request -> fail("not there"))).isFalse();

        assertThat(requests.open(10)).extracting(Request::id).containsExactly(ids.get(2));
        assertThat(requests.decided(10))
                .extracting(request -> request.decision().orElseThrow())
                .containsExactly(declined, approved);
        assertThat(requests.decided(1)).isEqualTo(requests.decided(10).subList(0, 1));
        assertThat(requests.find(ids.get(0)).flatMap(Request::decision)).contains(approved);
        assertThat(requests.find(ids.get(2)).flatMap(Request::decision)).isEmpty();
        assertThat(requests.find(999_999)).isEmpty();
    }

    @Test
    void whatFailsLeavesTheRequestOpen() {
        RegistrationRequests requests = stores.requests();
        requests.add(request("registerAgency", "{}"));
        long id = requests.open(1).getFirst().id();
        assertThatThrownBy(() -> requests.decide(id, request -> {
                    throw new IllegalStateException("moved");
                }))
                .hasMessage("moved");
        assertThat(requests.open(10)).extracting(Request::id).containsExactly(id);
        assertThat(requests.decide(id, request -> decision("lần này", OptionalLong.empty())))
                .isTrue();
    }

    @Test
    void ofTwoWhoDecideAtOnceTheSecondHearsIt() throws Exception {
        RegistrationRequests requests = stores.requests();
        requests.add(request("registerAgency", "{}"));
        long id = requests.open(1).getFirst().id();
        CountDownLatch making = new CountDownLatch(1);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> second = people.submit(() -> {
                making.await();
                return requests.decide(id, request -> fail("decided while another held it"));
            });
            boolean first = requests.decide(id, request -> {
                making.countDown();
                return decision("trước", OptionalLong.empty());
            });
            assertThat(first).isTrue();
            assertThat(second.get()).isFalse();
        }
    }

    private static Decision decision(String reason, OptionalLong version) {
        return new Decision(DossierSketch.NOW, "USER:dang.ky", reason, version);
    }
}
