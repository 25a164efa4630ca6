package vn.lienthong.gateway.signature;

/** Forms of what is signed, as rules tell them apart. */
public enum SignedForm {
    PDF,
    XML,
    CMS,
    ASIC
}
