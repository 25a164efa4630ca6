package vn.lienthong.routes.platform;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import vn.lienthong.gateway.packet.PacketLimits;

/**
 * {@code lienthong.packet}: how much a packet may hold. The bounds keep one sender from filling memory or disk.
 *
 * @param maxSize the whole packet as received; default 512 MB
 * @param maxAttachmentSize one attachment after decoding and inflating; default 512 MB
 * @param maxAttachments attachments of one packet; default 200
 * @param maxDepth nested elements; default 64
 * @param maxElements elements of one packet; default 200 000
 * @param maxText one text value that is not an attachment; default 1 MB
 * @param maxInflation how many times larger an archive may become; default 100
 */
public record PacketSettings(
        @DefaultValue("512MB") DataSize maxSize,
        @DefaultValue("512MB") DataSize maxAttachmentSize,
        @DefaultValue("200") int maxAttachments,
        @DefaultValue("64") int maxDepth,
        @DefaultValue("200000") int maxElements,
        @DefaultValue("1MB") DataSize maxText,
        @DefaultValue("100") int maxInflation) {
    public PacketSettings {
        DataSize least = DataSize.ofKilobytes(1);
        DataSize most = DataSize.ofGigabytes(16);
        Setting.inRange("lienthong.packet.max-size", maxSize, least, most);
        Setting.inRange("lienthong.packet.max-attachment-size", maxAttachmentSize, least, most);
        Setting.inRange("lienthong.packet.max-attachments", maxAttachments, 1, 10_000);
        Setting.inRange("lienthong.packet.max-depth", maxDepth, 16, 1_000);
        Setting.inRange("lienthong.packet.max-elements", maxElements, 1_000, 10_000_000);
        Setting.inRange("lienthong.packet.max-text", maxText, least, DataSize.ofMegabytes(64));
        Setting.inRange("lienthong.packet.max-inflation", maxInflation, 10, 10_000);
    }

    /** As the reader wants them; what is not a setting keeps the reader's own default. */
    PacketLimits limits() {
        PacketLimits usual = PacketLimits.defaults();
        return new PacketLimits(
                maxSize.toBytes(),
                maxDepth,
                maxElements,
                usual.maxNameChars(),
                usual.maxAttributesPerElement(),
                usual.maxAttributeChars(),
                Math.toIntExact(maxText.toBytes()),
                usual.maxSkeletonChars(),
                usual.maxTokenBytes(),
                maxAttachments,
                maxAttachmentSize.toBytes(),
                usual.maxUnpackedBytes(),
                maxInflation,
                usual.inflationFloorBytes());
    }
}
