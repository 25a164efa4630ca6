package vn.lienthong.gateway.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Honest bytes with something broken: anywhere, and, where they are DER, whole elements with the lengths around them made right. */
record BrokenCopies(Random random) {

    byte[] of(byte[] honest) {
        if (honest.length < 2) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        return honest[0] == 0x30 && random.nextBoolean() ? element(honest) : anywhere(honest);
    }

    private byte[] anywhere(byte[] honest) {
        int at = random.nextInt(honest.length);
        int few = 1 + random.nextInt(Math.min(40, honest.length - at));
        return switch (random.nextInt(4)) {
            case 0 -> with(honest, at, at + 1, new byte[] {(byte) (honest[at] ^ (1 << random.nextInt(8)))});
            case 1 -> with(honest, at, at + few, new byte[0]);
            case 2 -> with(honest, at, at, Arrays.copyOfRange(honest, at, at + few));
            default -> Arrays.copyOf(honest, at);
        };
    }

    /** One element left out, doubled, emptied, given another tag, or put in the place of another. */
    private byte[] element(byte[] der) {
        List<int[]> path = new ArrayList<>();
        int[] one = element(der, 0);
        while (one.length > 0 && (path.isEmpty() || random.nextInt(6) > 0)) {
            path.add(one);
            one = (der[one[0]] & 0x20) == 0 ? new int[0] : child(der, one);
        }
        if (path.isEmpty()) {
            return anywhere(der);
        }
        int[] last = path.removeLast();
        byte[] whole = Arrays.copyOfRange(der, last[0], last[2]);
        byte[] changed =
                switch (random.nextInt(5)) {
                    case 0 -> new byte[0];
                    case 1 -> with(whole, 0, 0, whole);
                    case 2 -> new byte[] {whole[0], 0};
                    case 3 -> with(whole, 0, 1, new byte[] {(byte) random.nextInt(256)});
                    default -> anywhere(whole);
                };
        for (int i = path.size() - 1; i >= 0; i--) {
            int[] around = path.get(i);
            byte[] inside = with(
                    Arrays.copyOfRange(der, around[1], around[2]), last[0] - around[1], last[2] - around[1], changed);
            changed = with(header(der[around[0]], inside.length), -1, -1, inside);
            last = around;
        }
        return with(der, last[0], last[2], changed);
    }

    private int[] child(byte[] der, int[] parent) {
        List<int[]> children = new ArrayList<>();
        for (int at = parent[1]; at < parent[2]; ) {
            int[] one = element(der, at);
            if (one.length == 0 || one[2] > parent[2]) {
                return new int[0];
            }
            children.add(one);
            at = one[2];
        }
        return children.isEmpty() ? new int[0] : children.get(random.nextInt(children.size()));
    }

    /** Start, start of its content, end; nothing where there is none. */
    private static int[] element(byte[] der, int at) {
        if (at + 2 > der.length) {
            return new int[0];
        }
        int length = der[at + 1] & 0xff;
        int content = at + 2;
        if (length > 0x80 && length <= 0x84 && content + length - 0x80 <= der.length) {
            int bytes = length - 0x80;
            length = 0;
            for (int i = 0; i < bytes; i++) {
                length = (length << 8) | (der[content++] & 0xff);
            }
        }
        return length < 0 || length > der.length - content ? new int[0] : new int[] {at, content, content + length};
    }

    private static byte[] header(byte tag, int length) {
        return length < 0x80
                ? new byte[] {tag, (byte) length}
                : length < 0x100
                        ? new byte[] {tag, (byte) 0x81, (byte) length}
                        : length < 0x10000
                                ? new byte[] {tag, (byte) 0x82, (byte) (length >> 8), (byte) length}
                                : new byte[] {
                                    tag, (byte) 0x83, (byte) (length >> 16), (byte) (length >> 8), (byte) length
                                };
    }

    /** @param from -1 to append */
    private static byte[] with(byte[] bytes, int from, int to, byte[] instead) {
        int start = from < 0 ? bytes.length : from;
        int end = from < 0 ? bytes.length : to;
        byte[] all = Arrays.copyOf(bytes, bytes.length - (end - start) + instead.length);
        System.arraycopy(instead, 0, all, start, instead.length);
        System.arraycopy(bytes, end, all, start + instead.length, bytes.length - end);
        return all;
    }
}
