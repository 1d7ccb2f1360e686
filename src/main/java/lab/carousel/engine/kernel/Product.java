package lab.carousel.engine.kernel;

/**
 * The matrix products of the engine, on flat row-major arrays. Four rows are taken at a time, so that a row of the result
 * is read and written once for four multiplications; the compiler turns the inner loops into vector instructions.
 */
final class Product {

    private Product() {}

    /**
     * y += x A for a row vector x.
     *
     * @param x      holds the vector from {@code xAt}, as many values as A has rows
     * @param a      holds A from {@code aAt}
     * @param rows   rows of A
     * @param width  columns of A
     * @param y      holds the result from {@code yAt}
     */
    static void addVectorTimes(double[] x, int xAt, double[] a, int aAt, int rows, int width, double[] y, int yAt) {
        int row = 0;
        for (; row + 4 <= rows; row += 4) {
            int a0 = aAt + row * width;
            addFourRows(
                    x[xAt + row], x[xAt + row + 1], x[xAt + row + 2], x[xAt + row + 3], a, a0, width, width, y, yAt);
        }
        for (; row < rows; row++) {
            addRow(x[xAt + row], a, aAt + row * width, width, y, yAt);
        }
    }

    /**
     * C += A' B: the sum over all rows of the outer products of a row of A with the same row of B. This is the gradient
     * of a weight matrix over a whole stretch.
     *
     * @param rows    rows of A and of B
     * @param aWidth  columns of A, rows of C
     * @param bWidth  columns of B and of C
     */
    static void addTransposedTimes(
            double[] a, int aAt, int rows, int aWidth, double[] b, int bAt, int bWidth, double[] c, int cAt) {
        int row = 0;
        for (; row + 4 <= rows; row += 4) {
            for (int column = 0; column < aWidth; column++) {
                int at = aAt + row * aWidth + column;
                addFourRows(
                        a[at],
                        a[at + aWidth],
                        a[at + 2 * aWidth],
                        a[at + 3 * aWidth],
                        b,
                        bAt + row * bWidth,
                        bWidth,
                        bWidth,
                        c,
                        cAt + column * bWidth);
            }
        }
        for (; row < rows; row++) {
            for (int column = 0; column < aWidth; column++) {
                addRow(a[aAt + row * aWidth + column], b, bAt + row * bWidth, bWidth, c, cAt + column * bWidth);
            }
        }
    }

    /** y += f0 r0 + f1 r1 + f2 r2 + f3 r3 for four rows that lie {@code stride} apart. */
    private static void addFourRows(
            double f0, double f1, double f2, double f3, double[] r, int at, int stride, int width, double[] y, int yAt) {
        int at1 = at + stride;
        int at2 = at1 + stride;
        int at3 = at2 + stride;
        for (int j = 0; j < width; j++) {
            y[yAt + j] += f0 * r[at + j] + f1 * r[at1 + j] + f2 * r[at2 + j] + f3 * r[at3 + j];
        }
    }

    private static void addRow(double factor, double[] r, int at, int width, double[] y, int yAt) {
        for (int j = 0; j < width; j++) {
            y[yAt + j] += factor * r[at + j];
        }
    }

    /**
     * y = A x for a column vector x.
     *
     * @param rows  rows of A, values of y
     * @param width columns of A, values of x
     */
    static void timesVector(double[] a, int aAt, int rows, int width, double[] x, int xAt, double[] y, int yAt) {
        for (int row = 0; row < rows; row++) {
            y[yAt + row] = dot(a, aAt + row * width, x, xAt, width);
        }
    }

    /** Four partial sums in a fixed order, so that the result is the same everywhere and the sums do not wait for each other. */
    private static double dot(double[] a, int aAt, double[] x, int xAt, int width) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = 0;
        for (; j + 4 <= width; j += 4) {
            s0 += a[aAt + j] * x[xAt + j];
            s1 += a[aAt + j + 1] * x[xAt + j + 1];
            s2 += a[aAt + j + 2] * x[xAt + j + 2];
            s3 += a[aAt + j + 3] * x[xAt + j + 3];
        }
        for (; j < width; j++) {
            s0 += a[aAt + j] * x[xAt + j];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
