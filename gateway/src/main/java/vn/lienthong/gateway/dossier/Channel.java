package vn.lienthong.gateway.dossier;

/** The door a submission came through. */
public enum Channel {
    AXIS,
    REST,
    SOAP,
    /** The dialect of provincial platforms. */
    PROVINCIAL,
    FILE,
    CONSOLE,
    LINK,
    /** No door: an agency that answers by itself. */
    ECHO
}
