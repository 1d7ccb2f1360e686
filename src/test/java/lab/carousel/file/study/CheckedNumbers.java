package lab.carousel.file.study;

import java.nio.ByteBuffer;

/** Numbers that somebody changed, checksum and all. */
public final class CheckedNumbers {

    private CheckedNumbers() {}

    /** The numbers with a checksum of their own in the place of the last one. */
    public static byte[] again(byte[] bytes) {
        int count = bytes.length / Double.BYTES - 1;
        double[] numbers = new double[count];
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(numbers);
        return NumberBytes.room(count).put(numbers).bytes();
    }
}
