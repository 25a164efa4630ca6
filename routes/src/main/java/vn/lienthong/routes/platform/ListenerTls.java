package vn.lienthong.routes.platform;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.jspecify.annotations.Nullable;

/** Puts a listener behind TLS 1.2 or 1.3. */
final class ListenerTls {
    private ListenerTls() {}

    /** With a trust store a client may show a certificate; whether it must is the door's affair. */
    static void apply(Connector connector, @Nullable TlsSettings tls) {
        if (tls == null) {
            return;
        }
        SSLHostConfig host = new SSLHostConfig();
        host.setProtocols("TLSv1.2+TLSv1.3");
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystoreFile(tls.keyStore().toAbsolutePath().toString());
        certificate.setCertificateKeystorePassword(tls.keyStorePassword());
        certificate.setCertificateKeystoreType("PKCS12");
        host.addCertificate(certificate);
        if (tls.trustStore() != null) {
            host.setTruststoreFile(tls.trustStore().toAbsolutePath().toString());
            host.setTruststorePassword(tls.trustStorePassword());
            host.setTruststoreType("PKCS12");
            host.setCertificateVerification("optional");
        }
        AbstractHttp11Protocol<?> protocol = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
        protocol.setSSLEnabled(true);
        protocol.addSslHostConfig(host);
        connector.setScheme("https");
        connector.setSecure(true);
    }
}
