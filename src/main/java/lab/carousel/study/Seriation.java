package lab.carousel.study;

import java.util.Arrays;

/**
 * Puts vectors into a line in which neighbours are alike: a short path through all of them, by Euclidean distance. It
 * starts at the vector that is farthest from the mean of all, goes to the nearest one not yet visited, and so on; then
 * stretches of the path are turned round as long as that makes it shorter (2-opt). Of its two ends the vector with the
 * smaller number comes first. Equal distances are decided by the smaller number, so the same vectors always give the same
 * line.
 */
final class Seriation {

    /** Each round looks at all pairs; a handful is enough, and the bound keeps the time bounded. */
    private static final int MOST_ROUNDS = 20;

    private static final double LEAST_GAIN = 1e-12;

    private final double[][] distance;
    private final int[] path;

    private Seriation(double[][] vectors) {
        int count = vectors.length;
        distance = new double[count][count];
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < a; b++) {
                distance[a][b] = distance(vectors[a], vectors[b]);
                distance[b][a] = distance[a][b];
            }
        }
        path = new int[count];
    }

    /**
     * The numbers of the vectors in the order of the line.
     *
     * @param vectors at least one; all of the same length
     */
    static int[] of(double[][] vectors) {
        Seriation seriation = new Seriation(vectors);
        seriation.visitNearest(outermost(vectors));
        seriation.shorten();
        int[] path = seriation.path;
        if (path[0] > path[path.length - 1]) {
            reverse(path, 0, path.length - 1);
        }
        return path;
    }

    private static int outermost(double[][] vectors) {
        double[] mean = new double[vectors[0].length];
        for (double[] vector : vectors) {
            for (int index = 0; index < mean.length; index++) {
                mean[index] += vector[index] / vectors.length;
            }
        }
        int outermost = 0;
        double largest = -1;
        for (int number = 0; number < vectors.length; number++) {
            double distance = distance(vectors[number], mean);
            if (distance > largest + LEAST_GAIN) {
                outermost = number;
                largest = distance;
            }
        }
        return outermost;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int index = 0; index < a.length; index++) {
            sum += (a[index] - b[index]) * (a[index] - b[index]);
        }
        return Math.sqrt(sum);
    }

    private void visitNearest(int start) {
        boolean[] visited = new boolean[path.length];
        path[0] = start;
        visited[start] = true;
        for (int place = 1; place < path.length; place++) {
            int next = -1;
            for (int candidate = 0; candidate < path.length; candidate++) {
                double[] from = distance[path[place - 1]];
                if (!visited[candidate] && (next < 0 || from[candidate] < from[next])) {
                    next = candidate;
                }
            }
            path[place] = next;
            visited[next] = true;
        }
    }

    private void shorten() {
        boolean shorter = true;
        for (int round = 0; shorter && round < MOST_ROUNDS; round++) {
            shorter = false;
            for (int from = 0; from < path.length - 1; from++) {
                for (int to = from + 1; to < path.length; to++) {
                    if (gain(from, to) > LEAST_GAIN) {
                        reverse(path, from, to);
                        shorter = true;
                    }
                }
            }
        }
    }

    /** How much shorter the path is with the stretch between two places turned round. */
    private double gain(int from, int to) {
        double gain = 0;
        if (from > 0) {
            gain += distance[path[from - 1]][path[from]] - distance[path[from - 1]][path[to]];
        }
        if (to < path.length - 1) {
            gain += distance[path[to]][path[to + 1]] - distance[path[from]][path[to + 1]];
        }
        return gain;
    }

    private static void reverse(int[] path, int from, int to) {
        int[] stretch = Arrays.copyOfRange(path, from, to + 1);
        for (int index = 0; index < stretch.length; index++) {
            path[to - index] = stretch[index];
        }
    }
}
