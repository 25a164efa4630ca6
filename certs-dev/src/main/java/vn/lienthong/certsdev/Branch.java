package vn.lienthong.certsdev;

/** The branches of the field, each with a root of its own: a verifier keeps one trust store per branch. */
public enum Branch {
    /** State agencies, served by the Government Cipher Committee. */
    GOVERNMENT,
    /** Party organs, served by the Government Cipher Committee. */
    PARTY,
    /** Enterprises and citizens, under the national root of the public branch. */
    PUBLIC
}
