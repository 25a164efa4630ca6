package vn.lienthong.gateway.evidence;

/** The gateway's seal: signs what it attests. */
public interface EvidenceSigner {

    /** A CMS SignedData that holds the content and its signature, checkable by any CMS program. */
    byte[] sign(byte[] content);
}
