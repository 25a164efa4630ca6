package vn.lienthong.gateway.packet;

/**
 * How much one packet may ask of the gateway. No official limits are known; these let through every packet that agencies are
 * known to send and stop those that are built to hurt.
 *
 * @param maxPacketBytes whole packet as sent
 * @param maxDepthElements elements nested in one another
 * @param maxElements elements in all; a recipient takes nine
 * @param maxNameChars one name: of an element, an attribute, a prefix, an instruction
 * @param maxAttributesPerElement attributes and namespace declarations of one element
 * @param maxAttributeChars one attribute's value
 * @param maxTextChars text of one element, attachments aside
 * @param maxSkeletonChars all text and names, attachments aside
 * @param maxTokenBytes one tag, comment or processing instruction
 * @param maxAttachments attached files
 * @param maxAttachmentBytes one file, unpacked
 * @param maxUnpackedBytes all files together, unpacked
 * @param maxInflationRatio unpacked bytes per packed byte of a wrapping ZIP
 * @param inflationFloorBytes a file up to this size is never called a bomb, whatever its ratio
 */
public record PacketLimits(
        long maxPacketBytes,
        int maxDepthElements,
        int maxElements,
        int maxNameChars,
        int maxAttributesPerElement,
        int maxAttributeChars,
        int maxTextChars,
        int maxSkeletonChars,
        int maxTokenBytes,
        int maxAttachments,
        long maxAttachmentBytes,
        long maxUnpackedBytes,
        int maxInflationRatio,
        long inflationFloorBytes) {

    private static final long GIB = 1L << 30;

    public PacketLimits {
        positive("maxPacketBytes", maxPacketBytes);
        positive("maxDepthElements", maxDepthElements);
        positive("maxElements", maxElements);
        positive("maxNameChars", maxNameChars);
        positive("maxAttributesPerElement", maxAttributesPerElement);
        positive("maxAttributeChars", maxAttributeChars);
        positive("maxTextChars", maxTextChars);
        positive("maxSkeletonChars", maxSkeletonChars);
        positive("maxTokenBytes", maxTokenBytes);
        positive("maxAttachments", maxAttachments);
        positive("maxAttachmentBytes", maxAttachmentBytes);
        positive("maxUnpackedBytes", maxUnpackedBytes);
        positive("maxInflationRatio", maxInflationRatio);
        positive("inflationFloorBytes", inflationFloorBytes);
    }

    /** A packet up to 1 GiB with up to 200 files, about 20,000 recipients. */
    public static PacketLimits defaults() {
        return new PacketLimits(
                GIB, 32, 200_000, 256, 32, 8_192, 65_536, 16 << 20, 256 << 10, 200, GIB, 2 * GIB, 100, 4 << 20);
    }

    private static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("lienthong.packet." + name + ": " + value + " (expected: above 0)");
        }
    }
}
