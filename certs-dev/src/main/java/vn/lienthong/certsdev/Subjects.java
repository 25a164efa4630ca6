package vn.lienthong.certsdev;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** How subjects are written. All of them say {@link DevPolicy#MARK} in an organisational unit. */
final class Subjects {
    private Subjects() {}

    /** An authority or a service; its common name carries the mark too, since lists of certificates show only that. */
    static X500Name service(String organisation, String name) {
        return start(organisation)
                .addRDN(BCStyle.CN, name + " " + DevPolicy.MARK)
                .build();
    }

    /** An agency's seal or an official, as {@link DevelopmentPki} promises. */
    static X500Name of(Holder holder) {
        X500NameBuilder subject =
                start(holder.agencyName()).addRDN(BCStyle.ORGANIZATION_IDENTIFIER, holder.agencyCode());
        if (holder.kind() == Holder.Kind.SEAL) {
            subject.addRDN(BCStyle.UID, holder.agencyCode());
        }
        return subject.addRDN(BCStyle.CN, holder.name()).build();
    }

    private static X500NameBuilder start(String organisation) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "VN")
                .addRDN(BCStyle.O, organisation)
                .addRDN(BCStyle.OU, DevPolicy.MARK);
    }
}
