package lab.carousel.view;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was made last of something; it is made anew only of something else.
 *
 * @param <K> what it is made of
 * @param <V> what is made
 */
public final class SingleEntryCache<K, V> {

    private final Function<K, V> maker;
    private @Nullable K madeOf;
    private @Nullable V made;

    public SingleEntryCache(Function<K, V> maker) {
        this.maker = maker;
    }

    /** What is made of something. */
    public synchronized V of(K key) {
        V known = made;
        if (known == null || madeOf != key) {
            known = maker.apply(key);
            made = known;
            madeOf = key;
        }
        return known;
    }
}
