package lab.carousel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which cases of a contract are tested. {@code mvn verify -Pexhaustive} tests all of them. {@code mvn verify} tests the first, the
 * last, and cases drawn from a seed that stands in the test, so that the same build tests the same cases. A test lists its cases
 * from the smallest to the largest. An aspect that gives a set has each of its elements as a value.
 */
public final class Sample {

    private static final boolean IS_EXHAUSTIVE = Boolean.getBoolean("tests.exhaustive");

    private Sample() {}

    /** Whether all cases are tested. */
    public static boolean isExhaustive() {
        return IS_EXHAUSTIVE;
    }

    /** How many of so many random cases are tested: a tenth, the first that are drawn. */
    public static int tenth(int all) {
        return IS_EXHAUSTIVE ? all : all / 10;
    }

    /** The first case, the last, and for each value of each aspect a drawn case that has it; without aspects one drawn case. */
    @SafeVarargs
    @SuppressWarnings("varargs") // They are only read
    public static <T> Stream<T> of(long seed, List<T> cases, Function<? super T, ?>... aspects) {
        return IS_EXHAUSTIVE ? cases.stream() : drawn(seed, cases, 1, List.of(aspects)).stream();
    }

    /** One drawn case, where what differs between the cases is words or numbers only. */
    public static <T> Stream<T> one(long seed, List<T> cases) {
        return IS_EXHAUSTIVE ? cases.stream() : Stream.of(cases.get(new SplittableRandom(seed).nextInt(cases.size())));
    }

    /** The first case, the last, and for each two values of two aspects that occur together a drawn case that has both. */
    @SafeVarargs
    @SuppressWarnings("varargs") // They are only read
    public static <T> Stream<T> pairwise(long seed, List<T> cases, Function<? super T, ?>... aspects) {
        return pairwise(seed, cases, List.of(aspects));
    }

    public static <T> Stream<T> pairwise(long seed, List<T> cases, List<Function<? super T, ?>> aspects) {
        return IS_EXHAUSTIVE ? cases.stream() : drawn(seed, cases, 2, aspects).stream();
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
            for (List<Object> one : values(of, first, aspects)) {
                if (together == 1) {
                    found.add(one);
                }
                for (int second = first + 1; together == 2 && second < aspects.size(); second++) {
                    values(of, second, aspects).forEach(other -> found.add(List.of(one, other)));
                }
            }
        }
        return found;
    }

    private static <T> List<List<Object>> values(T of, int aspect, List<Function<? super T, ?>> aspects) {
        Object value = aspects.get(aspect).apply(of);
        Set<?> values = value instanceof Set<?> several ? several : Collections.singleton(value);
        return values.stream()
                .map(each -> List.<Object>of(aspect, String.valueOf(each)))
                .toList();
    }
}
