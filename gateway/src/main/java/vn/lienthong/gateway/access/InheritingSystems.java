package vn.lienthong.gateway.access;

import java.util.Optional;

/** Systems whose credentials hold what their agencies inherited, too; all else is as it was granted. */
public final class InheritingSystems extends ForwardingSystems {

    private final InheritMandates inheriting;

    public InheritingSystems(Systems granted, InheritMandates inheriting) {
        super(granted);
        this.inheriting = inheriting;
    }

    @Override
    public Optional<Credentials> credentials(String systemId) {
        return super.credentials(systemId)
                .map(known -> new Credentials(
                        known.system(), known.secret(), inheriting.with(known.mandates()), known.limits()));
    }
}
