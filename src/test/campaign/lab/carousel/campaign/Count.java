package lab.carousel.campaign;

import java.util.ArrayList;
import java.util.List;

/** What came of the inputs of one format. */
final class Count {

    private static final int MOST_FALLS = 20;

    long tried;
    long same;
    long wellFormed;
    long opened;
    long refused;
    long fell;
    long slow;
    long large;
    long longest;
    long mostBytes;
    final List<String> falls = new ArrayList<>();

    void fell(String what) {
        fell++;
        if (falls.size() < MOST_FALLS) {
            falls.add(what);
        }
    }

    void add(Count other) {
        tried += other.tried;
        same += other.same;
        wellFormed += other.wellFormed;
        opened += other.opened;
        refused += other.refused;
        fell += other.fell;
        slow += other.slow;
        large += other.large;
        longest = Math.max(longest, other.longest);
        mostBytes = Math.max(mostBytes, other.mostBytes);
        falls.addAll(
                other.falls.subList(0, Math.min(other.falls.size(), MOST_FALLS - Math.min(MOST_FALLS, falls.size()))));
    }

    static String head() {
        return "| format | inputs | repeated | well formed | opened | refused in words | over 1 s | over 256 MB |"
                + " longest ms | most MB | fell |\n"
                + "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |";
    }

    String row(String name) {
        return String.join(
                " | ",
                "| " + name,
                Long.toString(tried),
                Long.toString(same),
                Long.toString(wellFormed),
                Long.toString(opened),
                Long.toString(refused),
                Long.toString(slow),
                Long.toString(large),
                Long.toString(longest / 1_000_000),
                Long.toString(mostBytes / 1_000_000),
                fell + " |");
    }
}
