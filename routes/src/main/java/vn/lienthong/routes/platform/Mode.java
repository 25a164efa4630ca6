package vn.lienthong.routes.platform;

/** What the program was started for. */
public enum Mode {
    /** Real documents: demo keys and credentials are refused, listeners beyond loopback need TLS. */
    SERVE,
    /** A story on one machine with development keys. */
    DEMO
}
