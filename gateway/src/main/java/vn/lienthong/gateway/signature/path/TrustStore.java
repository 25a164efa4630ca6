package vn.lienthong.gateway.signature.path;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What one branch trusts.
 *
 * @param anchors roots, of every generation in use
 * @param intermediates authorities below them: signatures often carry the signer's certificate alone
 */
public record TrustStore(TrustBranch branch, List<X509Certificate> anchors, List<X509Certificate> intermediates) {
    public TrustStore {
        anchors = List.copyOf(anchors);
        intermediates = List.copyOf(intermediates);
    }
}
