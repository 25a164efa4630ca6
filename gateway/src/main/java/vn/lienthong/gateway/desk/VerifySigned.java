package vn.lienthong.gateway.desk;

import java.time.Instant;
import vn.lienthong.gateway.signature.SignatureReport;

/** The verifier of everything that comes in, by whom we trust at this moment. */
@FunctionalInterface
public interface VerifySigned {

    /** Judges every signature of a PDF. Never throws for what is in it. */
    SignatureReport verify(String name, byte[] pdf, Instant at);
}
