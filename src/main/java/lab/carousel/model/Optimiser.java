package lab.carousel.model;

/**
 * How a gradient g becomes a change of a parameter p, with the learning rate r. Every engine computes exactly this, as
 * Deeplearning4j does; that is what makes them equal.
 */
public enum Optimiser {
    /**
     * Adam (Kingma and Ba 2015), in Keras's form: m and v start at 0, t counts the updates from 1, and
     *
     * <pre>
     *   m = beta1 m + (1 - beta1) g        v = beta2 v + (1 - beta2) g^2
     *   p = p - r sqrt(1 - beta2^t) / (1 - beta1^t) m / (sqrt(v) + epsilon)
     * </pre>
     */
    ADAM,
    /**
     * RMSProp (Hinton 2012), in Deeplearning4j's form: v starts at epsilon, and
     *
     * <pre>
     *   v = decay v + (1 - decay) g^2
     *   p = p - r g / (sqrt(v) + epsilon)
     * </pre>
     */
    RMSPROP,
    /**
     * Gradient descent with momentum, in Keras's form; v starts at 0:
     *
     * <pre>
     *   v = momentum v - r g        p = p + v
     * </pre>
     */
    SGD;

    public static final double ADAM_BETA1 = 0.9;
    public static final double ADAM_BETA2 = 0.999;
    public static final double RMSPROP_DECAY = 0.9;
    /** Keeps the divisions of Adam and RMSProp finite. */
    public static final double EPSILON = 1e-7;
}
