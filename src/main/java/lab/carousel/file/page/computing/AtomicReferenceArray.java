package lab.carousel.file.page.computing;

import org.jspecify.annotations.Nullable;

/** Takes the place of Java's own where there are no threads. */
public final class AtomicReferenceArray<E> {

    private final Object[] values;

    public AtomicReferenceArray(int length) {
        values = new Object[length];
    }

    public int length() {
        return values.length;
    }

    @SuppressWarnings("unchecked") // only set puts anything in
    public @Nullable E get(int index) {
        return (E) values[index];
    }

    public void set(int index, E value) {
        values[index] = value;
    }
}
