package vn.lienthong.gateway.signature.path;

/** The branches of trust in Vietnam: separate hierarchies with separate roots. */
public enum TrustBranch {
    /** State agencies, under the Government Cipher Committee's root (Decree 68/2024/NĐ-CP). */
    GOVERNMENT,
    /** Party organs, under the Government Cipher Committee. */
    PARTY,
    /** Enterprises and citizens, under the national root (Decree 23/2025/NĐ-CP). */
    PUBLIC
}
