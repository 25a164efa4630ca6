package vn.lienthong.gateway.signature.cms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An AlgorithmIdentifier (RFC 5280 §4.1.1.2): object identifier and parameters, if any. */
record AlgorithmId(String oid, @Nullable Der parameters) {

    static AlgorithmId read(Der element) throws CmsException {
        List<Der> parts = element.expect(Der.SEQUENCE, "algorithm").children();
        if (parts.isEmpty() || parts.size() > 2) {
            throw new CmsException("algorithm: " + parts.size() + " parts (expected: 1 or 2)");
        }
        return new AlgorithmId(parts.get(0).oid(), parts.size() == 2 ? parts.get(1) : null);
    }
}
