package vn.lienthong.gateway.packet;

import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** What all files of one packet together may still take. */
final class UnpackedBudget {

    private final long maxBytes;
    private long usedBytes;

    UnpackedBudget(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    void take(long bytes, String where) throws ReadingStopped {
        usedBytes += bytes;
        if (usedBytes > maxBytes) {
            throw new ReadingStopped(Finding.error(
                    ErrorCode.PACKET_LIMIT_EXCEEDED,
                    where,
                    "all attachments unpacked: more than " + maxBytes
                            + " bytes (expected: at most, setting lienthong.packet.maxUnpackedBytes)"));
        }
    }
}
