package vn.lienthong.gateway.signature.key;

/** How new signatures of RSA keys are padded (Circular 15/2025/TT-BKHCN demands PSS of new software). */
public enum RsaPadding {
    /** RSASSA-PKCS1-v1_5: what every program of the installed base reads. */
    PKCS1,
    /** RSASSA-PSS: once those who receive can read it. */
    PSS
}
