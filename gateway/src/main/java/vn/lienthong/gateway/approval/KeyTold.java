package vn.lienthong.gateway.approval;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.seal.KeyTrouble;
import vn.lienthong.gateway.signature.key.SigningException;

/** What an officer reads of a key that did not sign: the trouble, and the number under which the log has the whole of it. */
final class KeyTold {

    private static final Logger LOG = LoggerFactory.getLogger(KeyTold.class);
    private static final int NUMBER_LENGTH = 8;

    private KeyTold() {}

    /** Writes it where an administrator reads; the detail of {@link ItemOutcome#KEY_UNUSABLE}. */
    static String of(SigningBatch batch, SigningException why) {
        String number = batch.id().toString().substring(0, NUMBER_LENGTH).toUpperCase(Locale.ROOT);
        LOG.error("key of officer {}: cannot be used, number {}", batch.officer(), number, why);
        return KeyTrouble.of(why) + " " + number;
    }
}
