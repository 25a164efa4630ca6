package vn.lienthong.gateway.seal;

import java.util.Optional;

/** Where the key of a seal lies. The password or PIN that opens it is not part of it. */
public sealed interface KeyPlace {

    /**
     * A token at somebody's desk: the gateway never opens it. Who has it signs on the page of the draft, document or request, and
     * what comes back is looked at.
     */
    record Desk() implements KeyPlace {

        @Override
        public String toString() {
            return "token at a desk";
        }
    }

    /**
     * A PKCS#12 file (RFC 7292).
     *
     * @param path absolute
     */
    record File(String path) implements KeyPlace {

        @Override
        public String toString() {
            return "PKCS#12 " + path;
        }
    }

    /**
     * A signing service (CSC API v2), which keeps the key.
     *
     * @param service address of its API, such as {@code https://ky.example.vn/csc/v2}
     * @param credential the name that the service has for the key
     * @param client the name as which the gateway logs in there
     */
    record Remote(String service, String credential, String client) implements KeyPlace {

        @Override
        public String toString() {
            return "CSC " + service + " " + credential;
        }
    }

    /**
     * A token or security module.
     *
     * @param library absolute path of its PKCS#11 library
     * @param slot the number of the token's slot
     * @param slotIndex its place among those with a token, from 0; where neither is given, the first
     * @param label of the key and its certificate; empty where the token holds one key only
     */
    record Token(String library, Optional<Long> slot, Optional<Integer> slotIndex, Optional<String> label)
            implements KeyPlace {

        public Token {
            if (slot.isPresent() && slotIndex.isPresent()) {
                throw new IllegalArgumentException(
                        "slotIndex: " + slotIndex.get() + " (expected: none, slot is given)");
            }
        }

        @Override
        public String toString() {
            String where = slot.isPresent() ? "slot " + slot.get() : "slot index " + slotIndex.orElse(0);
            return "PKCS#11 " + library + " " + where
                    + label.map(name -> " " + name).orElse("");
        }
    }
}
