package lab.carousel.campaign;

import java.util.Arrays;

/** Which inputs there were already, by 64 bits of each. */
final class Seen {

    private long[] table = new long[1 << 16];
    private int size;

    boolean add(byte[] bytes) {
        long hash = hash(bytes);
        if (size * 2 > table.length) {
            grow();
        }
        if (!put(table, hash)) {
            return false;
        }
        size++;
        return true;
    }

    private static long hash(byte[] bytes) {
        long hash = 0xcbf29ce484222325L ^ bytes.length;
        for (byte each : bytes) {
            hash = (hash ^ each & 0xff) * 0x100000001b3L;
        }
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }

    private static boolean put(long[] table, long hash) {
        int place = (int) (hash * 0x9e3779b97f4a7c15L >>> 33) & table.length - 1;
        while (table[place] != 0) {
            if (table[place] == hash) {
                return false;
            }
            place = place + 1 & table.length - 1;
        }
        table[place] = hash;
        return true;
    }

    private void grow() {
        long[] old = table;
        table = new long[old.length * 4];
        Arrays.stream(old).filter(hash -> hash != 0).forEach(hash -> put(table, hash));
    }
}
