package vn.lienthong.routes.door;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.platform.AddressRange;

/** Whether a call comes from where its system is bound to: an address, a client certificate. The same at every door. */
public final class SystemBinding {

    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private SystemBinding() {}

    /** What is wrong with where the call comes from; empty when it is the system's own place. */
    public static Optional<Finding> fault(ReceivingSystem system, HttpServletRequest request) {
        return comesFromItsAddress(system, request) && showsItsCertificate(system, request)
                ? Optional.empty()
                : Optional.of(Finding.error(
                        ErrorCode.SYSTEM_UNKNOWN,
                        "remote",
                        "remote: " + request.getRemoteAddr() + " (expected: địa chỉ hoặc chứng thư đã đăng ký)"));
    }

    /** The client certificate of the connection, by its digest; whoever shows one has proved its key in the handshake. */
    public static Optional<Sha256> certificate(HttpServletRequest request) {
        if (!(request.getAttribute(CERTIFICATES) instanceof X509Certificate[] shown) || shown.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Sha256.of(shown[0].getEncoded()));
        } catch (CertificateEncodingException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean comesFromItsAddress(ReceivingSystem system, HttpServletRequest request) {
        return system.boundAddresses().isEmpty()
                || system.boundAddresses().stream()
                        .anyMatch(range -> AddressRange.parse(range).contains(request.getRemoteAddr()));
    }

    private static boolean showsItsCertificate(ReceivingSystem system, HttpServletRequest request) {
        return system.boundCertificate().isEmpty()
                || system.boundCertificate().equals(certificate(request).map(Sha256::hex));
    }
}
