package vn.lienthong.gateway.fuzz;

import java.util.List;
import java.util.stream.Stream;
import vn.lienthong.gateway.packet.PacketTargets;
import vn.lienthong.gateway.signature.cms.CmsTargets;
import vn.lienthong.gateway.signature.path.PathTargets;
import vn.lienthong.gateway.signature.pdf.PdfTargets;
import vn.lienthong.gateway.signature.xml.XmlTargets;

/** Every reader of strangers' bytes that is fed. */
final class FuzzTargets {
    private FuzzTargets() {}

    static List<FuzzTarget> all() {
        return Stream.of(CmsTargets.all(), PathTargets.all(), PdfTargets.all(), XmlTargets.all(), PacketTargets.all())
                .flatMap(List::stream)
                .toList();
    }

    /** The one of a name, or all of them for {@code all}. */
    static List<FuzzTarget> named(String name) {
        return all().stream()
                .filter(target -> name.equals("all") || name.equals(target.name()))
                .toList();
    }
}
