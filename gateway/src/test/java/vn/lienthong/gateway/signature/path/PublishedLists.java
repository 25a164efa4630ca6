package vn.lienthong.gateway.signature.path;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevelopmentPki;

/** What authorities publish, and who asked for it; addresses that hold nothing do not answer. */
public final class PublishedLists implements RevocationSource {

    private final Map<URI, byte[]> lists = new ConcurrentHashMap<>();
    private final List<URI> asked = Collections.synchronizedList(new ArrayList<>());

    public void publish(URI address, byte[] list) {
        lists.put(address, list);
    }

    public void takeDown(URI address) {
        lists.remove(address);
    }

    /** Publishes the current lists of the Government's branch where its certificates say so. */
    public void publish(DevelopmentPki pki) {
        publish(issuing(pki), pki.crl(Branch.GOVERNMENT));
        publish(root(pki), pki.rootCrl(Branch.GOVERNMENT));
    }

    /** Where the root's list about the issuing authority is published. */
    public static URI root(DevelopmentPki pki) {
        return URI.create(
                DistributionPoints.of(pki.issuingCa(Branch.GOVERNMENT)).getFirst());
    }

    /** Where the issuing authority's list about agencies is published. */
    public static URI issuing(DevelopmentPki pki) {
        return URI.create(DistributionPoints.of(pki.timestampCertificate()).getFirst());
    }

    public List<URI> asked() {
        return List.copyOf(asked);
    }

    @Override
    public byte[] list(URI address) throws RevocationUnavailable {
        asked.add(address);
        byte[] list = lists.get(address);
        if (list == null) {
            throw new RevocationUnavailable("answer: HTTP 500 (expected: 200)");
        }
        return list;
    }
}
