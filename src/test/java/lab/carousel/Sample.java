package lab.carousel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which cases of a contract are tested. {@code mvn verify -Pexhaustive} tests all of them. {@code mvn verify} tests the first, the
 * last, and cases drawn from a seed that stands in the test, so that the same build tests the same cases. A test lists its cases
 * from the smallest to the largest.
 */
public final class Sample {

    private static final boolean IS_EXHAUSTIVE = Boolean.getBoolean("tests.exhaustive");

    private Sample() {}

    /** Whether all cases are tested. */
    public static boolean isExhaustive() {
        return IS_EXHAUSTIVE;
    }

    /** The first case, the last, and for each value of each aspect a drawn case that has it; without aspects one drawn case. */
    @SafeVarargs
    @SuppressWarnings("varargs") // The aspects are only read
    public static <T> Stream<T> of(long seed, List<T> cases, Function<? super T, ?>... aspects) {
        return IS_EXHAUSTIVE ? cases.stream() : drawn(seed, cases, 1, List.of(aspects)).stream();
    }

    /** The first case, the last, and for each two values of two aspects that occur together a drawn case that has both. */
    @SafeVarargs
    @SuppressWarnings("varargs") // The aspects are only read
    public static <T> Stream<T> pairwise(long seed, List<T> cases, Function<? super T, ?>... aspects) {
        return IS_EXHAUSTIVE ? cases.stream() : drawn(seed, cases, 2, List.of(aspects)).stream();
    }

    /** What is tested of cases without -Pexhaustive, in the order given, with {@code together} values of different aspects. */
    static <T> List<T> drawn(long seed, List<T> cases, int together, List<Function<? super T, ?>> aspects) {
        if (cases.size() <= 3) {
            return List.copyOf(cases);
        }
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, cases.size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        List<Set<List<Object>>> has =
                cases.stream().map(each -> combined(each, together, aspects)).toList();
        Set<Integer> chosen = new LinkedHashSet<>(List.of(0, cases.size() - 1));
        Set<List<Object>> missing = new LinkedHashSet<>();
        has.forEach(missing::addAll);
        chosen.forEach(first -> missing.removeAll(has.get(first)));
        if (aspects.isEmpty()) {
            order.stream().filter(each -> !chosen.contains(each)).findFirst().ifPresent(chosen::add);
        }
        while (!missing.isEmpty()) {
            int best = order.get(0);
            long most = -1;
            for (int each : order) {
                long adds = has.get(each).stream().filter(missing::contains).count();
                if (adds > most) {
                    most = adds;
                    best = each;
                }
            }
            chosen.add(best);
            missing.removeAll(has.get(best));
        }
        return chosen.stream().sorted().<T>map(cases::get).toList();
    }

    /** The values of each so many aspects of a case, with the number of the aspect before each. */
    private static <T> Set<List<Object>> combined(T of, int together, List<Function<? super T, ?>> aspects) {
        Set<List<Object>> found = new LinkedHashSet<>();
        for (int first = 0; first < aspects.size(); first++) {
            List<Object> one = List.of(first, String.valueOf(aspects.get(first).apply(of)));
            if (together == 1) {
                found.add(one);
            }
            for (int second = first + 1; together == 2 && second < aspects.size(); second++) {
                found.add(
                        List.of(one, second, String.valueOf(aspects.get(second).apply(of))));
            }
        }
        return found;
    }
}
