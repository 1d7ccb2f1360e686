package lab.carousel.model;

/** How a gradient becomes a change of the parameters. */
public enum Optimiser {
    /** Adam (Kingma and Ba 2015): beta1 0.9, beta2 0.999, epsilon 1e-7. */
    ADAM,
    /** RMSProp (Hinton 2012): decay 0.9, epsilon 1e-7 under the root. */
    RMSPROP,
    /** Plain gradient descent: learning rate times gradient. */
    SGD;

    /** Adam's decay of the first moment. */
    public static final double ADAM_BETA1 = 0.9;
    /** Adam's decay of the second moment. */
    public static final double ADAM_BETA2 = 0.999;
    /** RMSProp's decay of the mean squared gradient. */
    public static final double RMSPROP_DECAY = 0.9;
    /** Keeps the divisions of Adam and RMSProp finite. */
    public static final double EPSILON = 1e-7;
}
