package lab.carousel.engine.kernel;

/**
 * The matrix products of the engine; a matrix is an array of rows. Four rows are taken at a time, so that a row of the
 * result is read and written once for four multiplications. The inner loops have one index for all arrays, so that the
 * compiler turns them into vector instructions (see {@link Weights}). Sums are taken in a fixed order: the same numbers
 * everywhere.
 */
final class Product {

    /** Rows of two factors that stay in the cache while all rows of the result pass by. */
    private static final int BLOCK = 16;

    private Product() {}

    /** y += x A for a row vector x, as long as A has rows. */
    static void addVectorTimes(double[] x, double[][] a, double[] y) {
        int row = 0;
        for (; row + 4 <= a.length; row += 4) {
            addFour(x[row], a[row], x[row + 1], a[row + 1], x[row + 2], a[row + 2], x[row + 3], a[row + 3], y);
        }
        for (; row < a.length; row++) {
            add(x[row], a[row], y);
        }
    }

    /** y = A x, four rows at a time: the sum of each is its own {@link #dot}. */
    static void times(double[][] a, double[] x, double[] y) {
        int row = 0;
        for (; row + 4 <= a.length; row += 4) {
            double[] r0 = a[row];
            double[] r1 = a[row + 1];
            double[] r2 = a[row + 2];
            double[] r3 = a[row + 3];
            double sum0 = 0;
            double sum1 = 0;
            double sum2 = 0;
            double sum3 = 0;
            for (int j = 0; j < x.length; j++) {
                sum0 += x[j] * r0[j];
                sum1 += x[j] * r1[j];
                sum2 += x[j] * r2[j];
                sum3 += x[j] * r3[j];
            }
            y[row] = sum0;
            y[row + 1] = sum1;
            y[row + 2] = sum2;
            y[row + 3] = sum3;
        }
        for (; row < a.length; row++) {
            y[row] = dot(x, a[row]);
        }
    }

    /**
     * C += A' B: the sum over the steps of a stretch of the outer products of a row of A and a row of B. This is the
     * gradient of a weight matrix.
     *
     * @param a     (steps, rows of C); the first row used is {@code aFrom}
     * @param b     (steps, columns of C)
     * @param steps how many rows of A and of B
     * @param c     the first row used is {@code cFrom}
     * @param count how many rows of C
     */
    static void addTransposedTimes(
            double[][] a, int aFrom, double[][] b, int steps, double[][] c, int cFrom, int count) {
        for (int start = 0; start < steps; start += BLOCK) {
            int end = Math.min(steps, start + BLOCK);
            for (int column = 0; column < count; column++) {
                addColumnTimes(a, aFrom + start, column, b, start, end - start, c[cFrom + column]);
            }
        }
    }

    private static void addColumnTimes(
            double[][] a, int aFrom, int column, double[][] b, int bFrom, int steps, double[] y) {
        int t = 0;
        for (; t + 4 <= steps; t += 4) {
            int r = aFrom + t;
            int s = bFrom + t;
            addFour(
                    a[r][column],
                    b[s],
                    a[r + 1][column],
                    b[s + 1],
                    a[r + 2][column],
                    b[s + 2],
                    a[r + 3][column],
                    b[s + 3],
                    y);
        }
        for (; t < steps; t++) {
            add(a[aFrom + t][column], b[bFrom + t], y);
        }
    }

    private static void addFour(
            double x0,
            double[] r0,
            double x1,
            double[] r1,
            double x2,
            double[] r2,
            double x3,
            double[] r3,
            double[] y) {
        for (int j = 0; j < y.length; j++) {
            y[j] += x0 * r0[j] + x1 * r1[j] + x2 * r2[j] + x3 * r3[j];
        }
    }

    /** y += x r. */
    static void add(double x, double[] r, double[] y) {
        for (int j = 0; j < y.length; j++) {
            y[j] += x * r[j];
        }
    }

    /** The scalar product of two vectors. */
    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += x[j] * y[j];
        }
        return sum;
    }

    /** B = A', where A has as many rows as B has columns. */
    static void transpose(double[][] a, double[][] b) {
        for (int column = 0; column < b.length; column++) {
            double[] turned = b[column];
            for (int row = 0; row < turned.length; row++) {
                turned[row] = a[row][column];
            }
        }
    }
}
