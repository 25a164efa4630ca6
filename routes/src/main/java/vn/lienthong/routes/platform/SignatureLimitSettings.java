package vn.lienthong.routes.platform;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import vn.lienthong.gateway.signature.asic.AsicLimits;
import vn.lienthong.gateway.signature.cms.CmsLimits;
import vn.lienthong.gateway.signature.file.FileLimits;
import vn.lienthong.gateway.signature.file.VerificationLimits;
import vn.lienthong.gateway.signature.pdf.PdfLimits;
import vn.lienthong.gateway.signature.xml.EnvelopeLimits;
import vn.lienthong.gateway.signature.xml.XmlLimits;

/**
 * {@code lienthong.signature-limits}: how much work verifying a stranger's file may cause. What lies above is never unsigned: a
 * larger file is not checked, a signature that asks for more is broken.
 *
 * @param largest file of any form; default 1 GB
 * @param filesBeside files that a detached signature may be looked for in; default 16
 */
public record SignatureLimitSettings(
        @DefaultValue("1GB") DataSize largest,
        @DefaultValue("16") int filesBeside,
        @DefaultValue Pdf pdf,
        @DefaultValue Cms cms,
        @DefaultValue Xml xml,
        @DefaultValue Asic asic,
        @DefaultValue Envelope envelope) {
    private static final String PATH = "lienthong.signature-limits.";

    public SignatureLimitSettings {
        size("largest", largest, 4 << 10);
        count("files-beside", filesBeside, 1_000);
    }

    /**
     * Of PDFs.
     *
     * @param largest default 1 GB
     * @param revisions most of one file; default 100
     * @param signatures most of one file; default 50
     * @param values most numbers, names, dictionaries read; default 4,000,000
     * @param unpacked most bytes of object and cross-reference streams; default 64 MB
     * @param depth of nesting; default 64
     * @param repair largest file that the tolerant reader is asked about; default 32 MB
     */
    public record Pdf(
            @DefaultValue("1GB") DataSize largest,
            @DefaultValue("100") int revisions,
            @DefaultValue("50") int signatures,
            @DefaultValue("4000000") int values,
            @DefaultValue("64MB") DataSize unpacked,
            @DefaultValue("64") int depth,
            @DefaultValue("32MB") DataSize repair) {
        public Pdf {
            size("pdf.largest", largest, 1 << 10);
            count("pdf.revisions", revisions, 10_000);
            count("pdf.signatures", signatures, 1_000);
            count("pdf.values", values, 100_000_000);
            size("pdf.unpacked", unpacked, 1 << 10);
            count("pdf.depth", depth, 500);
            size("pdf.repair", repair, 1 << 10);
        }
    }

    /**
     * Of CMS files.
     *
     * @param largest attached content included; default 128 MB
     * @param largestBer in BER, which costs several times its size; default 32 MB
     * @param berElements default 200,000
     * @param largestContent detached; it is streamed; default 4 GB
     * @param signers most of one file; default 50
     * @param certificates most that come along; default 64
     */
    public record Cms(
            @DefaultValue("128MB") DataSize largest,
            @DefaultValue("32MB") DataSize largestBer,
            @DefaultValue("200000") int berElements,
            @DefaultValue("4GB") DataSize largestContent,
            @DefaultValue("50") int signers,
            @DefaultValue("64") int certificates) {
        public Cms {
            size("cms.largest", largest, 1 << 10);
            size("cms.largest-ber", largestBer, 1 << 10);
            count("cms.ber-elements", berElements, 10_000_000);
            Setting.inRange(
                    PATH + "cms.largest-content", largestContent, DataSize.ofKilobytes(1), DataSize.ofTerabytes(1));
            count("cms.signers", signers, 1_000);
            count("cms.certificates", certificates, 1_000);
        }
    }

    /**
     * Of signed XML.
     *
     * @param largest default 32 MB
     * @param elements default 200,000
     * @param depth of nesting; default 100
     * @param signatures most of one file; default 30
     * @param references most of one signature; default 30
     * @param transforms most of one reference; default 5
     * @param digested bytes for all signatures of a file; default 1 GB
     */
    public record Xml(
            @DefaultValue("32MB") DataSize largest,
            @DefaultValue("200000") int elements,
            @DefaultValue("100") int depth,
            @DefaultValue("30") int signatures,
            @DefaultValue("30") int references,
            @DefaultValue("5") int transforms,
            @DefaultValue("1GB") DataSize digested) {
        public Xml {
            size("xml.largest", largest, 1 << 10);
            count("xml.elements", elements, 10_000_000);
            count("xml.depth", depth, 1_000);
            count("xml.signatures", signatures, 1_000);
            count("xml.references", references, 1_000);
            count("xml.transforms", transforms, 20);
            Setting.inRange(PATH + "xml.digested", digested, DataSize.ofKilobytes(1), DataSize.ofTerabytes(1));
        }
    }

    /**
     * Of ASiC containers.
     *
     * @param largest default 1 GB
     * @param entries default 1,000
     * @param unpacked of all entries together; default 2 GB
     * @param ratio times its packed size that an entry may unpack to; default 100
     * @param largestInside manifest, signature or token; default 16 MB
     * @param signatures with timestamps and manifests; default 100
     */
    public record Asic(
            @DefaultValue("1GB") DataSize largest,
            @DefaultValue("1000") int entries,
            @DefaultValue("2GB") DataSize unpacked,
            @DefaultValue("100") int ratio,
            @DefaultValue("16MB") DataSize largestInside,
            @DefaultValue("100") int signatures) {
        public Asic {
            size("asic.largest", largest, 1 << 10);
            count("asic.entries", entries, 100_000);
            Setting.inRange(PATH + "asic.unpacked", unpacked, DataSize.ofKilobytes(1), DataSize.ofTerabytes(1));
            count("asic.ratio", ratio, 10_000);
            size("asic.largest-inside", largestInside, 1 << 10);
            count("asic.signatures", signatures, 10_000);
        }
    }

    /**
     * Of a packet's own signature; what it may ask for besides is that of signed XML.
     *
     * @param largest packet; default 32 MB
     * @param elements default 20,000
     * @param depth of nesting; default 64
     */
    public record Envelope(
            @DefaultValue("32MB") DataSize largest,
            @DefaultValue("20000") int elements,
            @DefaultValue("64") int depth) {
        public Envelope {
            size("envelope.largest", largest, 1 << 10);
            count("envelope.elements", elements, 1_000_000);
            count("envelope.depth", depth, 1_000);
        }
    }

    /** As the domain wants them. */
    VerificationLimits limits() {
        CmsLimits signed = new CmsLimits(
                cms.largest().toBytes(),
                (int) cms.largestBer().toBytes(),
                cms.berElements(),
                cms.largestContent().toBytes(),
                cms.signers(),
                cms.certificates());
        XmlLimits ofXml = new XmlLimits(
                xml.largest().toBytes(),
                xml.elements(),
                xml.depth(),
                xml.signatures(),
                xml.references(),
                xml.transforms(),
                xml.digested().toBytes());
        return new VerificationLimits(
                new FileLimits(largest.toBytes(), filesBeside),
                new PdfLimits(
                        (int) pdf.largest().toBytes(),
                        pdf.revisions(),
                        pdf.signatures(),
                        pdf.values(),
                        (int) pdf.unpacked().toBytes(),
                        pdf.depth(),
                        (int) pdf.repair().toBytes()),
                signed,
                ofXml,
                new AsicLimits(
                        asic.largest().toBytes(),
                        asic.entries(),
                        asic.unpacked().toBytes(),
                        asic.ratio(),
                        (int) asic.largestInside().toBytes(),
                        asic.signatures(),
                        signed),
                new EnvelopeLimits(envelope.largest().toBytes(), envelope.elements(), envelope.depth(), ofXml));
    }

    private static void count(String name, int value, int most) {
        Setting.inRange(PATH + name, value, 1, most);
    }

    /** Sizes are counted in whole numbers of 31 bits, as arrays are. */
    private static void size(String name, DataSize value, int least) {
        Setting.inRange(PATH + name, value, DataSize.ofBytes(least), DataSize.ofGigabytes(1));
    }
}
