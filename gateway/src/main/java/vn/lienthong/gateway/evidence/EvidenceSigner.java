package vn.lienthong.gateway.evidence;

import java.time.Instant;

/** The gateway's seal: signs what it attests. */
public interface EvidenceSigner {

    /**
     * A CMS SignedData that holds the content and its signature, checkable by any CMS program.
     *
     * @param at the claimed time of signing
     * @throws IllegalStateException when the key cannot sign now: nothing was sealed, and it may be tried again
     */
    byte[] sign(byte[] content, Instant at);
}
