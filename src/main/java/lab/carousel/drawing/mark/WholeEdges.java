package lab.carousel.drawing.mark;

/** Edges of cells on whole points or pixels, so that no seams show between neighbours. */
public final class WholeEdges {

    private WholeEdges() {}

    /** An edge computed in two ways, differing in the last digits, comes to lie on the same point, at a half too. */
    public static int round(double edge) {
        return (int) Math.round(edge + 1e-6);
    }
}
