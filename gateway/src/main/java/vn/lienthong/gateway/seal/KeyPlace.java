package vn.lienthong.gateway.seal;

import java.util.Optional;

/** Where the key of a seal lies. The password or PIN that opens it is not part of it. */
public sealed interface KeyPlace {

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
