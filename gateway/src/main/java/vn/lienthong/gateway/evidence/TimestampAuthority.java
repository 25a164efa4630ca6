package vn.lienthong.gateway.evidence;

import java.io.IOException;

/** A third party that vouches for time (RFC 3161). */
public interface TimestampAuthority {

    /** What an operator calls it. */
    String name();

    /**
     * Hands in a TimeStampReq; waits up to the time set for it.
     *
     * @return its TimeStampResp, whatever it says
     * @throws IOException when there is no answer
     */
    byte[] ask(byte[] request) throws IOException, InterruptedException;
}
