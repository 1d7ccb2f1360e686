package lab.carousel.task.memory;

import java.util.Arrays;

/** A list of whole numbers that grows. */
final class NumberList {

    private static final int FEW = 16;

    private int[] values;
    private int size;

    /** A list with room for a few. */
    NumberList() {
        this(FEW);
    }

    /** One with room for so many, if it is known how many there will be: to grow to millions takes several times their memory. */
    NumberList(int room) {
        values = new int[Math.max(1, room)];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    int last() {
        return values[size - 1];
    }

    int size() {
        return size;
    }

    /** Cuts it to its first values. */
    void cut(int newSize) {
        size = newSize;
    }

    /** The values, for which the list is not needed any more: nothing may be added after that. */
    int[] toArray() {
        return size == values.length ? values : Arrays.copyOf(values, size);
    }
}
