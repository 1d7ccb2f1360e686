package lab.carousel.model.verdict;

/** Sorts things by their kind, which is a number. */
final class Kinds {

    private Kinds() {}

    /** Where those of each kind begin if they are sorted by kind, and where the last end. */
    static int[] begins(int[] kinds, int count) {
        int[] begins = new int[count + 1];
        for (int kind : kinds) {
            begins[kind + 1]++;
        }
        for (int kind = 0; kind < count; kind++) {
            begins[kind + 1] += begins[kind];
        }
        return begins;
    }

    /** The numbers of the things, sorted by kind and then by number. */
    static int[] sorted(int[] kinds, int[] begins) {
        int[] next = begins.clone();
        int[] sorted = new int[kinds.length];
        for (int index = 0; index < kinds.length; index++) {
            sorted[next[kinds[index]]++] = index;
        }
        return sorted;
    }
}
